import { dateOfParts, lengthOfMonth } from "./date.ts";
import { none, type SmtContext, type Symbolic } from "./symbolic.ts";
import { atMost, ite, type Term, whole } from "./term.ts";

/** The first or the last day of the month, quarter or year that a date falls in. */
export function edgeOf(
  date: Symbolic = none,
  period: "month" | "quarter" | "year",
  edge: "start" | "end",
  context: SmtContext,
): Symbolic {
  if (date.kind !== "date") return none;
  const { year, month: from } = date.parts();
  const month = monthAtEdge(from, period, edge);
  const day = edge === "start" ? whole(1) : lengthOfMonth({ year, month }, date.years);
  return dateOfParts({ year, month, day }, date.years, "false", context);
}

function monthAtEdge(month: Term, period: "month" | "quarter" | "year", edge: "start" | "end"): Term {
  if (period === "month") return month;
  if (period === "year") return whole(edge === "start" ? 1 : 12);
  const quarters = edge === "start" ? [1, 4, 7, 10] : [3, 6, 9, 12];
  const [first = 1, second = 4, third = 7, fourth = 10] = quarters;
  const upTo = (last: number, then: number, otherwise: Term): Term =>
    ite(atMost(month, whole(last)), whole(then), otherwise);
  return upTo(3, first, upTo(6, second, upTo(9, third, whole(fourth))));
}
