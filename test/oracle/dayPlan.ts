import fc from "fast-check";
import { addYearsDown, addYearsUp, fromCivil, quarterEnd, toCivil, toDay } from "./days.ts";

/**
 * Where a date of a case lies, before the case's reference and evaluation dates are known: near one of the anchors,
 * so that "one day past the limit" stays one day past the limit whatever else is drawn or shrunk. Null means "none".
 */
export type DayPlan = ((anchors: Anchors) => number) | null;

/** The day numbers that plans can lean on. */
export interface Anchors {
  readonly reference: number;
  readonly asOf: number;
  /** The date that this one follows in the case (start before last day, last day before receipt), if there is one. */
  readonly previous: number | null;
}

/** The first and last day that revision 1.0 governs. */
export const firstGoverned = toDay("2019-01-01");
export const lastGoverned = toDay("2021-12-31");

/** No date at all. */
export const none: fc.Arbitrary<DayPlan> = fc.constant(null);

/** A day `least` to `most` days after an anchor (negative: before it); the reference date stands in for a missing one. */
export function around(anchor: keyof Anchors, least: number, most: number): fc.Arbitrary<DayPlan> {
  return fc
    .integer({ min: least, max: most })
    .map((days) => (anchors) => (anchors[anchor] ?? anchors.reference) + days);
}

/** A day so close to `years` before an anchor that the years end the day before, on, or the day after it. */
export function yearsBefore(anchor: "reference" | "asOf", years: number): fc.Arbitrary<DayPlan> {
  return fc.tuple(fc.integer({ min: -1, max: 1 }), fc.boolean()).map(
    ([days, up]) =>
      (anchors) =>
        (up ? addYearsUp : addYearsDown)(anchors[anchor], -years) + days,
  );
}

/** The last 29 February at least `years` years, less a few days, before an anchor. */
export function leapDayBefore(anchor: "reference" | "asOf", years: number): fc.Arbitrary<DayPlan> {
  return fc.constant((anchors: Anchors) => {
    const year = toCivil(addYearsUp(anchors[anchor] + 7, -years)).year;
    return fromCivil({ year: year - (year % 4), month: 2, day: 29 });
  });
}

/** A day of the year `years` after the reference date's, for a month and day that exist in every year. */
export function inYear(years: number, month: number, firstDay: number, lastDay: number): fc.Arbitrary<DayPlan> {
  return fc.integer({ min: firstDay, max: lastDay }).map(
    (day) =>
      ({ reference }) =>
        fromCivil({ year: toCivil(reference).year + years, month, day }),
  );
}

/** A day of the quarter whose end is nearest around the reference date: on either side of a quarter's last day. */
export const inQuarterOfReference: fc.Arbitrary<DayPlan> = fc
  .tuple(fc.integer({ min: -1, max: 1 }), fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 89 })))
  .map(
    ([days, before]) =>
      ({ reference }) =>
        quarterEnd(reference + days) - before,
  );

/** A named day, whatever the rest of the case. */
export function on(...isoDates: readonly string[]): fc.Arbitrary<DayPlan> {
  return fc.constantFrom(...isoDates).map((iso) => () => toDay(iso));
}

/** One of several plans, each with its weight. */
export function mix(...parts: readonly (readonly [number, fc.Arbitrary<DayPlan>])[]): fc.Arbitrary<DayPlan> {
  return fc.oneof(...parts.map(([weight, arbitrary]) => ({ weight, arbitrary })));
}

const days = (...isoDates: readonly string[]): fc.Arbitrary<number> => fc.constantFrom(...isoDates).map(toDay);

const turnOfQuarter: fc.Arbitrary<number> = fc
  .tuple(fc.constantFrom(2019, 2020, 2021), fc.constantFrom(3, 6, 9, 12), fc.integer({ min: -1, max: 1 }))
  .map(([year, month, offset]) => quarterEnd(fromCivil({ year, month, day: 1 })) + offset)
  .filter((day) => day >= firstGoverned && day <= lastGoverned);

const midJanuary = days(
  "2019-01-14",
  "2019-01-15",
  "2019-01-16",
  "2020-01-14",
  "2020-01-15",
  "2020-01-16",
  "2021-01-14",
  "2021-01-15",
  "2021-01-16",
);

const turnOfFebruary = days(
  "2019-02-27",
  "2019-02-28",
  "2019-03-01",
  "2020-02-28",
  "2020-02-29",
  "2020-03-01",
  "2021-02-27",
  "2021-02-28",
  "2021-03-01",
);

/** Reference dates that the revision governs, weighted to the turns of quarters, mid-January and the leap days. */
export const referenceDay: fc.Arbitrary<number> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: firstGoverned, max: lastGoverned }) },
  { weight: 6, arbitrary: turnOfQuarter },
  { weight: 3, arbitrary: midJanuary },
  { weight: 4, arbitrary: turnOfFebruary },
  { weight: 1, arbitrary: days("2019-01-01", "2021-12-31") },
);
