import type { Evaluation } from "../../evaluate/procedure.ts";
import type { Program } from "../../evaluate/program.ts";
import type { OpenProcedure } from "../../procedure/open.ts";
import type { Bounds } from "../../prove/encode/bounds.ts";
import type { FixtureRun } from "../fixture.ts";
import type { Example } from "./examples.ts";
import { type Goal, type GoalKind, goalKinds } from "./goal.ts";
import { type Goals, goalsOf } from "./goals.ts";
import { Observer } from "./observe.ts";

/** A goal, and what is known of it. */
export interface CoveredGoal extends Goal {
  /** How many passing fixtures reach it. */
  readonly cases: number;
  /** The first of them. */
  readonly first: string | undefined;
  /** Whether it was proved that no case can reach it. */
  readonly impossible: boolean;
}

/** What the passing fixtures show of the rules. */
export interface Coverage {
  readonly goals: readonly CoveredGoal[];
  /** Cases that would reach what is open, where some were looked for. */
  readonly examples?: readonly Example[];
  /** Of which cases it was proved that they can't reach a goal, where that was tried. */
  readonly bounds?: Bounds;
}

/** How many goals there are, and how many are reached. What was proved to be impossible is not counted. */
export interface Count {
  readonly reached: number;
  readonly goals: number;
}

/** What the fixtures that passed show of all versions of the rules. Those that failed show nothing. */
export function coverageOf(opened: OpenProcedure, runs: readonly FixtureRun[]): Coverage {
  const goals = goalsOf(opened, opened.revisions);
  const tally = new Tally(goals);
  for (const { passed, evaluation, name } of runs) if (passed && evaluation !== undefined) tally.add(evaluation, name);
  return { goals: goals.all.map((goal) => ({ ...goal, ...tally.of(goal), impossible: false })) };
}

class Tally {
  readonly #goals: Goals;
  readonly #observers = new Map<Program, Observer>();
  readonly #seen = new Map<Goal, { cases: number; first: string }>();

  constructor(goals: Goals) {
    this.#goals = goals;
  }

  add(evaluation: Evaluation, name: string): void {
    const { program } = evaluation;
    const observer = this.#observers.get(program) ?? new Observer(program, this.#goals.of.get(program.model) ?? []);
    this.#observers.set(program, observer);
    for (const { goal } of observer.reached(evaluation)) {
      const seen = this.#seen.get(goal);
      if (seen === undefined) this.#seen.set(goal, { cases: 1, first: name });
      else seen.cases += 1;
    }
  }

  of(goal: Goal): Pick<CoveredGoal, "cases" | "first"> {
    return this.#seen.get(goal) ?? { cases: 0, first: undefined };
  }
}

/** Whether a goal is neither reached nor impossible. */
export function isOpen({ cases, impossible }: CoveredGoal): boolean {
  return cases === 0 && !impossible;
}

/** The count of some goals. */
export function countOf(goals: readonly CoveredGoal[]): Count {
  const counted = goals.filter(({ impossible }) => !impossible);
  return { goals: counted.length, reached: counted.filter(({ cases }) => cases > 0).length };
}

/** The counts of each kind of goal that there is. */
export function countsOf({ goals }: Coverage): ReadonlyMap<GoalKind, Count> {
  return new Map(goalKinds.map((kind) => [kind, countOf(goals.filter(({ aim }) => aim.kind === kind))]));
}

/** How many clause versions there are, and of how many every goal is reached. */
export function clausesIn({ goals }: Coverage): Count {
  const versions = new Map<string, boolean>();
  for (const goal of goals) {
    if (goal.part.kind !== "clause") continue;
    const key = JSON.stringify([goal.part.id, goal.part.revision]);
    versions.set(key, (versions.get(key) ?? true) && !isOpen(goal));
  }
  return { goals: versions.size, reached: [...versions.values()].filter(Boolean).length };
}

/** The percentage of goals that are reached, to one decimal and rounded down, so that 100 means all. */
export function percentageOf({ reached, goals }: Count): number {
  return goals === 0 ? 100 : Math.floor((1000 * reached) / goals) / 10;
}
