import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RecordShape } from "../../engine/evaluate/record-shape.ts";

type Part = string | number | boolean | null | { readonly status: string };

/** The record as anyone would make it: one key after the other. */
function plainly(keys: readonly string[], parts: readonly (Part | undefined)[]): Readonly<Record<string, Part>> {
  const record: Record<string, Part> = {};
  for (const [at, key] of keys.entries()) {
    const part = parts[at];
    if (part !== undefined) record[key] = part;
  }
  return record;
}

/** Made anew each time, so that no key is a text that an object has already. */
const key = fc
  .oneof(
    fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 60 })).map(([section, clause]) => `${section}.${clause}`),
    fc.nat({ max: 3000 }).map(String),
    fc.string({ maxLength: 8 }),
  )
  .filter((text) => text !== "__proto__");
const part: fc.Arbitrary<Part> = fc.oneof(
  fc.constantFrom("met", "unmet", true, false, null),
  fc.double(),
  fc.constantFrom("met", "unmet").map((status) => ({ status })),
);

/** The parts of a few records, most of which have them all. */
const records = (keys: readonly string[]) => {
  const whole = fc.array(part, { minLength: keys.length, maxLength: keys.length });
  const perhaps = fc.array(fc.option(part, { nil: undefined, freq: 12 }), {
    minLength: keys.length,
    maxLength: keys.length,
  });
  return fc.tuple(fc.constant(keys), fc.array(fc.oneof(whole, perhaps), { minLength: 1, maxLength: 5 }));
};
const few = fc.uniqueArray(key, { maxLength: 60 }).chain(records);

/** More keys than an engine copies at a stroke, and the statuses of which the parts repeat. */
const many = fc
  .tuple(
    fc.integer({ min: 990, max: 1_200 }),
    fc.array(fc.array(part, { minLength: 1, maxLength: 7 }), { minLength: 1 }),
  )
  .map(([size, cycles]) => {
    const keys = Array.from({ length: size }, (_, at) => `${Math.floor(at / 50)}.${at % 50}`);
    return [keys, cycles.map((cycle) => keys.map((_, at) => cycle[at % cycle.length]))] as const;
  });

function sameAsPlain([keys, all]: readonly [readonly string[], readonly (readonly (Part | undefined)[])[]]): void {
  const shape = new RecordShape<Part>(keys);
  for (const parts of all) {
    const made = shape.of(parts);
    const expected = plainly(keys, parts);
    expect(made).toStrictEqual(expected);
    expect(JSON.stringify(made)).toBe(JSON.stringify(expected));
    expect(structuredClone(made)).toEqual(expected);
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
    const [first] = Object.keys(made);
    if (first === undefined) continue;
    expect(Object.getOwnPropertyDescriptor(made, first)).toStrictEqual(
      Object.getOwnPropertyDescriptor(expected, first),
    );
    // Whoever gets a record may do with it as they like: no other is changed by that.
    Reflect.set(made, first, "changed");
    Reflect.deleteProperty(made, Object.keys(made).at(-1) ?? "");
  }
}

describe("a record made by its shape", () => {
  it("is what it is when made key by key, whatever was made before and done with it", () => {
    fc.assert(fc.property(few, sameAsPlain));
  });

  it("is so of more keys than can be copied", () => {
    fc.assert(fc.property(many, sameAsPlain), { numRuns: 20 });
  });
});
