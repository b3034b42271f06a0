/**
 * A calendar date as the number of days since 1970-01-01 (negative before it).
 *
 * It has no time and no zone, so comparing, subtracting and sorting dates is integer work that gives the same result
 * everywhere. It is a plain alias: nothing is wrapped, and a batch of a million cases allocates no date objects.
 */
export type Day = number;

/** Why a text is not a date, in words for the person who wrote it. */
export interface DayProblem {
  /** Completes the sentence "`<text>` is not a date: …". */
  readonly reason: string;
  /** The date that was certainly meant, when the text leaves no doubt. */
  readonly meant?: string;
}

/** A date taken apart. */
export interface YearMonthDay {
  /** 1 to 9999. */
  readonly year: number;
  /** 1 (January) to 12 (December). */
  readonly month: number;
  /** 1 to 31. */
  readonly dayOfMonth: number;
}

/** Thrown for a date outside the years 0001 to 9999, or for a number that is no day at all. */
export class CalendarRangeError extends RangeError {
  override readonly name = "CalendarRangeError";
}

/** 0001-01-01, the first day that can be written. */
export const FIRST_DAY: Day = -719_162;
/** 9999-12-31, the last day that can be written. */
export const LAST_DAY: Day = 2_932_896;

const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const ZERO = 48;
/** Stands for two characters that are not two digits: whatever is added to it stays below zero. */
const NOT_A_NUMBER = -1_000_000;
const HYPHEN = 45;
const EXAMPLE = "write the year, month and day as YYYY-MM-DD, for example 2019-02-28";

/** The number of days of a month (1 to 12) in a year of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * The day with this year, month (1 to 12) and day of the month.
 *
 * @throws CalendarRangeError when there is no such date or its year is outside 1 to 9999
 */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(dayOfMonth);
  if (
    !whole ||
    year < 1 ||
    year > 9999 ||
    month < 1 ||
    month > 12 ||
    dayOfMonth < 1 ||
    dayOfMonth > daysInMonth(year, month)
  ) {
    throw new CalendarRangeError(`there is no date with year ${year}, month ${month} and day ${dayOfMonth}`);
  }
  return count(year, month, dayOfMonth);
}

/**
 * The year, month and day of the month of a day.
 *
 * @throws CalendarRangeError when `day` is not a whole number within the years 0001 to 9999
 */
export function yearMonthDay(day: Day): YearMonthDay {
  checkDay(day);
  const packed = unpack(day);
  return { year: Math.floor(packed / 512), month: Math.floor(packed / 32) % 16, dayOfMonth: packed % 32 };
}

/**
 * Reads a date written as `YYYY-MM-DD`, and nothing else: no shorter or longer forms, no time, no spaces.
 *
 * @returns the day, or the reason why the text is no date; it never throws
 */
export function parseDay(text: string): Day | DayProblem {
  if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return explain(text);
  const year = pair(text, 0) * 100 + pair(text, 2);
  const month = pair(text, 5);
  const dayOfMonth = pair(text, 8);
  // A character that is no digit makes its number far too small, for which this condition is false.
  if (year >= 1 && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month)) {
    return count(year, month, dayOfMonth);
  }
  return explain(text);
}

/**
 * A day as `YYYY-MM-DD`.
 *
 * @throws CalendarRangeError when `day` is not a whole number within the years 0001 to 9999
 */
export function formatDay(day: Day): string {
  checkDay(day);
  const packed = unpack(day);
  const year = Math.floor(packed / 512);
  const month = Math.floor(packed / 32) % 16;
  const dayOfMonth = packed % 32;
  const padded = year > 999 ? `${year}` : `${year}`.padStart(4, "0");
  return `${padded}-${month > 9 ? "" : "0"}${month}-${dayOfMonth > 9 ? "" : "0"}${dayOfMonth}`;
}

/** Throws a CalendarRangeError unless `day` is a whole number within the years 0001 to 9999. */
export function checkDay(day: Day): void {
  if (!(day >= FIRST_DAY && day <= LAST_DAY && Number.isInteger(day))) {
    throw new CalendarRangeError(
      Number.isInteger(day)
        ? `day number ${day} is outside the years 0001 to 9999`
        : `${day} is not a day number: it must be a whole number of days since 1970-01-01`,
    );
  }
}

/*
 * Both conversions count years from 1 March, so that the leap day is the last day of a year and every month before it
 * has a fixed length: the days before month m (March = 0) are (153 m + 2) / 5. 400 years have 146,097 days, and
 * 719,468 lie between 0000-03-01 and 1970-01-01.
 */

