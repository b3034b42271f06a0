import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EvaluationInput, loadProcedure, ProblemsError } from "../../../engine/index.ts";
import { factsOf } from "../../../engine/interop/json-rules-engine/companion/facts.ts";
import type { ExportedRules } from "../../../engine/interop/json-rules-engine/export/export.ts";
import { completeCase, factIds } from "../../oracle/generate.ts";
import { nested, procedure } from "../../support/cases.ts";
import { Copies, change } from "../../support/sealed.ts";
import { codesOf, expectAgreement, exported } from "./exported.ts";

const copies = new Copies();

const [model] = procedure.revisions;
const warm = exported(model, procedure.revisions);
const text = JSON.stringify(warm.companion);

/** What was never used before. */
function fresh(): Pick<ExportedRules, "companion"> {
  return { companion: JSON.parse(text) };
}

/** The facts that are given, or everything that is wrong with the case. */
function given(file: Pick<ExportedRules, "companion">, input: EvaluationInput): unknown {
  try {
    return factsOf(file, input);
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
}

/** Cases with facts left out; some have a fact or a reading that there is not. */
const anyInput: fc.Arbitrary<EvaluationInput> = fc
  .record({
    kase: completeCase,
    left: fc.subarray([...factIds]),
    wrong: fc.constantFrom({}, {}, {}, { "employer.peak_headcount": "3" }, { nonsense: 1 }),
    readings: fc.constantFrom({}, {}, {}, { nonsense: "x" }),
  })
  .map(({ kase, left, wrong, readings }) => {
    const known = Object.entries(kase.facts).filter(([id]) => !left.some((other) => other === id));
    return {
      asOf: kase.asOf,
      revision: "1.0",
      facts: { ...nested(Object.fromEntries(known)), ...wrong },
      readings: { ...kase.readings, ...readings },
    };
  });

describe("a companion that has been used", () => {
  it("gives of a case what one gives that has not", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        expect(given(warm, input)).toStrictEqual(given(fresh(), input));
      }),
      { numRuns: 200 },
    );
  });

  it("keeps nothing of a case, whatever is done to the facts that it gave", () => {
    fc.assert(
      fc.property(anyInput, anyInput, (one, other) => {
        const expected = given(fresh(), other);
        const facts = given(warm, one);
        for (const value of Object.values(Object(facts))) if (Array.isArray(value)) value.push("changed");
        expect(given(warm, other)).toStrictEqual(expected);
        expect(given(warm, one)).toStrictEqual(given(fresh(), one));
      }),
      { numRuns: 60 },
    );
  });
});

describe("a date that can't be written", () => {
  it("makes the companion refuse the case, as the library does", async () => {
    const rules = copies.of("fixtures/procedures/library");
    const label = "    label: the day the loan was asked for\n";
    change(rules, "facts.yaml", label, `    to: 9999-12-31\n${label}`);
    const library = loadProcedure(rules);
    const [first] = library.revisions;
    const file = exported(first, library.revisions);
    const expected: string[][] = [];
    // A book is back within 28 days.
    for (const applied_on of ["9999-12-02", "9999-12-03", "9999-12-04", "9999-12-31", null]) {
      const input = { asOf: "2021-04-01", revision: "1.0", facts: { loan: { applied_on, returned_on: null } } };
      const refused = [...codesOf(() => library.evaluate(input))];
      expected.push(refused);
      if (refused.length === 0) await expectAgreement(file, library, input);
      else expect(given(file, input)).toMatchObject(refused.map((code) => ({ code })));
    }
    expect(expected).toEqual([[], [], ["date-out-of-range"], ["date-out-of-range"], []]);
  });
});
