import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { escaped } from "../../engine/explain/markdown-text.ts";
import { adversaries, type Pattern, patterns, patternsIn } from "./patterns.ts";

/**
 * Long enough that a pattern whose time grows with the third power of the length, or faster, takes minutes, and short
 * enough that one with the second power takes a blink: what is matched is limited to lengths at which that is bearable.
 */
const length = 4000;
/** When a search that goes on without end is given up. It is no measure: all texts together take a part of it. */
const givenUpMs = 30_000;

/** Whether the pattern comes to an end on all of its texts. */
function ends(pattern: Pattern, texts: readonly string[], timeout = givenUpMs): boolean {
  try {
    runInNewContext(
      "for (const text of texts) expression.test(text);",
      { expression: pattern.expression, texts },
      { timeout },
    );
    return true;
  } catch (error) {
    // It is of the context's own kind of error.
    if (Reflect.get(Object(error), "code") === "ERR_SCRIPT_EXECUTION_TIMEOUT") return false;
    throw error;
  }
}

describe("the patterns of the engine", () => {
  const all = patterns();

  it("are found", () => {
    expect(
      patternsIn('a.replace(/b+/g, "");\nconst c = /[/"]\\/d/iu;\n// = /e/\nf(1 / 2 / 3);', "x").map(
        ({ place }) => place,
      ),
    ).toEqual(["x: /b+/g", 'x: /[/"]\\/d/iu']);
    expect(all.length).toBeGreaterThan(100);
  });

  it("come to an end on texts made to keep them busy", () => {
    expect(all.filter((pattern) => !ends(pattern, adversaries(pattern, length))).map(({ place }) => place)).toEqual([]);
  });

  it("would be noticed, had one of them no end", () => {
    const endless = patternsIn("= /^(?:a+)+$/;", "a sample");
    expect(endless.map((pattern) => ends(pattern, adversaries(pattern, 60), 300))).toEqual([false]);
  });

  it("make no work of text that people give: a long text without a line is passed over once", () => {
    const blank = "\n".repeat(200_000);
    expect(escaped(`${blank}- a`)).toBe(`${blank}\\- a`);
    expect(escaped(`${blank}1. a`)).toBe(`${blank}1\\. a`);
  });
});
