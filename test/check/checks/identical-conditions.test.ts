import { describe, expect, it } from "vitest";
import { canonical } from "../../../engine/check/canonical.ts";
import { Library } from "../found.ts";

const library = new Library("identical-conditions");
const applies = (clause: "2.1" | "2.2", to: string) => ({
  file: "clauses/all.yaml",
  from:
    clause === "2.1"
      ? "appliesWhen: { fact: reader.is_child, operator: equal, value: true }"
      : "appliesWhen: { fact: reader.fines, operator: exists }",
  to: `appliesWhen: ${to}`,
});
const young = "{ fact: reader.age, operator: lessThan, value: 16 }";
const child = "{ fact: reader.is_child, operator: equal, value: true }";
const fined = "{ fact: reader.fines, operator: exists }";

describe("identical conditions", () => {
  it.each([
    ["a limit", young, young],
    ["several together", `{ all: [${child}, ${fined}] }`, `{ all: [${child}, ${fined}] }`],
    ["several in another order", `{ all: [${child}, ${fined}] }`, `{ all: [${fined}, ${child}] }`],
    ["keys in another order", young, "{ value: 16, operator: lessThan, fact: reader.age }"],
    ["one inside a denial", `{ all: [${child}, { not: ${young} }] }`, `{ any: [${fined}, { not: ${young} }] }`],
  ])("are found in two clauses: %s", async (_what, one, other) => {
    const { problems } = await library.inspected(applies("2.1", one), applies("2.2", other));
    expect(problems.map(({ code, message, related }) => [code, message, related?.length])).toEqual([
      ["identical-conditions", "clauses 2.1 and 2.2 state the same condition", 1],
    ]);
  });

  it.each([
    ["a question about one fact", child, child],
    ["another limit", young, young.replace("16", "15")],
    ["another order of what is not all or any", "{ fact: reader.age, operator: lessThan, value: 16 }", fined],
  ])("are none: %s", async (_what, one, other) => {
    expect(await library.found(applies("2.1", one), applies("2.2", other))).toEqual([]);
  });

  it("are none in one clause", async () => {
    const twice = `{ any: [${young}, { all: [${fined}, ${young}] }] }`;
    expect(await library.found(applies("2.1", twice))).toEqual([]);
  });
});

describe("what is written", () => {
  it("is the same whatever the order of keys, and of the parts of all and any", () => {
    expect(canonical({ all: [1, { b: 2, a: [3, 4] }] })).toBe(canonical({ all: [{ a: [3, 4], b: 2 }, 1] }));
    expect(canonical({ minus: [1, 2] })).not.toBe(canonical({ minus: [2, 1] }));
  });
});
