/**
 * Calendar arithmetic on day numbers (days since 1970-01-01, proleptic Gregorian), in integers only.
 * Written apart from the engine's calendar on purpose: a mistake in one should not be repeated in the other.
 */

/** A calendar date taken apart; `month` and `day` count from 1. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS_PER_ERA = 146_097;
const YEARS_PER_ERA = 400;
/** Days from 0000-03-01, where an era begins, to 1970-01-01. */
const EPOCH_SHIFT = 719_468;

/** Whether `year` has a 29 February. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The number of days in a month (1 to 12) of a year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day number of a calendar date; the parts must be a real date. */
export function fromCivil({ year, month, day }: Civil): number {
  // Years are counted from March, so that a leap day is the last day of its year and months have a closed formula.
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / YEARS_PER_ERA);
  const yearOfEra = marchYear - era * YEARS_PER_ERA;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_SHIFT;
}

/** The calendar date of a day number. */
export function toCivil(dayNumber: number): Civil {
  const shifted = dayNumber + EPOCH_SHIFT;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: yearOfEra + era * YEARS_PER_ERA + (month <= 2 ? 1 : 0), month, day };
}

/**
 * The day number of an ISO date, `YYYY-MM-DD`.
 * @throws RangeError when the text has another form or names a day that does not exist.
 */
export function toDay(iso: string): number {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (parts === null) throw new RangeError(`not an ISO date: ${iso}`);
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    throw new RangeError(`no such day: ${iso}`);
  }
  return fromCivil({ year, month, day });
}

/** The ISO date of a day number, for years 0 to 9999. */
export function toIso(dayNumber: number): string {
  const { year, month, day } = toCivil(dayNumber);
  const pad = (value: number, width: number): string => String(value).padStart(width, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The same date `years` later; 29 February becomes 1 March where the year has none. */
export function addYearsUp(dayNumber: number, years: number): number {
  const { year, month, day } = toCivil(dayNumber);
  const target = year + years;
  if (day > daysInMonth(target, month)) return fromCivil({ year: target, month: month + 1, day: 1 });
  return fromCivil({ year: target, month, day });
}

/** The same date `years` later; 29 February becomes 28 February where the year has none. */
export function addYearsDown(dayNumber: number, years: number): number {
  const { year, month, day } = toCivil(dayNumber);
  const target = year + years;
  return fromCivil({ year: target, month, day: Math.min(day, daysInMonth(target, month)) });
}

/** The last day of the calendar quarter that a day falls in. */
export function quarterEnd(dayNumber: number): number {
  const { year, month } = toCivil(dayNumber);
  const lastMonth = Math.ceil(month / 3) * 3;
  return fromCivil({ year, month: lastMonth, day: daysInMonth(year, lastMonth) });
}
