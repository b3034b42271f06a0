import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byNumber } from "../../engine/source/by-number.ts";

const collator = new Intl.Collator("en", { numeric: true });

describe("the order of names by number", () => {
  it("counts numbers as numbers", () => {
    const names = ["10.yaml", "2.10.yaml", "2.8-2.12.yaml", "2.9.yaml", "1.yaml", "a.yaml", "2.yaml", "-", ""];
    expect(names.toSorted(byNumber)).toEqual([
      "",
      "-",
      "1.yaml",
      "2.8-2.12.yaml",
      "2.9.yaml",
      "2.10.yaml",
      "2.yaml",
      "10.yaml",
      "a.yaml",
    ]);
  });

  it("is the order of the Unicode collation, of plain names and of others", () => {
    const text = (signs: string) =>
      fc.array(fc.constantFrom(...signs), { maxLength: 8 }).map((parts) => parts.join(""));
    const name = fc.oneof(
      text("-_./0129az"),
      text("-_./0129az").map((part) => `2.${part}.yaml`),
      fc.nat().map(String),
      fc.bigInt({ min: 0n, max: 10n ** 18n }).map(String),
      text("aAzZäß .,;(é1０２\n"),
    );
    const seen = { before: 0, same: 0, after: 0 };
    fc.assert(
      fc.property(name, name, (a, b) => {
        const order = Math.sign(byNumber(a, b));
        expect([a, b, order]).toEqual([a, b, Math.sign(collator.compare(a, b))]);
        seen[order < 0 ? "before" : order > 0 ? "after" : "same"]++;
      }),
      { numRuns: 20_000 },
    );
    expect(seen.before).toBeGreaterThan(1000);
    expect(seen.after).toBeGreaterThan(1000);
  });
});
