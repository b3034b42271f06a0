import { describe, expect, it } from "vitest";
import { Library } from "../found.ts";

const library = new Library("fact-without-bounds");
const without = (from: string, to = "") => ({ file: "facts.yaml", from, to });

describe("a fact without bounds", () => {
  it("is a number that may be anything", async () => {
    expect(await library.found(without("    min: 0\n    max: 150\n"))).toEqual([
      "fact-without-bounds facts.yaml: - id: reader.age",
    ]);
  });

  it("is none with one bound alone", async () => {
    expect(await library.found(without("    min: 0\n"))).toEqual([]);
    expect(await library.found(without("    max: 150\n"))).toEqual([]);
  });

  it("may be a field of the elements of a list", async () => {
    const { problems } = await library.inspected(without(", min: 0 }", " }"));
    expect(problems.map(({ message }) => message)).toEqual([
      "`amount` of the fact `reader.fines` has neither `min` nor `max`",
    ]);
  });
});
