import { FIRST_DAY, formatDay, LAST_DAY } from "../../calendar/day.ts";
import type { Operand } from "../../language/known.ts";
import type { ValueType } from "../../language/value-type.ts";

/** What one of the engines says, part by part, in words that can be compared and shown. */
export type Statements = Map<string, string>;

/** A truth in words. */
export function sayTruth(truth: boolean | undefined | "contradictory"): string {
  if (truth === "contradictory") return "true and false at once";
  return truth === undefined ? "unknown" : String(truth);
}

/** A value in words, a date as `YYYY-MM-DD`. */
export function sayValue(value: Operand, type: ValueType | undefined): string {
  if (value === undefined) return "unknown";
  if (typeof value === "number" && type?.kind === "date" && value >= FIRST_DAY && value <= LAST_DAY) {
    return formatDay(value);
  }
  if (Array.isArray(value)) return `[${(value as readonly Operand[]).map((part) => sayValue(part, partType(type))).join(", ")}]`;
  return value === null ? "none" : String(value);
}

/** Things that are possible, in words; in what order does not matter. */
export function sayPossible(possible: Iterable<string>): string {
  return [...possible].sort().join(" or ");
}

function partType(type: ValueType | undefined): ValueType | undefined {
  return type?.kind === "list" ? type.of : undefined;
}
