import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { parseDocument } from "../../engine/source/document.ts";

function commentsOf(text: string) {
  const document = parseDocument(text, "a.yaml");
  if (!("value" in document)) throw new Error(`not readable: ${text}`);
  return document.comments("#");
}

describe("comments", () => {
  it("are found on lines of their own and behind values, with their places", () => {
    const text = "# first\na: 1 # second\nb:\n  # third\n  - x\n  - { c: 2, # fourth\n      d: 3 }\n# last";
    expect(commentsOf(text).map(({ text, place, isAlone }) => [text, place.line, place.column, isAlone])).toEqual([
      ["# first", 1, 1, true],
      ["# second", 2, 6, false],
      ["# third", 4, 3, true],
      ["# fourth", 6, 13, false],
      ["# last", 8, 1, true],
    ]);
  });

  it("are found behind the mark of a block of text, and not inside the block", () => {
    const text = "a: >- # about a\n  one # two\n  # three\n\n  # four\nb: | # about b\n  # five\n# six\n";
    expect(commentsOf(text).map(({ text }) => text)).toEqual(["# about a", "# about b", "# six"]);
  });

  it("are none in texts, however these are written", () => {
    const word = fc.constantFrom(
      "#",
      "# allow x: y",
      "a#b",
      "'",
      '"',
      "\n",
      " ",
      "it's",
      ":",
      "- ",
      "{",
      "]",
      "é",
      "|",
    );
    const texts = fc.array(
      fc.array(word, { maxLength: 6 }).map((words) => words.join(" ")),
      { minLength: 1, maxLength: 4 },
    );
    const styles = fc.record({
      defaultStringType: fc.constantFrom<"PLAIN" | "QUOTE_SINGLE" | "QUOTE_DOUBLE" | "BLOCK_FOLDED" | "BLOCK_LITERAL">(
        "PLAIN",
        "QUOTE_SINGLE",
        "QUOTE_DOUBLE",
        "BLOCK_FOLDED",
        "BLOCK_LITERAL",
      ),
      collectionStyle: fc.constantFrom<"block" | "flow">("block", "flow"),
      lineWidth: fc.constantFrom(20, 80),
    });
    fc.assert(
      fc.property(texts, styles, (values, style) => {
        const text = stringify({ before: values, after: 1 }, style);
        expect(commentsOf(text)).toEqual([]);
        const lines = text.trimEnd().split("\n").length;
        expect(
          commentsOf(`${text.trimEnd()} # said\n# below\n`).map(({ place }) => [
            place.line,
            place.text.slice(place.column - 1),
          ]),
        ).toEqual([
          [lines, "# said"],
          [lines + 1, "# below"],
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it("are not looked for where the word is nowhere in the text", () => {
    const document = parseDocument("a: 1 # b\n", "a.yaml");
    expect("value" in document && document.comments("allow")).toEqual([]);
  });
});
