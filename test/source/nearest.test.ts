import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearest } from "../../engine/source/nearest.ts";

const FACTS = [
  "audit.purpose",
  "audit.submitted_on",
  "audit.started_on",
  "employer.cycle_year",
  "employer.people",
  "score.elements",
  "qa.status",
];
const OPERATORS = ["equal", "notEqual", "in", "notIn", "lessThan", "greaterThan", "greaterThanInclusive", "before"];

describe("the nearest name", () => {
  it.each([
    ["audit.purpos", "audit.purpose"],
    ["audit.purpsoe", "audit.purpose"],
    ["audit.submited_on", "audit.submitted_on"],
    ["audit.submitted-on", "audit.submitted_on"],
    ["audit_submitted_on", "audit.submitted_on"],
    ["auditSubmittedOn", "audit.submitted_on"],
    ["AUDIT.PURPOSE", "audit.purpose"],
    ["purpose", "audit.purpose"],
    ["company.people", "employer.people"],
    ["company.peopel", "employer.people"],
    ["people", "employer.people"],
    ["employer.cycle.year", "employer.cycle_year"],
    ["elements", "score.elements"],
  ])("to %s is %s", (word, expected) => {
    expect(nearest(word, FACTS)).toBe(expected);
  });

  it.each([
    ["equals", "equal"],
    ["equla", "equal"],
    ["not_equal", "notEqual"],
    ["notequal", "notEqual"],
    ["greater_than", "greaterThan"],
    ["greaterThen", "greaterThan"],
    ["greaterThanInclusiv", "greaterThanInclusive"],
    ["less-than", "lessThan"],
    ["IN", "in"],
  ])("to the operator %s is %s", (word, expected) => {
    expect(nearest(word, OPERATORS)).toBe(expected);
  });

  it.each(["", "x", "or", "after", "audit", "employer.name", "completely.different", "y".repeat(5000)])(
    "to %j is none",
    (word) => {
      expect(nearest(word, [...FACTS, ...OPERATORS])).toBeUndefined();
    },
  );

  it("is none among no names", () => {
    expect(nearest("a", [])).toBeUndefined();
  });

  it("is the first of equally near ones, whatever kind of collection they are in", () => {
    expect(nearest("cat", ["bat", "hat"])).toBe("bat");
    expect(nearest("cat", new Set(["hat", "bat"]))).toBe("hat");
    expect(nearest("b", new Map([["b", 1]]).keys())).toBe("b");
  });

  it("to a known name is that name, and it is always a known one", () => {
    const name = fc.string({ unit: fc.constantFrom(..."abcAB._-"), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(name, { minLength: 1 }), name, (names, word) => {
        const [first = ""] = names;
        expect(nearest(first, names)).toBe(first);
        const found = nearest(word, names);
        if (found !== undefined) expect(names).toContain(found);
      }),
    );
  });

  it("survives one typing mistake in a long name", () => {
    const name = fc.string({ unit: fc.constantFrom(..."abcdefgh_"), minLength: 6, maxLength: 30 });
    fc.assert(
      fc.property(name, fc.nat(), fc.constantFrom("drop", "double", "swap", "replace"), (word, seed, mistake) => {
        const at = seed % (word.length - 1);
        const [before, a, b, after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
        const wrong = { drop: `${b}`, double: `${a}${a}${b}`, swap: `${b}${a}`, replace: `z${b}` }[mistake];
        expect(nearest(`${before}${wrong}${after}`, [word])).toBe(word);
      }),
    );
  });
});
