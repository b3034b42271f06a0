import type { Operand } from "../../language/known.ts";
import type { Operator } from "../../language/operators/operator.ts";
import { not, type Truth } from "../../language/truth.ts";
import { unreachable } from "../../language/value-type.ts";
import type { Comparison, Condition, Reference, Value } from "../../procedure/model.ts";
import { type Frame, statusBits } from "../frame.ts";
import { type CompiledCondition, type CompiledValue, nothing } from "./compiled.ts";
import type { Names } from "./names.ts";
import { compileValue } from "./value.ts";

/** Compiles a condition into a three-valued test (strong Kleene). */
export function compileCondition(condition: Condition, names: Names): CompiledCondition {
  switch (condition.kind) {
    case "all":
      return compileEach(condition.of, false, names);
    case "any":
      return compileEach(condition.of, true, names);
    case "not": {
      const { test, missing, because } = compileCondition(condition.of, names);
      return { test: (frame) => not(test(frame)), missing, because };
    }
    case "compare":
      return compileComparison(condition, names);
    case "some":
      return compileQuantified(condition.list, condition.where, true, names);
    case "every":
      return compileQuantified(condition.list, condition.where, false, names);
    case "clause":
      return compileClauseCondition(condition.clause, statusBits[condition.is], names);
    case "decision":
      return compileDecisionCondition(condition.decision, condition.is, names);
    case "reading": {
      const isOn = names.readings[condition.reading] === condition.is;
      return { test: () => isOn, missing: nothing, because: nothing };
    }
    default:
      return unreachable(condition);
  }
}

/** `all` is settled by the first part that is false, `any` by the first that is true. */
function compileEach(conditions: readonly Condition[], settles: boolean, names: Names): CompiledCondition {
  const parts = conditions.map((condition) => compileCondition(condition, names));
  const test = (frame: Frame): Truth => {
    let result: Truth = !settles;
    for (const part of parts) {
      const truth = part.test(frame);
      if (truth === settles) return settles;
      if (truth === undefined) result = undefined;
    }
    return result;
  };
  return {
    test,
    missing: (frame, sink) => {
      for (const part of parts) if (part.test(frame) === undefined) part.missing(frame, sink);
    },
    because: (frame, sink) => {
      const result = test(frame);
      for (const part of parts) if (part.test(frame) === result) part.because(frame, sink);
    },
  };
}

function compileComparison({ operator, left, right }: Comparison, names: Names): CompiledCondition {
  const a = compileValue(left, names);
  const b = right && compileValue(right, names);
  const { test } = operator;
  const sides = b === undefined ? [a] : [a, b];
  return {
    test: b === undefined ? aloneTest(left, a, test, names) : (frame) => test(a.get(frame), b.get(frame)),
    missing: (frame, sink) => {
      for (const side of sides) if (side.get(frame) === undefined) side.missing(frame, sink);
    },
    because: (frame, sink) => {
      for (const side of sides) side.because(frame, sink);
    },
  };
}

/** A test of the left side alone asks whether it is there; so any value answers for one that is taken to be. */
function aloneTest(
  left: Value,
  { get }: CompiledValue,
  test: Operator["test"],
  { given }: Names,
): (frame: Frame) => Truth {
  if (left.kind !== "fact" || given?.has(left.id) !== true) return (frame) => test(get(frame), undefined);
  return (frame) => {
    const value = get(frame);
    return test(value === undefined ? true : value, undefined);
  };
}

/** `some` is settled by the first element for which the condition is true, `every` by the first for which it is false. */
function compileQuantified(list: Reference, where: Condition, settles: boolean, names: Names): CompiledCondition {
  const elements = compileValue(list, names);
  const part = compileCondition(where, { ...names, list: list.id });
  return {
    test: (frame) => {
      const value = elements.get(frame);
      if (!Array.isArray(value)) return value === null ? false : undefined;
      const outer = frame.item;
      let result: Truth = !settles;
      for (const element of value as readonly Operand[]) {
        frame.item = element;
        const truth = part.test(frame);
        if (truth === settles) {
          frame.item = outer;
          return settles;
        }
        if (truth === undefined) result = undefined;
      }
      frame.item = outer;
      return result;
    },
    missing: (frame, sink) => {
      const value = elements.get(frame);
      if (!Array.isArray(value)) {
        sink(list.id);
        return;
      }
      const outer = frame.item;
      for (const element of value as readonly Operand[]) {
        frame.item = element;
        if (part.test(frame) === undefined) part.missing(frame, sink);
      }
      frame.item = outer;
    },
    because: nothing,
  };
}

function compileClauseCondition(id: string, bit: number, names: Names): CompiledCondition {
  return {
    test: (frame) => {
      const statuses = names.clause(id).statuses(frame);
      if (statuses === bit) return true;
      return (statuses & bit) === 0 ? false : undefined;
    },
    missing: (frame, sink) => names.clause(id).missing(frame, sink),
    because: (frame, sink) => {
      if ((names.clause(id).statuses(frame) & statusBits.not_applicable) === 0) sink(id);
    },
  };
}

function compileDecisionCondition(id: string, is: readonly string[], names: Names): CompiledCondition {
  return {
    test: (frame) => {
      const possible = names.decision(id).possible(frame);
      const fitting = possible.filter((outcome) => is.includes(outcome)).length;
      if (fitting === possible.length) return true;
      return fitting === 0 ? false : undefined;
    },
    missing: (frame, sink) => names.decision(id).missing(frame, sink),
    because: (frame, sink) => {
      if (names.decision(id).possible(frame).length === 1) names.decision(id).because(frame, sink);
    },
  };
}
