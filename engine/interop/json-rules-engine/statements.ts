import { formatDay } from "../../calendar/day.ts";
import type { Operand } from "../../language/known.ts";
import type { ObligationStatus } from "../../language/result.ts";
import type { ValueType } from "../../language/value-type.ts";
import type { RuleTruth } from "./truths.ts";

/** What one of the engines says, part by part, in words that can be compared and shown. */
export type Statements = Map<string, string>;

/** The name of a derived value as the rules of other parts are given it. */
export function valueId(id: string): string {
  return `fact ${id}`;
}

/** A truth in words. */
export function sayTruth(truth: RuleTruth): string {
  if (truth === "contradictory") return "true and false at once";
  return truth === undefined ? "unknown" : String(truth);
}

/** What a decision came to, in words. */
export function sayDecision(outcome: string | null | undefined, possible: readonly string[]): string {
  return `${outcome ?? "undetermined"} (possible: ${possible.join(", ")})`;
}

/** What an obligation came to, in words. */
export function sayObligation(status: ObligationStatus, due: string | null): string {
  return due === null ? status : `${status}, due ${due}`;
}

/** Things that are possible, in words; in what order does not matter. */
export function sayPossible(possible: Iterable<string>): string {
  return [...possible].sort().join(" or ");
}

/** A value as a result prints it, in words. */
export function sayPrinted(value: string | number | boolean | null): string {
  return JSON.stringify(value);
}

/** A value in words, a date as `YYYY-MM-DD`, the parts of a list or of a list element in brackets. */
export function sayValue(value: Operand, type: ValueType | undefined): string {
  if (value === undefined) return "unknown";
  if (!Array.isArray(value)) return JSON.stringify(printed(value, type));
  const of = type?.kind === "list" ? type.of : undefined;
  return `[${(value as readonly Operand[]).map((part) => sayValue(part, of)).join(", ")}]`;
}

/** A value as a result prints it; nothing for an unknown one and for a list. */
export function printed(value: Operand, type: ValueType | undefined): string | number | boolean | null | undefined {
  if (typeof value === "number" && type?.kind === "date") return formatDay(value);
  return typeof value === "object" && value !== null ? undefined : value;
}
