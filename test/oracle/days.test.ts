import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addYearsDown, addYearsUp, daysInMonth, fromCivil, quarterEnd, toCivil, toDay, toIso } from "./days.ts";

describe("day numbers", () => {
  it.each([
    ["1970-01-01", 0],
    ["1969-12-31", -1],
    ["1970-03-01", 59],
    ["2000-02-29", 11_016],
    ["2000-03-01", 11_017],
    ["2019-01-01", 17_897],
    ["2020-02-29", 18_321],
    ["2022-01-01", 18_993],
    ["0000-03-01", -719_468],
  ])("%s is day %i, both ways", (iso, day) => {
    expect(toDay(iso)).toBe(day);
    expect(toIso(day)).toBe(iso);
  });

  it("walks every day from 1890 to 2110 in calendar order, so that no date is skipped or doubled", () => {
    let day = toDay("1890-01-01");
    for (let year = 1890; year <= 2110; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        for (let date = 1; date <= daysInMonth(year, month); date += 1) {
          if (fromCivil({ year, month, day: date }) !== day) throw new Error(`out of step at ${year}-${month}-${date}`);
          const back = toCivil(day);
          if (back.year !== year || back.month !== month || back.day !== date) throw new Error(`no way back: ${day}`);
          day += 1;
        }
      }
    }
    expect(toIso(day)).toBe("2111-01-01");
  });

  it.each(["2019-02-29", "1900-02-29", "2019-09-31", "2019-13-01", "2019-00-10", "2019-01-00", "2019-1-1", "2019", ""])(
    "refuses %j",
    (text) => {
      expect(() => toDay(text)).toThrow(RangeError);
    },
  );

  it.each([
    ["2020-02-29", 1, "2021-03-01", "2021-02-28"],
    ["2016-02-29", 3, "2019-03-01", "2019-02-28"],
    ["2016-02-29", 4, "2020-02-29", "2020-02-29"],
    ["2018-12-31", 1, "2019-12-31", "2019-12-31"],
    ["2020-02-29", -3, "2017-03-01", "2017-02-28"],
  ])("%s and %i years is %s rounded up and %s rounded down", (from, years, up, down) => {
    expect(toIso(addYearsUp(toDay(from), years))).toBe(up);
    expect(toIso(addYearsDown(toDay(from), years))).toBe(down);
  });

  it.each([
    ["2019-01-01", "2019-03-31"],
    ["2019-03-31", "2019-03-31"],
    ["2020-02-29", "2020-03-31"],
    ["2019-04-01", "2019-06-30"],
    ["2019-09-30", "2019-09-30"],
    ["2019-07-01", "2019-09-30"],
    ["2019-10-01", "2019-12-31"],
    ["2019-12-31", "2019-12-31"],
  ])("the quarter of %s ends on %s", (day, end) => {
    expect(toIso(quarterEnd(toDay(day)))).toBe(end);
  });

  it("rounds up and down by at most a day, and only ever apart on 29 February", () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 60_000 }), fc.integer({ min: -10, max: 10 }), (day, years) => {
        const gap = addYearsUp(day, years) - addYearsDown(day, years);
        const leapDay = toIso(day).endsWith("-02-29") && years % 4 !== 0;
        return leapDay ? gap === 1 : gap === 0;
      }),
    );
  });
});
