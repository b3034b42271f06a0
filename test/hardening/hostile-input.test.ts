import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { library, ordinary, problemsOf } from "../evaluate/library.ts";
import { everyHostileValue, hostileMake } from "./hostile-values.ts";

const groups = ["loan", "reader"] as const;
const facts = [...(library.revisions.at(-1)?.facts.keys() ?? [])];
const keys = ["facts", "asOf", "revision", "readings", "case", "title", "expect", "__proto__", "constructor"];

/** What each message may come to at most, with everything that it lists. */
const longestMessage = 2000;

/** Decides an input of any kind: it is decided, and then its result is JSON, or refused with problems that can be shown. */
function tried(input: unknown): void {
  const problems = problemsOf(() => {
    // Callers without types give anything.
    const result = library.evaluate(input as never);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    library.decide(input as never);
  });
  expect(problems.length).toBeLessThanOrEqual(51);
  for (const { message, expected = "", remedy } of problems) {
    expect(Math.max(message.length, expected.length, remedy.length)).toBeLessThan(longestMessage);
  }
}

/** A copy with one part replaced; a key such as `__proto__` becomes an ordinary key of its own. */
function withPart(block: object, key: string, value: unknown): object {
  return Object.fromEntries([...Object.entries(block).filter(([name]) => name !== key), [key, value]]);
}

const input = { asOf: "2021-04-01", case: "one", facts: ordinary };

afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(untouched);
  expect(Object.keys(Object.prototype)).toEqual([]);
});
const untouched = Object.getOwnPropertyNames(Object.prototype).sort();

