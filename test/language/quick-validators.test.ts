import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { ValidateFunction } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type FileKind, hasShape } from "../../engine/source/shape.ts";
import { parseCase } from "../../engine/testing/case-document.ts";
import { dataEdit } from "../robustness/structure.ts";

const thorough: Record<FileKind, ValidateFunction> = createRequire(import.meta.url)("../../schema/validators.cjs");
const kinds = Object.keys(thorough) as FileKind[];

/** What the files of a directory hold, read as YAML, which JSON is too. */
function valuesIn(directory: string): readonly unknown[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:yaml|json)$/.test(name))
    .map((name): unknown => parse(readFileSync(join(directory, name), "utf8")));
}

/** Every list in a value, itself and not a copy. */
function listsIn(value: unknown): readonly unknown[][] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.values(value).flatMap(listsIn);
  return Array.isArray(value) ? [value, ...inside] : inside;
}

/** What no rule file needs: a list that may only have so many parts. */
const difference = {
  section: "1",
  title: "Sums",
  clauses: [
    {
      id: "1",
      title: "A difference",
      kind: "definition",
      versions: [
        { revision: "1.0", effective: "2020-01-01", summary: "Less.", derives: { "sum.rest": { minus: [2, 1] } } },
      ],
    },
  ],
};

const samples = [
  difference,
  ...["fixtures/procedures/library", "rules/secor", "fixtures/cases", "fixtures/records"].flatMap(valuesIn),
];

describe("the quick validators", () => {
  it("say of every file of rules, cases and records what the thorough ones say", () => {
    const taken = new Map(kinds.map((kind) => [kind, 0]));
    for (const value of samples) {
      for (const kind of kinds) {
        const verdict = thorough[kind](value);
        expect([kind, hasShape(kind, value)]).toEqual([kind, verdict]);
        if (verdict) taken.set(kind, (taken.get(kind) ?? 0) + 1);
      }
    }
    // Every kind has a sample that it takes.
    expect([...taken].filter(([, count]) => count === 0)).toEqual([]);
  });

  it("say the same of files in which keys and values were changed", () => {
    const tally = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.array(dataEdit, { minLength: 1, maxLength: 3 }), (sample, edits) => {
        const value = edits.reduce((data, edit) => edit(data), structuredClone(sample));
        for (const kind of kinds) {
          const verdict = thorough[kind](value);
          if (hasShape(kind, value) !== verdict)
            expect([kind, value, hasShape(kind, value)]).toEqual([kind, value, verdict]);
          // Of a file that is of another kind, both see at once that it is wrong.
          if (thorough[kind](sample)) tally[verdict ? "taken" : "refused"]++;
        }
      }),
      { numRuns: 4000 },
    );
    expect(tally.taken).toBeGreaterThan(200);
    expect(tally.refused).toBeGreaterThan(1000);
  });

  it("say the same of files in which any one list is empty, or longer", () => {
    let refused = 0;
    const agree = (file: unknown): void => {
      for (const kind of kinds) {
        const verdict = thorough[kind](file);
        expect([kind, hasShape(kind, file)]).toEqual([kind, verdict]);
        if (!verdict) refused++;
      }
    };
    for (const sample of samples) {
      const file: unknown = structuredClone(sample);
      for (const list of listsIn(file)) {
        const items = [...list];
        for (const others of [[], [...items, ...items, ...items]]) {
          list.splice(0, list.length, ...others);
          agree(file);
        }
        list.splice(0, list.length, ...items);
      }
    }
    expect(refused).toBeGreaterThan(1000);
  });

  it.each([
    undefined,
    null,
    true,
    0,
    Number.NaN,
    "",
    [],
    {},
    Object.create(null),
    JSON.parse('{ "__proto__": {}, "constructor": 1, "facts": {} }'),
  ])("say the same of what is no file at all: %j", (value: unknown) => {
    for (const kind of kinds) expect([kind, hasShape(kind, value)]).toEqual([kind, thorough[kind](value)]);
  });

  it("leave it to the thorough ones to say what is wrong", () => {
    const document = parseCase("asOf: 2019-12-32\nfacts: {}\n", "case.yaml");
    expect(document).toMatchObject([{ place: { file: "case.yaml", line: 1, column: 7 } }]);
    expect(hasShape("case", { asOf: "2019-12-32", facts: {} })).toBe(false);
  });
});
