import { describe, expect, it } from "vitest";
import { Library } from "../found.ts";

const library = new Library("unused-derived-value", "unused-fact");

describe("an unused derived value", () => {
  it("is one that no rule asks for", async () => {
    expect(
      await library.found({
        file: "clauses/all.yaml",
        from: "summary: What counts as a child and what as owing too much.\n        derives:\n",
        to: `summary: What counts as a child and what as owing too much.
        derives:
          reader.is_grown: { fact: reader.age, operator: greaterThanInclusive, value: 14 }
`,
      }),
    ).toEqual([
      "unused-derived-value clauses/all.yaml: reader.is_grown: { fact: reader.age, operator: greaterThanInclusive, value: 14 }",
    ]);
  });

  it("hides no fact that only it asks for: mending it mends both", async () => {
    const { problems } = await library.inspected({
      file: "clauses/all.yaml",
      from: "requires: { fact: reader.owed, operator: lessThanInclusive, value: 10 }",
      to: "requires: { fact: reader.guardian_agrees, operator: equal, value: true }",
    });
    expect(problems.map(({ code, subject }) => `${code} ${subject}`)).toEqual(
      expect.arrayContaining(["unused-derived-value derived value reader.owed"]),
    );
    expect(problems.map(({ code }) => code)).not.toContain("unused-fact");
  });
});
