import fc from "fast-check";
import { Engine } from "json-rules-engine";
import { describe, expect, it } from "vitest";
import type { Known, Many, Operand } from "../../engine/language/known.ts";
import type { Operator } from "../../engine/language/operators/operator.ts";
import { type OperatorName, operators } from "../../engine/language/operators/table.ts";
import { not, type Truth } from "../../engine/language/truth.ts";
import type { Kind } from "../../engine/language/value-type.ts";

const rows = Object.entries(operators) as [OperatorName, Operator][];
/** Unknown, as a word that stands out in a table. */
const open = undefined;
const list = (...values: Operand[]): Many => values;

/** What each operator means for two known values, in the plainest words of JavaScript. */
const meanings: Readonly<Record<OperatorName, (left: Known, right: Known) => boolean>> = {
  equal: (left, right) => left === right,
  notEqual: (left, right) => left !== right,
  in: (left, right) => (right as Known[]).indexOf(left) >= 0,
  notIn: (left, right) => (right as Known[]).indexOf(left) < 0,
  lessThan: (left, right) => Number(left) - Number(right) < 0,
  lessThanInclusive: (left, right) => Number(left) - Number(right) <= 0,
  greaterThan: (left, right) => Number(left) - Number(right) > 0,
  greaterThanInclusive: (left, right) => Number(left) - Number(right) >= 0,
  before: (left, right) => Number(right) - Number(left) > 0,
  onOrBefore: (left, right) => Number(right) - Number(left) >= 0,
  after: (left, right) => Number(right) - Number(left) < 0,
  onOrAfter: (left, right) => Number(right) - Number(left) <= 0,
  contains: (left, right) => (left as Known[]).indexOf(right) >= 0,
  doesNotContain: (left, right) => (left as Known[]).indexOf(right) < 0,
  exists: () => true,
  isNone: () => false,
};

/** Few values, so that two of them are often equal. */
const values: Readonly<Record<Kind, fc.Arbitrary<Known>>> = {
  boolean: fc.boolean(),
  date: fc.integer({ min: 17_000, max: 17_004 }),
  number: fc.constantFrom(-1, 0, 0.1, 0.3, 10, 10.000001, 1e9),
  choice: fc.constantFrom("late", "damage", "other"),
  text: fc.constantFrom("late", "Late", ""),
  list: fc.array(fc.constantFrom("late", "damage", "other"), { maxLength: 4 }),
  record: fc.constant(["late", 3]),
  none: fc.constant("none"),
};

/** The two known sides that an operator can be given. */
function sides({ takes, right }: Operator): fc.Arbitrary<readonly [Known, Known]> {
  return fc.constantFrom(...takes).chain((kind) => {
    const left = values[kind];
    if (right === "list") return fc.tuple(left, fc.array(left, { minLength: 1, maxLength: 4 }));
    return fc.tuple(left, right === "element" ? values.choice : left);
  });
}

describe.each(rows)("the operator %s", (name, operator) => {
  it("has its own name, and an opposite of the same shape that has it for an opposite", () => {
    expect(operator.name).toBe(name);
    const negation = operators[operator.negation as OperatorName];
    expect(negation.negation).toBe(name);
    expect(negation.takes).toEqual(operator.takes);
    expect(negation.right).toBe(operator.right);
    expect(negation.phrase).not.toBe(operator.phrase);
  });

  it("means for known values what it says", () => {
    fc.assert(
      fc.property(sides(operator), ([left, right]) => {
        expect(operator.test(left, right)).toBe(meanings[name](left, right));
      }),
    );
  });

  it("is true of known values exactly where its opposite is false", () => {
    const negation = operators[operator.negation as OperatorName];
    fc.assert(
      fc.property(sides(operator), ([left, right]) => {
        expect(negation.test(left, right)).toBe(not(operator.test(left, right)));
      }),
    );
  });

  it("takes kinds that fit what stands on its right", () => {
    const { takes, right } = operator;
    expect(takes.length).toBeGreaterThan(0);
    expect(new Set(takes).size).toBe(takes.length);
    expect(takes).not.toContain("none");
    if (right === "element") expect(takes).toEqual(["list"]);
    if (right === "same" || right === "list") {
      expect(takes).not.toContain("list");
      expect(takes).not.toContain("record");
    }
  });

  it("has a phrase for the middle of a sentence", () => {
    expect(operator.phrase).toMatch(/^[a-z]+( [a-z]+)*$/);
  });

  it("gets no other answer when a side that was unknown turns out to be something, or none", () => {
    const turnsOut = (known: Known) => fc.constantFrom<Operand>(known, null);
    const sooner = (later: Operand) => fc.constantFrom(later, undefined);
    const both = sides(operator)
      .chain(([left, right]) => fc.tuple(turnsOut(left), turnsOut(right)))
      .chain(([left, right]) => fc.tuple(fc.constant([left, right] as const), sooner(left), sooner(right)));
    fc.assert(
      fc.property(both, ([[left, right], sooner, soonerRight]) => {
        const before = operator.test(sooner, soonerRight);
        if (before !== undefined) expect(operator.test(left, right)).toBe(before);
      }),
    );
  });
});

/** A pair of which the operator is true, one of which it is false, and what it is with a side that is none or unknown. */
type Table = readonly (readonly [Operand, Operand, Truth])[];

/** The part of the table that all operators with a value on their right share. */
function comparing(left: Known, right: Known): Table {
  return [
    [left, null, false],
    [left, open, open],
    [null, right, false],
    [null, null, false],
    [null, open, false],
    [open, right, open],
    [open, null, false],
    [open, open, open],
  ];
}

