import { amountsIn } from "../../cases/amounts.ts";
import { isSameValue } from "../../cases/observe.ts";
import { ordinaryCases } from "../../cases/ordinary.ts";
import { Pair, type Run, type TrialCase } from "../../cases/pair.ts";
import { Pool } from "../../cases/pool.ts";
import { randomNumbers } from "../../cases/random.ts";
import { shrink } from "../../cases/shrink.ts";
import { variationsOf } from "../../cases/variations.ts";
import type { Program } from "../../evaluate/program.ts";
import type { Operand } from "../../language/known.ts";
import type { RevisionModel } from "../../procedure/model.ts";
import type { Bounds } from "../../prove/encode/bounds.ts";
import type { Mutant, MutatedThing } from "./mutant.ts";
import { type See, seeing } from "./seen.ts";

/** Random cases beside those around ordinary ones. */
const randomCases = 6_000;
/** How far a random case strays from an ordinary one, at most. */
const mostChanges = 6;

/** A case in the original, kept for all mutants with what was worked out on it. */
interface Tried {
  readonly trial: TrialCase;
  readonly run: Run;
  readonly isRefused: boolean;
  /** Whether the revision is in force on the case's governing date. */
  readonly isInForce: boolean;
}

/** Looks for complete cases on which a mutant and its original come to something different. */
export class MutantSearch {
  readonly #pair: Pair;
  readonly #pool: Pool;
  readonly #model: RevisionModel;
  #ordinary: readonly TrialCase[] | undefined;
  #tried: readonly Tried[] | undefined;
  readonly #seen = new Map<string, readonly Operand[]>();

  constructor(model: RevisionModel, bounds: Bounds) {
    this.#model = model;
    this.#pair = new Pair(model, model);
    this.#pool = new Pool(this.#pair, amountsIn([model]), bounds.years);
  }

  /** The original twice, to write and read cases. */
  get pair(): Pair {
    return this.#pair;
  }

  /** How many cases each mutant was tried on. */
  get cases(): number {
    return this.#tried?.length ?? 0;
  }

  /** A case that tells a mutant from its original, the first that was found. */
  find(mutant: Mutant): TrialCase | undefined {
    const tried = this.#corpus();
    const { thing } = mutant;
    const before = this.#seenOf(thing);
    const see = perProgram((program) => seeing(thing, mutant.model, program.names));
    return tried.find(({ run, isRefused }, at) => tells(thing, isRefused, before[at], see(run.program)(run.frame)))
      ?.trial;
  }

  /** Whether a case tells a mutant from its original. */
  tells(trial: TrialCase, { thing, model }: Mutant): boolean {
    const tried = this.#start(trial);
    if (tried === undefined) return false;
    const { program, frame } = tried.run;
    const [before, after] = [this.#model, model].map((one) => seeing(thing, one, program.names)(frame));
    return tells(thing, tried.isRefused, before, after);
  }

  /** A case that tells a mutant from its original, as close to an ordinary one as it can be brought. */
  smallest(trial: TrialCase, mutant: Mutant): TrialCase {
    const before = perProgram((program) => seeing(mutant.thing, this.#model, program.names));
    const after = perProgram((program) => seeing(mutant.thing, mutant.model, program.names));
    const mustBeInForce = this.#isInForce(trial);
    const shows = (one: TrialCase): boolean => {
      const tried = this.#start(one);
      if (tried === undefined || (mustBeInForce && !tried.isInForce)) return false;
      const { program, frame } = tried.run;
      return tells(mutant.thing, tried.isRefused, before(program)(frame), after(program)(frame));
    };
    return shrink(trial, this.#ordinaryCases(), this.#pair, shows).trial;
  }

  #seenOf(thing: MutatedThing): readonly Operand[] {
    const key = `${thing.kind} ${thing.id}`;
    const known = this.#seen.get(key);
    if (known !== undefined) return known;
    const see = perProgram((program) => seeing(thing, this.#model, program.names));
    const seen = this.#corpus().map(({ run }) => see(run.program)(run.frame));
    this.#seen.set(key, seen);
    return seen;
  }

  #ordinaryCases(): readonly TrialCase[] {
    this.#ordinary ??= ordinaryCases(this.#pair, this.#pool, this.#model.effective);
    return this.#ordinary;
  }

  #corpus(): readonly Tried[] {
    this.#tried ??= [...this.#trials()].flatMap((trial) => this.#start(trial) ?? []);
    return this.#tried;
  }

  /** Nothing for a case with values that the facts do not allow, or with dates that leave the calendar. */
  #start(trial: TrialCase): Tried | undefined {
    if (!this.#pair.facts.every((fact, at) => this.#pair.allows(fact, trial.values[at]))) return undefined;
    const isRefused = !this.#pair.accepts(0, trial);
    return { trial, run: this.#pair.start(trial)[0], isRefused, isInForce: this.#isInForce(trial) };
  }

  #isInForce({ values, asOf }: TrialCase): boolean {
    const { governedBy, effective, until } = this.#model;
    const given = values[this.#pair.facts.findIndex(({ id }) => id === governedBy)];
    const day = typeof given === "number" ? given : asOf;
    return effective <= day && (until === undefined || day < until);
  }

  /** Ordinary cases, each with one thing otherwise, and with several picked at random, the same ones in every run. */
  *#trials(): Generator<TrialCase> {
    const starts = this.#ordinaryCases().map((near) => ({
      near,
      variations: variationsOf(near, this.#pair, this.#pool),
    }));
    for (const { near, variations } of starts) {
      yield near;
      for (const { trials } of variations) for (const change of trials) yield change(near);
    }
    const random = randomNumbers(20_260_731);
    const pick = <Thing>(things: readonly Thing[]): Thing | undefined => things[Math.floor(random() * things.length)];
    for (let done = 0; done < randomCases; done += 1) {
      const start = pick(starts);
      if (start === undefined) return;
      let trial = start.near;
      for (let changes = 1 + Math.floor(random() * mostChanges); changes > 0; changes -= 1) {
        const next = pick(pick(start.variations)?.trials ?? []);
        if (next !== undefined) trial = next(trial);
      }
      yield trial;
    }
  }
}

/**
 * Whether what is seen of a thing tells a mutant from its original. A refused case comes to nothing, so that there only
 * the reason for the refusal is seen.
 */
function tells({ kind }: MutatedThing, isRefused: boolean, before: Operand, after: Operand): boolean {
  if (kind !== "contradiction") return !isRefused && !isSameValue(before, after);
  return isRefused ? before === true && after === false : after === true;
}

function perProgram(make: (program: Program) => See): (program: Program) => See {
  const made = new Map<Program, See>();
  return (program) => {
    const see = made.get(program) ?? make(program);
    made.set(program, see);
    return see;
  };
}
