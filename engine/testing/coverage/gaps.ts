import { CalendarRangeError } from "../../calendar/day.ts";
import { amountsIn } from "../../cases/amounts.ts";
import { boundsFor, newest } from "../../cases/bounds.ts";
import { ordinaryCases } from "../../cases/ordinary.ts";
import { Pair, type TrialCase } from "../../cases/pair.ts";
import { Pool } from "../../cases/pool.ts";
import { shrink } from "../../cases/shrink.ts";
import type { Evaluation, Procedure } from "../../evaluate/procedure.ts";
import { and } from "../../language/smt/term.ts";
import type { RevisionModel } from "../../procedure/model.ts";
import type { OpenProcedure } from "../../procedure/open.ts";
import type { Bounds } from "../../prove/encode/bounds.ts";
import { Prover } from "../../prove/prover.ts";
import type { FixtureRun } from "../fixture.ts";
import { type Coverage, type CoveredGoal, isOpen } from "./coverage.ts";
import { type Example, ExampleMaker } from "./examples.ts";
import { goalsOf } from "./goals.ts";
import { Observer } from "./observe.ts";
import { termOf } from "./terms.ts";

/** How far gaps are looked into. */
export interface GapOptions {
  /** Told what is being done. */
  readonly progress: (message: string) => void;
  /** How many goals the solver is asked about at most. */
  readonly most?: number;
}

/** A wish for more examples than these would be a wish for a test suite. */
const mostAsked = 40;

/**
 * Looks into what is open: finds cases that would reach it, or proves that no case can. A proof is about cases within the
 * bounds that proofs have: in years around the revisions, and with short lists.
 */
export async function lookIntoGaps(
  opened: OpenProcedure,
  procedure: Procedure,
  coverage: Coverage,
  runs: readonly FixtureRun[],
  options: GapOptions,
): Promise<Coverage> {
  const maker = new ExampleMaker(procedure, goalsOf(opened, opened.revisions));
  const open = new Set(coverage.goals.filter(isOpen));
  const impossible = new Set<CoveredGoal>();
  const examples: Example[] = [];
  const bounds = boundsFor(opened.revisions, undefined);
  const keep = (example: Example | undefined): void => {
    if (example === undefined) return;
    examples.push(example);
    for (const goal of example.goals) open.delete(goal);
  };
  for (const model of opened.revisions) {
    if (![...open].some((goal) => goal.model === model)) continue;
    const looking = new Looking(model, bounds, maker, open, keep);
    try {
      for (const goal of await looking.ask(options)) impossible.add(goal);
      looking.leaveOut(runs);
    } finally {
      looking.end();
    }
  }
  const goals = coverage.goals.map((goal) => (impossible.has(goal) ? { ...goal, impossible: true } : goal));
  return { goals, examples, bounds };
}

/** Looks into the open goals of one revision. */
class Looking {
  readonly #model: RevisionModel;
  readonly #bounds: Bounds;
  readonly #maker: ExampleMaker;
  readonly #open: ReadonlySet<CoveredGoal>;
  readonly #keep: (example: Example | undefined) => void;
  readonly #pair: Pair;
  readonly #prover: Prover;
  #ordinary: readonly TrialCase[] | undefined;

  constructor(
    model: RevisionModel,
    bounds: Bounds,
    maker: ExampleMaker,
    open: ReadonlySet<CoveredGoal>,
    keep: (example: Example | undefined) => void,
  ) {
    this.#model = model;
    this.#bounds = bounds;
    this.#maker = maker;
    this.#open = open;
    this.#keep = keep;
    this.#pair = new Pair(model, model);
    this.#prover = new Prover([model], bounds);
  }

  /** Asks the solver for a case for one open goal after the other. Gives those that no case can reach. */
  async ask({ progress, most = mostAsked }: GapOptions): Promise<readonly CoveredGoal[]> {
    const impossible: CoveredGoal[] = [];
    let asked = 0;
    for (const goal of [...this.#open].filter(({ model }) => model === this.#model)) {
      if (asked >= most) break;
      const term = this.#open.has(goal) ? termOf(goal.aim, this.#prover.universe) : undefined;
      if (term === undefined) continue;
      asked += 1;
      progress(`looking for cases that show what is open: ${this.#open.size} goals left`);
      const verdict = await this.#prover.ask(and(this.#prover.valid, term));
      if (verdict.kind === "impossible") impossible.push(goal);
      if (verdict.kind === "possible") this.#show(goal, this.#pair.read(verdict.chosen));
    }
    return impossible;
  }

  /** Looks for what only a missing fact shows: leaves single facts out of ordinary cases and of fixtures that passed. */
  leaveOut(runs: readonly FixtureRun[]): void {
    const given = runs.flatMap(({ passed, evaluation }) =>
      passed && evaluation?.program.model === this.#model ? [this.#trialOf(evaluation)] : [],
    );
    for (const trial of [...this.#ordinaryCases(), ...given]) {
      for (const at of this.#pair.facts.keys()) {
        if (trial.values[at] === undefined) continue;
        const wanted = this.#undetermined();
        if (wanted.length === 0) return;
        const without = { ...trial, values: trial.values.with(at, undefined) };
        if (wanted.some((goal) => this.#reaches(goal, without))) this.#keep(this.#example(without));
      }
    }
  }

  /** Ends the solver. */
  end(): void {
    this.#prover.end();
  }

  #undetermined(): readonly CoveredGoal[] {
    return [...this.#open].filter(
      ({ aim, model }) => model === this.#model && "status" in aim && aim.status === "undetermined",
    );
  }

  /** Keeps a case that the solver chose, brought as close to an ordinary one as shows the goal too. */
  #show(goal: CoveredGoal, chosen: TrialCase): void {
    const isGood = (trial: TrialCase) => this.#pair.startValid(trial) !== undefined && this.#reaches(goal, trial);
    if (!isGood(chosen)) return;
    this.#keep(this.#example(shrink(chosen, this.#ordinaryCases(), this.#pair, isGood).trial));
  }

  #example(trial: TrialCase): Example | undefined {
    return this.#maker.of(this.#pair.write(trial), this.#model.entry.revision, this.#open);
  }

  #reaches(goal: CoveredGoal, trial: TrialCase): boolean {
    const [run] = this.#pair.start(trial);
    try {
      if (run.program.contradictions.some(({ test }) => test(run.frame) === true)) return false;
      return new Observer(run.program, [{ goal, aim: goal.aim }]).reached(run).length > 0;
    } catch (error) {
      if (error instanceof CalendarRangeError) return false;
      throw error;
    }
  }

  #trialOf({ frame, program }: Evaluation): TrialCase {
    const values = this.#pair.facts.map(({ slots: [slot] }) => (slot === undefined ? undefined : frame.facts[slot]));
    return { asOf: frame.asOf, readings: program.readings, values };
  }

  #ordinaryCases(): readonly TrialCase[] {
    const pool = new Pool(this.#pair, amountsIn([this.#model]), this.#bounds.years);
    this.#ordinary ??= ordinaryCases(this.#pair, pool, newest([this.#model]));
    return this.#ordinary;
  }
}
