import { formatDay } from "../calendar/day.ts";
import type { ObligationState } from "../evaluate/frame.ts";
import { statusOf } from "../evaluate/result.ts";
import type { ClauseStatus } from "../language/condition.ts";
import type { Operand } from "../language/known.ts";
import type { Run } from "./pair.ts";

/** The outcome of a decision; `undetermined` while there are several. */
export function outcomeOf({ program, frame }: Run, id: string): string {
  const possible = program.decisions.get(id)?.possible(frame) ?? [];
  return possible.length === 1 ? (possible[0] ?? "") : "undetermined";
}

/** The status of a clause; not applicable on a side that has no such clause. */
export function clauseStatusOf({ program, frame }: Run, id: string | undefined): ClauseStatus {
  const clause = id === undefined ? undefined : program.clauses.get(id);
  return clause === undefined ? "not_applicable" : statusOf(clause.statuses(frame));
}

/** An obligation; not applicable on a side that has none of that name. */
export function obligationOf({ program, frame }: Run, id: string): ObligationState {
  return program.obligations.get(id)?.run(frame) ?? { status: "not_applicable", due: null };
}

/** A derived value; none on a side that has none of that name. */
export function derivedOf({ program, frame }: Run, id: string): Operand {
  const derived = program.derived.get(id);
  return derived === undefined ? null : derived.get(frame);
}

/** Whether two values are the same, element by element. */
export function isSameValue(a: Operand, b: Operand): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((part: Operand, at) => isSameValue(part, b[at] as Operand));
  }
  return a === b;
}

/** An obligation in words: `overdue, due 2019-12-31`. */
export function obligationWords({ status, due }: ObligationState): string {
  return typeof due === "number" ? `${status}, due ${formatDay(due)}` : status;
}

/** A derived value in words. */
export function valueWords({ program }: Run, id: string, value: Operand): string {
  if (value === null) return "none";
  const isDate = program.model.derived.get(id)?.value.type.kind === "date";
  return isDate && typeof value === "number" ? formatDay(value) : String(value);
}
