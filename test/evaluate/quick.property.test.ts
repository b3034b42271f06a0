import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDay } from "../../engine/calendar/day.ts";
import { compileCondition } from "../../engine/evaluate/compile/condition.ts";
import type { Names } from "../../engine/evaluate/compile/names.ts";
import { endOf, quicker, stepsOf } from "../../engine/evaluate/compile/quick.ts";
import { follow } from "../../engine/evaluate/compile/step.ts";
import { Frame } from "../../engine/evaluate/frame.ts";
import { compileProgram, type Program } from "../../engine/evaluate/program.ts";
import { decidedOf, resultOf } from "../../engine/evaluate/result.ts";
import { Watch } from "../../engine/evaluate/watch.ts";
import type { Known, Operand } from "../../engine/language/known.ts";
import { operators } from "../../engine/language/operators/table.ts";
import type { Truth } from "../../engine/language/truth.ts";
import type { ValueType } from "../../engine/language/value-type.ts";
import { conditionsIn } from "../../engine/procedure/conditions.ts";
import type { Condition, RevisionModel, Value } from "../../engine/procedure/model.ts";
import { completeCase } from "../oracle/generate.ts";
import { nested, procedure } from "../support/cases.ts";

const model = oldestOf(procedure.revisions);
const { names } = compileProgram(model, {});
const inList: Names = { ...names, list: "elements" };

function oldestOf([oldest]: readonly RevisionModel[]): RevisionModel {
  if (oldest === undefined) throw new Error("the procedure has no revision");
  return oldest;
}

const types: Readonly<Record<string, ValueType>> = {
  boolean: { kind: "boolean" },
  date: { kind: "date" },
  number: { kind: "number", unit: undefined, integer: false },
  choice: { kind: "choice", options: ["late", "damage", "other"] },
  text: { kind: "text" },
};
const values: Readonly<Record<string, fc.Arbitrary<Known>>> = {
  boolean: fc.boolean(),
  date: fc.integer({ min: 17_000, max: 17_003 }),
  number: fc.constantFrom(-1e9, -1, 0, 0.1, 0.3, 10, 10.000001, 1e9),
  choice: fc.constantFrom("late", "damage", "other"),
  text: fc.constantFrom("late", "Late", "", "other than late"),
};

/** Two operands of one type, each perhaps none or unknown, and an operator for them. */
const comparison = fc.constantFrom(...Object.keys(types)).chain((kind) => {
  const value = values[kind] ?? fc.boolean();
  const takes = Object.values(operators).filter((operator) => operator.takes.some((one) => one === kind));
  const operand: fc.Arbitrary<Operand> = fc.oneof({ weight: 5, arbitrary: value }, fc.constantFrom(null, undefined));
  return fc.record({
    type: fc.constant(types[kind] ?? { kind: "boolean" as const }),
    operator: fc.constantFrom(...takes.filter(({ right }) => right === "same" || right === "nothing")),
    left: operand,
    right: operand,
    limit: value,
  });
});

const part = (position: number, type: ValueType): Value => ({ kind: "item", type, name: `part ${position}`, position });

function truthByCareful(condition: Condition, item: Operand): Truth {
  const frame = new Frame([], 0);
  frame.item = item;
  return compileCondition(condition, inList).test(frame);
}

/** What the steps come to, and `open` where they can't tell. */
function truthBySteps(condition: Condition, frame: Frame, within = inList): Truth | "open" {
  const first = stepsOf(condition, endOf<Truth>(true), endOf<Truth>(false), within);
  return (first && follow(first, frame)) ?? "open";
}

function truthOfItem(condition: Condition, item: Operand): Truth | "open" {
  const frame = new Frame([], 0);
  frame.item = item;
  return truthBySteps(condition, frame);
}

