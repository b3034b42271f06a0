import { spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";

/** How long a process takes from its start to its end, in milliseconds, run by run. */
export interface ColdStart {
  readonly node: readonly number[];
  readonly evaluate: readonly number[];
}

/** Starts an empty Node and `evaluate` on a case in turn. @throws Error where one of them fails */
export function measureColdStart(command: string, caseFile: string, runs: number): ColdStart {
  const [node, evaluate]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run += 1) {
    node.push(start(["-e", "0"]));
    evaluate.push(start([command, "evaluate", caseFile]));
  }
  return { node, evaluate };
}

function start(args: readonly string[]): number {
  const from = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: "ignore" });
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}`);
  return performance.now() - from;
}
