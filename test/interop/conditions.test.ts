import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LAST_DAY } from "../../engine/calendar/day.ts";
import { Frame } from "../../engine/evaluate/frame.ts";
import type { Program } from "../../engine/evaluate/program.ts";
import { conditionByRules } from "../../engine/interop/json-rules-engine/condition.ts";
import { GivenFacts } from "../../engine/interop/json-rules-engine/given-facts.ts";
import type { RuleCondition } from "../../engine/interop/json-rules-engine/rule-condition.ts";
import { type RuleTruth, truthsByJsonRulesEngine } from "../../engine/interop/json-rules-engine/truths.ts";
import { expressions } from "../../engine/language/expressions/table.ts";
import type { Operand } from "../../engine/language/known.ts";
import { type OperatorName, operators } from "../../engine/language/operators/table.ts";
import type { Condition, Value } from "../../engine/procedure/model.ts";
import * as generated from "./generate.ts";
import {
  asOf,
  clause,
  compare,
  decision,
  derived,
  fact,
  factTypes,
  field,
  isTrue,
  itself,
  literal,
  types,
  worldProgram,
} from "./world.ts";

type Facts = Readonly<Record<string, Operand>>;

const today = 10;
const world = worldProgram();

function frameOf(facts: Facts): Frame {
  return new Frame(
    Object.keys(factTypes).map((id) => facts[id]),
    today,
  );
}

/** What json-rules-engine says of one condition. */
async function truth(condition: Condition, facts: Facts, program: Program = world): Promise<RuleTruth> {
  const truths = await truthsByJsonRulesEngine([{ id: "it", condition }], program.names, frameOf(facts));
  return truths.get("it");
}

const shades = types.get("shade.upper") ?? { kind: "text" };
const numbers = types.get("number.one") ?? { kind: "text" };
const bool = { kind: "boolean" } as const;
const date = { kind: "date" } as const;

describe("a comparison with a written value", () => {
  const cases: readonly [left: string, operator: OperatorName, value: Value, facts: [Operand, RuleTruth][]][] = [
    [
      "is.wet",
      "equal",
      literal(false, bool),
      [
        [false, true],
        [true, false],
        [null, false],
        [undefined, undefined],
      ],
    ],
    [
      "is.wet",
      "notEqual",
      literal(false, bool),
      [
        [true, true],
        [false, false],
        [null, false],
        [undefined, undefined],
      ],
    ],
    [
      "number.one",
      "lessThan",
      literal(2, numbers),
      [
        [1, true],
        [2, false],
        [null, false],
        [undefined, undefined],
      ],
    ],
    [
      "number.one",
      "lessThanInclusive",
      literal(2, numbers),
      [
        [2, true],
        [2.1, false],
        [null, false],
      ],
    ],
    [
      "number.one",
      "greaterThan",
      literal(-2, numbers),
      [
        [0, true],
        [-2, false],
        [null, false],
        [undefined, undefined],
      ],
    ],
    [
      "number.one",
      "greaterThanInclusive",
      literal(0, numbers),
      [
        [0, true],
        [-0.1, false],
        [null, false],
      ],
    ],
    [
      "day.first",
      "before",
      literal(5, date),
      [
        [4, true],
        [5, false],
        [null, false],
        [undefined, undefined],
      ],
    ],
    [
      "day.first",
      "onOrBefore",
      literal(5, date),
      [
        [5, true],
        [6, false],
        [null, false],
        [undefined, undefined],
      ],
    ],
    [
      "day.first",
      "after",
      literal(-5, date),
      [
        [0, true],
        [-5, false],
        [null, false],
        [undefined, undefined],
      ],
    ],
    [
      "day.first",
      "onOrAfter",
      literal(0, date),
      [
        [0, true],
        [-1, false],
        [null, false],
        [undefined, undefined],
      ],
    ],
    [
      "name.given",
      "equal",
      literal("9", { kind: "text" }),
      [
        ["9", true],
        ["10", false],
        [null, false],
      ],
    ],
    [
      "shade.upper",
      "in",
      literal(["dark", "light"], { kind: "list", of: shades }),
      [
        ["light", true],
        ["none_at_all", false],
        [null, false],
        [undefined, undefined],
      ],
    ],
    [
      "shade.upper",
      "notIn",
      literal(["dark", "light"], { kind: "list", of: shades }),
      [
        ["none_at_all", true],
        ["dark", false],
        [null, false],
        [undefined, undefined],
      ],
    ],
  ];
  for (const [left, operator, value, facts] of cases) {
    it(`by ${operator} on ${left}`, async () => {
      for (const [operand, expected] of facts) {
        expect(await truth(compare(fact(left), operator, value), { [left]: operand })).toBe(expected);
      }
    });
  }
});