describe("a comparison", () => {
  it("comes to what its operator says, of a written value and of another one", () => {
    fc.assert(
      fc.property(comparison, ({ type, operator, left, right, limit }) => {
        const written: Value | undefined =
          operator.right === "nothing" ? undefined : { kind: "literal", type, value: limit };
        const other = operator.right === "nothing" ? undefined : part(1, type);
        const withWritten: Condition = { kind: "compare", operator, left: part(0, type), right: written };
        const withOther: Condition = { kind: "compare", operator, left: part(0, type), right: other };
        const byOperator = operator.test(left, written === undefined ? undefined : limit);
        expect(truthByCareful(withWritten, [left, right])).toBe(byOperator);
        expect(truthOfItem(withWritten, [left, right])).toBe(byOperator ?? "open");
        const ofBoth = operator.test(left, other === undefined ? undefined : right);
        expect(truthByCareful(withOther, [left, right])).toBe(ofBoth);
        // One side can settle a comparison while the other is unknown; that is left to the careful way.
        const found = truthOfItem(withOther, [left, right]);
        if (found === "open") expect([left, right]).toContain(undefined);
        else expect(found).toBe(ofBoth);
      }),
      { numRuns: 3000 },
    );
  });
});

/** A case, some of whose facts are perhaps unknown. */
const someCase = fc.tuple(completeCase, fc.array(fc.nat(), { maxLength: 5 })).map(([kase, places]) => {
  const ids = Object.keys(kase.facts);
  const unknown = new Set(places.map((place) => ids[place % ids.length]));
  const known = Object.entries(kase.facts).filter(([id]) => !unknown.has(id));
  const { values, problems } = procedure.readFacts(model, nested(Object.fromEntries(known)));
  expect(problems).toEqual([]);
  return { values, asOf: Number(parseDay(kase.asOf)), readings: kase.readings ?? {} };
});

describe("the quick way", () => {
  it("comes to what the careful one does, or can't tell, for every condition", () => {
    const conditions = conditionsIn(model).filter(({ list }) => list === undefined);
    let open = 0;
    let told = 0;
    fc.assert(
      fc.property(someCase, ({ values, asOf, readings }) => {
        const program = compileProgram(model, readings);
        new Watch(program, conditions).run(new Frame(values, asOf), ({ condition }, truth) => {
          const found = truthBySteps(condition, new Frame(values, asOf), program.names);
          if (found === "open") open += 1;
          else expect(found).toBe(truth);
          if (found !== "open") told += 1;
        });
      }),
    );
    expect(told).toBeGreaterThan(open);
    expect(open).toBeGreaterThan(0);
  });

  it("changes nothing in a result: a program that has run often gives what a new one gives", () => {
    const heading = { case: undefined, governedBy: { fact: "audit.submitted_on", date: null }, warnings: [] };
    const often = new Map<string, Program>();
    fc.assert(
      fc.property(someCase, ({ values, asOf, readings }) => {
        const key = JSON.stringify(readings);
        const seasoned = often.get(key) ?? compileProgram(model, readings);
        often.set(key, seasoned);
        const run = (program: Program) => [
          resultOf(program, new Frame(values, asOf, program.room), heading),
          decidedOf(program, new Frame(values, asOf, program.room), heading),
        ];
        for (let runs = 0; runs < 60; runs++) run(seasoned);
        expect(run(seasoned)).toEqual(run(compileProgram(model, readings)));
      }),
      { numRuns: 40 },
    );
  });

  it("is taken only once something was worked out often, and left where it can't tell", () => {
    const asked: string[] = [];
    const truth = quicker<Truth>(
      () => {
        asked.push("made");
        return undefined;
      },
      () => {
        asked.push("carefully");
        return true;
      },
    );
    const frame = new Frame([], 0);
    for (let runs = 0; runs < 200; runs++) expect(truth(frame)).toBe(true);
    expect(asked.filter((one) => one === "made")).toHaveLength(1);
    expect(asked.filter((one) => one === "carefully")).toHaveLength(200);
  });
});
