import { describe, expect, it } from "vitest";
import type { Place } from "../../engine/source/place.ts";
import type { Problem } from "../../engine/source/problem.ts";
import { type Paint, PLAIN, renderProblem, renderProblems } from "../../engine/source/render.ts";
import { displayWidth, visible } from "../../engine/source/visible.ts";

function place(text: string, column: number, length: number, line = 12): Place {
  return { file: "rules/x/clauses/2.1.yaml", line, column, length, text };
}

const UNKNOWN: Problem = {
  code: "unknown-fact",
  severity: "error",
  message: "there is no fact `company.peopel`",
  place: place("        fact: company.peopel", 15, 14),
  expected: "the id of a fact or of a derived value",
  nearest: "company.people",
  remedy: "write `company.people`",
};

function lines(...all: string[]): string {
  return all.join("\n");
}

/** The line of marks under a source line, with that line. */
function marksUnder(text: string, column: number, length: number): readonly string[] {
  const problem = { ...UNKNOWN, place: place(text, column, length, 1) };
  return renderProblem(problem).split("\n").slice(3, 5);
}

describe("a rendered problem", () => {
  it("shows the line, marks the place and says what to do", () => {
    expect(renderProblem(UNKNOWN)).toBe(
      lines(
        "error[unknown-fact]: there is no fact `company.peopel`",
        "  --> rules/x/clauses/2.1.yaml:12:15",
        "   |",
        "12 |         fact: company.peopel",
        "   |               ^^^^^^^^^^^^^^",
        "   = expected: the id of a fact or of a derived value",
        "   = nearest: `company.people`",
        "   = remedy: write `company.people`",
      ),
    );
  });

  it("leaves out what is not known", () => {
    const problem: Problem = { code: "file-not-found", severity: "warning", message: "no file", remedy: "look" };
    expect(renderProblem(problem)).toBe(lines("warning[file-not-found]: no file", "  = remedy: look"));
  });

  it("shows related places in the same way, with line numbers aligned", () => {
    const problem: Problem = {
      code: "duplicate-key",
      severity: "error",
      message: "the key `a` is given twice here",
      place: place("a: 3", 1, 1, 120),
      remedy: "keep one of the two",
      related: [
        { place: place("a: 1", 1, 1, 7), message: "first defined here" },
        { place: place("b: 1", 4, 1, 9), message: "and this" },
      ],
    };
    expect(renderProblem(problem)).toBe(
      lines(
        "error[duplicate-key]: the key `a` is given twice here",
        "   --> rules/x/clauses/2.1.yaml:120:1",
        "    |",
        "120 | a: 3",
        "    | ^",
        "   --> rules/x/clauses/2.1.yaml:7:1",
        "    |",
        "  7 | a: 1",
        "    | ^ first defined here",
        "   --> rules/x/clauses/2.1.yaml:9:4",
        "    |",
        "  9 | b: 1",
        "    |    ^ and this",
        "    = remedy: keep one of the two",
      ),
    );
  });

  it("marks the end of a line where something is missing", () => {
    expect(marksUnder("a: [1", 6, 1)).toEqual(["1 | a: [1", "  |      ^"]);
    expect(marksUnder("", 1, 1)).toEqual(["1 |", "  | ^"]);
  });

  it("marks the right columns under characters of other widths", () => {
    expect(marksUnder("a: 日本 x", 7, 1)).toEqual(["1 | a: 日本 x", "  |         ^"]);
    expect(marksUnder("a: 日本 x", 4, 2)).toEqual(["1 | a: 日本 x", "  |    ^^^^"]);
    expect(marksUnder("e\u0301: x", 5, 1)).toEqual(["1 | e\u0301: x", "  |    ^"]);
    expect(marksUnder("\t\u0000b: 😀!", 8, 1)).toEqual(["1 | →␀b: 😀!", "  |        ^"]);
  });

  it("cuts a long line around the place", () => {
    const text = `${"a".repeat(500)}HERE${"b".repeat(500)}`;
    expect(marksUnder(text, 501, 4)).toEqual([
      `1 | …${"a".repeat(40)}HERE${"b".repeat(56)}…`,
      `  | ${" ".repeat(41)}^^^^`,
    ]);
    expect(marksUnder(text, 1, 3)).toEqual([`1 | ${"a".repeat(100)}…`, "  | ^^^"]);
    expect(marksUnder(text, 1, 1004)).toEqual([`1 | ${"a".repeat(100)}…`, `  | ${"^".repeat(100)}`]);
    expect(marksUnder(text, 1004, 1)).toEqual([`1 | …${"b".repeat(41)}`, `  | ${" ".repeat(41)}^`]);
  });

  it("lets nothing through that moves the cursor of a terminal", () => {
    const problem: Problem = {
      ...UNKNOWN,
      message: "no `\u001b[2J\n\u202e`",
      nearest: "\u0007",
      place: { ...place("a: \u001b[31mred\u001b[0m", 4, 1, 1), file: "x\u001b].yaml" },
    };
    const shown = renderProblem(problem);
    expect(shown).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
    expect(shown).toContain("no `␛[2J␊‹U+202E›`");
    expect(shown).toContain("a: ␛[31mred␛[0m");
    expect(shown).toContain("--> x␛].yaml:1:4");
  });

  it("is coloured by the functions it is given, which change nothing else", () => {
    const paint: Paint = {
      error: (text) => `<e>${text}</e>`,
      warning: (text) => `<w>${text}</w>`,
      message: (text) => `<m>${text}</m>`,
      frame: (text) => `<f>${text}</f>`,
      related: (text) => `<r>${text}</r>`,
    };
    const related = [{ place: place("a: 1", 1, 1, 7), message: "here" }];
    const problem: Problem = { ...UNKNOWN, severity: "warning", related };
    const painted = renderProblem(problem, paint);
    expect(painted).toContain("<w>warning[unknown-fact]</w><m>: there is no fact `company.peopel`</m>");
    expect(painted).toContain("<w>^^^^^^^^^^^^^^</w>");
    expect(painted).toContain("<r>^ here</r>");
    expect(painted.replace(/<\/?[a-z]>/g, "")).toBe(renderProblem(problem, PLAIN));
    expect(renderProblems([UNKNOWN], paint)).toContain("<e>1 error</e>");
  });
});

