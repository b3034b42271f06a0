import { loadProcedure } from "../../engine/index.ts";
import { type Spent, spentOn } from "../measure.ts";
import { syntheticFacts } from "./synthetic.ts";

/** What one process measured of a procedure of some size. */
export interface Scaled {
  readonly clauses: number;
  readonly load: Spent;
  /** Of one case with its full result, and with the decisions alone. */
  readonly full: Spent;
  readonly decisions: Spent;
  /** The most memory that the process had, in MiB. */
  readonly peak: number;
}

/** Measures the library on a procedure of so many clauses. @param least the least time of each part, in milliseconds */
export async function measureScaling(directory: string, clauses: number, least: number): Promise<Scaled> {
  const loaded: ReturnType<typeof loadProcedure>[] = [];
  const load = await spentOn(() => {
    loaded.push(loadProcedure(directory));
  });
  const [procedure] = loaded;
  if (procedure === undefined) throw new Error("the procedure was not loaded");
  const inputs = Array.from({ length: 64 }, (_, at) => ({ asOf: "2020-07-01", facts: syntheticFacts(clauses, at) }));
  const timed = async (decide: (input: (typeof inputs)[number]) => unknown): Promise<Spent> => {
    await repeat(inputs, decide, least);
    return await repeat(inputs, decide, least);
  };
  const full = await timed((input) => procedure.evaluate(input));
  const decisions = await timed((input) => procedure.decide(input));
  return { clauses, load, full, decisions, peak: process.resourceUsage().maxRSS / 1024 };
}

async function repeat<Input>(
  inputs: readonly Input[],
  decide: (input: Input) => unknown,
  least: number,
): Promise<Spent> {
  let [wall, cpu, count] = [0, 0, 0];
  while (cpu < least * 1000) {
    const spent = await spentOn(() => {
      for (const input of inputs) decide(input);
    });
    wall += spent.wall;
    cpu += spent.cpu;
    count += inputs.length;
  }
  return { wall: wall / count, cpu: cpu / count };
}