describe("a question whether there is a value", () => {
  for (const [id, there] of [
    ["is.wet", false],
    ["number.one", 0],
    ["name.given", ""],
    ["list.shades", []],
  ] as const) {
    it(`is answered for ${id}`, async () => {
      const answers = (operator: "exists" | "isNone") =>
        Promise.all([there, null, undefined].map((value) => truth(compare(fact(id), operator), { [id]: value })));
      expect(await answers("exists")).toEqual([true, false, undefined]);
      expect(await answers("isNone")).toEqual([false, true, undefined]);
    });
  }
});

describe("a comparison of two facts", () => {
  const ask = (operator: OperatorName, one: Operand, two: Operand) =>
    truth(compare(fact("number.one"), operator, fact("number.two")), { "number.one": one, "number.two": two });

  it("never takes two missing facts, or two that are none, for equal", async () => {
    expect(await ask("equal", undefined, undefined)).toBe(undefined);
    expect(await ask("equal", null, null)).toBe(false);
    expect(await ask("notEqual", null, null)).toBe(false);
  });

  it("does not take none for zero", async () => {
    expect(await ask("greaterThan", 5, null)).toBe(false);
    expect(await ask("lessThanInclusive", 5, null)).toBe(false);
    expect(await ask("equal", 0, null)).toBe(false);
  });

  it("is false where one side is none, even while the other is unknown", async () => {
    for (const operator of ["equal", "notEqual", "lessThan", "greaterThanInclusive"] as const) {
      expect(await ask(operator, null, undefined)).toBe(false);
      expect(await ask(operator, undefined, null)).toBe(false);
      expect(await ask(operator, 1, undefined)).toBe(undefined);
      expect(await ask(operator, undefined, 1)).toBe(undefined);
    }
  });

  it("compares known sides", async () => {
    expect(await ask("lessThan", 0.1, 0.3)).toBe(true);
    expect(await ask("greaterThanInclusive", 0.1, 0.3)).toBe(false);
    expect(await ask("equal", 0.3, 0.3)).toBe(true);
    expect(await ask("notEqual", 0.3, 0.3)).toBe(false);
  });

  it("knows the evaluation date", async () => {
    expect(await truth(compare(fact("day.first"), "onOrBefore", asOf), { "day.first": today })).toBe(true);
    expect(await truth(compare(fact("day.first"), "before", asOf), { "day.first": today })).toBe(false);
  });

  it("asks a side that is written as none like any other", async () => {
    const none = literal(null, { kind: "none" });
    expect(await truth(compare(fact("number.one"), "equal", none), { "number.one": 1 })).toBe(false);
    expect(await truth(compare(fact("number.one"), "equal", none), {})).toBe(false);
  });
});

describe("the search in a list", () => {
  const found = (operator: "contains" | "doesNotContain", list: Operand, value: Operand) =>
    truth(compare(fact("list.shades"), operator, fact("shade.upper")), { "list.shades": list, "shade.upper": value });
  const isIn = (operator: "in" | "notIn", value: Operand, list: Operand) =>
    truth(compare(fact("shade.upper"), operator, fact("list.shades")), { "list.shades": list, "shade.upper": value });

  // What is searched, in what, and whether it is found.
  const cases: readonly [value: Operand, list: Operand, truth: RuleTruth][] = [
    ["dark", ["light", "dark"], true],
    ["dark", ["light"], false],
    ["dark", [], false],
    ["dark", ["light", undefined], undefined],
    ["dark", ["dark", undefined], true],
    ["dark", undefined, undefined],
    ["dark", null, false],
    [null, ["dark"], false],
    [null, undefined, false],
    [undefined, ["dark"], undefined],
    [undefined, [undefined], undefined],
    [undefined, null, false],
    [undefined, [], false],
    [undefined, undefined, undefined],
  ];
  it("by `contains` and `in`", async () => {
    for (const [value, list, expected] of cases) {
      expect(await found("contains", list, value)).toBe(expected);
      expect(await isIn("in", value, list)).toBe(expected);
    }
  });

  it("by `doesNotContain` and `notIn`, both false where there is no list or no value to search", async () => {
    for (const [value, list, expected] of cases) {
      const none = value === null || list === null;
      // An unknown value is in no empty list, and yet not known to be one that is not in it: it may be none.
      const opposite = none ? false : value === undefined || expected === undefined ? undefined : expected === false;
      expect(await found("doesNotContain", list, value)).toBe(opposite);
      expect(await isIn("notIn", value, list)).toBe(opposite);
    }
  });
});

