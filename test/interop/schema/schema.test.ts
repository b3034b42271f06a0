import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parseDay } from "../../../engine/calendar/day.ts";
import { loadProcedure } from "../../../engine/index.ts";
import { type SchemaKind, schemaKinds, specialisedSchema } from "../../../engine/interop/schema/export.ts";
import type { Schema } from "../../../engine/interop/schema/json-schema.ts";
import { vocabularyOf } from "../../../engine/interop/schema/vocabulary.ts";
import { openProcedure } from "../../../engine/procedure/open.ts";

const { revisions, sources } = openProcedure("rules/secor");
const words = vocabularyOf(sources, revisions);
const generic = (kind: SchemaKind): Schema => JSON.parse(readFileSync(`schema/${kind}.schema.json`, "utf8"));
const special = (kind: SchemaKind): Schema => specialisedSchema(kind, generic(kind), words);
const published = (kind: SchemaKind): string => readFileSync(`schema/secor/${kind}.schema.json`, "utf8");

/** A schema as any other program would read it. */
function compiled(schema: Schema): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addFormat("date", (text) => typeof parseDay(text) === "number");
  return ajv.compile(schema);
}
const validators = new Map(schemaKinds.map((kind) => [kind, compiled(special(kind))]));

/** What a schema finds wrong with YAML. */
function errorsOf(kind: SchemaKind, text: string): readonly string[] {
  const validate = validators.get(kind);
  if (validate === undefined || validate(parse(text)) === true) return [];
  return (validate.errors ?? []).map(({ instancePath, message = "" }) => `${instancePath} ${message}`);
}

/** The YAML files under a directory. */
function yamlFiles(directory: string): readonly string[] {
  const names = readdirSync(directory, { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".yaml")).map((name) => join(directory, name));
}

const ruleFiles = yamlFiles("rules/secor").flatMap((path): readonly (readonly [string, SchemaKind])[] => {
  if (path.includes("seals")) return [];
  const kind = schemaKinds.find((one) => path.endsWith(`secor/${one}.yaml`));
  return [[path, kind ?? "clauses"]];
});
const cases = yamlFiles("fixtures/cases");

describe("the schemas of the shipped procedure", () => {
  it.each(schemaKinds)("are in step with its rules (npm run build writes them): %s", (kind) => {
    expect(published(kind)).toBe(`${JSON.stringify(special(kind), null, 2)}\n`);
  });

  it.each(ruleFiles)("accept %s, which names its own", (path, kind) => {
    const text = readFileSync(path, "utf8");
    expect(errorsOf(kind, text)).toEqual([]);
    const [, named = ""] = /^# yaml-language-server: \$schema=(\S+)/.exec(text) ?? [];
    expect(join(path, "..", named)).toBe(join("schema", "secor", `${kind}.schema.json`));
  });

  it("accept every case that the procedure ships with", () => {
    expect(cases.length).toBeGreaterThan(300);
    for (const path of cases) expect([path, errorsOf("case", readFileSync(path, "utf8"))]).toEqual([path, []]);
  });

  it("accept what a case comes to", () => {
    const procedure = loadProcedure();
    for (const path of cases.filter((_, at) => at % 20 === 0)) {
      const { facts, asOf, revision } = parse(readFileSync(path, "utf8"));
      const result = procedure.evaluate({ facts, asOf, revision: revision ?? "1.0" });
      expect([path, errorsOf("result", JSON.stringify(result))]).toEqual([path, []]);
    }
  });
});

describe("the settings for an editor", () => {
  const { "yaml.schemas": mapped } = JSON.parse(readFileSync(".vscode/settings.json", "utf8"));
  const files = [...yamlFiles("rules/secor"), ...cases];

  it("give every rule file and every case exactly one schema, the one that a rule file names", () => {
    const globs = Object.entries<readonly string[]>(mapped).flatMap(([schema, list]) =>
      list.map((glob) => ({ schema, glob })),
    );
    for (const path of files) {
      const schemas = globs.filter(({ glob }) => matchesGlob(path, glob)).map(({ schema }) => join(schema));
      expect([path, schemas.length]).toEqual([path, 1]);
      const [, named] = /^# yaml-language-server: \$schema=(\S+)/.exec(readFileSync(path, "utf8")) ?? [];
      if (named !== undefined) expect([path, ...schemas]).toEqual([path, join(path, "..", named)]);
      for (const schema of schemas) expect([schema, existsSync(schema)]).toEqual([schema, true]);
    }
  });
});

