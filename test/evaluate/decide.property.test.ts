import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EvaluationInput, Procedure } from "../../engine/evaluate/procedure.ts";
import { openProcedure } from "../../engine/procedure/open.ts";
import { ProblemsError } from "../../engine/source/problem.ts";
import { completeCase } from "../oracle/generate.ts";
import { nested } from "../support/cases.ts";
import { library, ordinary } from "./library.ts";

const { revisions } = openProcedure("rules/secor");

/** Cases with facts left out, dotted, or wrong, and with the keys of the input in any number. */
const input: fc.Arbitrary<EvaluationInput> = fc
  .tuple(
    completeCase,
    fc.array(fc.nat(), { maxLength: 4 }),
    fc.constantFrom("nested", "nested", "dotted", "misspelt", "wrong"),
    fc.boolean(),
  )
  .map(([{ facts, asOf, readings }, places, how, isNamed]) => {
    const ids = Object.keys(facts);
    const unknown = new Set(places.map((place) => ids[place % ids.length]));
    const known = Object.fromEntries(Object.entries(facts).filter(([id]) => !unknown.has(id)));
    const more =
      how === "misspelt" ? { "audit.purpos": 1 } : how === "wrong" ? { "employer.peak_headcount": "ten" } : {};
    return {
      asOf,
      facts: how === "dotted" ? known : nested({ ...known, ...more }),
      ...(readings === undefined ? {} : { readings }),
      ...(isNamed ? { case: "a case" } : {}),
    };
  });

/** What a case comes to: decisions, or the codes of its problems. */
function answer(decide: () => unknown): unknown {
  try {
    return decide();
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems.map(({ code, message }) => `${code}: ${message}`);
    throw error;
  }
}

/** Of a full result, what `decide` gives too. */
function decisionsOf(procedure: Procedure, given: EvaluationInput): unknown {
  const { clauses, obligations, derived, readings, decisions, ...heading } = procedure.evaluate(given);
  const settled = Object.entries(decisions).map(([id, { outcome, possible }]) => [id, { outcome, possible }]);
  return { ...heading, decisions: Object.fromEntries(settled) };
}

describe("deciding", () => {
  it("says what the full result says, whatever was decided before", () => {
    const procedure = new Procedure(revisions);
    let decided = 0;
    fc.assert(
      fc.property(fc.array(input, { minLength: 2, maxLength: 6 }), (cases) => {
        for (const given of cases) {
          const expected = answer(() => decisionsOf(new Procedure(revisions), given));
          expect(answer(() => procedure.decide(given))).toEqual(expected);
          expect(answer(() => decisionsOf(procedure, given))).toEqual(expected);
          if (!Array.isArray(expected)) decided += 1;
        }
      }),
      { numRuns: 60 },
    );
    expect(decided).toBeGreaterThan(60);
  });

  it("leaves what it gave alone: later cases change nothing in it", () => {
    const procedure = new Procedure(revisions);
    fc.assert(
      fc.property(completeCase, completeCase, (one, other) => {
        const decide = ({ facts, asOf }: typeof one) => procedure.decide({ facts: nested(facts), asOf });
        const first = decide(one);
        const before = structuredClone(first);
        decide(other);
        expect(first).toEqual(before);
      }),
    );
  });

  it("follows the governing date from revision to revision", () => {
    const days = ["2019-06-01", "2020-12-31", "2021-04-01", "2022-05-01", "2023-04-01", "2024-04-01"];
    const seen = new Set<unknown>();
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...days), { maxLength: 8 }), (dates) => {
        for (const day of dates) {
          const given = { asOf: day, facts: { ...ordinary, loan: { applied_on: day } } };
          const decided = answer(() => library.decide(given));
          expect(decided).toEqual(answer(() => decisionsOf(library, given)));
          seen.add(Reflect.get(Object(decided), "revision"));
        }
      }),
    );
    expect(seen.size).toBeGreaterThan(1);
  });

  it("is not disturbed by an input whose keys decide another case", () => {
    const procedure = new Procedure(revisions);
    fc.assert(
      fc.property(completeCase, completeCase, (outer, inner) => {
        const plain = { asOf: outer.asOf, facts: nested(outer.facts) };
        const expected = procedure.decide(plain);
        const { score, ...others } = plain.facts;
        const facts = Object.defineProperty({ ...others }, "score", {
          enumerable: true,
          get: () => {
            procedure.decide({ asOf: inner.asOf, facts: nested(inner.facts) });
            return score;
          },
        });
        expect(procedure.decide({ asOf: outer.asOf, facts })).toEqual(expected);
      }),
    );
  });

  it("takes no list with keys for a block of facts", () => {
    const facts = Object.assign([], { audit: { purpose: "maintenance" } });
    for (const given of [facts, { audit: Object.assign([], { purpose: "maintenance" }) }]) {
      const codes = answer(() => new Procedure(revisions).decide({ asOf: "2020-06-01", facts: given }));
      expect(codes).toEqual([expect.stringContaining("wrong-type")]);
    }
  });
});