describe("conditions joined", () => {
  const [yes, no, open] = [{ "is.wet": true }, { "is.wet": false }, {}];
  const both = (kind: "all" | "any"): Condition => ({ kind, of: [isTrue("is.wet"), isTrue("is.dry")] });

  it("by `all`", async () => {
    expect(await truth(both("all"), { "is.wet": true, "is.dry": true })).toBe(true);
    expect(await truth(both("all"), { "is.wet": true })).toBe(undefined);
    expect(await truth(both("all"), { "is.dry": false })).toBe(false);
  });

  it("by `any`", async () => {
    expect(await truth(both("any"), { "is.wet": false, "is.dry": false })).toBe(false);
    expect(await truth(both("any"), { "is.wet": false })).toBe(undefined);
    expect(await truth(both("any"), { "is.dry": true })).toBe(true);
  });

  it("by `not`, which leaves unknown what is unknown", async () => {
    const not = (of: Condition): Condition => ({ kind: "not", of });
    for (const facts of [yes, no, open]) {
      const expected = facts === open ? undefined : facts === no;
      expect(await truth(not(isTrue("is.wet")), facts)).toBe(expected);
      expect(await truth(not(not(not(isTrue("is.wet")))), facts)).toBe(expected);
    }
  });

  it("of which there are none", async () => {
    expect(await truth({ kind: "all", of: [] }, {})).toBe(true);
    expect(await truth({ kind: "any", of: [] }, {})).toBe(false);
  });
});

describe("a question about the elements of a list", () => {
  const dark = (kind: "some" | "every"): Condition => ({
    kind,
    list: fact("list.shades"),
    where: compare(itself(shades), "equal", literal("dark", shades)),
  });
  const ask = (kind: "some" | "every", list: Operand) => truth(dark(kind), { "list.shades": list });

  it("by `some`", async () => {
    expect(await ask("some", ["light", "dark"])).toBe(true);
    expect(await ask("some", ["light"])).toBe(false);
    expect(await ask("some", ["light", undefined])).toBe(undefined);
    expect(await ask("some", ["dark", undefined])).toBe(true);
    expect(await ask("some", [])).toBe(false);
    expect(await ask("some", null)).toBe(false);
    expect(await ask("some", undefined)).toBe(undefined);
  });

  it("by `every`", async () => {
    expect(await ask("every", ["dark", "dark"])).toBe(true);
    expect(await ask("every", ["dark", "light"])).toBe(false);
    expect(await ask("every", ["dark", undefined])).toBe(undefined);
    expect(await ask("every", ["light", undefined])).toBe(false);
    expect(await ask("every", [])).toBe(true);
    expect(await ask("every", null)).toBe(false);
    expect(await ask("every", undefined)).toBe(undefined);
  });

  it("looks at the fields of an element with fields, and compares them with each other", async () => {
    // Shade, day found, weight, polished, veins.
    const stones = [
      ["dark", 3, 0.3, true, ["dark", "light"]],
      ["light", undefined, 0.1, undefined, []],
    ];
    const some = (where: Condition) =>
      truth({ kind: "some", list: fact("list.stones"), where }, { "list.stones": stones });
    expect(await some(compare(field("weight"), "greaterThan", literal(0.2, numbers)))).toBe(true);
    expect(await some(compare(field("weight"), "greaterThan", literal(0.3, numbers)))).toBe(false);
    expect(await some(compare(field("found_on"), "before", literal(3, date)))).toBe(undefined);
    expect(await some(compare(field("veins"), "contains", field("shade")))).toBe(true);
    expect(await some(compare(field("veins"), "contains", literal("none_at_all", shades)))).toBe(false);
  });

  it("asked inside another one looks at its own list", async () => {
    const inner: Condition = {
      kind: "every",
      list: fact("list.numbers"),
      where: compare(itself(numbers), "greaterThan", literal(1, numbers)),
    };
    const where: Condition = { kind: "all", of: [inner, compare(itself(shades), "equal", literal("dark", shades))] };
    const facts = { "list.shades": ["light", "dark"], "list.numbers": [2, 3] };
    expect(await truth({ kind: "some", list: fact("list.shades"), where }, facts)).toBe(true);
    expect(await truth({ kind: "every", list: fact("list.shades"), where }, facts)).toBe(false);
  });
});

