import { UTCDate } from "@date-fns/utc";
import { addDays as dateFnsAddDays, format } from "date-fns";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CalendarRangeError,
  dayOf,
  daysInMonth,
  FIRST_DAY,
  formatDay,
  LAST_DAY,
  parseDay,
  yearMonthDay,
} from "../../engine/calendar/day.ts";

const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY });

function reasonOf(text: string): string {
  const result = parseDay(text);
  if (typeof result === "number") throw new Error(`${text} was read as ${formatDay(result)}`);
  return result.reason;
}

describe("reading and writing a date", () => {
  it.each([
    ["1970-01-01", 0],
    ["1970-01-02", 1],
    ["1969-12-31", -1],
    ["2000-02-29", 11_016],
    ["2019-01-01", 17_897],
    ["0001-01-01", FIRST_DAY],
    ["9999-12-31", LAST_DAY],
  ])("%s is day %i", (text, day) => {
    expect(parseDay(text)).toBe(day);
    expect(formatDay(day)).toBe(text);
  });

  it("agrees with date-fns on every day from 1900 to 2200", () => {
    let date = new UTCDate(1900, 0, 1);
    for (let day = dayOf(1900, 1, 1); day <= dayOf(2200, 12, 31); day++) {
      const text = format(date, "yyyy-MM-dd");
      if (formatDay(day) !== text || parseDay(text) !== day) {
        expect({ day, written: formatDay(day), read: parseDay(text) }).toEqual({ day, written: text, read: day });
      }
      date = dateFnsAddDays(date, 1);
    }
    expect(format(date, "yyyy-MM-dd")).toBe("2201-01-01");
  });

  it("reads back what it writes, for any day", () => {
    fc.assert(fc.property(anyDay, (day) => parseDay(formatDay(day)) === day));
  });

  it("keeps dates and their texts in the same order", () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => Math.sign(a - b) === compare(formatDay(a), formatDay(b))));
  });

  it("takes a date apart and puts it together again", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, dayOfMonth } = yearMonthDay(day);
        expect(dayOf(year, month, dayOfMonth)).toBe(day);
        expect(dayOfMonth).toBeLessThanOrEqual(daysInMonth(year, month));
      }),
    );
  });

  it("accepts only ten-character texts that it would write itself", () => {
    const nearDates = fc.string({
      unit: fc.constantFrom(..."0123456789-/T: +٣２–\u0000\n"),
      minLength: 8,
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.oneof(fc.string(), nearDates), (text) => {
        const result = parseDay(text);
        if (typeof result === "number") expect(formatDay(result)).toBe(text);
        else expect(result.reason).not.toBe("");
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a text that is no date", () => {
  it.each([
    ["2019-09-31", "September 2019 has 30 days"],
    ["2019-02-29", "February 2019 has 28 days"],
    ["2020-02-30", "February 2020 has 29 days"],
    ["1900-02-29", "February 1900 has 28 days"],
    ["2019-01-32", "January 2019 has 31 days"],
    ["2019-01-00", "there is no day 0; the days of a month start at 01"],
    ["2019-13-01", "there is no month 13; months run from 01 to 12"],
    ["2019-00-10", "there is no month 0; months run from 01 to 12"],
    ["0000-01-01", "the year must be between 0001 and 9999"],
    ["10000-01-01", "the year must be between 0001 and 9999"],
    ["-2019-01-01", "write the year, month and day as YYYY-MM-DD, for example 2019-02-28"],
    ["2019-2-3", "write the month and day with two digits: 2019-02-03"],
    ["2019-2-30", "February 2019 has 28 days"],
    ["19-02-03", "write the year first and with four digits, as YYYY-MM-DD, for example 2019-02-28"],
    ["999-02-03", "write the year with four digits"],
    ["3.2.2019", "write the year first and with four digits, as YYYY-MM-DD, for example 2019-02-28"],
    ["03/21/2019", "write the year first: 2019-03-21"],
    ["21.03.2019", "write the year first: 2019-03-21"],
    ["03-03-2019", "write the year first: 2019-03-03"],
    ["31.02.2019", "write the year first and with four digits, as YYYY-MM-DD, for example 2019-02-28"],
    ["03/02/2019", "write the year first and with four digits, as YYYY-MM-DD, for example 2019-02-28"],
    ["2019/02/03", "separate the year, month and day with hyphens: 2019-02-03"],
    ["2019\u201302\u201303", "separate the year, month and day with hyphens: 2019-02-03"],
    ["20190203", "separate the year, month and day with hyphens: 2019-02-03"],
    ["20191399", "there is no month 13; months run from 01 to 12"],
    ["2019", "it is a year only; write the year, month and day as YYYY-MM-DD, for example 2019-02-28"],
    ["2019-02", "the day of the month is missing; write the year, month and day as YYYY-MM-DD, for example 2019-02-28"],
    ["2019-02-03T00:00:00Z", "it has a time; write the date alone: 2019-02-03"],
    ["2019-02-03 12:00", "it has a time; write the date alone: 2019-02-03"],
    ["2019-02-31T00:00", "it has a time; write the date alone"],
    [" 2019-02-03", "there are spaces or line breaks around it: 2019-02-03"],
    ["2019-02-03\n", "there are spaces or line breaks around it: 2019-02-03"],
    [" soon ", "there are spaces or line breaks around it"],
    ["", "it is empty; write the year, month and day as YYYY-MM-DD, for example 2019-02-28"],
    ["  ", "it is empty; write the year, month and day as YYYY-MM-DD, for example 2019-02-28"],
    ["next week", "write the year, month and day as YYYY-MM-DD, for example 2019-02-28"],
    ["2019-02-3x", "write the year, month and day as YYYY-MM-DD, for example 2019-02-28"],
  ])("%j: %s", (text, reason) => {
    expect(reasonOf(text)).toBe(reason);
  });

  it("says which date was meant only when that is certain", () => {
    expect(parseDay("2019-2-3")).toMatchObject({ meant: "2019-02-03" });
    expect(parseDay("2019-02-03T10:00")).toMatchObject({ meant: "2019-02-03" });
    expect(parseDay("03/02/2019")).not.toHaveProperty("meant");
    expect(parseDay("2019-09-31")).not.toHaveProperty("meant");
  });
});

describe("a number that is no day", () => {
  it.each([FIRST_DAY - 1, LAST_DAY + 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])("%s is refused", (day) => {
    expect(() => formatDay(day)).toThrow(CalendarRangeError);
    expect(() => yearMonthDay(day)).toThrow(CalendarRangeError);
  });

  it("is recognisable as a RangeError with a name of its own", () => {
    expect(() => formatDay(LAST_DAY + 1)).toThrow("day number 2932897 is outside the years 0001 to 9999");
    expect(() => formatDay(1.5)).toThrow("1.5 is not a day number: it must be a whole number of days since 1970-01-01");
    const error = new CalendarRangeError("x");
    expect(error).toBeInstanceOf(RangeError);
    expect(error.name).toBe("CalendarRangeError");
  });

  it.each([
    [2019, 2, 29],
    [0, 1, 1],
    [10_000, 1, 1],
    [2019, 13, 1],
    [2019, 0, 1],
    [2019, 1, 0],
    [2019, 1, 1.5],
  ])("there is no day %i-%i-%d", (year, month, dayOfMonth) => {
    expect(() => dayOf(year, month, dayOfMonth)).toThrow(CalendarRangeError);
  });
});

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
