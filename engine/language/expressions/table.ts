import { type AddDays, addDays } from "./addDays.ts";
import { type AddMonths, addMonths } from "./addMonths.ts";
import { type AddYears, addYears } from "./addYears.ts";
import type { Choose } from "./choose.ts";
import { type Count, count } from "./count.ts";
import { type Earliest, earliest } from "./earliest.ts";
import { type EndOf, endOf } from "./endOf.ts";
import type { AggregateRow, FunctionRow } from "./expression.ts";
import { type Latest, latest } from "./latest.ts";
import { type Max, max } from "./max.ts";
import { type Min, min } from "./min.ts";
import { type Minus, minus } from "./minus.ts";
import { type Percentage, percentage } from "./percentage.ts";
import { type Plus, plus } from "./plus.ts";
import { type StartOf, startOf } from "./startOf.ts";
import { type Sum, sum } from "./sum.ts";
import { type Times, times } from "./times.ts";

/** A value that is worked out from others: exactly one key says how. */
export type Expression =
  | AddDays
  | AddMonths
  | AddYears
  | StartOf
  | EndOf
  | Earliest
  | Latest
  | Sum
  | Min
  | Max
  | Count
  | Percentage
  | Plus
  | Minus
  | Times
  | Choose;

/**
 * The expression table, by the key used in rule files. Adding an expression is adding its file, its row here and its
 * name to the type above; the compiler asks for the second when the third is there. `choose` branches on conditions,
 * which no row can do, and is known to the linker and the compiler by itself.
 */
export const expressions: Readonly<Record<Exclude<KeyOf<Expression>, "choose">, FunctionRow | AggregateRow>> = {
  addDays,
  addMonths,
  addYears,
  startOf,
  endOf,
  earliest,
  latest,
  sum,
  min,
  max,
  count,
  percentage,
  plus,
  minus,
  times,
};

type KeyOf<Union> = Union extends unknown ? keyof Union : never;

/** The key of an expression. */
export type ExpressionName = KeyOf<Expression>;