/** Whether a path is one of those that a pattern means: `*` within a folder, `**` for any folders. */
function matchesGlob(path: string, glob: string): boolean {
  const parts = glob.replaceAll(".", "\\.").split("**/");
  return new RegExp(`^${parts.map((part) => part.replaceAll("*", "[^/]*")).join("(?:.*/)?")}$`).test(path);
}

describe("a case with a slip of the pen", () => {
  const facts = `facts:
  audit: { purpose: maintenance, submitted_on: 2019-12-18 }
  employer: { peak_headcount: 9 }
  assessor.refreshers: [{ course: hazard_management, completed_on: 2019-03-01 }]
readings: { day-counting: starting_day_counted }
expect:
  decisions: { submission: accepted }
  clauses: { "2.1.3": met }
  obligations: { fieldwork: { status: pending } }
  derived: { audit.reference_date: 2019-12-18 }
`;

  it("is accepted without the slip", () => {
    expect(errorsOf("case", facts)).toEqual([]);
  });

  it.each([
    ["a fact", "peak_headcount: 9", "peak_headcont: 9"],
    ["a fact with its dots", "assessor.refreshers", "assessor.refreshes"],
    ["an option", "purpose: maintenance", "purpose: maintainance"],
    ["an option in a list", "hazard_management", "hazard_managment"],
    ["a field", "completed_on", "complete_on"],
    ["a date", "submitted_on: 2019-12-18", "submitted_on: 2019-02-29"],
    ["a bound", "peak_headcount: 9", "peak_headcount: 0"],
    ["a number", "peak_headcount: 9", "peak_headcount: nine"],
    ["none where there is no none", "peak_headcount: 9", "peak_headcount: null"],
    ["a decision", "submission:", "submision:"],
    ["an outcome", "submission: accepted", "submission: acepted"],
    ["a clause", '"2.1.3"', '"2.1.33"'],
    ["a status", '"2.1.3": met', '"2.1.3": meet'],
    ["a duty", "fieldwork:", "field_work:"],
    ["a derived value", "audit.reference_date", "audit.reference_data"],
    ["an interpretation", "day-counting", "day-count"],
    ["an alternative", "starting_day_counted", "starting_day"],
  ])("is not: %s", (_what, right, wrong) => {
    expect(facts).toContain(right);
    expect(errorsOf("case", facts.replace(right, wrong))).not.toEqual([]);
  });
});

describe("a rule file with a name that there is not yet", () => {
  const clause = (lines: string) => `section: "9"
title: A section
clauses:
  - id: "9.1"
    title: A clause
    kind: requirement
    versions:
      - revision: "9.0"
        effective: 2030-01-01
        summary: Something.
        ${lines}
`;

  it.each([
    "requires: { fact: employer.not_declared_yet, operator: equal, value: 1 }",
    "requires: { fact: audit.purpose, operator: equal, value: an_option_to_come }",
    'requires: { clause: "9.2", is: met }',
    "requires: { decision: still_to_come, is: good }",
    "requires: { decision: submission, is: [accepted, an_outcome_to_come] }",
    "requires: { reading: a-new-question, is: read_so }",
    "interpretations: [a-new-question]",
  ])("passes: %s", (lines) => {
    expect(errorsOf("clauses", clause(lines))).toEqual([]);
  });

  it.each([
    "requires: { fact: Employer.Size, operator: equal, value: 1 }",
    "requires: { fact: audit.purpose, operator: equals, value: maintenance }",
    "requires: { al: [] }",
    "requires: { clause: 2.1, is: met }",
  ])("does not pass without the form of one: %s", (lines) => {
    expect(errorsOf("clauses", clause(lines))).not.toEqual([]);
  });
});

