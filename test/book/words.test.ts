import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { answerOf } from "../../engine/book/answer.ts";
import { Links, linkProse } from "../../engine/book/links.ts";
import { pathWords, valueWords } from "../../engine/book/path-words.ts";
import { cut, shortened } from "../../engine/book/shorten.ts";
import { oneLine, textOf } from "../../engine/book/words.ts";
import { escaped } from "../../engine/explain/markdown-text.ts";
import { outlineLines } from "../../engine/explain/outline.ts";
import type { FactType } from "../../engine/language/fact.ts";
import { library, revision } from "./support.ts";

describe("what can be answered", () => {
  const details = { id: "a.b", label: "l", question: "q?", knownBy: "x" };
  test.each<[FactType, string]>([
    [{ type: "boolean" }, "yes or no"],
    [{ type: "date" }, "a date"],
    [{ type: "date", from: "2020-01-01" }, "a date, 2020-01-01 or later"],
    [{ type: "date", from: "2020-01-01", to: "2020-12-31" }, "a date from 2020-01-01 to 2020-12-31"],
    [{ type: "date", to: "2020-12-31" }, "a date, 2020-12-31 or earlier"],
    [{ type: "integer", unit: "years", min: 0, max: 150 }, "a whole number of years from 0 to 150"],
    [{ type: "number", unit: "square_metres", min: 1.5 }, "a number of square metres, 1.5 or more"],
    [{ type: "number", unit: "percent", max: 100 }, "a percentage, 100 or less"],
    [{ type: "choice", options: { a: "an apple", b: "a pear" } }, "one of:/  an apple/  a pear"],
    [{ type: "text" }, "a name or other text"],
    [{ type: "list", of: { type: "choice", options: { a: "an apple" } } }, "any number of:/  an apple"],
    [{ type: "list", of: { type: "date" } }, "a list, each element a date"],
    [
      { type: "list", of: { type: "record", fields: { kept_on: { type: "date" } } } },
      "any number of elements, each with:/  kept on: a date",
    ],
  ])("%o", (type, words) => {
    expect(outlineLines(answerOf({ ...details, ...type })).join("/")).toBe(words);
  });

  it("can be none where the fact says so", () => {
    expect(answerOf({ ...details, type: "date", orNone: true }).text).toBe("a date; or none");
    const choice = { type: "choice", options: { a: "an apple" } } as const;
    expect(answerOf({ ...details, ...choice, orNone: true }).text).toBe("none, or one of:");
  });
});

describe("texts side by side", () => {
  it("stay as they are while they are short", () => {
    expect(shortened("28 days", "42 days")).toEqual({ before: "28 days", after: "42 days" });
  });

  it("show where they differ once they are long", () => {
    const long = (days: number) => `${"word ".repeat(60)}within ${days} days ${"more ".repeat(60)}`.trim();
    const { before, after } = shortened(long(28), long(42));
    expect(before).toBe("… word word word word word within 28 days more more more more more …");
    expect(after).toBe("… word word word word word within 42 days more more more more more …");
  });

  it("are never long, and never alike where they were not", () => {
    const words = fc.array(fc.constantFrom("a", "bb", "seven", "eleven,", "wherever"), { maxLength: 150 });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [left, right] = [one.join(" "), other.join(" ")];
        const { before, after } = shortened(left, right);
        for (const text of [before, after]) expect(text.length).toBeLessThanOrEqual(280);
        expect(before === after).toBe(left === right);
      }),
    );
  });

  it("are cut where nothing stands beside them", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        const shown = cut(text);
        expect(shown.length).toBeLessThanOrEqual(140);
        expect(text.startsWith(shown.replace(/ …$/, ""))).toBe(true);
      }),
    );
  });
});

test.each([
  ["summary", "Summary"],
  ["outcomes.2.says", "Outcome 2, words"],
  ["rows.3", "Row 3"],
  ["notEncoded", "Why nothing is encoded"],
  ["appliesWhen.all.2.value", "When it applies, all, part 2, value"],
  ["interpretations", "Readings"],
  ["obligations.return_book.due", "Obligations, return book, due"],
])("the place %s in words", (path, words) => {
  expect(pathWords(path)).toBe(words);
});

test.each([
  ["plain", "plain"],
  ['"with: colon"', "with: colon"],
  ["'it''s'", "it's"],
  ["{ fact: a.b }", "{ fact: a.b }"],
  ['"not closed', '"not closed'],
])("the value %s without the quotes of YAML", (line, text) => {
  expect(valueWords(line)).toBe(text);
});

describe("links", () => {
  it("lead from clauses that a text names to those that there are", () => {
    const clauses = new Set(["2.1", "2.2", "2.3.1"]);
    const linked = (text: string) => linkProse(text, clauses).flatMap(({ text: name, to }) => (to ? [[name, to]] : []));
    expect(linked("See clauses 2.1, 2.2 and 2.3.1.")).toEqual([
      ["2.1", "clause-2.1"],
      ["2.2", "clause-2.2"],
      ["2.3.1", "clause-2.3.1"],
    ]);
    expect(linked("Clause 2.1 holds for 2.2 days, clause 9.9 for none.")).toEqual([["2.1", "clause-2.1"]]);
    expect(linked("The clause is 2.1 pages long.")).toEqual([]);
  });

  it("lead from whole names alone, the longest first, and never to where they stand", () => {
    const model = revision(library, "2.0");
    const links = new Links(
      model,
      ({ reference, clause }) => {
        const type = { kind: "date" } as const;
        for (const id of ["loan.applied_on", "reader.age"]) reference?.({ kind: "fact", id, type });
        for (const id of ["2", "2.1", "3"]) clause?.(id);
      },
      "clause-3",
    );
    const text = "the reader's age, not the reader's ages, in clause 2.1 (Children), clause 2 and clause 3";
    expect(links.words(text).flatMap(({ text: name, to }) => (to ? [[name, to]] : []))).toEqual([
      ["the reader's age", "fact-reader.age"],
      ["clause 2.1", "clause-2.1"],
      ["clause 2", "clause-2"],
    ]);
  });

  it("change no text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(textOf(linkProse(text, new Set(["1", "a"])))).toBe(oneLine(text));
      }),
    );
  });
});

test.each([
  ["a*b_c", "a\\*b\\_c"],
  ["&lt; & &#60;", "\\&lt; & &\\#60;"],
  ["- no list", "\\- no list"],
  ["12. no list", "12\\. no list"],
  ["12.5 metres", "12.5 metres"],
  ["$x$ ~~y~~", "\\$x\\$ \\~\\~y\\~\\~"],
])("%s means nothing to Markdown", (text, expected) => {
  expect(escaped(text)).toBe(expected);
});