function count(year: number, month: number, dayOfMonth: number): Day {
  const y = month > 2 ? year : year - 1;
  const m = month > 2 ? month - 3 : month + 9;
  // No year is below zero, so cutting the decimals off rounds down, and is done in whole numbers throughout.
  const leapDays = ((y / 4) | 0) - ((y / 100) | 0) + ((y / 400) | 0);
  return y * 365 + leapDays + (((153 * m + 2) / 5) | 0) + dayOfMonth - 719_469;
}

/** Year, month and day in one integer (year · 512 + month · 32 + day), so that taking a date apart allocates nothing. */
function unpack(day: Day): number {
  const sinceEpoch = day + 719_468;
  const era = Math.floor(sinceEpoch / 146_097);
  const dayOfEra = sinceEpoch - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * m + 2) / 5) + 1;
  const month = m < 10 ? m + 3 : m - 9;
  const year = yearOfEra + era * 400 + (month > 2 ? 0 : 1);
  return year * 512 + month * 32 + dayOfMonth;
}

/** The number that two digits make; far below zero where a character is none. */
function pair(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NOT_A_NUMBER;
}

/** Slow and thorough: it runs only for a text that is already known to be no date. */
function explain(text: string): DayProblem {
  if (text.trim() === "") return { reason: `it is empty; ${EXAMPLE}` };
  const trimmed = text.trim();
  if (trimmed !== text) {
    return meaning("there are spaces or line breaks around it", trimmed, typeof parseDay(trimmed) === "number");
  }
  const full = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (full !== null) return impossible(Number(full[1]), Number(full[2]), Number(full[3]));

  const time = /^(\d{4}-\d{2}-\d{2})[Tt ]/.exec(text);
  if (time?.[1] !== undefined) {
    return meaning("it has a time; write the date alone", time[1], typeof parseDay(time[1]) === "number");
  }
  if (/^\d{4}$/.test(text)) return { reason: `it is a year only; ${EXAMPLE}` };
  if (/^\d{4}-\d{1,2}$/.test(text)) return { reason: `the day of the month is missing; ${EXAMPLE}` };
  const short = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (short !== null) return rewritten("write the month and day with two digits", short);
  const separated = /^(\d{4})[/.\u2010-\u2015\u2212 _](\d{1,2})[/.\u2010-\u2015\u2212 _](\d{1,2})$/.exec(text);
  if (separated !== null) return rewritten("separate the year, month and day with hyphens", separated);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact !== null) return rewritten("separate the year, month and day with hyphens", compact);
  const yearLast = /^(\d{1,2})([-/. ])(\d{1,2})[-/. ](\d{2,4})$/.exec(text);
  if (yearLast !== null) return yearFirst(yearLast);
  if (/^[-+]?\d{5,}-\d{2}-\d{2}$/.test(text)) return { reason: "the year must be between 0001 and 9999" };
  if (/^\d{1,3}-\d{1,2}-\d{1,2}$/.test(text)) return { reason: "write the year with four digits" };
  return { reason: EXAMPLE };
}

function impossible(year: number, month: number, dayOfMonth: number): DayProblem {
  if (year === 0) return { reason: "the year must be between 0001 and 9999" };
  const name = MONTH_NAMES[month - 1];
  if (name === undefined) return { reason: `there is no month ${month}; months run from 01 to 12` };
  if (dayOfMonth === 0) return { reason: "there is no day 0; the days of a month start at 01" };
  return { reason: `${name} ${year} has ${daysInMonth(year, month)} days` };
}

/** A date that ends with its year: which of the others is the month is clear where one of them can't be, or both agree. */
function yearFirst([, first = "", , second = "", year = ""]: RegExpExecArray): DayProblem {
  const date = (month: string, day: string): string => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const candidates = year.length === 4 ? [date(second, first), date(first, second)] : [];
  const [only, ...others] = new Set(candidates.filter((text) => typeof parseDay(text) === "number"));
  return only !== undefined && others.length === 0
    ? meaning("write the year first", only, true)
    : { reason: "write the year first and with four digits, as YYYY-MM-DD, for example 2019-02-28" };
}

function rewritten(reason: string, parts: RegExpExecArray): DayProblem {
  const [, year = "", month = "", dayOfMonth = ""] = parts;
  const date = `${year}-${month.padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}`;
  return typeof parseDay(date) === "number"
    ? meaning(reason, date, true)
    : impossible(Number(year), Number(month), Number(dayOfMonth));
}

function meaning(reason: string, date: string, isDate: boolean): DayProblem {
  return isDate ? { reason: `${reason}: ${date}`, meant: date } : { reason };
}
