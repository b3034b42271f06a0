import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, formatDay } from "../../engine/calendar/day.ts";
import type { RevisionEntry } from "../../engine/language/procedure.ts";
import { periodsOf } from "../../engine/procedure/periods.ts";

const first = dayOf(2020, 1, 1);
const day = (offset: number) => formatDay(first + offset);

/** Revisions in order, with gaps between some, and drafts behind the approved ones. */
const revisions: fc.Arbitrary<readonly RevisionEntry[]> = fc
  .tuple(
    fc.array(fc.record({ length: fc.integer({ min: 1, max: 5 }), gap: fc.nat(2) }), { maxLength: 4 }),
    fc.boolean(),
    fc.nat(2),
  )
  .map(([approved, isOpen, drafts]) => {
    let at = 2;
    const entries = approved.map(({ length, gap }, rank): RevisionEntry => {
      const effective = at + gap;
      at = effective + length;
      const until = isOpen && rank === approved.length - 1 ? {} : { until: day(at) };
      return { revision: `${rank + 1}.0`, effective: day(effective), ...until, status: "approved", note: "x" };
    });
    const later = Array.from({ length: drafts }, (_, rank): RevisionEntry => {
      return { revision: `9.${rank}`, effective: day(at + 2 * rank), status: "draft", note: "x" };
    });
    return [...entries, ...later];
  });

describe("what governs when", () => {
  it("divides all of time, and says of each day what governs", () => {
    fc.assert(
      fc.property(revisions, (entries) => {
        const periods = periodsOf(entries);
        expect(periods[0]?.from).toBeNull();
        expect(periods.at(-1)?.until).toBeNull();
        for (const [at, period] of periods.entries()) expect(period.until).toBe(periods[at + 1]?.from ?? null);
        for (let offset = 0; offset < 40; offset++) {
          const date = day(offset);
          const [period, ...others] = periods.filter(
            ({ from, until }) => (from === null || from <= date) && (until === null || date < until),
          );
          const inForce = entries.find(
            ({ status, effective, until }) =>
              status === "approved" && effective <= date && (until === undefined || date < until),
          );
          expect(others).toEqual([]);
          expect(period?.revision).toBe(inForce?.revision ?? null);
        }
      }),
    );
  });

  it("names each draft once, where it is to begin", () => {
    fc.assert(
      fc.property(revisions, (entries) => {
        const drafts = periodsOf(entries).flatMap((period) => period.drafts);
        expect(drafts).toEqual(entries.filter(({ status }) => status === "draft").map(({ revision }) => revision));
      }),
    );
  });
});
