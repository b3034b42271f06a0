import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { maxLineBytes, readBatchLine } from "../../engine/cli/batch-line.ts";
import { parseCase } from "../../engine/testing/case-document.ts";
import { library, problemsOf } from "../evaluate/library.ts";

/** Texts for the value of a fact, written so that JSON and YAML alike read them. */
const values = [
  '{"__proto__": {"polluted": true}}',
  '{"constructor": {"prototype": {"polluted": true}}}',
  '{"constructor.prototype.polluted": true}',
  '{"toString": 1, "valueOf": 2, "hasOwnProperty": 3}',
  "1e999",
  "-1e999",
  "1e308",
  "5e-324",
  "-0",
  "123456789012345678901234567890",
  '"\\ud800"',
  '"\\udc00\\ud800"',
  '"\\u0000\\u202e"',
  `"${"x".repeat(200_000)}"`,
  `${"9".repeat(5_000)}`,
  `${"[".repeat(60)}${"]".repeat(60)}`,
  `${"[".repeat(30_000)}${"]".repeat(30_000)}`,
  `${'{"a":'.repeat(30_000)}1${"}".repeat(30_000)}`,
  `[${"0,".repeat(20_000)}0]`,
  `[${'{"amount":1},'.repeat(11_000)}{"amount":1}]`,
  `{${Array.from({ length: 5_000 }, (_none, at) => `"k${at}":${at}`).join(",")}}`,
  "[[[[null]]]]",
  "null",
  "{}",
  "[]",
  '""',
  "true",
];

/** More of them that YAML alone reads. */
const yamlValues = [
  ".nan",
  ".inf",
  "-.INF",
  "0o777",
  "0xffffffffffffffff",
  "1_000",
  "!!js/function 'x'",
  "&a [*a]",
  "*a",
  "<<",
  "2021-03-01T00:00:00Z",
  "? a",
  "|\n  text",
  "- - - 1",
  "\u0000",
  "\ud800",
  "%TAG",
];

const places = [
  "FACTS",
  '{"loan": V}',
  '{"reader": V}',
  '{"reader": {"age": V}}',
  '{"reader": {"fines": V}}',
  '{"reader": {"fines": [{"amount": V, "reason": V}]}}',
  '{"loan.applied_on": V}',
  '{"__proto__": V, "reader": {"age": 3}}',
  '{"V": 1}',
];

/** A case with a value at one of the places. */
function caseWith(place: string, value: string): string {
  const facts = place === "FACTS" ? value : place.replaceAll("V", () => value);
  return `{"case": "one", "asOf": "2021-04-01", "facts": ${facts}}`;
}

/** The case as the command line takes it, and decides it: how many problems there are. */
function fromFile(text: string, name: string): number {
  const read = parseCase(text, name);
  if (!("content" in read)) return read.length;
  const { asOf = "2021-04-01", ...rest } = read.content;
  return problemsOf(() => library.evaluate({ ...rest, asOf })).length;
}

function fromLine(text: string): number {
  const line = Buffer.from(text);
  const read = readBatchLine(line.length > maxLineBytes ? undefined : line, { file: "cases.ndjson", number: 1 });
  if (!("input" in read)) return read.problems.length;
  return problemsOf(() => library.evaluate({ asOf: "2021-04-01", ...read.input })).length;
}

const untouched = Object.getOwnPropertyNames(Object.prototype).sort();
afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(untouched);
});

describe("cases made to hurt", () => {
  it("are decided or refused, read as a line, as JSON and as YAML", () => {
    for (const place of places) {
      for (const value of values) {
        const text = caseWith(place, value);
        for (const count of [fromLine(text), fromFile(text, "case.json"), fromFile(text, "case.yaml")]) {
          expect(count).toBeLessThanOrEqual(51);
        }
      }
      for (const value of yamlValues) expect(fromFile(caseWith(place, value), "case.yaml")).toBeLessThanOrEqual(51);
    }
  });

  it("are decided or refused when they are put together at random", () => {
    const part = fc.constantFrom(...values.filter((value) => value.length < 1000), ...yamlValues);
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        part,
        fc.string({ unit: "binary", maxLength: 8 }),
        fc.nat(),
        (place, value, noise, at) => {
          const text = caseWith(place, value);
          const cut = at % text.length;
          const noisy = `${text.slice(0, cut)}${noise}${text.slice(cut)}`;
          fromLine(noisy);
          fromFile(noisy, "case.json");
          fromFile(noisy, "case.yaml");
        },
      ),
      { numRuns: 400 },
    );
  });
});
