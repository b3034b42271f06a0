import { type Amounts, amountsIn } from "../cases/amounts.ts";
import { Pair } from "../cases/pair.ts";
import type { RevisionModel } from "../procedure/model.ts";
import { Prover } from "../prove/prover.ts";
import { Examples } from "./evidence/examples.ts";
import type { Fault } from "./evidence/fault.ts";
import { faultsIn } from "./evidence/faults.ts";
import { type Reach, reachOf } from "./evidence/reach.ts";
import { look, plainestCase } from "./evidence/search.ts";
import type { Sightings } from "./evidence/sightings.ts";

/** What is known of one revision from cases that were run on it, and what can be proved of all cases. */
export class Evidence {
  readonly model: RevisionModel;
  /** The revision on both sides, for the tools that make and write down cases. */
  readonly pair: Pair;
  readonly #amounts: Amounts;
  /** How far the cases and the proofs reach. */
  readonly reach: Reach;
  #sightings: Sightings | undefined;
  #examples: Examples | undefined;
  #prover: Prover | undefined;
  #faults: Promise<readonly Fault[]> | undefined;

  constructor(model: RevisionModel) {
    this.model = model;
    this.pair = new Pair(model, model);
    this.#amounts = amountsIn([model]);
    this.reach = reachOf(model, this.#amounts);
  }

  /** What was seen in complete valid cases, which are run when it is first asked for. */
  get sightings(): Sightings {
    this.#sightings ??= look(this.pair, this.#amounts, this.reach);
    return this.#sightings;
  }

  /** Makes small cases that show something. */
  get examples(): Examples {
    this.#examples ??= new Examples(this.pair, this.sightings, plainestCase(this.pair));
    return this.#examples;
  }

  /** All cases of the revision, and a solver to ask about them; made when it is first needed. */
  get prover(): Prover {
    this.#prover ??= new Prover([this.model], this.reach);
    return this.#prover;
  }

  /** What was proved to be so in every case and is at fault by itself. The solver starts if something was not seen. */
  faults(): Promise<readonly Fault[]> {
    const { pair, sightings, reach } = this;
    this.#faults ??= faultsIn({ pair, sightings, reach, prover: () => this.prover });
    return this.#faults;
  }

  /** Ends the solver, if it was ever started. */
  end(): void {
    this.#prover?.end();
  }
}
