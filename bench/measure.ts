import { performance } from "node:perf_hooks";
import type { Contender, Loaded } from "./contender.ts";
import type { GivenCase } from "./hand-written/case.ts";

/** Time that passed, and time that the processors worked for this process; both in microseconds. */
export interface Spent {
  readonly wall: number;
  readonly cpu: number;
}

/** What one process measured of one contender. */
export interface Measured {
  readonly id: string;
  /** From the first line of its own code to the rules being ready. */
  readonly load: Spent;
  /** Of one case, on average. */
  readonly perCase: Spent;
  /** The most memory that the process had, in MiB. */
  readonly peak: number;
  readonly cases: number;
  readonly spared: readonly string[];
  /** What was decided of each case, and the statuses where they are given; left out where it was not asked for. */
  readonly decided?: readonly Readonly<Record<string, unknown>>[];
}

/** How thoroughly to measure. */
export interface Effort {
  /** The least time in which cases are decided, in milliseconds of processor time. */
  readonly least: number;
  /** Whether every case's outcomes are given back. */
  readonly compare: boolean;
  /** The first case of those timed. */
  readonly from: number;
}

/** The time of some work. */
export async function spentOn(work: () => void | Promise<void>): Promise<Spent> {
  const cpu = process.cpuUsage();
  const from = performance.now();
  await work();
  const wall = (performance.now() - from) * 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { wall, cpu: user + system };
}

/** Measures a contender: loads it, lets it grow warm on the cases, and lets it decide them for a while. */
export async function measure<Made>(
  contender: Contender<Made>,
  cases: readonly GivenCase[],
  effort: Effort,
): Promise<Measured> {
  const { id } = contender;
  const ready: Loaded<Made>[] = [];
  const load = await spentOn(async () => {
    ready.push(await contender.load());
  });
  const [loaded] = ready;
  if (loaded === undefined) throw new Error(`${id} was not loaded`);
  const runs = cases.map((given) => loaded.prepare(given));
  const decided = effort.compare ? await decideAll(loaded, runs) : undefined;
  await warmUp(loaded, runs, effort.least);
  const { perCase, count } = await decideForLong(loaded, runs, effort);
  const peak = process.resourceUsage().maxRSS / 1024;
  const measured = { id, load, perCase, peak, cases: count, spared: loaded.spared ?? [] };
  return decided === undefined ? measured : { ...measured, decided };
}

type Run<Made> = () => Made | Promise<Made>;

async function decideAll<Made>(
  loaded: Loaded<Made>,
  runs: readonly Run<Made>[],
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const decided: Readonly<Record<string, unknown>>[] = [];
  for (const run of runs) {
    const made = await run();
    decided.push({ ...loaded.outcomes(made), ...loaded.statuses?.(made) });
  }
  return decided;
}

async function warmUp<Made>(loaded: Loaded<Made>, runs: readonly Run<Made>[], least: number): Promise<void> {
  const slice = 200;
  let used = 0;
  for (let from = 0; used < least * 1000; from += slice) {
    if (from >= runs.length) from = 0;
    const spent = await spentOn(() => pass(runs.slice(from, from + slice), loaded.atOnce ?? 1));
    used += spent.cpu;
  }
}

/** The cases timed at once; a slow contender gets to few more of them in a round, a quick one through all again and again. */
const timedAtOnce = 1000;

/** Decides cases one after the other, round and round, until the least time is reached. */
async function decideForLong<Made>(
  loaded: Loaded<Made>,
  runs: readonly Run<Made>[],
  effort: Effort,
): Promise<{ readonly perCase: Spent; readonly count: number }> {
  let [wall, cpu, count] = [0, 0, 0];
  let from = effort.from % runs.length;
  while (cpu < effort.least * 1000) {
    const timed = runs.slice(from, from + timedAtOnce);
    const spent = await spentOn(() => pass(timed, loaded.atOnce ?? 1));
    wall += spent.wall;
    cpu += spent.cpu;
    count += timed.length;
    from = from + timed.length < runs.length ? from + timed.length : 0;
  }
  return { perCase: { wall: wall / count, cpu: cpu / count }, count };
}

/** Keeps what was made last, so that no work can be left out as one that nobody looks at. */
const kept: { last: unknown } = { last: undefined };

async function pass<Made>(runs: readonly Run<Made>[], atOnce: number): Promise<void> {
  if (atOnce > 1) {
    for (let from = 0; from < runs.length; from += atOnce) {
      kept.last = await Promise.all(runs.slice(from, from + atOnce).map((run) => run()));
    }
    return;
  }
  for (const run of runs) {
    const made = run();
    // To wait for what is there already would cost more than the decision of the quicker contenders.
    kept.last = made instanceof Promise ? await made : made;
  }
}
