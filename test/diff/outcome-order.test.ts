import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Direction, directionOf } from "../../engine/diff/outcome-order.ts";
import type { Decision } from "../../engine/procedure/model.ts";

/** A decision with these outcomes, best first. */
function decision(...outcomes: readonly string[]): Decision {
  return { id: "d", title: "D?", outcomes: new Map(outcomes.map((outcome) => [outcome, outcome])), rows: [] };
}

const seenFromTheOtherSide: Readonly<Record<Direction, Direction>> = {
  same: "same",
  worse: "better",
  better: "worse",
  otherwise: "otherwise",
};

const names = ["a", "b", "c", "d", "undetermined"] as const;
const outcome = fc.constantFrom(...names);
const side = fc.option(
  fc.subarray([...names.slice(0, 4)]).chain((some) => fc.shuffledSubarray(some, { minLength: some.length })),
  { nil: undefined },
);
const drawn = fc.tuple(side, side, outcome, outcome).map(([base, head, before, after]) => ({
  base: base && decision(...base),
  head: head && decision(...head),
  before,
  after,
}));

describe("the direction of a case", () => {
  it("is worse towards the end of the list and better towards its start", () => {
    const both = decision("a", "b", "c");
    expect(directionOf(both, both, "a", "c")).toBe("worse");
    expect(directionOf(both, both, "c", "b")).toBe("better");
    expect(directionOf(both, both, "b", "b")).toBe("same");
  });

  it("is neither where the two sides rank the outcomes differently", () => {
    expect(directionOf(decision("a", "b"), decision("b", "a"), "a", "b")).toBe("otherwise");
    expect(directionOf(decision("a", "b", "c"), decision("c", "a", "b"), "a", "b")).toBe("worse");
  });

  it("is told by the one side that knows both outcomes", () => {
    expect(directionOf(decision("a", "c"), decision("a", "b", "c"), "a", "b")).toBe("worse");
    expect(directionOf(decision("b", "a"), undefined, "a", "b")).toBe("better");
  });

  it("is neither where no side knows both, or one can't be told", () => {
    expect(directionOf(decision("a", "c"), decision("b", "c"), "a", "b")).toBe("otherwise");
    expect(directionOf(undefined, undefined, "a", "b")).toBe("otherwise");
    const odd = decision("a", "undetermined");
    expect(directionOf(odd, odd, "a", "undetermined")).toBe("otherwise");
  });

  it("is the reverse seen from the other side", () => {
    const met = new Set<Direction>();
    fc.assert(
      fc.property(drawn, ({ base, head, before, after }) => {
        const forth = directionOf(base, head, before, after);
        met.add(forth);
        expect(directionOf(head, base, after, before)).toBe(seenFromTheOtherSide[forth]);
        expect(forth === "same").toBe(before === after);
      }),
      { numRuns: 2000 },
    );
    expect([...met].sort()).toEqual(["better", "otherwise", "same", "worse"]);
  });

  it("leads from the best over the middle to the worst, and straight there", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(["a", "b", "c", "d"], { minLength: 3 }), (outcomes) => {
        const both = decision(...outcomes);
        const [best = "", middle = "", worst = ""] = outcomes;
        expect([directionOf(both, both, best, middle), directionOf(both, both, middle, worst)]).toEqual([
          "worse",
          "worse",
        ]);
        expect(directionOf(both, both, best, worst)).toBe("worse");
      }),
    );
  });
});
