import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Procedure as AnyProcedure } from "../../../engine/evaluate/procedure.ts";
import type { EvaluationInput } from "../../../engine/index.ts";
import { factsOf } from "../../../engine/interop/json-rules-engine/companion/facts.ts";
import { openProcedure } from "../../../engine/procedure/open.ts";
import { anyCase, completeCase, factIds } from "../../oracle/generate.ts";
import { fixtures, nested, procedure } from "../../support/cases.ts";
import { codesOf, expectAgreement, exported, saidBy } from "./exported.ts";

const rules = exported(
  procedure.revisions.find(({ entry }) => entry.revision === "1.0"),
  procedure.revisions,
);

describe("exported rules in an engine of one's own", () => {
  it("come to what the library comes to, in generated cases with facts left out", async () => {
    const hidden = fc.oneof(fc.constant([]), fc.subarray([...factIds]));
    await fc.assert(
      fc.asyncProperty(completeCase, hidden, async ({ asOf, facts, readings }, left) => {
        const known = Object.entries(facts).filter(([id]) => !left.some((other) => other === id));
        const input = {
          asOf,
          revision: "1.0",
          facts: nested(Object.fromEntries(known)),
          ...(readings && { readings }),
        };
        await expectAgreement(rules, procedure, input);
      }),
      { numRuns: 400 },
    );
  });

  it("come to what the library comes to in the cases that the procedure ships with", async () => {
    const some = fixtures().filter((_, at) => at % 6 === 0);
    expect(some.length).toBeGreaterThan(50);
    for (const { asOf, facts, readings } of some) {
      await expectAgreement(rules, procedure, { asOf, revision: "1.0", facts, ...(readings && { readings }) });
    }
  });

  it("say which facts contradict each other, where the library refuses the case", async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ asOf, facts }) => {
        const input = { asOf, revision: "1.0", facts: nested(facts) };
        const codes = codesOf(() => procedure.evaluate(input));
        const given = codesOf(() => factsOf(rules, input));
        if (given.length > 0) {
          // What is wrong with a fact by itself, the companion refuses as the library does.
          expect(given).toEqual(codes);
          return;
        }
        const { contradictions } = await saidBy(rules, input);
        expect(contradictions.length > 0).toBe(codes.length > 0);
        if (codes.length > 0) refused += 1;
      }),
      { numRuns: 120 },
    );
    expect(refused).toBeGreaterThan(20);
  });

  it("speak of any procedure", async () => {
    const { revisions } = openProcedure("fixtures/procedures/library");
    const library = new AnyProcedure(revisions);
    const day = fc.constantFrom(null, "2020-02-10", "2020-02-29", "2020-03-01", "2020-03-23", "2020-04-02");
    const fines = fc.array(
      fc.record(
        { reason: fc.constantFrom("late", "damage"), amount: fc.constantFrom(0.1, 5, 9.9, 10) },
        { requiredKeys: [] },
      ),
      { maxLength: 3 },
    );
    const reader = fc.record(
      { age: fc.integer({ min: 8, max: 20 }), guardian_agrees: fc.boolean(), fines: fc.option(fines, { nil: null }) },
      { requiredKeys: [] },
    );
    for (const model of revisions) {
      const file = exported(model, revisions);
      await fc.assert(
        fc.asyncProperty(reader, fc.record({ applied_on: day }, { requiredKeys: [] }), async (person, loan) => {
          const facts = { reader: person, loan: { ...loan, returned_on: null } };
          await expectAgreement(file, library, { asOf: "2020-04-01", revision: model.entry.revision, facts });
        }),
        { numRuns: 100 },
      );
    }
  });
});

describe("an exported file", () => {
  const names = new Set(rules.rules.map(({ name }) => name));

  it("asks for no fact that its companion does not give and no rule makes true", () => {
    const given = new Set(Object.keys(factsOf(rules, { asOf: "2020-01-01", facts: {} })));
    const described = new Set(rules.facts.map(({ id }) => id));
    const unheard: string[] = [];
    const visit = (part: object): void => {
      if ("fact" in part && typeof part.fact === "string" && !given.has(part.fact) && !names.has(part.fact)) {
        // An unknown fact is not given, but it is said to be unknown.
        if (!described.has(part.fact) && !part.fact.startsWith("length of ")) unheard.push(part.fact);
      }
      for (const inner of Object.values(part)) if (typeof inner === "object" && inner !== null) visit(inner);
    };
    for (const { conditions } of rules.rules) visit(conditions);
    expect(unheard).toEqual([]);
  });

  it("has a rule for each outcome of each decision and each status of each clause", () => {
    const model = procedure.revisions[0];
    const outcomes = [...(model?.decisions ?? [])].flatMap(([id, { outcomes: all }]) =>
      [...all.keys()].map((outcome) => `decision ${id} is ${outcome}`),
    );
    const statuses = [...(model?.clauses.keys() ?? [])].flatMap((id) =>
      ["met", "unmet", "not_applicable"].map((status) => `clause ${id} is ${status}`),
    );
    expect([...outcomes, ...statuses].filter((name) => !names.has(name))).toEqual([]);
    expect(names.size).toBe(rules.rules.length);
  });

  it("keeps what is compared in the rules, and leaves to the companion only what they can't work out", () => {
    const size = rules.rules.find(({ name }) => name === "value employer.exceeds_small_size");
    expect(JSON.stringify(size?.conditions)).toContain(
      '{"fact":"employer.peak_headcount","operator":"greaterThan","value":10}',
    );
    expect(rules.companion.give.some(({ id }) => id === "employer.exceeds_small_size")).toBe(false);
    for (const { id, from } of rules.facts)
      expect([id, from]).toEqual([
        id,
        factIds.some((one) => one === id) || id === "evaluation.as_of" ? "case" : "worked out",
      ]);
  });
});

describe("the companion", () => {
  it.each([
    ["a fact that there is not", { asOf: "2020-01-01", facts: { employer: { peak_headcont: 3 } } }, ["unknown-fact"]],
    ["a wrong type", { asOf: "2020-01-01", facts: { employer: { peak_headcount: "3" } } }, ["wrong-type"]],
    ["no evaluation date", { facts: {} }, ["not-a-date"]],
    [
      "a reading that there is not",
      { asOf: "2020-01-01", facts: {}, readings: { nonsense: "x" } },
      ["unknown-interpretation"],
    ],
    ["a misspelled key", { asOf: "2020-01-01", fact: {} }, ["unknown-key"]],
  ])("refuses %s", (_what, input, codes) => {
    // What a caller without a compiler may give.
    expect(codesOf(() => factsOf(rules, input as EvaluationInput))).toEqual(codes);
  });
});
