import { type Day, yearMonthDay } from "../../calendar/day.ts";
import type { SmtContext } from "./symbolic.ts";
import { and, atMost, ite, less, not, or, plus, quotient, remainder, same, type Term, times, whole } from "./term.ts";

/** A date by its year, its month from 1 and its day of the month. */
export interface DateParts {
  readonly year: Term;
  readonly month: Term;
  readonly day: Term;
}

/**
 * A date, by its parts or by its day number: the one that it has of itself, and the other once it is asked for.
 * Comparing parts asks the solver for no calendar arithmetic.
 */
export interface SymbolicDate {
  readonly kind: "date";
  readonly none: Term;
  readonly by: "parts" | "number";
  readonly parts: () => DateParts;
  /** The day number: days since 1970-01-01. */
  readonly number: () => Term;
  /** The years that it can lie in, both included. */
  readonly years: Years;
}

/** Some years in a row. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

/** A date by its parts. */
export function dateOfParts(parts: DateParts, years: Years, isNone: Term, context: SmtContext): SymbolicDate {
  return {
    kind: "date",
    none: isNone,
    by: "parts",
    parts: () => parts,
    number: once(() => context.name("Int", dayNumber(parts, years))),
    years,
  };
}

/** A date by its day number. Its parts, once they are asked for, are new numbers of which there is only one choice. */
export function dateOfNumber(number: Term, years: Years, isNone: Term, context: SmtContext): SymbolicDate {
  const parts = once((): DateParts => {
    const found = { year: context.number(), month: context.number(), day: context.number() };
    context.constrain(and(isPossible(found, years), same(dayNumber(found, years), number)));
    return found;
  });
  return { kind: "date", none: isNone, by: "number", parts, number: () => number, years };
}

/** A date that is written out. */
export function literalDate(day: Day): SymbolicDate {
  const { year, month, dayOfMonth } = yearMonthDay(day);
  const parts: DateParts = { year: whole(year), month: whole(month), day: whole(dayOfMonth) };
  const years: Years = { from: year, to: year };
  return { kind: "date", none: "false", by: "parts", parts: () => parts, number: () => whole(day), years };
}

/** The parts name a day of the calendar, in some years. */
export function isPossible(parts: DateParts, years: Years): Term {
  const { year, month, day } = parts;
  return and(
    atMost(whole(years.from), year),
    atMost(year, whole(years.to)),
    atMost(whole(1), month),
    atMost(month, whole(12)),
    atMost(whole(1), day),
    atMost(day, lengthOfMonth(parts, years)),
  );
}

/** The number of days of the month that a date lies in. */
export function lengthOfMonth({ year, month }: Omit<DateParts, "day">, years: Years): Term {
  const isShort = or(...[4, 6, 9, 11].map((short) => same(month, whole(short))));
  const february = ite(isLeap(year, years), whole(29), whole(28));
  return ite(same(month, whole(2)), february, ite(isShort, whole(30), whole(31)));
}

/** Whether a year is a leap year of the Gregorian calendar. */
export function isLeap(year: Term, years: Years): Term {
  const exceptions = centuries(years).map((century) => not(same(year, whole(century))));
  return and(same(remainder(year, 4), whole(0)), ...exceptions);
}

/** The years divisible by 100 and not by 400, in which the fourth year is no leap year. */
function centuries({ from, to }: Years): readonly number[] {
  const found: number[] = [];
  for (let year = Math.ceil(from / 100) * 100; year <= to; year += 100) if (year % 400 !== 0) found.push(year);
  return found;
}

/** The days before each month of a year that is no leap year. */
const before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

function dayNumber({ year, month, day }: DateParts, years: Years): Term {
  const first = 1 + 400 * Math.floor((years.from - 1) / 400);
  const since = plus(year, whole(-first));
  // From the first year of a cycle of 400 on, every fourth year is one day longer, but for the centuries in between.
  const leapDays = plus(
    quotient(since, 4),
    ...centuries({ from: first, to: years.to }).map((century) => ite(less(whole(century), year), whole(-1), whole(0))),
  );
  const days = before.reduceRight(
    (rest, count, at) => (rest === "" ? whole(count) : ite(same(month, whole(at + 1)), whole(count), rest)),
    "",
  );
  const leapDay = ite(and(less(whole(2), month), isLeap(year, years)), whole(1), whole(0));
  return plus(times(whole(365), since), leapDays, days, leapDay, day, whole(startOfYear(first) - 1));
}

/** The day number of January 1 of a year. */
function startOfYear(year: number): number {
  const past = year - 1;
  return 365 * past + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) - 719_162;
}

/** The left date comes before the right one. */
export function earlierDate(left: SymbolicDate, right: SymbolicDate): Term {
  return compared(left, right, less);
}

/** The two dates are the same. */
export function sameDate(left: SymbolicDate, right: SymbolicDate): Term {
  return compared(left, right, same);
}

function compared(left: SymbolicDate, right: SymbolicDate, compare: (a: Term, b: Term) => Term): Term {
  if (left.by === "number" || right.by === "number") return compare(left.number(), right.number());
  return compare(order(left.parts()), order(right.parts()));
}

/** A number in the order of dates, for want of a calendar: twelve months of 31 days each. */
function order({ year, month, day }: DateParts): Term {
  return plus(times(whole(372), year), times(whole(31), month), day);
}

/** One date or the other, as a condition decides. */
export function chooseDate(condition: Term, then: SymbolicDate, otherwise: SymbolicDate, isNone: Term): SymbolicDate {
  return {
    kind: "date",
    none: isNone,
    by: then.by === "parts" && otherwise.by === "parts" ? "parts" : "number",
    parts: once(() => {
      const [a, b] = [then.parts(), otherwise.parts()];
      return {
        year: ite(condition, a.year, b.year),
        month: ite(condition, a.month, b.month),
        day: ite(condition, a.day, b.day),
      };
    }),
    number: once(() => ite(condition, then.number(), otherwise.number())),
    years: { from: Math.min(then.years.from, otherwise.years.from), to: Math.max(then.years.to, otherwise.years.to) },
  };
}

function once<Thing>(make: () => Thing): () => Thing {
  let made: { readonly thing: Thing } | undefined;
  return () => {
    made ??= { thing: make() };
    return made.thing;
  };
}