describe("whatever is given to the library", () => {
  it("is decided or refused: each hostile value in every place", () => {
    for (const value of everyHostileValue) {
      tried(value);
      for (const key of keys) tried(withPart(input, key, value));
      for (const group of groups) tried({ ...input, facts: withPart(ordinary, group, value) });
      for (const fact of facts) tried({ ...input, facts: { [fact]: value } });
      tried({ ...input, facts: { ...ordinary, reader: { ...ordinary.reader, fines: [value, value] } } });
      tried({ ...input, facts: { ...ordinary, reader: { ...ordinary.reader, fines: [{ amount: value }] } } });
      tried({ ...input, readings: { __proto__: value, "no-such-reading": value } });
    }
  });

  it("is decided or refused: hostile values and keys together", () => {
    const key = fc.oneof(
      fc.constantFrom(...facts, ...groups, ...keys, "valueOf", "\ud800"),
      fc.string({ unit: "binary" }),
    );
    const block = fc.array(fc.tuple(key, hostileMake), { maxLength: 6 });
    const made = (entries: readonly (readonly [string, () => unknown])[]) =>
      Object.fromEntries(entries.map(([name, make]) => [name, make()]));
    fc.assert(
      fc.property(block, block, hostileMake, (given, top, readings) => {
        tried({ ...input, facts: { ...ordinary, ...made(given) } });
        tried({ ...input, facts: { ...ordinary, reader: { ...ordinary.reader, ...made(given) } } });
        tried(Object.fromEntries([...Object.entries(input), ...Object.entries(made(top))]));
        tried({ ...input, readings: readings() });
      }),
      { numRuns: 300 },
    );
  });

  it("is read up to its limits, and refused beyond them", () => {
    const fines = (count: number) => ({
      ...input,
      facts: {
        ...ordinary,
        reader: { ...ordinary.reader, fines: new Array(count).fill({ reason: "late", amount: 1 }) },
      },
    });
    const codes = (given: object) => problemsOf(() => library.evaluate(given as never)).map(({ code }) => code);
    expect(codes(fines(10_000))).toEqual([]);
    expect(codes(fines(10_001))).toEqual(["list-too-long"]);
    expect(codes({ ...input, case: "x".repeat(100_000) })).toEqual([]);
    expect(codes({ ...input, case: "x".repeat(100_001) })).toEqual(["text-too-long"]);
    const strangers = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_none, at) => [`zz${at}`, at]));
    expect(codes({ ...input, facts: strangers(50) })).toHaveLength(50);
    expect(codes({ ...input, facts: strangers(51) })).toHaveLength(51);
    expect(codes({ ...input, facts: strangers(51) }).at(-1)).toBe("more-problems");
    expect(codes({ ...input, facts: strangers(100_000) })).toHaveLength(51);
    for (const key of ["input", "readings"]) {
      const given =
        key === "input" ? { ...input, ...strangers(60), revision: 1 } : { ...input, readings: strangers(60) };
      expect(codes(given)).toHaveLength(51);
      expect(codes(given).at(-1)).toBe("more-problems");
    }
    const named = Object.fromEntries(Array.from({ length: 60 }, (_none, at) => [`zz${at}`, "x"]));
    expect(codes({ ...input, readings: named })).toHaveLength(51);
  });

  it.each([
    [
      "a getter",
      { asOf: "2021-04-01", facts: { reader: Object.defineProperty({}, "age", throwingGetter()) } },
      "facts.reader.age",
    ],
    ["the input", Object.defineProperty({ asOf: "2021-04-01" }, "facts", throwingGetter()), "facts"],
  ])("is to blame where reading it fails: %s", (_what, given, path) => {
    const [problem] = problemsOf(() => library.evaluate(given as never));
    expect(problem?.code).toBe("unreadable-input");
    expect(problem?.message).toContain(`\`${path}\``);
  });

  it("must have its keys itself: one that every object has decides nothing", () => {
    Object.defineProperty(Object.prototype, "revision", { value: "1.0", configurable: true, writable: true });
    try {
      expect(
        problemsOf(() => library.evaluate({ asOf: "2021-04-01", facts: ordinary })).map(({ code }) => code),
      ).toEqual(["inherited-key"]);
    } finally {
      Reflect.deleteProperty(Object.prototype, "revision");
    }
  });

  it.each([
    ["asOf", "2021-04-01", { facts: ordinary, case: undefined }],
    ["facts", ordinary, { asOf: "2021-04-01", case: undefined }],
  ])("must have `%s` itself, with a name that is given as nothing too", (key, value, given) => {
    Object.defineProperty(Object.prototype, key, { value, configurable: true, writable: true });
    try {
      for (const decide of [() => library.evaluate(given as never), () => library.decide(given as never)]) {
        expect(problemsOf(decide).map(({ code }) => code)).toEqual(["inherited-key"]);
      }
    } finally {
      Reflect.deleteProperty(Object.prototype, key);
    }
  });

  it.each([
    ["a Map", new Map([["reader.age", 30]])],
    [
      "an object of a class that keeps its values elsewhere",
      new (class Facts {
        #age = 30;
        get age() {
          return this.#age;
        }
      })(),
    ],
  ])("says no more than it holds: %s is not taken for facts of which none is known", (_what, given) => {
    expect(problemsOf(() => library.evaluate({ asOf: "2021-04-01", facts: given }))[0]?.code).toBe("wrong-type");
    const nested = { asOf: "2021-04-01", facts: { ...ordinary, reader: given } };
    expect(problemsOf(() => library.evaluate(nested))[0]?.code).toBe("wrong-type");
  });

  it("is decided alike whether it is frozen, without a prototype, or plain", () => {
    const bare = Object.assign(Object.create(null), structuredClone(input));
    const frozen = Object.freeze({ ...input, facts: Object.freeze({ ...ordinary }) });
    expect(library.evaluate(bare)).toEqual(library.evaluate(input));
    expect(library.evaluate(frozen)).toEqual(library.evaluate(input));
  });
});

function throwingGetter(): PropertyDescriptor {
  return {
    enumerable: true,
    get: () => {
      throw new Error("closed");
    },
  };
}
