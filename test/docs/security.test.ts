import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { maxLineBytes } from "../../engine/cli/batch-line.ts";
import { dateBounds, mostDecimals, numberBounds } from "../../engine/evaluate/fact-bounds.ts";
import { deepest } from "../../engine/procedure/link/circle.ts";
import { DEFAULT_LIMITS, INPUT_LIMITS } from "../../engine/source/limits.ts";

const page = readFileSync("SECURITY.md", "utf8");

/** The number in the row of the table that begins so. */
function stated(what: string): number {
  const row = page.split("\n").find((line) => line.startsWith(`| ${what} |`));
  return Number(/\d+/.exec(row?.split("|")[2] ?? "")?.[0]);
}

describe("SECURITY.md", () => {
  it.each([
    ["a rule file or a case file", DEFAULT_LIMITS.maxBytes],
    ["a line of a batch", maxLineBytes],
    ["lists and blocks in one another, in a file", DEFAULT_LIMITS.maxDepth],
    ["aliases in a file", DEFAULT_LIMITS.maxAliases],
    ["values that all aliases of a file stand for", DEFAULT_LIMITS.maxAliasedValues],
    ["values, clauses or decisions that rest on one another", deepest],
    ["entries of a list among the facts", INPUT_LIMITS.maxEntries],
    ["a text among the facts, or the name of a case", INPUT_LIMITS.maxTextLength],
    ["decimals of a number among the facts", mostDecimals],
    ["problems that are reported, of a file or of a case", DEFAULT_LIMITS.maxProblems],
    ["problems that are reported, of a file or of a case", INPUT_LIMITS.maxProblems],
    ["sets of readings that are kept compiled", INPUT_LIMITS.maxPrograms],
  ])("states the limit that holds: %s", (what, limit) => {
    expect(stated(what)).toBe(limit);
  });

  it("states every limit that there is", () => {
    const rows = page.split("## Limits")[1]?.match(/^\| (?!limit|-)[^|]+\| \d+/gm) ?? [];
    expect(rows).toHaveLength(Object.keys(DEFAULT_LIMITS).length + Object.keys(INPUT_LIMITS).length + 3 - 1);
  });

  it("states the bounds of numbers and dates", () => {
    const { min, max } = numberBounds({ type: "number", unit: "things" });
    const { from, to } = dateBounds({ type: "date" });
    for (const bound of [`${min} and ${max}`, `${from} and ${to}`]) expect(page.replaceAll("\n", " ")).toContain(bound);
  });
});
