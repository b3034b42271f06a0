import { describe, expect, it } from "vitest";
import { and, not, or, type Truth } from "../../engine/language/truth.ts";

const truths: readonly Truth[] = [true, false, undefined];
const pairs = truths.flatMap((a) => truths.map((b) => [a, b] as const));

/** Whether `later` is what `earlier` can become when more is known. */
function settles(earlier: Truth, later: Truth): boolean {
  return earlier === undefined || earlier === later;
}

describe("three-valued logic", () => {
  it.each([
    [true, true, true, true],
    [true, false, false, true],
    [true, undefined, undefined, true],
    [false, true, false, true],
    [false, false, false, false],
    [false, undefined, false, undefined],
    [undefined, true, undefined, true],
    [undefined, false, false, undefined],
    [undefined, undefined, undefined, undefined],
  ])("of %s and %s: all is %s, any is %s", (a, b, all, any) => {
    expect(and([a, b])).toBe(all);
    expect(or([a, b])).toBe(any);
  });

  it("negates what is known, twice to no effect", () => {
    expect(truths.map(not)).toEqual([false, true, undefined]);
    for (const truth of truths) expect(not(not(truth))).toBe(truth);
  });

  it("turns all into any by negation, and the other way round", () => {
    for (const [a, b] of pairs) {
      expect(not(and([a, b]))).toBe(or([not(a), not(b)]));
      expect(not(or([a, b]))).toBe(and([not(a), not(b)]));
    }
  });

  it("does not depend on order, and is true of all and false of any where there is nothing", () => {
    for (const [a, b] of pairs) {
      expect(and([a, b])).toBe(and([b, a]));
      expect(or([a, b])).toBe(or([b, a]));
    }
    expect(and([])).toBe(true);
    expect(or([])).toBe(false);
  });

  it("never flips when more is known", () => {
    for (const [a, b] of pairs) {
      for (const [c, d] of pairs) {
        if (!settles(a, c) || !settles(b, d)) continue;
        expect(settles(and([a, b]), and([c, d]))).toBe(true);
        expect(settles(or([a, b]), or([c, d]))).toBe(true);
        expect(settles(not(a), not(c))).toBe(true);
      }
    }
  });
});