describe("a question about a part of the procedure", () => {
  const program = worldProgram(
    {
      clauses: [clause("1", { appliesWhen: isTrue("is.wet"), requires: isTrue("is.dry") })],
      decisions: [decision("first", [["good", isTrue("is.wet")], ["fair", isTrue("is.dry")], ["poor"]])],
      derived: [{ id: "derived.verdict", clause: "1", value: { kind: "condition", type: bool, of: isTrue("is.wet") } }],
    },
    { style: "fancy" },
  );

  it("is answered by the statuses that a clause may still come to", async () => {
    const is = (status: "met" | "unmet" | "not_applicable", facts: Facts) =>
      truth({ kind: "clause", clause: "1", is: status }, facts, program);
    expect(await is("met", { "is.wet": true, "is.dry": true })).toBe(true);
    expect(await is("unmet", { "is.wet": true, "is.dry": true })).toBe(false);
    expect(await is("not_applicable", { "is.wet": false })).toBe(true);
    // Either met or not applicable: certainly not unmet.
    expect(await is("unmet", { "is.dry": true })).toBe(false);
    expect(await is("met", { "is.dry": true })).toBe(undefined);
  });

  it("is answered by the outcomes that a decision may still come to", async () => {
    const is = (outcomes: readonly string[], facts: Facts) =>
      truth({ kind: "decision", decision: "first", is: outcomes }, facts, program);
    expect(await is(["good"], { "is.wet": true })).toBe(true);
    expect(await is(["fair", "poor"], { "is.wet": true })).toBe(false);
    expect(await is(["good", "fair"], { "is.dry": true })).toBe(true);
    expect(await is(["good"], { "is.dry": true })).toBe(undefined);
    expect(await is(["poor"], { "is.dry": true })).toBe(false);
    expect(await is(["good", "fair", "poor"], {})).toBe(true);
  });

  it("is answered by the alternative that is switched on", async () => {
    expect(await truth({ kind: "reading", reading: "style", is: "fancy" }, {}, program)).toBe(true);
    expect(await truth({ kind: "reading", reading: "style", is: "plain" }, {}, program)).toBe(false);
    expect(await truth({ kind: "reading", reading: "style", is: "fancy" }, {})).toBe(false);
    expect(await truth({ kind: "reading", reading: "constructor", is: "fancy" }, {}, program)).toBe(false);
  });

  it("is answered by a derived value", async () => {
    const verdict = compare(derived("derived.verdict", bool), "equal", literal(true, bool));
    expect(await truth(verdict, { "is.wet": true }, program)).toBe(true);
    expect(await truth(verdict, {}, program)).toBe(undefined);
  });
});

describe("a value that the library can't work out", () => {
  const nextDay = (of: Value): Value => {
    const row = expressions.addDays;
    if (row.family !== "function") throw new Error("addDays is a function");
    const one = literal(1, { kind: "number", unit: "days", integer: true });
    return { kind: "function", type: date, row, body: {}, operands: [of, one] };
  };

  it("is given to it", async () => {
    const isNext = compare(fact("day.second"), "equal", nextDay(fact("day.first")));
    expect(await truth(isNext, { "day.first": 4, "day.second": 5 })).toBe(true);
    expect(await truth(isNext, { "day.first": 4, "day.second": 4 })).toBe(false);
    expect(await truth(isNext, { "day.first": null, "day.second": 4 })).toBe(false);
    expect(await truth(isNext, { "day.second": 4 })).toBe(undefined);
  });

  it("is given for each element of a list", async () => {
    const where = compare(fact("day.second"), "equal", nextDay(itself(date)));
    const some: Condition = { kind: "some", list: fact("list.days"), where };
    expect(await truth(some, { "list.days": [7, 4, 1], "day.second": 5 })).toBe(true);
    expect(await truth(some, { "list.days": [7, 5, 1], "day.second": 5 })).toBe(false);
  });

  it("is unknown where it would be a date that can't be written, which nothing can have needed", async () => {
    const impossible = compare(fact("day.first"), "before", nextDay(fact("day.first")));
    const facts = { "day.first": LAST_DAY, "is.wet": false };
    expect(await truth({ kind: "all", of: [isTrue("is.wet"), impossible] }, facts)).toBe(false);
    expect(await truth(impossible, facts)).toBe(undefined);
  });
});

