import { boundsFor } from "../cases/bounds.ts";
import type { RevisionModel } from "../procedure/model.ts";
import { Prover } from "../prove/prover.ts";

/** What is known of one revision from cases that were run on it, and what can be proved of all cases. */
export class Evidence {
  readonly model: RevisionModel;
  #prover: Prover | undefined;

  constructor(model: RevisionModel) {
    this.model = model;
  }

  /** All cases of the revision, and a solver to ask about them; made when it is first needed. */
  get prover(): Prover {
    this.#prover ??= new Prover([this.model], boundsFor([this.model], undefined));
    return this.#prover;
  }

  /** Ends the solver, if it was ever started. */
  end(): void {
    this.#prover?.end();
  }
}
