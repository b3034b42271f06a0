import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ProblemsError } from "../../engine/source/problem.ts";
import { anyCase, completeCase } from "../oracle/generate.ts";
import { decideByHand } from "../oracle/oracle.ts";
import { nested, outcomes, procedure } from "../support/cases.ts";

const runs = Number(process.env.ORACLE_RUNS ?? 20_000);

describe("the rules agree with an implementation written by hand from the same vocabulary", () => {
  it("on every decision and dated obligation of complete cases", () => {
    fc.assert(
      fc.property(completeCase, (kase) => {
        const byHand = decideByHand(kase);
        if ("contradiction" in byHand) throw new Error("complete cases don't contradict themselves");
        const result = procedure.evaluate({ ...kase, facts: nested(kase.facts) });
        expect(outcomes(result)).toEqual(byHand.decisions);
        for (const [id, expected] of Object.entries(byHand.obligations)) {
          const { due, status } = result.obligations[id] ?? {};
          expect({ id, due, status }).toEqual({ id, ...expected });
        }
        expect(result.derived["audit.reference_date"]).toBe(byHand.referenceDate);
      }),
      { numRuns: runs },
    );
  });

  it("on which cases contradict themselves", () => {
    fc.assert(
      fc.property(anyCase, (kase) => {
        const byHand = decideByHand(kase);
        const problems = problemsOf(() => procedure.evaluate({ ...kase, facts: nested(kase.facts) }));
        expect(problems.length > 0).toBe("contradiction" in byHand);
        // Negative points are refused by the bounds of the fact, the others by what contradicts what.
        const codes = new Set(problems.map(({ code }) => code));
        expect([...codes].filter((code) => code !== "contradiction" && code !== "out-of-bounds")).toEqual([]);
      }),
      { numRuns: runs / 10 },
    );
  });
});

function problemsOf(run: () => unknown): ProblemsError["problems"] {
  try {
    run();
    return [];
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
}
