import { describe, expect, it } from "vitest";
import { parseCase } from "../../engine/testing/case-document.ts";

const codes = (text: string): readonly string[] => {
  const parsed = parseCase(text, "case.yaml");
  return "content" in parsed ? [] : parsed.map(({ code, place }) => `${code} ${place?.line}`);
};

describe("a fact with nothing behind its colon", () => {
  it("is refused, for an empty line of a form does not say that there is none", () => {
    expect(codes("asOf: 2021-04-01\nfacts:\n  loan:\n    applied_on:\n    returned_on: \n")).toEqual([
      "empty-value 4",
      "empty-value 5",
    ]);
    expect(codes("facts: { loan: { applied_on: } }\n")).toEqual(["empty-value 1"]);
  });

  it("is not one that says null", () => {
    expect(codes("facts:\n  loan:\n    applied_on: null\n    returned_on: ~\n")).toEqual([]);
    expect(codes("facts: {}\n")).toEqual([]);
  });
});

describe("a number with more digits than are kept", () => {
  it.each(["79.99999999999999999", "10.0000000000000001", "9007199254740993"])("is refused: %s", (written) => {
    expect(codes(`facts:\n  reader:\n    age: ${written}\n`)).toEqual(["number-out-of-range 3"]);
  });

  it.each(["79.999999", "1e3", "123456789012345"])("is not %s", (written) => {
    expect(codes(`facts:\n  reader:\n    age: ${written}\n`)).toEqual([]);
  });
});
