import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDocument } from "../../engine/source/document.ts";
import { Layout } from "../../engine/source/layout.ts";
import { DEFAULT_LIMITS } from "../../engine/source/limits.ts";
import { readPlain } from "../../engine/source/plain/read.ts";
import type { SourceDocument } from "../../engine/source/source-document.ts";
import { SourceText } from "../../engine/source/source-text.ts";
import { readThoroughly } from "../../engine/source/thorough.ts";
import { everyPlace } from "./every-place.ts";
import { SAMPLES, SPECIALS } from "./samples.ts";
import { writtenYaml } from "./written-yaml.ts";

function isPlain(text: string): boolean {
  return readPlain(text, new Layout(new SourceText("file.yaml", text)), DEFAULT_LIMITS.maxDepth) !== undefined;
}

function thoroughly(text: string): SourceDocument {
  const result = readThoroughly(new SourceText("file.yaml", text), DEFAULT_LIMITS);
  if ("value" in result) return result;
  throw new Error(`plain, yet wrong: ${JSON.stringify(text)}: ${result.map(({ message }) => message).join("; ")}`);
}

function quickly(text: string): SourceDocument {
  const result = parseDocument(text, "file.yaml");
  if ("value" in result) return result;
  throw new Error(`not read: ${JSON.stringify(text)}`);
}

/** The plain reader must understand what it accepts exactly as the library does, down to every place. */
function expectAgreement(text: string): void {
  const [quick, thorough] = [quickly(text), thoroughly(text)];
  expect(quick.value).toStrictEqual(thorough.value);
  expect(everyPlace(quick)).toStrictEqual(everyPlace(thorough));
}

/** Mostly what is usual, because one unusual line leaves the whole text to the library. */
const ending = fc.constantFrom("", "", "", "", "", " # comment", "  ", "#c");
const start = fc.constantFrom("", "", "", "a: ", "b.c: ", '"d": ', "f:", "g_h-1: ");
const dashes = fc.constantFrom("", "", "", "", "- ", "- - ", "-   ");
const usual = fc.constantFrom(
  ...["text", "two words", "10", "1.10", "-5", "2019-01-01", "true", "null", "~", "no", '"x"', "'y'", "''", ".5", "-z"],
  ...[
    "[]",
    "{}",
    "[1, two, 'three']",
    "{ a: 1, b: [x] }",
    '{"a":1}',
    "|",
    ">",
    "|-",
    ">-",
    "it's",
    "a#b",
    "x:y",
    "a-",
    "=",
  ],
  ...[
    '"\\n\\u00e9"',
    "'it''s'",
    "a, b",
    "é",
    "1e3",
    "007",
    "0x1f",
    "a]",
    "b}",
    "- x",
    "",
    "",
    "[a,",
    "b]",
    "{ c: d,",
    "e: f }",
  ],
);
const odd = fc.constantFrom("a: b", "[a, b", "]", "}", "[", "{", "a: [", "<<", "a : b", "&a", "|+", "? x", "a:b c: d");
const indents = fc.constantFrom("", "  ", "  ", "    ", "   ");

const line = fc
  .tuple(indents, dashes, start, fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: odd }), ending)
  .map((parts) => parts.join(""));

const lines = fc.array(line, { minLength: 1, maxLength: 6 }).map((all) => `${all.join("\n")}\n`);

const plainSamples = SAMPLES.slice(0, 3);

/** One edit each: two rarely leave anything plain. Without bias, or most edits would be at the ends. */
const damaged = fc
  .tuple(
    fc.constantFrom(...plainSamples),
    fc.noBias(fc.integer({ min: 0, max: 9999 })),
    fc.constantFrom(...SPECIALS, "x", " ", "  ", "\n\n"),
    fc.nat(3),
  )
  .map(([sample, position, special, removed]) => {
    const at = Math.floor((position / 10_000) * sample.length);
    return `${sample.slice(0, at)}${special}${sample.slice(at + removed)}`;
  });

