import { afterEach, describe, expect, it, vi } from "vitest";
import { parseDocument } from "../../engine/source/document.ts";
import { DEFAULT_LIMITS } from "../../engine/source/limits.ts";
import type { Problem } from "../../engine/source/problem.ts";
import * as library from "../../engine/source/yaml-library.ts";
import { documentOf, problemsOf, rendered } from "./rendered.ts";

const MEGABYTE = 1_000_000;

function repeated(part: string, length: number): string {
  return part.repeat(Math.ceil(length / part.length));
}

/** Lines that are each indented further than the one before. */
function stairs(line: string, count: number): string {
  return Array.from({ length: count }, (_, depth) => `${" ".repeat(depth)}${line}\n`).join("");
}

/** As many such lines as it takes for a length. */
function longStairs(line: string, length: number): string {
  return stairs(line, Math.ceil(Math.sqrt(2 * length)));
}

/** The problems, which must be found within a second. */
function refusedSoon(text: string): readonly Problem[] {
  const started = performance.now();
  const problems = problemsOf(text);
  expect(performance.now() - started).toBeLessThan(1000);
  return problems;
}

describe("nesting", () => {
  it.each<[string, () => string]>([
    ["10 MB of opening brackets", () => "[".repeat(10 * MEGABYTE)],
    ["10 MB of opening braces", () => "{".repeat(10 * MEGABYTE)],
    ["10 MB of keys in braces", () => repeated("{a: ", 10 * MEGABYTE)],
    ["10 MB of brackets and braces", () => repeated("[{a: ", 10 * MEGABYTE)],
    ["10 MB of JSON", () => repeated('{"a":[', 10 * MEGABYTE)],
    ["10 MB of dashes", () => repeated("- ", 10 * MEGABYTE)],
    ["10 MB of question marks", () => repeated("? ", 10 * MEGABYTE)],
    ["10 MB of colons on a line", () => repeated("a: ", 10 * MEGABYTE)],
    ["10 MB of keys below each other", () => longStairs("a:", 10 * MEGABYTE)],
    ["1.9 MB of keys below each other", () => longStairs("a:", 1.9 * MEGABYTE)],
    ["1.9 MB of dashes below each other", () => longStairs("-", 1.9 * MEGABYTE)],
    ["1.9 MB of brackets that close", () => "[".repeat(0.95 * MEGABYTE) + "]".repeat(0.95 * MEGABYTE)],
  ])("%s is one problem, found within a second", (_name, text) => {
    const problems = refusedSoon(text());
    expect(problems.map(({ code }) => code)).toEqual(["too-deep"]);
    expect(problems[0]?.message).toBe("lists and blocks of keys are nested more than 64 deep");
  });

  it("is shown where it goes too far", () => {
    expect(rendered(`a: ${"[".repeat(100)}`)).toMatchInlineSnapshot(`
      "
      error[too-deep]: lists and blocks of keys are nested more than 64 deep
       --> file.yaml:1:68
        |
      1 | a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…
        |                                                                    ^
        = remedy: put fewer of them inside each other
      "
    `);
  });

  it.each([
    ["in brackets", "[".repeat(64) + "]".repeat(64), "[".repeat(65) + "]".repeat(65)],
    ["by indentation", stairs("a:", 64), stairs("a:", 65)],
    ["in dashes", `${"- ".repeat(64)}a`, `${"- ".repeat(65)}a`],
  ])("of 64 levels is fine %s, and of 65 is not", (_name, fine, tooDeep) => {
    expect(documentOf(fine).value).toBeDefined();
    expect(problemsOf(tooDeep).map(({ code }) => code)).toEqual(["too-deep"]);
  });

  it("counts what aliases nest", () => {
    const chain = (length: number): string =>
      Array.from({ length }, (_, i) => (i === 0 ? "- &a0 [x]\n" : `- &a${i} [*a${i - 1}]\n`)).join("");
    expect(documentOf(`${chain(62)}- *a61\n`).value).toHaveLength(63);
    expect(refusedSoon(`${chain(150)}- *a149\n`).map(({ code }) => code)).toEqual(["too-deep"]);
  });

  it("of brackets inside of texts and comments does not count", () => {
    const many = "[".repeat(1000);
    expect(
      documentOf(`a: "${many}" # ${many}\nb: |\n  ${many}\nc: x${many}\nd: &e '${many}'\nf: *e\n`).value,
    ).toBeDefined();
  });
});

