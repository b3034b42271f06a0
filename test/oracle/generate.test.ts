import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstGoverned, lastGoverned } from "./dayPlan.ts";
import { toDay } from "./days.ts";
import { anyCase, completeCase, factIds, switchableReadings } from "./generate.ts";
import { decideByHand, type OracleCase, type OracleDecided } from "./oracle.ts";

const draws = fc.sample(completeCase, { numRuns: 4000, seed: 2019 });

function decided(kase: OracleCase): OracleDecided {
  const result = decideByHand(kase);
  if ("contradiction" in result) throw new Error(`contradiction: ${result.contradiction.join(", ")}`);
  return result;
}

const withoutReadings = (kase: OracleCase): OracleCase => ({ asOf: kase.asOf, facts: kase.facts });
const results = draws.map((kase) => ({ kase, result: decided(withoutReadings(kase)) }));

/** Every value that turned up under each key, with how often. */
function tally(entries: Iterable<readonly [string, string]>): Record<string, Record<string, number>> {
  const counts: Record<string, Record<string, number>> = {};
  for (const [key, value] of entries) {
    const of = counts[key] ?? {};
    of[value] = (of[value] ?? 0) + 1;
    counts[key] = of;
  }
  return counts;
}

/** How many of the draws hold a date exactly `offset` days from another, for each offset. */
function offsets(pairs: Iterable<readonly [unknown, unknown]>): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const [left, right] of pairs) {
    if (typeof left !== "string" || typeof right !== "string") continue;
    const apart = toDay(left) - toDay(right);
    counts[apart] = (counts[apart] ?? 0) + 1;
  }
  return counts;
}

/** Fewer than this many in the sample would be luck, not bias. */
const ENOUGH = 5;

const outcomes: Readonly<Record<string, readonly string[]>> = {
  scope: ["outside", "applies"],
  eligibility: ["ineligible", "refer_to_one_year_certificate", "eligible_this_year_only", "eligible", "not_applicable"],
  programme: ["mecor_or_cor_now", "mecor_or_cor_next_year", "secor", "not_applicable"],
  training: ["invalid", "valid", "not_applicable"],
  submission: [
    "deemed_invalid",
    "not_yet_submitted",
    "not_yet_received",
    "not_accepted",
    "at_discretion",
    "accepted",
    "not_applicable",
  ],
  certification: ["not_certified", "refer_to_one_year_certificate", "pending", "certified", "not_applicable"],
  maintenance: ["new_certification_required", "not_maintained", "pending", "maintained", "not_applicable"],
};

const statuses = ["fulfilled", "fulfilled_late", "pending", "overdue", "not_applicable"];

const doneBy: Readonly<Record<string, string>> = {
  maintenance_audit: "audit.submitted_on",
  fieldwork: "audit.last_day_on_site",
  binder_receipt: "audit.received_on",
  online_submission: "audit.submitted_on",
  corrections: "feedback.corrections_received_on",
  replacement_assessor: "assessor.replacement_trained_on",
};

