import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Procedure } from "../../../engine/evaluate/procedure.ts";
import { openProcedure } from "../../../engine/procedure/open.ts";
import { findCases } from "../../../engine/testing/find.ts";
import { readFixtures } from "../../../engine/testing/fixture.ts";
import { mutantsOf } from "../../../engine/testing/mutation/mutant.ts";
import { mutate } from "../../../engine/testing/mutation/mutate.ts";
import { completeCase } from "../../oracle/generate.ts";
import { nested } from "../../support/cases.ts";

const opened = openProcedure("rules/secor");
const [model] = opened.revisions;
if (model === undefined) throw new Error("the shipped procedure has no revision");

describe("the shipped rules", { timeout: 240_000 }, () => {
  it("have no change that no fixture notices, and no random case refutes what is equivalent", async () => {
    const { mutants } = await mutate(opened, model, readFixtures(findCases(["fixtures/cases"])));
    const changes = mutantsOf(model);
    expect(mutants).toHaveLength(changes.length);
    const survived = mutants.filter(({ verdict }) => verdict === "survived" || verdict === "unknown");
    expect(survived.map(({ thing, before, after }) => `${thing.id}: ${before} → ${after}`)).toEqual([]);

    const original = new Procedure([model]);
    const equivalent = changes.filter((_change, at) => mutants[at]?.verdict === "equivalent");
    expect(equivalent.length).toBeGreaterThan(0);
    const others = equivalent.map((mutant) => new Procedure([mutant.model]));
    for (const { asOf, facts, readings } of fc.sample(completeCase, { numRuns: 2_000, seed: 81 })) {
      const input = { asOf, facts: nested(facts), revision: "1.0", ...(readings === undefined ? {} : { readings }) };
      const { decisions, clauses, obligations, derived } = original.evaluate(input);
      const came = {
        decisions: outcomes(decisions),
        clauses: statuses(clauses),
        obligations: statuses(obligations),
        derived,
      };
      for (const [at, other] of others.entries()) {
        const result = other.evaluate(input);
        expect([
          equivalent[at]?.thing.id,
          {
            decisions: outcomes(result.decisions),
            clauses: statuses(result.clauses),
            obligations: statuses(result.obligations),
            derived: result.derived,
          },
        ]).toEqual([equivalent[at]?.thing.id, came]);
      }
    }
  });
});

function outcomes(all: Readonly<Record<string, { readonly outcome: string | null }>>): readonly unknown[] {
  return Object.entries(all).map(([id, { outcome }]) => [id, outcome]);
}

function statuses(
  all: Readonly<Record<string, { readonly status: string; readonly due?: string | null }>>,
): readonly unknown[] {
  return Object.entries(all).map(([id, { status, due }]) => [id, status, due]);
}
