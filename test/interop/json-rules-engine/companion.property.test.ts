import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EvaluationInput, ProblemsError } from "../../../engine/index.ts";
import { factsOf } from "../../../engine/interop/json-rules-engine/companion/facts.ts";
import type { ExportedRules } from "../../../engine/interop/json-rules-engine/export/export.ts";
import { completeCase, factIds } from "../../oracle/generate.ts";
import { nested, procedure } from "../../support/cases.ts";
import { exported } from "./exported.ts";

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
