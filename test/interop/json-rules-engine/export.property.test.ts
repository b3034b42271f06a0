import fc from "fast-check";
import { Engine } from "json-rules-engine";
import { describe, expect, it } from "vitest";
import { Procedure as AnyProcedure } from "../../../engine/evaluate/procedure.ts";
import { type EvaluationInput, ProblemsError, type Procedure } from "../../../engine/index.ts";
import { factsOf } from "../../../engine/interop/json-rules-engine/companion/facts.ts";
import { type ExportedRules, exportRules } from "../../../engine/interop/json-rules-engine/export/export.ts";
import type { RevisionModel } from "../../../engine/procedure/model.ts";
import { openProcedure } from "../../../engine/procedure/open.ts";
import { anyCase, completeCase, factIds } from "../../oracle/generate.ts";
import { fixtures, nested, procedure } from "../../support/cases.ts";

/** What a file with the rules holds: nothing but JSON. */
function exported(model: RevisionModel | undefined, revisions: readonly RevisionModel[]): ExportedRules {
  if (model === undefined) throw new Error("there is no such revision");
  return JSON.parse(JSON.stringify(exportRules(model, revisions)));
}

const rules = exported(
  procedure.revisions.find(({ entry }) => entry.revision === "1.0"),
  procedure.revisions,
);

/** What the rules of an engine say about a case. The engine is the library's own, and knows nothing but the file. */
async function saidBy(file: ExportedRules, input: EvaluationInput) {
  const engine = new Engine([...file.rules], { allowUndefinedFacts: true });
  engine.on("success", ({ params }, almanac) => almanac.addRuntimeFact(params?.holds, true));
  const { asOf, facts, readings } = input;
  const { events } = await engine.run(factsOf(file, { asOf, facts, ...(readings && { readings }) }));
  const of = (type: string, key: string, value: string) =>
    events.filter((event) => event.type === type).map(({ params }) => [params?.[key], params?.[value]] as const);
  return {
    decisions: of("decision", "decision", "outcome"),
    impossible: of("not-possible", "decision", "outcome"),
    clauses: of("clause", "clause", "status"),
    obligations: of("obligation", "obligation", "status"),
    contradictions: events.filter(({ type }) => type === "contradiction").map(({ params }) => params?.contradiction),
  };
}

type Said = Awaited<ReturnType<typeof saidBy>>;

/** What the library says of the same, in the same form. */
function evaluated(by: Procedure, input: EvaluationInput): Omit<Said, "contradictions"> {
  const { result, program } = by.evaluateWithWorkings(input);
  const decisions = Object.entries(result.decisions);
  const settled = (parts: Readonly<Record<string, { readonly status: string }>>) =>
    Object.entries(parts).flatMap(([id, { status }]) => (status === "undetermined" ? [] : [[id, status] as const]));
  return {
    decisions: decisions.flatMap(([id, { outcome }]) => (outcome === null ? [] : [[id, outcome] as const])),
    impossible: decisions.flatMap(([id, { possible }]) =>
      [...(program.model.decisions.get(id)?.outcomes.keys() ?? [])]
        .filter((outcome) => !possible.includes(outcome))
        .map((outcome) => [id, outcome] as const),
    ),
    clauses: settled(result.clauses),
    obligations: settled(result.obligations),
  };
}

/** In one order, for the rules speak in theirs. */
function ordered({ decisions, impossible, clauses, obligations }: Omit<Said, "contradictions">) {
  const lines = (pairs: Said["clauses"]) => pairs.map((pair) => pair.join(" ")).sort();
  return {
    decisions: lines(decisions),
    impossible: lines(impossible),
    clauses: lines(clauses),
    obligations: lines(obligations),
  };
}

/** The codes of what is wrong; none where nothing is. */
function codesOf(ask: () => unknown): readonly string[] {
  try {
    ask();
    return [];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems.map(({ code }) => code);
  }
}

async function expectAgreement(file: ExportedRules, by: Procedure, input: EvaluationInput): Promise<void> {
  const said = await saidBy(file, input);
  expect({ ...ordered(said), contradictions: said.contradictions }).toEqual({
    ...ordered(evaluated(by, input)),
    contradictions: [],
  });
}

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
        const given = codesOf(() => factsOf(rules, { asOf, facts: input.facts }));
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
