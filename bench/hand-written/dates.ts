/**
 * A calendar date as one integer, year · 10000 + month · 100 + day: such integers have the order of the dates, and years
 * and quarters can be read off them. `none` stands for no date.
 */
export type DateKey = number;

/** No date; before every other. */
export const none: DateKey = 0;

const notADate = -1;

/** The date that a text says, `YYYY-MM-DD`; -1 where it says none. */
export function dateKey(text: string): DateKey {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return notADate;
  const year = two(text, 0) * 100 + two(text, 2);
  const month = two(text, 5);
  const day = two(text, 8);
  // A character that is no digit makes its number NaN, and every comparison false.
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= lastDayOf(year, month)
    ? year * 10_000 + month * 100 + day
    : notADate;
}

/** The same, of a text that is known to be a date. */
export function trustedDateKey(text: string): DateKey {
  return two(text, 0) * 1_000_000 + two(text, 2) * 10_000 + two(text, 5) * 100 + two(text, 8);
}

/** Years later; 29 February becomes 28 February where there is none. */
export function yearsLater(date: DateKey, years: number): DateKey {
  const moved = date + years * 10_000;
  return isNoLeapDay(moved) ? moved - 1 : moved;
}

/** Years later; 29 February becomes 1 March where there is none. */
export function yearsLaterAtLeast(date: DateKey, years: number): DateKey {
  const moved = date + years * 10_000;
  return isNoLeapDay(moved) ? moved + 72 : moved;
}

/** The last day of the quarter of a date. */
export function endOfQuarter(date: DateKey): DateKey {
  const year = Math.trunc(date / 10_000) * 10_000;
  const month = Math.trunc(date / 100) % 100;
  return year + (month < 4 ? 331 : month < 7 ? 630 : month < 10 ? 930 : 1231);
}

/** How many days lie between two dates. */
export function daysBetween(from: DateKey, to: DateKey): number {
  return dayNumber(to) - dayNumber(from);
}

/** Days since 0000-03-01; years begin in March, so that the leap day is their last. */
function dayNumber(date: DateKey): number {
  const month = Math.trunc(date / 100) % 100;
  const year = Math.trunc(date / 10_000) - (month < 3 ? 1 : 0);
  const leapDays = Math.trunc(year / 4) - Math.trunc(year / 100) + Math.trunc(year / 400);
  return year * 365 + leapDays + Math.trunc((153 * (month < 3 ? month + 9 : month - 3) + 2) / 5) + (date % 100);
}

function isNoLeapDay(date: DateKey): boolean {
  return date % 10_000 === 229 && !isLeap(Math.trunc(date / 10_000));
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function lastDayOf(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