describe("aliases", () => {
  const billionLaughs = `a: &a [x, x, x, x, x, x, x, x, x]\n${[..."bcdefghij"]
    .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${"abcdefghij"[i]}`).join(", ")}]\n`)
    .join("")}`;

  it("that multiply are refused before they do", () => {
    const problems = refusedSoon(billionLaughs);
    expect(problems.map(({ code, place }) => [code, place?.line])).toEqual([["alias-bomb", 5]]);
    expect(problems[0]?.message).toBe("the aliases (`*name`) up to here stand for more than 20000 values");
  });

  it("are limited in number", () => {
    const aliases = (count: number): string => `a: &a 1\nb:\n${"  - *a\n".repeat(count)}`;
    expect(documentOf(aliases(DEFAULT_LIMITS.maxAliases)).value).toBeDefined();
    const problems = problemsOf(aliases(DEFAULT_LIMITS.maxAliases + 1));
    expect(problems.map(({ code }) => code)).toEqual(["alias-bomb"]);
    expect(problems[0]?.message).toBe("there are more than 200 aliases (`*name`) in this file");
  });

  it("may reuse a large value a few times", () => {
    const large = `a: &a [${Array.from({ length: 3000 }, (_, i) => i).join(", ")}]\nb: [*a, *a, *a, *a]\n`;
    expect((documentOf(large).value as { b: unknown[] }).b).toHaveLength(4);
  });
});

describe("many problems", () => {
  it("are listed up to a limit, and the rest is said to exist", () => {
    const problems = problemsOf("- *a\n".repeat(60));
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)).toMatchObject({ code: "more-problems", place: { line: 51 } });
    expect(problemsOf("- *a\n".repeat(50)).map(({ code }) => code)).not.toContain("more-problems");
  });

  it.each([
    ["unclosed quotes", 'a: "b\n'],
    ["stray brackets", "]\n"],
    ["tabs", "\ta: 1\n"],
    ["missing spaces", "a: 1\nb:2\n"],
    ["duplicates", "a: 1\n"],
    ["numbers as keys", "1: a\n"],
    ["tags", "- !a b\n"],
    ["directives", "%a\n"],
    ["invisible characters", "\u200b\n"],
    ["brackets that never close", "a: [1\n"],
    ["commas", ","],
    ["quotes", '"'],
    ["aliases", "*a "],
  ])("of one kind do not add up to a long wait: %s", (_name, part) => {
    const started = performance.now();
    const result = parseDocument(repeated(part, 30_000), "file.yaml");
    expect(performance.now() - started).toBeLessThan(5000);
    expect("value" in result ? 0 : result.length).toBeGreaterThan(0);
  });
});

describe("the limits", () => {
  it("can be set", () => {
    const limits = { ...DEFAULT_LIMITS, maxDepth: 2, maxAliases: 0 };
    expect(parseDocument("[[1]]", "a", limits)).toHaveProperty("value");
    expect(parseDocument("[[[1]]]", "a", limits)).toMatchObject([{ code: "too-deep" }]);
    expect(parseDocument("a: &a 1\nb: *a", "a", limits)).toMatchObject([{ code: "alias-bomb" }]);
  });
});

describe("the yaml library", () => {
  afterEach(() => vi.restoreAllMocks());

  it("is not even loaded for plain files", () => {
    const load = vi.spyOn(library, "yamlLibrary").mockImplementation(() => {
      throw new Error("loaded");
    });
    expect(documentOf("a: 1\nb: [c, { d: e }]\n").value).toBeDefined();
    expect(load).not.toHaveBeenCalled();
  });
});
