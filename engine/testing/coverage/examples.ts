import type { CoveredGoal } from "./coverage.ts";

/** A ready-made case, and the open goals that it would reach. */
export interface Example {
  /** The case as a file has it, with what the rules make of it now as its expectation. */
  readonly yaml: string;
  readonly goals: readonly CoveredGoal[];
}