const tables: Readonly<Record<OperatorName, Table>> = {
  equal: [["late", "late", true], ["late", "damage", false], [3, 3, true], [true, false, false], ...comparing(3, 3)],
  notEqual: [["late", "late", false], ["late", "damage", true], [3, 3, false], ...comparing(3, 4)],
  in: [
    [3, list(3, 4), true],
    [5, list(3, 4), false],
    [3, list(), false],
    [open, list(), false],
    [3, list(3, open), true],
    [5, list(3, open), open],
    ...comparing(3, list(3)),
  ],
  notIn: [
    [3, list(3, 4), false],
    [5, list(3, 4), true],
    [3, list(), true],
    [open, list(), open],
    [null, list(), false],
    [3, list(3, open), false],
    [5, list(3, open), open],
    ...comparing(5, list(3)),
  ],
  lessThan: [[9, 10, true], [10, 10, false], [11, 10, false], ...comparing(9, 10)],
  lessThanInclusive: [[9, 10, true], [10, 10, true], [10.000001, 10, false], ...comparing(9, 10)],
  greaterThan: [[11, 10, true], [10, 10, false], [9, 10, false], ...comparing(11, 10)],
  greaterThanInclusive: [[11, 10, true], [10, 10, true], [9.999999, 10, false], ...comparing(11, 10)],
  before: [[17_000, 17_001, true], [17_001, 17_001, false], [17_002, 17_001, false], ...comparing(1, 2)],
  onOrBefore: [[17_000, 17_001, true], [17_001, 17_001, true], [17_002, 17_001, false], ...comparing(1, 2)],
  after: [[17_000, 17_001, false], [17_001, 17_001, false], [17_002, 17_001, true], ...comparing(2, 1)],
  onOrAfter: [[17_000, 17_001, false], [17_001, 17_001, true], [17_002, 17_001, true], ...comparing(2, 1)],
  contains: [
    [list("late", "damage"), "late", true],
    [list("damage"), "late", false],
    [list(), "late", false],
    [list(), open, false],
    [list(open, "late"), "late", true],
    [list(open, "damage"), "late", open],
    ...comparing(list("late"), "late"),
  ],
  doesNotContain: [
    [list("late", "damage"), "late", false],
    [list("damage"), "late", true],
    [list(), "late", true],
    [list(), open, open],
    [list(open, "late"), "late", false],
    [list(open, "damage"), "late", open],
    ...comparing(list("damage"), "late"),
  ],
  exists: [
    [3, open, true],
    [false, open, true],
    [list(), open, true],
    [null, open, false],
    [open, open, open],
  ],
  isNone: [
    [3, open, false],
    [false, open, false],
    [list(), open, false],
    [null, open, true],
    [open, open, open],
  ],
};

describe.each(rows)("the truth table of %s", (name, operator) => {
  it.each(
    tables[name].map(
      (row) => [JSON.stringify(row, (_key, part) => part ?? (part === null ? "none" : "unknown")), ...row] as const,
    ),
  )("%s", (_words, left, right, truth) => {
    expect(operator.test(left, right)).toBe(truth);
  });
});

describe("boundaries", () => {
  const ordered = rows.filter(([, { boundaries }]) => boundaries(10).length > 1);
  const unordered = rows.filter(([, { boundaries, right }]) => boundaries(10).length === 1 && right !== "nothing");

  it("are there for every comparison that asks for an order", () => {
    expect(ordered.map(([name]) => name)).toEqual([
      "lessThan",
      "lessThanInclusive",
      "greaterThan",
      "greaterThanInclusive",
      "before",
      "onOrBefore",
      "after",
      "onOrAfter",
    ]);
  });

  it.each(ordered)("bracket the one change of truth: %s", (_name, { test, boundaries }) => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 1000 }), (limit, far) => {
        const around = boundaries(limit).map(Number);
        const [low = 0, middle = 0, high = 0] = around;
        expect([low, middle, high]).toEqual([limit - 1, limit, limit + 1]);
        const truths = around.map((value) => test(value, limit));
        expect(new Set(truths)).toEqual(new Set([true, false]));
        expect(test(low - far, limit)).toBe(test(low, limit));
        expect(test(high + far, limit)).toBe(test(high, limit));
      }),
    );
  });

  it.each(unordered)("are the value itself, and any other value has another truth: %s", (_name, operator) => {
    fc.assert(
      fc.property(values.choice, values.choice, (limit, other) => {
        fc.pre(limit !== other);
        expect(operator.boundaries(limit)).toEqual([limit]);
        const truth = (value: Known): Truth => {
          if (operator.right === "element") return operator.test([value], limit);
          return operator.test(value, operator.right === "list" ? [limit] : limit);
        };
        expect(truth(other)).toBe(not(truth(limit)));
      }),
    );
  });
});

/** What an unmodified json-rules-engine says of one comparison. */
async function otherEngine(operator: string, left: unknown, right: unknown): Promise<boolean> {
  const engine = new Engine();
  engine.addRule({ conditions: { all: [{ fact: "left", operator, value: right }] }, event: { type: "true" } });
  return (await engine.run({ left })).events.length > 0;
}

describe.each(rows)("the name that json-rules-engine has for %s", (name, operator) => {
  it("does the same for known values", async () => {
    await fc.assert(
      fc.asyncProperty(sides(operator), async ([left, right]) => {
        // For the other engine, "is there" and "is none" are comparisons with null.
        const other = operator.right === "nothing" ? null : right;
        expect(await otherEngine(operator.jsonRulesEngine, left, other)).toBe(meanings[name](left, right));
      }),
      { numRuns: 30 },
    );
  });
});
