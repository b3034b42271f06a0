import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { readBatchLine, textOfLine } from "../../engine/cli/batch-line.ts";
import { withoutMark } from "../../engine/cli/line-input.ts";
import { LineText } from "../../engine/cli/line-text.ts";
import { Procedure as Prepared } from "../../engine/evaluate/procedure.ts";
import { loadProcedure, type Procedure } from "../../engine/index.ts";
import type { RuleFiles } from "../../engine/procedure/load.ts";
import { openProcedure } from "../../engine/procedure/open.ts";
import { parseDocument } from "../../engine/source/document.ts";
import { type Problem, ProblemsError } from "../../engine/source/problem.ts";
import { checkShape, type FileKind } from "../../engine/source/shape.ts";
import { parseCase } from "../../engine/testing/case-document.ts";
import { runFixture } from "../../engine/testing/fixture.ts";

/** A document that is right, and what reads it. */
export interface Subject {
  /** What the document is called in messages. */
  readonly file: string;
  readonly text: string;
  /** What its text holds, to be changed in copies. */
  readonly data: unknown;
  /** The problems with which a text is refused in place of this one; none where it is taken and gives a result. */
  readonly read: (text: string) => readonly Problem[];
  /** The text of a file that a place can name, given the text in place of this one. */
  readonly textOf: (text: string) => (file: string) => string | undefined;
}

const small = "fixtures/procedures/library";
const shipped = "rules/secor";

const facts = [
  {},
  { loan: { applied_on: "2021-03-01", returned_on: null }, reader: { age: 13, fines: [] } },
  { reader: { guardian_agrees: true, fines: [{ reason: "damage", amount: 12.5 }] } },
] as const;

/** The rule files of the small procedure, each read, linked and run with all the others. */
export function rulesOfSmallProcedure(): readonly Subject[] {
  const texts = ruleTexts(small);
  return [...texts].map(([file, text]) => ({
    file,
    text,
    data: parse(text),
    textOf: (changed) => (other) => (other === file ? changed : texts.get(other)),
    read: (changed) =>
      problemsOf(() => {
        const { revisions } = openProcedure(small, withText(file, changed, texts));
        const procedure = new Prepared(revisions);
        for (const { entry } of revisions) {
          for (const each of facts) {
            // The rules may not fit the facts any more, which is a problem of the facts and not of this file.
            problemsOf(() => procedure.evaluate({ asOf: "2021-04-01", revision: entry.revision, facts: each }));
          }
        }
      }),
  }));
}

/** The rule files of the shipped procedure, each read by itself, and linked with all the others now and then. */
export function rulesOfShippedProcedure(): readonly Subject[] {
  const texts = ruleTexts(shipped);
  const linkEvery = 8;
  let wellFormed = 0;
  return [...texts].map(([file, text]) => ({
    file,
    text,
    data: parse(text),
    textOf: (changed) => (other) => (other === file ? changed : texts.get(other)),
    read: (changed) => {
      const document = parseDocument(changed, file);
      if (!("value" in document)) return document;
      const misshapen = checkShape(kindOf(file), document);
      if (misshapen.length > 0 || wellFormed++ % linkEvery !== 0) return misshapen;
      return problemsOf(() => openProcedure(shipped, withText(file, changed, texts)));
    },
  }));
}

function kindOf(file: string): FileKind {
  const kinds: readonly FileKind[] = ["procedure", "facts", "decisions", "interpretations"];
  return kinds.find((kind) => file.endsWith(`/${kind}.yaml`)) ?? "clauses";
}

function ruleTexts(directory: string): ReadonlyMap<string, string> {
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
  return new Map(files.sort().map((name) => [join(directory, name), readFileSync(join(directory, name), "utf8")]));
}

function withText(file: string, text: string, texts: ReadonlyMap<string, string>): Partial<RuleFiles> {
  return { readText: (path) => (path === file ? text : (texts.get(path) ?? "")) };
}

/** Case files in YAML, read and decided as fixtures. */
export function casesInYaml(): readonly CaseSubject[] {
  return [...casesOf(small), ...casesOf(shipped)];
}

/** The same cases in JSON. */
export function casesInJson(): readonly Subject[] {
  return casesInYaml().map(({ file, data, procedure }) =>
    caseSubject(file.replace(/\.yaml$/, ".json"), JSON.stringify(data, null, 1), procedure),
  );
}

/** The same cases as lines of a batch. */
export function linesOfBatches(): readonly Subject[] {
  const file = "cases.ndjson";
  return casesInYaml().map(({ data, procedure }) => ({
    file,
    text: JSON.stringify(data),
    data,
    // A file has no lone surrogates: they are no UTF-8.
    textOf: (changed) => () => Buffer.from(changed).toString("utf8"),
    read: (changed) =>
      changed.split("\n").flatMap((line, index) => {
        const whole = Buffer.from(line);
        const bytes = (index === 0 ? withoutMark(whole) : whole) ?? whole;
        const spot = { file, number: index + 1 };
        const read = readBatchLine(bytes, spot);
        if ("problems" in read) return read.problems;
        const { asOf = "2021-04-01", ...input } = read.input;
        const { locate, locateInput } = new LineText(textOfLine(bytes), spot, read.input);
        return problemsOf(() => procedure.evaluateWithWorkings({ ...input, asOf }, locate, locateInput));
      }),
  }));
}

type CaseSubject = Subject & { readonly procedure: Procedure };

function casesOf(rules: string): readonly CaseSubject[] {
  const procedure = loadProcedure(rules);
  const texts = rules === small ? casesOfLibrary() : casesOfShipped();
  return texts.map(([file, text]) => caseSubject(file, text, procedure));
}

function caseSubject(file: string, text: string, procedure: Procedure): CaseSubject {
  return {
    file,
    text,
    procedure,
    data: parse(text),
    textOf: (changed) => () => changed,
    read: (changed) => {
      const document = parseCase(changed, file);
      return "content" in document ? runFixture(procedure, { file, document }).problems : document;
    },
  };
}

function casesOfLibrary(): readonly (readonly [string, string])[] {
  const file = "fixtures/malformed-cases/right/case.yaml";
  // As many as of the shipped procedure, which take longer.
  return Array.from({ length: 400 }, () => [file, readFileSync(file, "utf8")] as const);
}

function casesOfShipped(): readonly (readonly [string, string])[] {
  return readdirSync("fixtures/cases", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => [name, readFileSync(join("fixtures/cases", name), "utf8")]);
}

function problemsOf(run: () => unknown): readonly Problem[] {
  try {
    run();
    return [];
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
}
