import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { align } from "../../../engine/diff/structure/align.ts";
import { inOrder } from "../../../engine/diff/structure/order.ts";

const letters = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 9 });
/** Any cost that is the same both ways. */
const cost = (one: number | undefined, other: number | undefined): number => 1 + (((one ?? 5) + (other ?? 5)) % 3);

/** The most elements that two lists have in common in their order, tried out. */
function mostCommon(base: readonly string[], head: readonly string[]): number {
  const [first, ...rest] = base;
  if (first === undefined) return 0;
  const at = head.indexOf(first);
  const without = mostCommon(rest, head);
  return at === -1 ? without : Math.max(without, 1 + mostCommon(rest, head.slice(at + 1)));
}

describe("lists that are aligned", () => {
  it("keep all their elements in order, and as many equal ones as there can be", () => {
    fc.assert(
      fc.property(letters, letters, (base, head) => {
        const pairs = align(base, head, cost);
        expect(pairs.flatMap((pair) => pair.base ?? [])).toEqual([...base.keys()]);
        expect(pairs.flatMap((pair) => pair.head ?? [])).toEqual([...head.keys()]);
        expect(pairs.filter((pair) => pair.base === undefined && pair.head === undefined)).toEqual([]);
        const equal = pairs.filter(
          (pair) => base[pair.base ?? -1] !== undefined && base[pair.base ?? -1] === head[pair.head ?? -1],
        );
        expect(equal).toHaveLength(mostCommon(base, head));
      }),
    );
  });

  it("are the same the other way round", () => {
    fc.assert(
      fc.property(letters, letters, (base, head) => {
        const turned = align(head, base, cost).map((pair) => ({ base: pair.head, head: pair.base }));
        expect(align(base, head, cost)).toEqual(turned);
      }),
    );
  });

  it("pair what costs less together than apart, and nothing else", () => {
    const apart = 5;
    const pairs = align(["a", "b"], ["x", "y", "z"], (one, other) =>
      one === undefined || other === undefined ? apart : one === 0 && other === 1 ? 1 : 20,
    );
    expect(pairs.filter((pair) => pair.base !== undefined && pair.head !== undefined)).toEqual([{ base: 0, head: 1 }]);
  });

  it("are taken one after another where they are too long to weigh", () => {
    const long = (name: string, length: number) => Array.from({ length }, (_, at) => `${name}${at}`);
    const pairs = align(["same", ...long("a", 1500)], ["same", ...long("b", 1400)], cost);
    expect(pairs.slice(0, 2)).toEqual([
      { base: 0, head: 0 },
      { base: 1, head: 1 },
    ]);
    expect(pairs.slice(-2)).toEqual([
      { base: 1499, head: undefined },
      { base: 1500, head: undefined },
    ]);
  });
});

describe("what only one side has", () => {
  it("stands behind what it followed", () => {
    const pairs = [
      { base: "c", head: "C" },
      { base: undefined, head: "N" },
      { base: "a", head: "A" },
    ];
    expect(inOrder(pairs, ["x", "a", "y", "z", "c", "w"]).map(({ base, head }) => head ?? base)).toEqual([
      "x",
      "C",
      "w",
      "N",
      "A",
      "y",
      "z",
    ]);
  });
});
