import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generateCases } from "../../bench/cases.ts";
import type { GivenCase } from "../../bench/hand-written/case.ts";
import { decideChecked, decideInFull, decideTrusted } from "../../bench/hand-written/index.ts";
import { anyCase, factIds } from "../oracle/generate.ts";
import { nested, outcomes, procedure } from "../support/cases.ts";

const cases = generateCases(5000);

describe("the cases of the benchmark", () => {
  it("are the same for every run", () => {
    expect(generateCases(200)).toEqual(generateCases(200));
  });

  it("are complete and decided in every way", () => {
    for (const { facts } of cases.slice(0, 100)) {
      const ids = Object.entries(facts).flatMap(([group, inner]) =>
        Object.keys(inner ?? {}).map((key) => `${group}.${key}`),
      );
      expect(ids.sort()).toEqual([...factIds].sort());
    }
    const seen = new Set(cases.flatMap((given) => Object.values(outcomes(procedure.evaluate(given)))));
    const possible = [...(procedure.revisions[0]?.decisions.values() ?? [])].flatMap((one) => [...one.outcomes.keys()]);
    expect([...seen].sort()).toEqual([...new Set(possible)].sort());
  });
});

describe("the function written for this procedure", () => {
  it("decides as the library does, input checked or not", () => {
    for (const given of cases) {
      const wanted = outcomes(procedure.evaluate(given));
      expect([given, { ...decideChecked(given) }]).toEqual([given, wanted]);
      expect({ ...decideTrusted(given) }).toEqual(wanted);
    }
  });

  it("gives everything that the library's decisions come with", () => {
    const { procedure: id, revision, digest } = procedure.decide(cases[0] ?? { asOf: "", facts: {} });
    let warnings = 0;
    for (const given of cases) {
      const wanted = procedure.decide(given);
      expect(decideInFull(given, { procedure: id, revision, digest })).toEqual(wanted);
      warnings += wanted.warnings.length;
    }
    expect(warnings).toBeGreaterThan(cases.length);
  });

  it("refuses contradicting facts where the library does", () => {
    fc.assert(
      fc.property(anyCase, ({ asOf, facts }) => {
        const given = { asOf, facts: nested(facts) };
        expect(isRefused(() => decideChecked(given))).toBe(isRefused(() => procedure.decide(given)));
      }),
      { numRuns: 500 },
    );
  });

  it("refuses what is no fact of that kind where the library does", () => {
    const odd = fc.constantFrom<unknown>(
      "2020-02-30",
      "2020-1-1",
      "1899-12-31",
      "2200-01-01",
      "2020-06-01",
      "nothing",
      "binder",
      true,
      -1,
      0,
      1.5,
      1e10,
      null,
      [],
      {},
      [{ course: "hazard_management", completed_on: "2020-02-30" }],
      [{ course: "cooking", completed_on: "2020-02-28" }],
      [{ course: "hazard_management", completed_on: "2020-02-28", by: "somebody" }],
      [{ element: "e", earned: 0.0000001, available: 1 }],
      [{ element: "e", earned: 0.000001, available: 1 }],
      ["other", "cooking"],
    );
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...cases.slice(0, 50)), fc.constantFrom(...factIds), odd, (given, id, value) => {
        const damaged = changed(given, id, value);
        const isWrong = isRefused(() => procedure.decide(damaged));
        if (isWrong) refused += 1;
        expect([damaged, isRefused(() => decideChecked(damaged))]).toEqual([damaged, isWrong]);
      }),
      { numRuns: 2000 },
    );
    expect(refused).toBeGreaterThan(100);
  });

  it("refuses unknown facts and a day that no revision governs", () => {
    const [given] = cases;
    if (given === undefined) throw new Error("there is no case");
    for (const damaged of [
      changed(given, "audit.colour", "blue"),
      changed(given, "audit.submitted_on", "2018-12-31"),
      changed(given, "audit.submitted_on", "2022-01-01"),
    ]) {
      expect(isRefused(() => procedure.decide(damaged))).toBe(true);
      expect(isRefused(() => decideChecked(damaged))).toBe(true);
    }
  });
});

/** The case with another value for one fact. */
function changed({ asOf, facts }: GivenCase, id: string, value: unknown): GivenCase {
  const [group = "", key = ""] = id.split(".");
  return { asOf, facts: { ...facts, [group]: { ...Object(facts[group]), [key]: value } } };
}

function isRefused(decide: () => unknown): boolean {
  try {
    decide();
    return false;
  } catch {
    return true;
  }
}
