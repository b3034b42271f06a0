import { readFileSync, writeFileSync } from "node:fs";
import { entrants } from "./contenders/table.ts";
import type { GivenCase } from "./hand-written/case.ts";
import type { Effort } from "./measure.ts";
import { measureScaling } from "./scaling/measure.ts";

/** What a process of the benchmark is told to do, and into which file to write what it measured. */
export type Order =
  | {
      readonly kind: "contender";
      readonly contender: string;
      /** The file of the cases. */
      readonly cases: string;
      readonly out: string;
      readonly effort: Effort;
    }
  | {
      readonly kind: "scaling";
      readonly rules: string;
      readonly clauses: number;
      readonly out: string;
      readonly least: number;
    };

// What starts it is `process.ts` alone, which gives it an order.
// One process measures one thing, so that none of them finds the compiler's guesses or the memory of another.
const order = JSON.parse(process.argv[2] ?? "{}") as Order;
writeFileSync(order.out, JSON.stringify(await carriedOut(order)));

async function carriedOut(order: Order): Promise<unknown> {
  if (order.kind === "scaling") return await measureScaling(order.rules, order.clauses, order.least);
  const entrant = entrants.find(({ id }) => id === order.contender);
  if (entrant === undefined) throw new Error(`there is no contender ${order.contender}`);
  const cases = JSON.parse(readFileSync(order.cases, "utf8")) as readonly GivenCase[];
  return await entrant.measure(cases, order.effort);
}
