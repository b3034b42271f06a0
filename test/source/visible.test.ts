import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { displayWidth } from "../../engine/source/visible.ts";

describe("the width of a text on a terminal", () => {
  it.each([
    ["", 0],
    ["Met, 10 people", 14],
    ["é", 1],
    ["e\u0301", 1],
    ["日本", 4],
    ["a日e\u0301", 4],
    ["😀", 2],
  ])("of %j is %i", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it("is the sum of the widths of its characters", () => {
    const texts = fc.array(
      fc.oneof(fc.string(), fc.string({ unit: "grapheme" }), fc.constantFrom("\u0301", "日", "\t")),
    );
    fc.assert(
      fc.property(texts, (parts) => {
        const characters = [...parts.join("")];
        const sum = characters.reduce((width, character) => width + displayWidth(character), 0);
        expect(displayWidth(parts.join(""))).toBe(sum);
      }),
    );
  });
});
