import { readFileSync, writeFileSync } from "node:fs";
import { entrants } from "./contenders/table.ts";
import type { GivenCase } from "./hand-written/case.ts";
import type { Effort } from "./measure.ts";

/** What a process of the benchmark is told to do. */
export interface Order {
  readonly contender: string;
  /** The file of the cases, and the one for what was measured. */
  readonly cases: string;
  readonly out: string;
  readonly effort: Effort;
}

// One process measures one contender, so that none of them finds the compiler's guesses or the memory of another.
const order = JSON.parse(process.argv[2] ?? "{}") as Order;
const entrant = entrants.find(({ id }) => id === order.contender);
if (entrant === undefined) throw new Error(`there is no contender ${order.contender}`);
const cases = JSON.parse(readFileSync(order.cases, "utf8")) as readonly GivenCase[];
writeFileSync(order.out, JSON.stringify(await entrant.measure(cases, order.effort)));
