// Imported one by one: the whole of date-fns takes a tenth of a second to load, these few take a hundredth.
import { UTCDateMini } from "@date-fns/utc/date/mini";
import { addMonths as moveMonths } from "date-fns/addMonths";
import { endOfMonth } from "date-fns/endOfMonth";
import { endOfQuarter } from "date-fns/endOfQuarter";
import { endOfYear } from "date-fns/endOfYear";
import { startOfMonth } from "date-fns/startOfMonth";
import { startOfQuarter } from "date-fns/startOfQuarter";
import { startOfYear } from "date-fns/startOfYear";
import { CalendarRangeError, checkDay, type Day, FIRST_DAY, formatDay, LAST_DAY } from "./day.ts";
import { remembered } from "./remember.ts";

/** The span of the calendar that a date is in. Quarters start in January, April, July and October. */
export type CalendarUnit = "month" | "quarter" | "year";

/**
 * What to do when the month arrived at lacks the day (30 February, 31 April): `down` takes the last day of that month,
 * `up` the first day of the next.
 */
export type Rounding = "up" | "down";

const MILLISECONDS_PER_DAY = 86_400_000;

/**
 * The day `count` days later (earlier when negative).
 *
 * @throws CalendarRangeError when the result is outside the years 0001 to 9999, or `count` is not a whole number
 */
export function addDays(day: Day, count: number): Day {
  checkDay(day);
  checkCount(count, "days");
  return inRange(day + count, day, `${count} days`);
}

/**
 * The same day of the month, `count` months later (earlier when negative).
 *
 * @param rounding what to do when that month lacks the day: 31 January + 1 month is 28 (or 29) February rounded down
 *   and 1 March rounded up
 * @throws CalendarRangeError when the result is outside the years 0001 to 9999, or `count` is not a whole number
 */
export function addMonths(day: Day, count: number, rounding: Rounding): Day {
  return (rounding === "up" ? months.up : months.down).move(day, count);
}

/**
 * The same month and day, `count` years later (earlier when negative).
 *
 * @param rounding what to do with 29 February when that year has none: 28 February rounded down, 1 March rounded up
 * @throws CalendarRangeError when the result is outside the years 0001 to 9999, or `count` is not a whole number
 */
export function addYears(day: Day, count: number, rounding: Rounding): Day {
  return (rounding === "up" ? years.up : years.down).move(day, count);
}

/** The first day of the month, quarter or year that `day` is in. */
export function startOf(unit: CalendarUnit, day: Day): Day {
  return starts[unit](day);
}

/** The last day of the month, quarter or year that `day` is in. */
export function endOf(unit: CalendarUnit, day: Day): Day {
  return ends[unit](day);
}

/** The end that the library gives of the span that a day is in. */
function spanEnd(end: (date: Date) => Date): (day: Day) => Day {
  return remembered((day) => {
    checkDay(day);
    return toDay(end(toDate(day)));
  });
}

const starts = { month: spanEnd(startOfMonth), quarter: spanEnd(startOfQuarter), year: spanEnd(startOfYear) } as const;
const ends = { month: spanEnd(endOfMonth), quarter: spanEnd(endOfQuarter), year: spanEnd(endOfYear) } as const;

/** A rule names few amounts, all of them small, whose answers are kept; a fact may give any. */
const mostAmount = 64;

type Unit = "months" | "years";

/** The ways of moving by so many months or years, each in the place of its amount: up to the largest one asked for. */
class Moves {
  readonly #unit: Unit;
  readonly #rounding: Rounding;
  readonly #known: ((day: Day) => Day)[] = [];

  constructor(unit: Unit, rounding: Rounding) {
    this.#unit = unit;
    this.#rounding = rounding;
  }

  move(day: Day, count: number): Day {
    const known = this.#known[count];
    if (known !== undefined) return known(day);
    const moveBy = (from: Day): Day => movedByLibrary(from, count, this.#unit, this.#rounding);
    if (!(Number.isInteger(count) && count >= 0 && count <= mostAmount)) return moveBy(day);
    while (this.#known.length <= count) {
      const amount = this.#known.length;
      this.#known.push(remembered((from) => movedByLibrary(from, amount, this.#unit, this.#rounding)));
    }
    return moveBy(day);
  }
}

const months = { up: new Moves("months", "up"), down: new Moves("months", "down") } as const;
const years = { up: new Moves("years", "up"), down: new Moves("years", "down") } as const;

function movedByLibrary(day: Day, count: number, unit: Unit, rounding: Rounding): Day {
  checkDay(day);
  checkCount(count, unit);
  const from = toDate(day);
  const to = moveMonths(from, count * (unit === "years" ? 12 : 1));
  // date-fns clamps to the end of a shorter month without saying so; a changed day of the month gives it away.
  const clamped = to.getDate() !== from.getDate();
  const result = toDay(to) + (clamped && rounding === "up" ? 1 : 0);
  return inRange(result, day, `${count} ${unit}`);
}

function toDate(day: Day): Date {
  return new UTCDateMini(day * MILLISECONDS_PER_DAY);
}

/** The day that an instant falls on in UTC; NaN when the instant is beyond what a Date can hold. */
function toDay(date: Date): Day {
  return Math.floor(date.getTime() / MILLISECONDS_PER_DAY);
}

function checkCount(count: number, unit: string): void {
  if (!Number.isInteger(count)) throw new CalendarRangeError(`${count} is not a whole number of ${unit}`);
}

function inRange(result: Day, from: Day, amount: string): Day {
  if (result >= FIRST_DAY && result <= LAST_DAY) return result;
  throw new CalendarRangeError(`${formatDay(from)} and ${amount} give a date outside the years 0001 to 9999`);
}
