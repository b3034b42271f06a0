import type { Operand } from "../../language/known.ts";
import type { Operator } from "../../language/operators/operator.ts";
import { not, type Truth } from "../../language/truth.ts";
import { unreachable } from "../../language/value-type.ts";
import type { Comparison, Condition, Reference, Value } from "../../procedure/model.ts";
import { type Frame, statusBits } from "../frame.ts";
import {
  type CompiledClause,
  type CompiledCondition,
  type CompiledDecision,
  type CompiledValue,
  nothing,
} from "./compiled.ts";
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
      const switched = names.switches?.of(condition.reading, condition.is);
      if (switched !== undefined) return { test: () => switched.isOn, missing: nothing, because: nothing };
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
  const tests = parts.map((part) => part.test);
  const test = (frame: Frame): Truth => {
    let result: Truth = !settles;
    for (const ask of tests) {
      const truth = ask(frame);
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
    because: (frame, marks) => {
      const result = test(frame);
      for (const part of parts) if (part.test(frame) === result) part.because(frame, marks);
    },
  };
}

function compileComparison({ operator, left, right }: Comparison, names: Names): CompiledCondition {
  const a = compileValue(left, names);
  const b = right && compileValue(right, names);
  const sides = b === undefined ? [a] : [a, b];
  return {
    test: comparisonTest(operator, left, right, a, b, names),
    missing: (frame, sink) => {
      for (const side of sides) if (side.get(frame) === undefined) side.missing(frame, sink);
    },
    because: (frame, marks) => {
      for (const side of sides) side.because(frame, marks);
    },
  };
}

/** Most comparisons are of a fact with a written value, for which nothing need be asked. */
function comparisonTest(
  { test }: Operator,
  left: Value,
  right: Value | undefined,
  a: CompiledValue,
  b: CompiledValue | undefined,
  names: Names,
): CompiledCondition["test"] {
  const slot = left.kind === "fact" ? names.factSlots.get(left.id) : undefined;
  if (b === undefined && left.kind === "fact" && names.given?.has(left.id) === true) return givenTest(a, test);
  if (slot !== undefined && b === undefined) return (frame) => test(frame.facts[slot], undefined);
  if (b === undefined) return (frame) => test(a.get(frame), undefined);
  if (right?.kind === "literal") {
    const limit = right.value;
    return slot === undefined ? (frame) => test(a.get(frame), limit) : (frame) => test(frame.facts[slot], limit);
  }
  return slot === undefined
    ? (frame) => test(a.get(frame), b.get(frame))
    : (frame) => test(frame.facts[slot], b.get(frame));
}

/** A test of the left side alone asks whether it is there; so any value answers for one that is taken to be. */
function givenTest({ get }: CompiledValue, test: Operator["test"]): (frame: Frame) => Truth {
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
  const slot = names.clauseSlots.get(id) ?? -1;
  let found: CompiledClause | undefined;
  const clause = (): CompiledClause => {
    found ??= names.clause(id);
    return found;
  };
  return {
    test: (frame) => {
      const statuses = frame.clauses[slot] ?? clause().statuses(frame);
      if (statuses === bit) return true;
      return (statuses & bit) === 0 ? false : undefined;
    },
    missing: (frame, sink) => clause().missing(frame, sink),
    because: (frame, marks) => {
      if ((clause().statuses(frame) & statusBits.not_applicable) === 0) marks[slot] = 1;
    },
  };
}

function compileDecisionCondition(id: string, is: readonly string[], names: Names): CompiledCondition {
  let found: CompiledDecision | undefined;
  const decision = (): CompiledDecision => {
    found ??= names.decision(id);
    return found;
  };
  return {
    test: (frame) => {
      const possible = decision().possible(frame);
      let fitting = 0;
      for (const outcome of possible) if (is.includes(outcome)) fitting += 1;
      if (fitting === possible.length) return true;
      return fitting === 0 ? false : undefined;
    },
    missing: (frame, sink) => decision().missing(frame, sink),
    because: (frame, marks) => {
      if (decision().possible(frame).length === 1) decision().because(frame, marks);
    },
  };
}