describe("the rules", () => {
  it("use the library's own comparisons with `all` and `any`, and can be written down as JSON", () => {
    const own = ["equal", "notEqual", "lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"].concat([
      "in",
      "notIn",
      "contains",
      "doesNotContain",
    ]);
    const check = (rule: RuleCondition): void => {
      const [key = "", ...others] = Object.keys(rule);
      if ("fact" in rule) {
        expect(Object.keys(rule)).toEqual(["fact", "operator", "value"]);
        expect(own).toContain(rule.operator);
        return;
      }
      expect(["all", "any"]).toContain(key);
      expect(others).toEqual([]);
      const parts = "all" in rule ? rule.all : rule.any;
      expect(parts.length).toBeGreaterThan(0);
      parts.forEach(check);
    };
    const { names } = worldProgram({
      clauses: generated.clauseIds.map((id) => clause(id, {})),
      decisions: generated.decisionIds.map((id) => decision(id, [["good"], ["fair"], ["poor"]])),
      derived: Object.entries(generated.derivedTypes).map(([id, type]) => ({
        id,
        clause: "1",
        value: literal(null, type),
      })),
    });
    fc.assert(
      fc.property(generated.condition(undefined, 3, true), generated.someFacts, (condition, facts) => {
        const rules = conditionByRules(condition, undefined, new GivenFacts(names, new Frame(facts, today)));
        check(rules.isTrue);
        check(rules.isFalse);
        expect(JSON.parse(JSON.stringify(rules))).toEqual(rules);
      }),
      { numRuns: 1_000 },
    );
  });

  it("say so where a condition comes out both true and false", async () => {
    const confused = { ...operators.equal, jsonRulesEngine: operators.notEqual.jsonRulesEngine };
    const condition = compare(fact("number.one"), confused, fact("number.two"));
    expect(await truth(condition, { "number.one": 1, "number.two": 2 })).toBe("contradictory");
  });

  it("find a bug planted in the evaluator's test or in the library's name of any operator", async () => {
    const sides: Readonly<Record<string, readonly [left: Value, right: Value | undefined]>> = {
      nothing: [fact("number.one"), undefined],
      list: [fact("number.one"), fact("list.numbers")],
      element: [fact("list.numbers"), fact("number.one")],
      same: [fact("number.one"), fact("number.two")],
    };
    const samples: readonly Facts[] = [
      { "number.one": 1, "number.two": 1, "list.numbers": [1, 2] },
      { "number.one": 1, "number.two": 2, "list.numbers": [2] },
      { "number.one": 2, "number.two": 1, "list.numbers": [] },
      { "number.one": null, "number.two": 1, "list.numbers": [2] },
    ];
    const differs = async (name: OperatorName, change: Partial<(typeof operators)[OperatorName]>) => {
      const operator = { ...operators[name], ...change };
      const [left, right] = sides[operator.right] ?? [fact("number.one"), undefined];
      const { test } = operator;
      const given = (facts: Facts, side: Value | undefined) => (side?.kind === "fact" ? facts[side.id] : undefined);
      const compared = samples.map(async (facts) => {
        const byRules = await truth(compare(left, operator, right), facts);
        return byRules !== test(given(facts, left), given(facts, right));
      });
      // A search that neither finds nor denies has no rule, which is refused aloud.
      return Promise.all(compared).then(
        (different) => different.includes(true),
        (error: Error) => error.message === `no rule is known for the operator ${name}`,
      );
    };
    for (const name of Object.keys(operators) as OperatorName[]) {
      const negation = operators[operators[name].negation as OperatorName];
      expect(await differs(name, {})).toBe(false);
      expect(await differs(name, { test: negation.test })).toBe(true);
      expect(await differs(name, { jsonRulesEngine: negation.jsonRulesEngine })).toBe(true);
      expect(await differs(name, { test: () => undefined })).toBe(true);
    }
  });
});
