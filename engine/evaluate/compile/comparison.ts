import type { Known, Operand } from "../../language/known.ts";
import type { Operator } from "../../language/operators/operator.ts";
import type { Truth } from "../../language/truth.ts";
import type { Comparison, Value } from "../../procedure/model.ts";
import type { Frame } from "../frame.ts";
import type { CompiledCondition, CompiledValue } from "./compiled.ts";
import type { Names } from "./names.ts";
import { compileValue } from "./value.ts";

/** Compiles a comparison. */
export function compileComparison({ operator, left, right }: Comparison, names: Names): CompiledCondition {
  const a = compileValue(left, names);
  const b = right && compileValue(right, names);
  const sides = b === undefined ? [a] : [a, b];
  return {
    test: testOf(operator, left, right, a, b, names),
    missing: (frame, sink) => {
      for (const side of sides) if (side.get(frame) === undefined) side.missing(frame, sink);
    },
    because: (frame, marks) => {
      for (const side of sides) side.because(frame, marks);
    },
  };
}

type Test = (frame: Frame) => Truth;

function testOf(
  operator: Operator,
  left: Value,
  right: Value | undefined,
  a: CompiledValue,
  b: CompiledValue | undefined,
  names: Names,
): Test {
  const slot = left.kind === "fact" ? names.factSlots.get(left.id) : undefined;
  if (b === undefined) {
    const isGiven = left.kind === "fact" && names.given?.has(left.id) === true;
    return presenceTest(operator, slot, a.get, isGiven);
  }
  const { test } = operator;
  if (right?.kind !== "literal") {
    return slot === undefined
      ? (frame) => test(a.get(frame), b.get(frame))
      : (frame) => test(frame.facts[slot], b.get(frame));
  }
  const limit = right.value;
  if (operator.right === "same" && limit !== null) {
    const { kind } = left.type;
    if (kind === "boolean") return booleanTest(operator, limit, slot, a.get);
    if (kind === "choice" || kind === "text") return textTest(operator, limit, slot, a.get);
    if ((kind === "number" || kind === "date") && typeof limit === "number") {
      return orderTest(operator, limit, slot, a.get);
    }
  }
  return slot === undefined ? (frame) => test(a.get(frame), limit) : (frame) => test(frame.facts[slot], limit);
}

/*
 * Most comparisons are of a value with a written one. Of those an operator is asked beforehand, once for every answer that
 * there can be; what is left to do in a case is to choose among the answers.
 */

/** A test of the left side alone asks whether it is there; so any value answers for all. */
function presenceTest({ test }: Operator, slot: number | undefined, get: CompiledValue["get"], isGiven: boolean): Test {
  const there = test(true, undefined);
  const none = test(null, undefined);
  const unknown = isGiven ? there : test(undefined, undefined);
  const answer = (value: Operand): Truth => (value === undefined ? unknown : value === null ? none : there);
  return slot === undefined ? (frame) => answer(get(frame)) : (frame) => answer(frame.facts[slot]);
}

function booleanTest({ test }: Operator, limit: Known, slot: number | undefined, get: CompiledValue["get"]): Test {
  const [yes, no, none, unknown] = [test(true, limit), test(false, limit), test(null, limit), test(undefined, limit)];
  const answer = (value: Operand): Truth =>
    value === true ? yes : value === false ? no : value === null ? none : unknown;
  return slot === undefined ? (frame) => answer(get(frame)) : (frame) => answer(frame.facts[slot]);
}

/** Texts, and the ids of options, have no order: each is the written one or another. */
function textTest({ test }: Operator, limit: Known, slot: number | undefined, get: CompiledValue["get"]): Test {
  const [same, other] = [test(limit, limit), test(`other than ${limit}`, limit)];
  const [none, unknown] = [test(null, limit), test(undefined, limit)];
  const answer = (value: Operand): Truth =>
    value === limit ? same : value === undefined ? unknown : value === null ? none : other;
  return slot === undefined ? (frame) => answer(get(frame)) : (frame) => answer(frame.facts[slot]);
}

/** Of numbers and days it counts only whether they are less, the same or more. */
function orderTest({ test }: Operator, limit: number, slot: number | undefined, get: CompiledValue["get"]): Test {
  const [less, same] = [test(Number.NEGATIVE_INFINITY, limit), test(limit, limit)];
  const more = test(Number.POSITIVE_INFINITY, limit);
  const [none, unknown] = [test(null, limit), test(undefined, limit)];
  const answer = (value: Operand): Truth => {
    if (typeof value !== "number") return value === null ? none : unknown;
    return value < limit ? less : value > limit ? more : same;
  };
  return slot === undefined ? (frame) => answer(get(frame)) : (frame) => answer(frame.facts[slot]);
}
