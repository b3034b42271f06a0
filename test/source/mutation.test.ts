import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDocument } from "../../engine/source/document.ts";
import { renderProblems } from "../../engine/source/render.ts";
import { everyPlace } from "./every-place.ts";
import { SAMPLES, SPECIALS } from "./samples.ts";

/** Longer than any file of this size takes on a slow machine, and far shorter than a hang. */
const TOO_LONG_MS = 2000;

const mutation = fc.record({
  kind: fc.constantFrom("flip", "delete", "repeat", "insert", "insert", "insert"),
  /** In ten-thousandths of the text, without bias, or most mutations would be at its ends. */
  at: fc.noBias(fc.integer({ min: 0, max: 9999 })),
  length: fc.integer({ min: 1, max: 30 }),
  byte: fc.nat(127),
  special: fc.constantFrom(...SPECIALS),
});

type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutate(text: string, { kind, at, length, byte, special }: Mutation): string {
  const start = Math.floor((at / 10_000) * text.length);
  const [before, after] = [text.slice(0, start), text.slice(start)];
  switch (kind) {
    case "flip":
      return `${before}${String.fromCharCode((text.charCodeAt(start) || 0) ^ (byte || 1))}${after.slice(1)}`;
    case "delete":
      return `${before}${after.slice(length)}`;
    case "repeat":
      return `${before}${after.slice(0, length)}${after}`;
    default:
      return `${before}${special}${after}`;
  }
}

describe("files damaged at random", () => {
  it("are read or refused, with every place inside of the file, and soon", () => {
    const reach = { read: 0, refused: 0 };
    fc.assert(
      fc.property(
        fc.constantFrom(...SAMPLES),
        fc.array(mutation, { minLength: 1, maxLength: 6 }),
        (sample, mutations) => {
          const text = mutations.reduce(mutate, sample);
          const started = performance.now();
          const result = parseDocument(text, "damaged.yaml");
          expect(performance.now() - started).toBeLessThan(TOO_LONG_MS);
          if ("value" in result) {
            reach.read++;
            for (const { place } of everyPlace(result)) expectInside(place, text);
            return;
          }
          reach.refused++;
          expect(result.length).toBeGreaterThan(0);
          for (const problem of result) {
            expect(problem.message).toMatch(/\S/);
            expect(problem.remedy).toMatch(/\S/);
            if (problem.place !== undefined) expectInside(problem.place, text);
          }
          expect(renderProblems(result)).toContain("damaged.yaml:");
        },
      ),
      { numRuns: 500 },
    );
    expect(reach.read).toBeGreaterThan(20);
    expect(reach.refused).toBeGreaterThan(100);
  });

  it("of nothing but signs of YAML are read or refused too", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SPECIALS, "a", "b", " ", "  "), { maxLength: 25 }), (parts) => {
        const started = performance.now();
        const result = parseDocument(parts.join(""), "noise.yaml");
        expect(performance.now() - started).toBeLessThan(TOO_LONG_MS);
        if (!("value" in result)) expect(result.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});

function expectInside(place: { line: number; column: number; length: number; text: string }, text: string): void {
  const lines = text.replace(/^\ufeff/, "").split(/\r?\n/);
  expect(place.line).toBeGreaterThanOrEqual(1);
  expect(place.line).toBeLessThanOrEqual(lines.length);
  expect((lines[place.line - 1] ?? "").replace(/\r$/, "")).toBe(place.text);
  expect(place.column).toBeGreaterThanOrEqual(1);
  expect(place.column).toBeLessThanOrEqual(place.text.length + 1);
  expect(place.length).toBeGreaterThanOrEqual(1);
  expect(place.column - 1 + place.length).toBeLessThanOrEqual(Math.max(place.text.length, place.column));
}
