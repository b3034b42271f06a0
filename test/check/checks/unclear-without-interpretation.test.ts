import { describe, expect, it } from "vitest";
import { unclearWords } from "../../../engine/check/checks/unclear-words.ts";
import { Library } from "../found.ts";

const library = new Library("unclear-without-interpretation");
const said = (words: string) => ({
  file: "clauses/all.yaml",
  from: "summary: A child needs the guardian's word.",
  to: `summary: ${words}`,
});

describe("an unclear clause without an interpretation", () => {
  it.each([
    "A child needs a reasonable word of the guardian.",
    "A child needs the guardian's word as soon as possible.",
    "A child normally needs the guardian's word.",
    "A child needs a word, of whom is not stated.",
  ])("is one whose summary leaves something open: %s", async (words) => {
    expect(await library.found(said(words))).toEqual([
      `unclear-without-interpretation clauses/all.yaml: summary: ${words}`,
    ]);
  });

  it("is none where it names an interpretation", async () => {
    const to = "summary: A child normally needs the guardian's word.\n        interpretations: [fines-counted]";
    expect(await library.found({ ...said(""), to })).toEqual([]);
  });

  it("is none where nothing is encoded", async () => {
    const from = "summary: The library lends books to the people of the town.";
    const to = "summary: The library generally lends books.";
    expect(await library.found({ file: "clauses/all.yaml", from, to })).toEqual([]);
  });

  it("is not found inside other words", () => {
    for (const words of ["an unusual book", "abnormality", "a generalist", "suitability"]) {
      expect(unclearWords.test(words)).toBe(false);
    }
  });
});