describe("rendered problems", () => {
  const warning: Problem = { ...UNKNOWN, severity: "warning" };

  it.each<[readonly Problem[], string]>([
    [[UNKNOWN], "1 error\n"],
    [[UNKNOWN, UNKNOWN], "2 errors\n"],
    [[warning], "1 warning\n"],
    [[UNKNOWN, warning, warning], "1 error, 2 warnings\n"],
  ])("end with their number (%#)", (problems, count) => {
    const parts = renderProblems(problems).split("\n\n");
    expect(parts).toEqual([...problems.map((problem) => renderProblem(problem)), count]);
  });

  it("are nothing when there are none", () => {
    expect(renderProblems([])).toBe("");
  });
});

describe("visible text", () => {
  it.each([
    ["plain text, ü and 日本 stay", "plain text, ü and 日本 stay"],
    ["a\tb", "a→b"],
    ["a\r\nb\u0000", "a␍␊b␀"],
    ["\u007f\u0085", "␡‹U+0085›"],
    ["a\u00a0b\u2003c", "a‹U+00A0›b‹U+2003›c"],
    ["\u200b\u202e\ufeff\u2028", "‹U+200B›‹U+202E›‹U+FEFF›‹U+2028›"],
    ["\ud800", "‹U+D800›"],
    ["\u{e0041}", "‹U+E0041›"],
  ])("%j", (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it.each([
    ["", 0],
    ["abc", 3],
    ["日本", 4],
    ["e\u0301", 1],
    ["😀", 2],
    ["한글", 4],
    ["→␀", 2],
  ])("%j takes %i columns", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});