describe("complete cases", () => {
  it("have every fact and no other, and a governing date that the revision governs", () => {
    for (const { asOf, facts } of draws) {
      expect(Object.keys(facts).sort()).toEqual([...factIds].sort());
      const submitted = facts["audit.submitted_on"];
      const governing = toDay(typeof submitted === "string" ? submitted : asOf);
      expect(governing).toBeGreaterThanOrEqual(firstGoverned);
      expect(governing).toBeLessThanOrEqual(lastGoverned);
    }
  });

  it("contradict nothing", () => {
    fc.assert(
      fc.property(completeCase, (kase) => !("contradiction" in decideByHand(kase))),
      { numRuns: 1000 },
    );
  });

  it("are the same after a trip through JSON", () => {
    for (const kase of draws.slice(0, 500)) expect(JSON.parse(JSON.stringify(kase))).toEqual(kase);
  });

  it("reach every outcome of every decision, and no other", () => {
    const seen = tally(results.flatMap(({ result }) => Object.entries(result.decisions)));
    expect(Object.keys(seen).sort()).toEqual(Object.keys(outcomes).sort());
    for (const [decision, expected] of Object.entries(outcomes)) {
      expect(Object.keys(seen[decision] ?? {}).sort(), decision).toEqual([...expected].sort());
      for (const [outcome, count] of Object.entries(seen[decision] ?? {})) {
        expect(count, `${decision} ${outcome}`).toBeGreaterThanOrEqual(ENOUGH);
      }
    }
  });

  it("reach every status of every obligation, and no other", () => {
    const seen = tally(
      results.flatMap(({ result }) =>
        Object.entries(result.obligations).map(([id, { status }]) => [id, status] as const),
      ),
    );
    expect(Object.keys(seen).sort()).toEqual([...Object.keys(doneBy), "qa_record_retention"].sort());
    for (const [id, counts] of Object.entries(seen)) {
      const expected = id === "qa_record_retention" ? ["fulfilled", "pending", "not_applicable"] : statuses;
      expect(Object.keys(counts).sort(), id).toEqual([...expected].sort());
      for (const [status, count] of Object.entries(counts)) {
        expect(count, `${id} ${status}`).toBeGreaterThanOrEqual(ENOUGH);
      }
    }
  });

  it("do things the day before each due date, on it and the day after, and are evaluated on each of these", () => {
    for (const [id, fact] of Object.entries(doneBy)) {
      const done = offsets(results.map(({ kase, result }) => [kase.facts[fact], result.obligations[id]?.due]));
      const open = offsets(
        results
          .filter(({ kase }) => kase.facts[fact] === null)
          .map(({ kase, result }) => [kase.asOf, result.obligations[id]?.due]),
      );
      for (const offset of [-1, 0, 1]) {
        expect(done[offset] ?? 0, `${id} done ${offset}`).toBeGreaterThanOrEqual(ENOUGH);
        expect(open[offset] ?? 0, `${id} open ${offset}`).toBeGreaterThanOrEqual(ENOUGH);
      }
    }
  });

  it("stand on both sides of every other limit", () => {
    const count = (holds: (facts: OracleCase["facts"], result: OracleDecided, asOf: string) => boolean): number =>
      results.filter(({ kase, result }) => holds(kase.facts, result, kase.asOf)).length;
    const enough = (name: string, holds: Parameters<typeof count>[0]): void => {
      expect(count(holds), name).toBeGreaterThanOrEqual(ENOUGH);
    };
    for (const people of [9, 10, 11, 12]) enough(`${people}`, (facts) => facts["employer.peak_headcount"] === people);
    for (const id of factIds) {
      if (draws.some(({ facts }) => facts[id] === null)) enough(`${id} null`, (facts) => facts[id] === null);
    }
    for (const day of ["01-14", "01-15", "01-16"]) {
      enough(`maintenance at ${day}`, (facts, { referenceDate }) => {
        const anniversary = facts["certificate.anniversary"];
        const yearAfter = typeof anniversary === "string" ? Number(anniversary.slice(0, 4)) + 1 : 0;
        return facts["audit.purpose"] === "maintenance" && referenceDate === `${yearAfter}-${day}`;
      });
      enough(`extended to ${day}`, (facts) => String(facts["extension.granted_until"]).endsWith(day));
    }
    enough("leap anniversary", (facts) => facts["certificate.anniversary"] === "2020-02-29");
    enough("December anniversary", (facts) => String(facts["certificate.anniversary"]).slice(5, 7) === "12");
    enough("September anniversary", (facts) => String(facts["certificate.anniversary"]).slice(5, 7) === "09");
    for (const anchor of [
      "audit.started_on",
      "audit.last_day_on_site",
      "registration.approved_on",
      "assessor.departed_on",
      "feedback.last_notified_on",
      "qa.completed_on",
      "employer.management_system_since",
    ]) {
      enough(`${anchor} on a leap day`, (facts) => String(facts[anchor]).endsWith("-02-29"));
    }
    for (const day of ["2019-02-27", "2019-02-28", "2019-03-01"]) {
      enough(`leap-day course at ${day}`, (facts, { referenceDate }) => {
        return facts["assessor.safety_program_development_on"] === "2016-02-29" && referenceDate === day;
      });
    }
    enough("early recertification", (facts) => {
      return facts["audit.purpose"] === "certification" && facts["employer.cycle_year"] === "maintenance";
    });
    enough("a submission still planned", (facts, _, asOf) => {
      const submitted = facts["audit.submitted_on"];
      return typeof submitted === "string" && submitted > asOf;
    });
    enough("an external auditor's own company", (facts, { decisions }) => {
      return facts["audit.conducted_by"] === "external_auditor" && decisions.scope === "applies";
    });
  });

  it("stand at every threshold of the scores", () => {
    const overall = new Map<number, number>();
    const weakest = new Map<number, number>();
    let withoutPoints = 0;
    for (const { facts } of draws) {
      const elements = facts["score.elements"] as readonly { earned: number; available: number }[] | null;
      if (elements === null) continue;
      if (elements.some(({ available }) => available === 0)) withoutPoints += 1;
      const sum = (pick: (element: { earned: number; available: number }) => number): number =>
        elements.reduce((total, element) => total + Math.round(pick(element) * 100), 0);
      const key = Math.round((sum(({ earned }) => earned) / sum(({ available }) => available)) * 10_000) / 100;
      overall.set(key, (overall.get(key) ?? 0) + 1);
      const shares = elements
        .filter(({ available }) => available > 0)
        .map(({ earned, available }) => earned / available);
      const least = Math.round(Math.min(...shares) * 10_000) / 100;
      weakest.set(least, (weakest.get(least) ?? 0) + 1);
    }
    expect(withoutPoints).toBeGreaterThanOrEqual(ENOUGH);
    for (const percent of [59.99, 60, 60.01, 79.99, 80, 80.01]) {
      expect(overall.get(percent) ?? 0, `${percent} overall`).toBeGreaterThanOrEqual(ENOUGH);
    }
    for (const percent of [49.98, 49.99, 50, 50.01, 50.02]) {
      expect(weakest.get(percent) ?? 0, `${percent} in an element`).toBeGreaterThanOrEqual(ENOUGH);
    }
  });

  it("tell every switchable reading from its default", () => {
    for (const [reading, alternative] of Object.entries(switchableReadings)) {
      const told = results.filter(({ kase, result }) => {
        const other = decided({ ...withoutReadings(kase), readings: { [reading]: alternative } });
        return JSON.stringify(other) !== JSON.stringify(result);
      });
      expect(told.length, reading).toBeGreaterThanOrEqual(ENOUGH);
      expect(
        draws.filter(({ readings }) => readings?.[reading] === alternative).length,
        reading,
      ).toBeGreaterThanOrEqual(ENOUGH);
    }
  });
});

describe("any cases", () => {
  it("contradict themselves in every way there is, alone and together, and often not at all", () => {
    const found = fc
      .sample(anyCase, { numRuns: 3000, seed: 2019 })
      .map((kase) => decideByHand(kase))
      .map((result) => ("contradiction" in result ? result.contradiction : []));
    const alone = tally(found.filter(({ length }) => length === 1).map((pairs) => ["alone", pairs.join()] as const));
    expect(Object.keys(alone.alone ?? {}).sort()).toEqual(
      [
        "audit.last_day_on_site + audit.received_on",
        "audit.purpose + certificate.anniversary",
        "audit.purpose + employer.cycle_year",
        "audit.started_on + audit.last_day_on_site",
        "audit.submitted_on + audit.last_day_on_site",
        "score.elements",
      ].sort(),
    );
    expect(found.filter(({ length }) => length > 1).length).toBeGreaterThanOrEqual(ENOUGH);
    expect(found.filter(({ length }) => length === 0).length).toBeGreaterThan(1000);
  });
});
