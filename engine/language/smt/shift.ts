import { type DateParts, dateOfNumber, dateOfParts, lengthOfMonth, type Years } from "./date.ts";
import { none, type SmtContext, type Symbolic } from "./symbolic.ts";
import { ite, less, plus, quotient, remainder, type Term, times, whole } from "./term.ts";

/** The years of the calendar, both included. */
const calendar: Years = { from: 1, to: 9999 };

/** A date moved by a number of days. */
export function addDaysTo(date: Symbolic = none, days: Symbolic = none, context: SmtContext): Symbolic {
  if (date.kind !== "date" || days.kind !== "number") return none;
  const amount = constant(days.numerator);
  const years = moved(date.years, amount === undefined ? undefined : Math.ceil(Math.abs(amount) / 365));
  return dateOfNumber(plus(date.number(), days.numerator), years, "false", context);
}

/**
 * A date moved by a number of months, or of years of twelve months. Where the month arrived at lacks the day, `up`
 * goes on to the first of the next and `down` back to its last.
 */
export function addMonthsTo(
  date: Symbolic = none,
  count: Symbolic = none,
  monthsEach: 1 | 12,
  rounding: "up" | "down",
  context: SmtContext,
): Symbolic {
  if (date.kind !== "date" || count.kind !== "number") return none;
  const amount = constant(count.numerator);
  const years = moved(
    date.years,
    amount === undefined ? undefined : Math.ceil((Math.abs(amount) * monthsEach) / 12) + 1,
  );
  const from = date.parts();
  const arrived = monthsEach === 12 ? yearsOn(from, count.numerator) : monthsOn(from, count.numerator, context);
  const length = context.name("Int", lengthOfMonth(arrived, years));
  const lacks = context.name("Bool", less(length, from.day));
  if (rounding === "down") {
    return dateOfParts({ ...arrived, day: ite(lacks, length, from.day) }, years, "false", context);
  }
  // A month that lacks a day is never the last of its year.
  const parts: DateParts = {
    year: arrived.year,
    month: ite(lacks, plus(arrived.month, whole(1)), arrived.month),
    day: ite(lacks, whole(1), from.day),
  };
  return dateOfParts(parts, years, "false", context);
}

function yearsOn({ year, month }: DateParts, count: Term): Omit<DateParts, "day"> {
  return { year: plus(year, count), month };
}

function monthsOn({ year, month }: DateParts, count: Term, context: SmtContext): Omit<DateParts, "day"> {
  const months = context.name("Int", plus(times(whole(12), year), month, count, whole(-1)));
  return { year: quotient(months, 12), month: plus(remainder(months, 12), whole(1)) };
}

/** The value of a whole number that is written out. */
function constant(term: Term): number | undefined {
  const match = /^(?:\(- (\d+)\)|(\d+))$/.exec(term);
  return match === null ? undefined : Number(match[1] ?? match[2]);
}

function moved(years: Years, by: number | undefined): Years {
  if (by === undefined) return calendar;
  return { from: Math.max(calendar.from, years.from - by), to: Math.min(calendar.to, years.to + by) };
}
