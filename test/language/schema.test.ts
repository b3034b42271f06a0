import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv, type ValidateFunction } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { FIRST_DAY, formatDay, LAST_DAY, parseDay } from "../../engine/calendar/day.ts";
import { parseDocument } from "../../engine/source/document.ts";
import { checkShape, type FileKind } from "../../engine/source/shape.ts";
import { malformed } from "../procedure/malformed.ts";

/** What the script that writes the schemas offers. */
interface SchemaScript {
  readonly kinds: readonly FileKind[];
  readonly schemaOf: (kind: FileKind) => string;
}

const { kinds, schemaOf }: SchemaScript = await import(pathToFileURL(resolve("scripts/schema.mjs")).href);
const compiled: Record<FileKind, ValidateFunction> = createRequire(import.meta.url)("../../schema/validators.cjs");

const published = (kind: FileKind): string => readFileSync(`schema/${kind}.schema.json`, "utf8");

/** The published schema as any other program would read it, with the one keyword and the one format that it adds. */
function independent(kind: FileKind): ValidateFunction {
  const ajv = new Ajv({ strict: false });
  ajv.addKeyword({
    keyword: "oneKeyOf",
    validate: (keys: string[], node: object) => keys.filter((key) => Object.hasOwn(node, key)).length === 1,
    type: "object",
  });
  ajv.addFormat("date", (text) => typeof parseDay(text) === "number");
  return ajv.compile(JSON.parse(published(kind)));
}

/** The rule files under a directory, each with its kind. */
function ruleFiles(directory: string): readonly (readonly [string, FileKind])[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => [join(directory, name), kindOf(name)]);
}

function kindOf(name: string): FileKind {
  const kind = kinds.find((one) => name === `${one}.yaml`);
  if (kind !== undefined) return kind;
  return name.startsWith("seals/") ? "seal" : "clauses";
}

const rules = [...ruleFiles("fixtures/procedures/library"), ...ruleFiles("rules/secor")];

describe("the published schemas", () => {
  it.each(kinds)("are in step with the types: %s", (kind) => {
    expect(published(kind)).toBe(schemaOf(kind));
  });

  it.each(kinds)("read well in an editor: every key says what it is for, or has a type that does: %s", (kind) => {
    const schema = JSON.parse(published(kind));
    for (const [name, definition] of Object.entries<{ description?: string }>(schema.definitions)) {
      if (!name.startsWith("Record") && !name.includes("%3C") && !name.includes("<")) {
        expect([name, definition.description ?? ""]).toEqual([name, expect.stringMatching(/\S/)]);
      }
    }
  });

  it.each(rules)("accept %s", (path, kind) => {
    const text = readFileSync(path, "utf8");
    const validate = independent(kind);
    expect(validate(parse(text)) ? [] : validate.errors).toEqual([]);
    const document = parseDocument(text, path);
    if (!("value" in document)) throw new Error(JSON.stringify(document));
    expect(checkShape(kind, document)).toEqual([]);
  });

  it("accept every fixture of a case", () => {
    const validate = independent("case");
    const names = readdirSync("fixtures/cases", { recursive: true, encoding: "utf8" });
    const cases = names.filter((name) => name.endsWith(".yaml"));
    expect(cases.length).toBeGreaterThan(0);
    for (const name of cases) {
      const value = parse(readFileSync(join("fixtures/cases", name), "utf8"));
      expect([name, validate(value) ? [] : validate.errors]).toEqual([name, []]);
    }
  });
});

describe("the compiled validators", () => {
  it("say of every file of the malformed rules what the published schemas say", () => {
    let refused = 0;
    const validators = new Map(kinds.map((kind) => [kind, independent(kind)]));
    for (const { changes } of malformed()) {
      for (const change of changes) {
        const text = changedText(change);
        const document = text === undefined ? [] : parseDocument(text, change.file);
        if (!("value" in document)) continue;
        const kind = kindOf(change.file);
        const verdict = validators.get(kind)?.(document.value);
        expect(compiled[kind](document.value)).toBe(verdict);
        if (verdict === false) refused++;
      }
    }
    expect(refused).toBeGreaterThan(20);
  });

  it("know exactly the dates that the calendar knows", () => {
    const isDate = (text: string) => compiled.case({ asOf: text, facts: {} });
    let dates = 0;
    fc.assert(
      fc.property(dateLike, (text) => {
        expect([text, isDate(text)]).toEqual([text, typeof parseDay(text) === "number"]);
        if (isDate(text)) dates++;
      }),
      { numRuns: 20_000 },
    );
    expect(dates).toBeGreaterThan(2000);
  });

  it("know every day around the ends of months, in years of every kind", () => {
    for (const year of ["0001", "0004", "0100", "0400", "1900", "2000", "2019", "2020", "2100", "9999"]) {
      for (let month = 0; month <= 13; month++) {
        for (const dayOfMonth of [0, 1, 28, 29, 30, 31, 32]) {
          const text = `${year}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
          expect([text, compiled.case({ asOf: text, facts: {} })]).toEqual([text, typeof parseDay(text) === "number"]);
        }
      }
    }
  });
});

function changedText(change: ReturnType<typeof malformed>[number]["changes"][number]): string | undefined {
  if ("content" in change) return change.content;
  if ("remove" in change) return undefined;
  return readFileSync(join("fixtures/procedures/library", change.file), "utf8").replace(
    change.find,
    () => change.replace,
  );
}

const twoDigits = (max: number) => fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, "0"));
const day = fc.noBias(fc.integer({ min: FIRST_DAY, max: LAST_DAY })).map(formatDay);

/** Dates, texts that are nearly dates, and others. */
const dateLike = fc.oneof(
  day,
  fc
    .tuple(fc.constantFrom("0000", "0400", "1900", "2000", "2019", "2020", "2100"), twoDigits(13), twoDigits(32))
    .map((parts) => parts.join("-")),
  fc
    .tuple(fc.integer({ min: 0, max: 99_999 }).map(String), twoDigits(13), twoDigits(32))
    .map((parts) => parts.join("-")),
  fc.tuple(day, fc.constantFrom("\n", " ", "\r", "T00:00", "Z", "\u0000", "0", "-")).map(([text, tail]) => text + tail),
  fc.tuple(day, fc.constantFrom("\n", " ", "+", "-", "0", "\ufeff")).map(([text, head]) => head + text),
  fc
    .tuple(day, fc.nat({ max: 9 }), fc.constantFrom(..."-/.0123456789٣３ \n"))
    .map(([text, at, other]) => text.slice(0, at) + other + text.slice(at + 1)),
  fc.tuple(day, fc.nat({ max: 9 })).map(([text, at]) => text.slice(0, at) + text.slice(at + 1)),
  fc.string({ maxLength: 12 }),
);
