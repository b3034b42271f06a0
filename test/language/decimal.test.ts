import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, multiply, percentage } from "../../engine/language/decimal.ts";
import { sum } from "../../engine/language/expressions/sum.ts";
import { times } from "../../engine/language/expressions/times.ts";

/** A number as a case may give it, as so many millionths: at most six decimals and a size of 10⁹. */
const millionths = fc.oneof(
  fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
  // Numbers as people write them: scores with one or two decimals.
  fc.integer({ min: 0, max: 100_000 }).map((hundredths) => BigInt(hundredths) * 10_000n),
  fc.integer({ min: 0, max: 1000 }).map((whole) => BigInt(whole) * 1_000_000n),
);
const positive = millionths.map((value) => (value < 0n ? -value : value)).filter((value) => value > 0n);

/** The decimal number of so many units of 10^-decimals, as the nearest number. */
function decimal(units: bigint, decimals: number): number {
  return Number(`${units}e-${decimals}`);
}

const written = (value: bigint): number => decimal(value, 6);

describe("decimal arithmetic", () => {
  it("knows what binary fractions get wrong", () => {
    expect(add(0.1, 0.2)).toBe(0.3);
    expect(multiply(0.1, 3)).toBe(0.3);
    expect(add(0.3, -0.1)).toBe(0.2);
    expect(percentage(26.7, 26.7 / 0.8)).toBeCloseTo(80, 6);
    expect(percentage(add(26.7, 53.3), 100)).toBe(80);
    expect(add(1e-7, 2e-7)).toBe(3e-7);
    expect(add(1e21, 1)).toBe(1e21);
    expect(multiply(1e-7, 1e-7)).toBe(1e-14);
    expect(multiply(0, -5)).toBe(0);
    expect(percentage(1, 3)).toBe(100 / 3);
    expect(percentage(1e-12, 1e9)).toBe(1e-19);
    expect(percentage(-1, 8)).toBe(-12.5);
    expect(percentage(-0.000001, 3)).toBeLessThan(0);
  });

  it("adds exactly", () => {
    fc.assert(
      fc.property(millionths, millionths, (a, b) => {
        expect(add(written(a), written(b))).toBe(written(a + b) + 0);
      }),
      { numRuns: 2000 },
    );
  });

  it("multiplies exactly", () => {
    fc.assert(
      fc.property(millionths, millionths, (a, b) => {
        expect(multiply(written(a), written(b)) + 0).toBe(decimal(a * b, 12) + 0);
      }),
      { numRuns: 2000 },
    );
  });

  it("totals a list exactly, in any order", () => {
    fc.assert(
      fc.property(fc.array(millionths, { maxLength: 300, size: "max" }), (values) => {
        const total = written(values.reduce((a, b) => a + b, 0n)) + 0;
        const numbers = values.map(written);
        expect(sum.fold(numbers)).toBe(total);
        expect(sum.fold(numbers.toReversed())).toBe(total);
      }),
      { numRuns: 300 },
    );
  });

  it("multiplies several numbers exactly, in any order", () => {
    fc.assert(
      fc.property(fc.array(millionths, { minLength: 2, maxLength: 5 }), (values) => {
        const product = decimal(
          values.reduce((a, b) => a * b, 1n),
          6 * values.length,
        );
        const numbers = values.map(written);
        expect(times.apply(numbers, []) ?? 0).toBe(product + 0);
        expect(times.apply(numbers.toReversed(), [])).toBe(product + 0);
      }),
      { numRuns: 1000 },
    );
  });

  it("says a percentage as the decimal that it is, where it is one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), positive, (hundredths, whole) => {
        // The part that is so many hundredths of a percent of the whole, where that is a number that can be given.
        const part = (BigInt(hundredths) * whole) / 10_000n;
        fc.pre(part * 10_000n === BigInt(hundredths) * whole);
        expect(percentage(written(part), written(whole))).toBe(hundredths / 100);
      }),
      { numRuns: 5000 },
    );
  });

  it("says the percentage nearest to the exact one", () => {
    fc.assert(
      fc.property(millionths, positive, (part, whole) => {
        const exact = decimal((part * 100n * 10n ** 30n) / whole, 30);
        expect(Math.abs(percentage(written(part), written(whole)) - exact)).toBeLessThanOrEqual(
          Math.abs(exact) * 4 * Number.EPSILON,
        );
      }),
      { numRuns: 2000 },
    );
  });

  /** A limit of a percentage, in units of 10^-6 percent, whole ones and those close by more often than others. */
  const limits = fc.oneof(
    fc.constantFrom(50_000_000n, 60_000_000n, 80_000_000n, 100_000_000n, 33_333_333n, 66_666_667n, 79_990_000n),
    fc.bigInt({ min: 0n, max: 100_000_000n }),
  );

  it("reaches a limit exactly when the numbers do", () => {
    fc.assert(
      fc.property(positive, limits, fc.bigInt({ min: -2n, max: 2n }), (whole, limit, off) => {
        // As close to the limit as numbers can come.
        const part = (whole * limit) / 100_000_000n + off;
        const reached = percentage(written(part), written(whole)) >= decimal(limit, 6);
        expect(reached).toBe(part * 100_000_000n >= limit * whole);
      }),
      { numRuns: 20_000 },
    );
  });

  it("goes beyond a limit exactly when the numbers do", () => {
    fc.assert(
      fc.property(positive, limits, fc.bigInt({ min: -2n, max: 2n }), (whole, limit, off) => {
        const part = (whole * limit) / 100_000_000n + off;
        const beyond = percentage(written(part), written(whole)) > decimal(limit, 6);
        expect(beyond).toBe(part * 100_000_000n > limit * whole);
      }),
      { numRuns: 20_000 },
    );
  });
});
