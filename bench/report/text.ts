import type { BatchRound } from "../batch/run.ts";
import type { ColdStart } from "../cold-start.ts";
import type { Machine } from "../machine.ts";
import type { Rounds, Size } from "../rounds.ts";
import type { Scaled } from "../scaling/measure.ts";
import { batchText } from "./batch.ts";
import { coldStartText } from "./cold-start.ts";
import { contendersText, ratiosText, sparedText } from "./contenders.ts";
import { scalingText } from "./scaling.ts";
import { targetsText } from "./targets.ts";

/** Everything that a run measured. */
export interface Results extends Rounds {
  readonly machine: Machine;
  readonly size: Size;
  readonly seed: number;
  readonly quick: boolean;
  readonly scaling: readonly (readonly Scaled[])[];
  readonly coldStart: ColdStart;
  /** Left out where it was not measured. */
  readonly batch?: readonly BatchRound[];
}

/** The results in Markdown. */
export function reportText(results: Results): string {
  const parts = [
    "# Results of the benchmark",
    machineText(results),
    ...(results.entrants.length > 0
      ? ["## Deciding a case", contendersText(results), ratiosText(results), sparedText(results)]
      : []),
    ...(results.scaling.length > 0 ? ["## Number of clauses", scalingText(results.scaling)] : []),
    ...(results.coldStart.node.length > 0 ? ["## Cold start", coldStartText(results.coldStart)] : []),
    ...(results.batch === undefined ? [] : ["## Batch", batchText(results.batch)]),
    "## Targets",
    targetsText(results),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** What was measured, and on what. */
export function machineText({ machine, size, seed, quick }: Results): string {
  const { processor, cores, memory, node, system, date } = machine;
  return (
    `${processor}, ${cores} cores, ${memory} GiB; Node ${node} on ${system}; ${date}. ` +
    `${size.cases} cases (seed ${seed}), ${size.rounds} rounds, in each of which every contender has a process of its own, ` +
    "in turn. Times are processor time of the whole process for one case, medians of the rounds with the least and the " +
    `greatest; beside them the time that passed.${quick ? " **A small run: its numbers say little.**" : ""}`
  );
}
