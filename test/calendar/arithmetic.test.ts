import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  addYears,
  type CalendarUnit,
  endOf,
  type Rounding,
  startOf,
} from "../../engine/calendar/arithmetic.ts";
import {
  CalendarRangeError,
  type Day,
  daysInMonth,
  FIRST_DAY,
  formatDay,
  LAST_DAY,
  parseDay,
  yearMonthDay,
} from "../../engine/calendar/day.ts";

function day(text: string): Day {
  const result = parseDay(text);
  if (typeof result !== "number") throw new Error(`${text}: ${result.reason}`);
  return result;
}

const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY });
const middleDay = fc.integer({ min: day("0400-01-01"), max: day("9600-01-01") });
const anyUnit = fc.constantFrom<CalendarUnit>("month", "quarter", "year");
const anyRounding = fc.constantFrom<Rounding>("up", "down");
const months = fc.integer({ min: -4000, max: 4000 });

describe("adding to a date", () => {
  it.each([
    ["2019-12-31", 1, "2020-01-01"],
    ["2020-03-01", -1, "2020-02-29"],
    ["2019-01-01", 36, "2019-02-06"],
    ["2019-01-01", 0, "2019-01-01"],
  ])("%s and %i days is %s", (from, count, to) => {
    expect(formatDay(addDays(day(from), count))).toBe(to);
  });

  it.each([
    ["2019-01-31", 1, "2019-02-28", "2019-03-01"],
    ["2020-01-31", 1, "2020-02-29", "2020-03-01"],
    ["2019-01-30", 1, "2019-02-28", "2019-03-01"],
    ["2019-03-31", -1, "2019-02-28", "2019-03-01"],
    ["2019-03-31", 1, "2019-04-30", "2019-05-01"],
    ["2019-01-15", 1, "2019-02-15", "2019-02-15"],
    ["2019-10-31", 2, "2019-12-31", "2019-12-31"],
    ["2019-12-31", 2, "2020-02-29", "2020-03-01"],
    ["2019-08-31", 0, "2019-08-31", "2019-08-31"],
  ])("%s and %i months is %s rounded down and %s rounded up", (from, count, down, up) => {
    expect(formatDay(addMonths(day(from), count, "down"))).toBe(down);
    expect(formatDay(addMonths(day(from), count, "up"))).toBe(up);
  });

  it.each([
    ["2020-02-29", 1, "2021-02-28", "2021-03-01"],
    ["2020-02-29", 4, "2024-02-29", "2024-02-29"],
    ["2020-02-29", -1, "2019-02-28", "2019-03-01"],
    ["1896-02-29", 4, "1900-02-28", "1900-03-01"],
    ["2019-02-28", 1, "2020-02-28", "2020-02-28"],
    ["0004-02-29", -3, "0001-02-28", "0001-03-01"],
  ])("%s and %i years is %s rounded down and %s rounded up", (from, count, down, up) => {
    expect(formatDay(addYears(day(from), count, "down"))).toBe(down);
    expect(formatDay(addYears(day(from), count, "up"))).toBe(up);
  });

  it("rounds by one day at most, and only where the month lacks the day", () => {
    fc.assert(
      fc.property(middleDay, months, (from, count) => {
        const down = addMonths(from, count, "down");
        const up = addMonths(from, count, "up");
        const { dayOfMonth } = yearMonthDay(from);
        const arrived = yearMonthDay(down);
        const lacksDay = dayOfMonth > daysInMonth(arrived.year, arrived.month);
        expect(up - down).toBe(lacksDay ? 1 : 0);
        expect(arrived.dayOfMonth).toBe(lacksDay ? daysInMonth(arrived.year, arrived.month) : dayOfMonth);
      }),
    );
  });

  it("moves by the number of months asked for", () => {
    fc.assert(
      fc.property(middleDay, months, (from, count) => {
        const a = yearMonthDay(from);
        const b = yearMonthDay(addMonths(from, count, "down"));
        expect(b.year * 12 + b.month - (a.year * 12 + a.month)).toBe(count);
      }),
    );
  });

  it("takes a year as twelve months", () => {
    fc.assert(
      fc.property(
        middleDay,
        fc.integer({ min: -300, max: 300 }),
        anyRounding,
        (from, years, rounding) => addYears(from, years, rounding) === addMonths(from, 12 * years, rounding),
      ),
    );
  });

  it("never turns an earlier date into a later one", () => {
    fc.assert(
      fc.property(middleDay, fc.nat(70), months, anyRounding, (from, later, count, rounding) => {
        expect(addMonths(from, count, rounding)).toBeLessThanOrEqual(addMonths(from + later, count, rounding));
      }),
    );
  });

  it("undoes an addition of days", () => {
    fc.assert(
      fc.property(middleDay, fc.integer(), (from, count) => {
        fc.pre(Math.abs(count) < 100_000);
        return addDays(addDays(from, count), -count) === from;
      }),
    );
  });
});

