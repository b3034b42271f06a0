import type { Coverage } from "./coverage/coverage.ts";
import { countOf, percentageOf } from "./coverage/coverage.ts";
import type { FixtureRun } from "./fixture.ts";

/** What came of running fixtures, in whatever form it is shown. */
export interface TestReport {
  readonly runs: readonly FixtureRun[];
  /** What the fixtures that passed show of the rules, where that was asked for. */
  readonly coverage?: Coverage;
  /** The percentage of coverage below which the run counts as failed. */
  readonly minimum?: number;
}

/** How many fixtures passed and how many failed. */
export function tallyOf({ runs }: TestReport): { readonly passed: number; readonly failed: number } {
  const passed = runs.filter((run) => run.passed).length;
  return { passed, failed: runs.length - passed };
}

/** Whether the cases show less of the rules than they have to. */
export function fallsShort({ coverage, minimum }: TestReport): boolean {
  return coverage !== undefined && minimum !== undefined && percentageOf(countOf(coverage.goals)) < minimum;
}
