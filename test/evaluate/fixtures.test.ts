import { describe, expect, it } from "vitest";
import { ContradictionError } from "../../engine/evaluate/contradictions.ts";
import { allFixtures, fixtures, outcomes, procedure } from "../support/cases.ts";

const all = fixtures();

describe("every fixture comes to what it expects", () => {
  it.each(all.map((fixture) => [fixture.case, fixture] as const))("%s", (_name, fixture) => {
    const { facts, asOf, readings } = fixture;
    const result = procedure.evaluate({ facts, asOf, ...(readings ? { readings } : {}) });
    const { decisions = {}, clauses = {}, obligations = {}, derived = {} } = fixture.expect ?? {};
    expect(outcomes(result)).toMatchObject(decisions);
    expect(result.obligations).toMatchObject(obligations);
    expect(result.derived).toMatchObject(derived);
    for (const [id, status] of Object.entries(clauses)) expect([id, result.clauses[id]?.status]).toEqual([id, status]);
  });
});

describe("every fixture that expects a refusal", () => {
  const refused = allFixtures().filter(({ expect: expected }) => expected?.refused !== undefined);

  it.each(refused.map((fixture) => [fixture.case, fixture] as const))("is refused: %s", (_name, fixture) => {
    const decide = () => procedure.evaluate({ facts: fixture.facts, asOf: fixture.asOf });
    expect(decide).toThrow(ContradictionError);
    try {
      decide();
    } catch (error) {
      const ids = error instanceof ContradictionError ? error.contradictions.map(({ id }) => id) : [];
      expect(ids).toEqual([fixture.expect?.refused]);
    }
  });

  it("has its like for every contradiction", () => {
    const declared = procedure.revisions[0]?.contradictions.map(({ id }) => id) ?? [];
    expect(declared.filter((id) => !refused.some(({ expect: expected }) => expected?.refused === id))).toEqual([]);
  });
});

describe("the fixtures reach", () => {
  const results = all.map(({ facts, asOf, readings }) =>
    procedure.evaluate({ facts, asOf, ...(readings ? { readings } : {}) }),
  );
  const [model] = procedure.revisions;

  it("every outcome of every decision, and every decision undetermined", () => {
    for (const [id, { outcomes: declared }] of model?.decisions ?? []) {
      const seen = new Set(results.map(({ decisions }) => decisions[id]?.outcome));
      expect([id, [...declared.keys(), null].filter((outcome) => !seen.has(outcome))]).toEqual([id, []]);
    }
  });

  it("every status that each dated obligation can have", () => {
    const statuses = ["fulfilled", "fulfilled_late", "pending", "overdue", "not_applicable", "undetermined"] as const;
    for (const [id, { done, keepUntil }] of model?.obligations ?? []) {
      if (!done && !keepUntil) continue;
      // What is kept until a day can't be late.
      const possible = keepUntil ? statuses.filter((status) => !/late|overdue/.test(status)) : statuses;
      const seen = new Set(results.map(({ obligations }) => obligations[id]?.status));
      expect([id, possible.filter((status) => !seen.has(status))]).toEqual([id, []]);
    }
  });

  it("every switchable reading", () => {
    const switched = new Set(all.flatMap(({ readings }) => Object.keys(readings ?? {})));
    expect([...switched].sort()).toEqual([...(model?.switchable.keys() ?? [])].sort());
  });

  it("every clause that demands something, met and unmet", () => {
    for (const [id, { requires }] of model?.clauses ?? []) {
      if (!requires) continue;
      const seen = new Set(results.map(({ clauses }) => clauses[id]?.status));
      expect([id, seen.has("met"), seen.has("unmet")]).toEqual([id, true, true]);
    }
  });
});
