import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crossCheck } from "../../engine/interop/json-rules-engine/cross-check.ts";
import { completeCase, factIds } from "../oracle/generate.ts";
import { fixtures, nested, procedure } from "../support/cases.ts";

describe("the shipped procedure", () => {
  it("is decided alike by both engines in every fixture", async () => {
    const all = fixtures();
    expect(all.length).toBeGreaterThan(300);
    for (const fixture of all) {
      const evaluation = procedure.evaluateWithWorkings(fixture);
      expect({ case: fixture.case, found: await crossCheck(evaluation) }).toEqual({ case: fixture.case, found: [] });
    }
  });

  it("is decided alike by both engines in generated cases with facts left out", async () => {
    const hidden = fc.oneof(fc.constant([]), fc.subarray([...factIds]));
    await fc.assert(
      fc.asyncProperty(completeCase, hidden, async (kase, left) => {
        const known = Object.entries(kase.facts).filter(([id]) => !left.some((other) => other === id));
        const facts = nested(Object.fromEntries(known));
        expect(await crossCheck(procedure.evaluateWithWorkings({ ...kase, facts }))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("is checked in well under a tenth of a second a case", async () => {
    const all = fixtures()
      .slice(0, 50)
      .map((fixture) => procedure.evaluateWithWorkings(fixture));
    const times: number[] = [];
    for (const evaluation of all) {
      const start = performance.now();
      await crossCheck(evaluation);
      times.push(performance.now() - start);
    }
    // The middle one, for a busy machine stops now and then.
    expect(times.sort((a, b) => a - b)[Math.floor(times.length / 2)]).toBeLessThan(100);
  });
});