describe("what an editor says", () => {
  const { facts, derived, clauses, obligations, decisions, interpretations, parties } = words;

  it("is there for everything that can be named", () => {
    for (const one of [facts, derived, clauses, obligations, decisions, interpretations, parties].flat()) {
      expect([one.id, one.says]).toEqual([one.id, expect.stringMatching(/\w{3}/)]);
    }
  });

  it("stands beside every list of names", () => {
    const lists = schemaKinds.flatMap((kind) => branches(special(kind)));
    expect(lists.length).toBeGreaterThan(20);
    for (const { names, words } of lists) expect([names, words.length]).toEqual([names, names.length]);
  });

  it("has the question of a fact, and its answers", () => {
    const fact = JSON.stringify(special("clauses").definitions);
    expect(fact).toContain(
      '{"const":"audit.purpose","description":"The purpose of the audit. What is the audit submitted',
    );
    expect(fact).toContain("Answer: one of: certification; maintenance.");
  });
});

describe("the examples that an editor shows", () => {
  const kinds = schemaKinds.filter((kind) => kind !== "result");

  it.each(kinds)("have the form of what they are examples of: %s", (kind) => {
    const schema = special(kind);
    const definitions = Object.entries<{ readonly examples?: readonly unknown[] }>(
      JSON.parse(JSON.stringify(schema.definitions)),
    );
    for (const [name, { examples = [] }] of definitions) {
      const own = { definitions: schema.definitions ?? {}, $ref: `#/definitions/${encodeURIComponent(name)}` };
      for (const example of examples) expect([name, compiled(own)(example)]).toEqual([name, true]);
    }
  });

  it("are of this procedure", () => {
    const text = kinds.map((kind) => JSON.stringify(special(kind).definitions)).join("");
    expect(text.includes('"examples":[{"addDays"')).toBe(true);
    expect(/.{20}(?:reader\.|loan\.|lending|by_post)/.exec(text)?.[0]).toBeUndefined();
  });
});

/** Every list of several names in a schema whose names are explained, with the explanations. */
function branches(
  part: unknown,
): readonly { readonly names: readonly unknown[]; readonly words: readonly unknown[] }[] {
  if (typeof part !== "object" || part === null) return [];
  const inner = Object.values(part).flatMap(branches);
  if (!("enumDescriptions" in part) || !("enum" in part)) return inner;
  return [{ names: [part.enum].flat(), words: [part.enumDescriptions].flat() }, ...inner];
}

describe("the schemas of several revisions", () => {
  const opened = openProcedure("fixtures/drafts/no-more-binders");
  const drafts = opened.revisions;

  it("know the names of all of them, and say which are not in each", () => {
    const [first, last] = drafts;
    if (first === undefined || last === undefined) throw new Error("the draft has two revisions");
    const own = (model: typeof first) => vocabularyOf(opened.sources, [model]).clauses.map(({ id }) => id);
    const both = vocabularyOf(opened.sources, drafts);
    expect(both.clauses.map(({ id }) => id).sort()).toEqual([...new Set([...own(first), ...own(last)])].sort());
    for (const { id, says } of [both.facts, both.clauses, both.decisions, both.derived].flat()) {
      const having = drafts.filter(
        (model) => model.facts.has(id) || model.clauses.has(id) || model.decisions.has(id) || model.derived.has(id),
      );
      expect([id, says.includes("(Only in revision")]).toEqual([id, having.length < drafts.length]);
    }
  });

  it("accept the cases of each", () => {
    const validate = compiled(specialisedSchema("case", generic("case"), vocabularyOf(opened.sources, drafts)));
    for (const path of [...yamlFiles("fixtures/drafts/no-more-binders/cases"), ...cases.slice(0, 20)]) {
      const kase = parse(readFileSync(path, "utf8"));
      expect([path, validate(kase) ? [] : validate.errors]).toEqual([path, []]);
    }
  });
});