describe("the plain reader", () => {
  it("gives the value that was written, and so does the library", () => {
    let plain = 0;
    fc.assert(
      fc.property(writtenYaml, ({ text, value }) => {
        expect(thoroughly(text).value).toStrictEqual(value);
        if (!isPlain(text)) return;
        plain++;
        expectAgreement(text);
        expect(quickly(text).value).toStrictEqual(value);
      }),
      { numRuns: 1000 },
    );
    expect(plain, "nearly all of it is plain").toBeGreaterThan(900);
  });

  it("agrees with the library wherever it understands generated lines", () => {
    let plain = 0;
    fc.assert(
      fc.property(lines, (text) => {
        if (!isPlain(text)) return;
        plain++;
        expectAgreement(text);
      }),
      { numRuns: 5000 },
    );
    expect(plain, "one line in a text is enough to leave it to the library").toBeGreaterThan(50);
  });

  it("agrees with the library wherever it understands damaged samples", () => {
    let plain = 0;
    fc.assert(
      fc.property(damaged, (text) => {
        if (!isPlain(text)) return;
        plain++;
        expectAgreement(text);
      }),
      { numRuns: 1500 },
    );
    expect(plain).toBeGreaterThan(200);
  });

  it.each([
    ["nested keys", "a:\n  b:\n    c: 1\n"],
    ["a list below its key", "a:\n- 1\n- 2\nb: 3\n"],
    ["lists in lists", "- - 1\n  - 2\n- 3\n"],
    ["keys in items", "- a: 1\n  b: 2\n-   c: 3\n    d: 4\n"],
    ["an empty value", "a:\nb:\n  c:\nd: 1\n"],
    ["comments everywhere", "# a\na: 1 # b\n# c\nb: # d\n  # e\n  - x # f\n"],
    ["continued text", "a: one\n  two\n   three\nb: 1\n"],
    ["text under a bar", "a: |\n  one\n\n   two\n# no comment of the text\nb: |-\n  x\n"],
    ["folded text", "a: >\n  one\n  two\n\n\n  three\nb: >-\n  x\n"],
    ["brackets over lines", "a: [\n    1, # one\n    2\n  ]\nb: {\n  c: d,\n  }\n"],
    ["JSON", '{"a": [1, 2.5, -3e2, "x\\"y"],\n"b":{"c":null}}\n'],
    ["quotes", "a: \"x # y: z\"\nb: 'it''s'\n'c d': 1\n\"e\": 2\n"],
    [
      "scalars of all kinds",
      "[1, 01, +1, -1, 1., .5, 1e3, 0x1f, 0o17, 0b1, 1_0, ~, null, Null, True, FALSE, yes, y, 1a, -a]\n",
    ],
    ["no line break at the end", "a: 1"],
    ["dates and ids", "a: 2019-01-01\nb.c-d_e: 1.10.1\n"],
    ["other scripts", "a: Größe — 日本\nb: [ü, 😀]\n"],
  ])("understands %s by itself, like the library", (_name, text) => {
    expect(isPlain(text)).toBe(true);
    expectAgreement(text);
  });

  it.each([
    ["nothing", ""],
    ["a text alone", "text\n"],
    ["tabs", "a:\tb\n"],
    ["anchors and aliases", "a: &x 1\nb: *x\n"],
    ["tags", "a: !!str 1\n"],
    ["document marks", "---\na: 1\n"],
    ["directives", "%YAML 1.2\n"],
    ["explicit keys", "? a\n: b\n"],
    ["keys that are no text", "1: a\n"],
    ["keys of several words", "a b: 1\n"],
    ["keys that are reserved", "a.constructor: 1\n"],
    ["keys given twice", "a: 1\na: 2\n"],
    ["keys beyond the length that YAML allows", `${"k".repeat(1025)}: 1\n`],
    ["quotes over several lines", 'a: "x\n  y"\n'],
    ["escapes that JSON lacks", 'a: "\\x41"\n'],
    ["numbers without end", "a: .inf\n"],
    ["numbers with too many digits", "a: 12345678901234567890\n"],
    ["blank lines in continued text", "a: b\n\n  c\n"],
    ["indented first lines", "  a: 1\n"],
    ["empty items", "-\n- a\n"],
    ["deep nesting", `${"[".repeat(65)}${"]".repeat(65)}\n`],
  ])("leaves %s to the library", (_name, text) => {
    expect(isPlain(text)).toBe(false);
  });

  it("reads the first sample, which is how rules are written", () => {
    expect(plainSamples.map(isPlain)).toEqual([true, true, true]);
    expect(isPlain(readFileSync(new URL("../../package.json", import.meta.url), "utf8"))).toBe(true);
  });
});
