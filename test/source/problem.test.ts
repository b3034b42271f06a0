import { describe, expect, it } from "vitest";
import { readDay } from "../../engine/source/date.ts";
import type { Place } from "../../engine/source/place.ts";
import { type Problem, ProblemsError, SOURCE_CODES, summaryLine } from "../../engine/source/problem.ts";
import { readTextFile } from "../../engine/source/read.ts";
import { problemsOf } from "./rendered.ts";

const PLACE: Place = { file: "rules/a.yaml", line: 12, column: 18, length: 3, text: "  starts: 2019-09-31" };

const FIRST: Problem = {
  code: "unknown-fact",
  severity: "error",
  message: "there is no fact `a`",
  place: PLACE,
  remedy: "x",
};
const SECOND: Problem = { code: "file-not-found", severity: "warning", message: "no\nfile\u001b", remedy: "y" };

describe("a problem on one line", () => {
  it("starts with its place, as editors and terminals recognise it", () => {
    expect(summaryLine(FIRST)).toBe("rules/a.yaml:12:18: error[unknown-fact]: there is no fact `a`");
    expect(summaryLine(SECOND)).toBe("warning[file-not-found]: no␊file␛");
  });
});

describe("the error for users of the library", () => {
  it("has all problems, and one line for each in its message", () => {
    const error = new ProblemsError([FIRST, SECOND]);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe("ProblemsError");
    expect(error.problems).toEqual([FIRST, SECOND]);
    expect(error.message.split("\n")).toEqual([summaryLine(FIRST), summaryLine(SECOND)]);
  });
});

describe("a date in a file", () => {
  it("is a day", () => {
    expect(readDay("2019-01-01", PLACE)).toBe(17_897);
  });

  it("that does not exist is a problem at its place", () => {
    expect(readDay("2019-09-31", PLACE)).toEqual({
      code: "not-a-date",
      severity: "error",
      message: "`2019-09-31` is not a date: September 2019 has 30 days",
      place: PLACE,
      expected: "a calendar date as YYYY-MM-DD",
      remedy: "write a date that exists, as YYYY-MM-DD",
    });
  });

  it("that is written in another way is offered in the right one", () => {
    expect(readDay("2019-2-3")).toEqual({
      code: "not-a-date",
      severity: "error",
      message: "`2019-2-3` is not a date: write the month and day with two digits: 2019-02-03",
      expected: "a calendar date as YYYY-MM-DD",
      nearest: "2019-02-03",
      remedy: "write 2019-02-03",
    });
  });
});

describe("the table of codes", () => {
  /** One text for every code that the text of a file can have. */
  const TEXTS: Partial<Record<keyof typeof SOURCE_CODES, string>> = {
    "invisible-character": "a: b\u0007\n",
    "empty-file": "",
    "yaml-syntax": "a: @b\n",
    "yaml-directive": "%YAML 1.2\n---\na: 1\n",
    "several-documents": "a: 1\n---\nb: 2\n",
    "too-deep": "[".repeat(70),
    "duplicate-key": "a: 1\na: 2\n",
    "hostile-key": "__proto__: 1\n",
    "not-a-text-key": "1: a\n",
    "merge-key": "a: &a {}\n<<: *a\n",
    "unknown-tag": "a: !b c\n",
    "unknown-alias": "a: *b\n",
    "unused-anchor": "a: &b c\n",
    "alias-loop": "a: &a [*a]\n",
    "alias-bomb": `a: &a 1\nb:\n${"- *a\n".repeat(201)}`,
    "number-out-of-range": "a: .nan\n",
    "more-problems": "- *a\n".repeat(60),
  };
  const FROM_ELSEWHERE = [
    "file-not-found",
    "not-a-file",
    "file-unreadable",
    "file-too-large",
    "not-text",
    "not-a-date",
  ];

  it("lists every code there is, in one form", () => {
    expect(Object.keys(SOURCE_CODES).sort()).toEqual([...Object.keys(TEXTS), ...FROM_ELSEWHERE].sort());
    for (const [code, meaning] of Object.entries(SOURCE_CODES)) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(meaning).toMatch(/^[a-z].*[^.]$/);
    }
  });

  it.each(Object.entries(TEXTS))("%s is what a file can have", (code, text) => {
    const problems = problemsOf(text);
    expect(problems.map((problem) => problem.code)).toContain(code);
    for (const problem of problems) {
      expect(Object.keys(SOURCE_CODES)).toContain(problem.code);
      expect(problem.message).toMatch(/^[a-z`&].*[^.]$/s);
      expect(problem.remedy).toMatch(/^[a-z].*[^.]$/s);
      expect(problem.place).toBeDefined();
    }
  });

  it("covers what reading a file can have", () => {
    expect(readTextFile("no/such/file")).toMatchObject({ code: "file-not-found" });
    expect(readTextFile(import.meta.dirname)).toMatchObject({ code: "not-a-file" });
  });
});