describe("the start and end of a month, quarter or year", () => {
  it.each<[string, CalendarUnit, string, string]>([
    ["2019-09-15", "quarter", "2019-07-01", "2019-09-30"],
    ["2019-02-10", "quarter", "2019-01-01", "2019-03-31"],
    ["2019-06-30", "quarter", "2019-04-01", "2019-06-30"],
    ["2019-10-01", "quarter", "2019-10-01", "2019-12-31"],
    ["2020-02-01", "month", "2020-02-01", "2020-02-29"],
    ["2019-12-31", "month", "2019-12-01", "2019-12-31"],
    ["2019-07-04", "year", "2019-01-01", "2019-12-31"],
    ["0001-01-01", "year", "0001-01-01", "0001-12-31"],
    ["9999-12-31", "quarter", "9999-10-01", "9999-12-31"],
  ])("%s lies in the %s from %s to %s", (text, unit, start, end) => {
    expect(formatDay(startOf(unit, day(text)))).toBe(start);
    expect(formatDay(endOf(unit, day(text)))).toBe(end);
  });

  it("encloses the day, and the next one starts on the day after its end", () => {
    fc.assert(
      fc.property(anyUnit, anyDay, (unit, at) => {
        const start = startOf(unit, at);
        const end = endOf(unit, at);
        expect(start).toBeLessThanOrEqual(at);
        expect(end).toBeGreaterThanOrEqual(at);
        expect(startOf(unit, end)).toBe(start);
        expect(endOf(unit, start)).toBe(end);
        if (end < LAST_DAY) expect(startOf(unit, end + 1)).toBe(end + 1);
      }),
    );
  });

  it("nests months in quarters in years", () => {
    fc.assert(
      fc.property(anyDay, (at) => {
        expect(endOf("month", at)).toBeLessThanOrEqual(endOf("quarter", at));
        expect(endOf("quarter", at)).toBeLessThanOrEqual(endOf("year", at));
        expect(startOf("year", at)).toBeLessThanOrEqual(startOf("quarter", at));
      }),
    );
  });
});

describe("a date beyond the calendar", () => {
  it.each<[string, () => Day]>([
    ["a day after the last", () => addDays(LAST_DAY, 1)],
    ["a day before the first", () => addDays(FIRST_DAY, -1)],
    ["a month after the last", () => addMonths(LAST_DAY, 1, "down")],
    ["a year before the first", () => addYears(FIRST_DAY, -1, "up")],
    ["more years than a machine date holds", () => addYears(0, 1e9, "down")],
    ["part of a day", () => addDays(0, 0.5)],
    ["part of a month", () => addMonths(0, 0.5, "up")],
    ["no number of years", () => addYears(0, Number.NaN, "up")],
    ["a start day that is none", () => startOf("month", LAST_DAY + 1)],
    ["an end day that is none", () => endOf("year", 0.5)],
  ])("%s is refused", (_name, compute) => {
    expect(compute).toThrow(CalendarRangeError);
  });

  it("is named in the message", () => {
    expect(() => addYears(LAST_DAY, 1, "up")).toThrow(
      "9999-12-31 and 1 years give a date outside the years 0001 to 9999",
    );
    expect(() => addMonths(0, 1.5, "up")).toThrow("1.5 is not a whole number of months");
  });
});
