import type { Operand } from "../../language/known.ts";
import { not, type Truth } from "../../language/truth.ts";
import { unreachable } from "../../language/value-type.ts";
import type { Condition, Reference } from "../../procedure/model.ts";
import { type Frame, statusBits } from "../frame.ts";
import { compileComparison } from "./comparison.ts";
import { type CompiledClause, type CompiledCondition, type CompiledDecision, grounded, nothing } from "./compiled.ts";
import type { Names } from "./names.ts";
import { compileOften } from "./quick.ts";
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
      const negated: CompiledCondition["because"] =
        because === nothing ? nothing : (frame, marks, truth) => because(frame, marks, not(truth));
      return { test: (frame) => not(test(frame)), missing, because: negated };
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
    for (let at = 0; at < tests.length; at++) {
      const truth = tests[at]?.(frame);
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
    because: becauseOfEach(parts),
  };
}

/** A combination rests on the parts that came to the same. */
function becauseOfEach(parts: readonly CompiledCondition[]): CompiledCondition["because"] {
  const telling = grounded(parts);
  if (telling.length === 0) return nothing;
  return (frame, marks, truth) => {
    for (let at = 0; at < telling.length; at++) {
      const part = telling[at];
      if (part?.test(frame) === truth) part?.because(frame, marks, truth);
    }
  };
}

/** `some` is settled by the first element for which the condition is true, `every` by the first for which it is false. */
function compileQuantified(list: Reference, where: Condition, settles: boolean, names: Names): CompiledCondition {
  const given = compileValue(list, names);
  const part = compileOften(where, { ...names, list: list.id });
  return {
    test: (frame) => {
      const value = given.get(frame);
      if (!Array.isArray(value)) return value === null ? false : undefined;
      const outer = frame.item;
      let result: Truth = !settles;
      const elements = value as readonly Operand[];
      for (let at = 0; at < elements.length; at++) {
        frame.item = elements[at];
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
      const value = given.get(frame);
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
      const statuses = frame.clauses[slot] ?? clause().statuses(frame);
      if ((statuses & statusBits.not_applicable) === 0) marks.add(slot);
    },
  };
}

function compileDecisionCondition(id: string, is: readonly string[], names: Names): CompiledCondition {
  const slot = names.decisionSlots.get(id) ?? -1;
  let found: CompiledDecision | undefined;
  const decision = (): CompiledDecision => {
    found ??= names.decision(id);
    return found;
  };
  return {
    test: (frame) => {
      const possible = frame.decisions[slot] ?? decision().possible(frame);
      if (possible.length === 1) return isOneOf(possible[0], is);
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

/** Whether an outcome is one of a few; a loop over two or three is quicker than asking the list. */
function isOneOf(outcome: string | undefined, few: readonly string[]): boolean {
  for (let at = 0; at < few.length; at++) if (few[at] === outcome) return true;
  return false;
}
