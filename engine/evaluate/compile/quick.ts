import type { Truth } from "../../language/truth.ts";
import { unreachable } from "../../language/value-type.ts";
import type { Comparison, Condition } from "../../procedure/model.ts";
import { type Frame, statusBits } from "../frame.ts";
import { type Answers, answersOf, orderOf } from "./answers.ts";
import { isGiven } from "./comparison.ts";
import type { CompiledCondition } from "./compiled.ts";
import { compileCondition } from "./condition.ts";
import type { Names } from "./names.ts";
import { endOf, nowhere, type Source, type Way, wayTo } from "./step.ts";
import { compileValue } from "./value.ts";

/** So often something is worked out before its quick way is made: for a single case that would only take time. */
const runsBefore = 50;

/**
 * Works something out the quick way once it is worked out often.
 *
 * @param ends what it can come to
 * @param make makes the quick way, to ends by their places
 * @param careful works out the same for every frame; it is asked where the quick way can't tell
 */
export function quicker<End>(
  ends: readonly End[],
  make: () => Way,
  careful: (frame: Frame) => End,
  { steps }: Names,
): (frame: Frame) => End {
  let first = nowhere;
  let runs = 0;
  return (frame) => {
    if (runs < runsBefore) {
      runs += 1;
      if (runs === runsBefore) first = make();
      return careful(frame);
    }
    const end = endOf(steps.follow(first, frame));
    return (end < 0 ? undefined : ends[end]) ?? careful(frame);
  };
}

/** Compiles a condition that is tried often. */
export function compileOften(condition: Condition, names: Names): CompiledCondition {
  const compiled = compileCondition(condition, names);
  if (condition.kind !== "all" && condition.kind !== "any") return compiled;
  const make = () => stepsOf(condition, wayTo(0), wayTo(1), names);
  return { ...compiled, test: quicker<Truth>([true, false], make, compiled.test, names) };
}

/** Compiles a derived value that is a truth. @param slot its place among the derived values */
export function compileTruth(condition: Condition, slot: number, names: Names): CompiledCondition {
  const compiled = compileCondition(condition, names);
  const make = () => {
    const way = stepsOf(condition, wayTo(0), wayTo(1), names);
    names.steps.leadToDerived(slot, way);
    return way;
  };
  return { ...compiled, test: quicker<Truth>([true, false], make, compiled.test, names) };
}

/** The steps that find out whether a condition is true or false, and lead on from there. */
export function stepsOf(condition: Condition, yes: Way, no: Way, names: Names): Way {
  switch (condition.kind) {
    case "all":
      return condition.of.reduceRight((rest, part) => stepsOf(part, rest, no, names), yes);
    case "any":
      return condition.of.reduceRight((rest, part) => stepsOf(part, yes, rest, names), no);
    case "not":
      return stepsOf(condition.of, no, yes, names);
    case "reading":
      if (names.switches !== undefined) return truthStep(condition, yes, no, names);
      return names.readings[condition.reading] === condition.is ? yes : no;
    case "compare":
      return comparisonStep(condition, yes, no, names);
    case "clause": {
      const { test } = compileCondition(condition, names);
      const slot = names.clauseSlots.get(condition.clause) ?? -1;
      return names.steps.clause(slot, statusBits[condition.is], test, yes, no);
    }
    case "decision":
      return decisionStep(condition, yes, no, names);
    case "some":
    case "every":
      return truthStep(condition, yes, no, names);
    default:
      return unreachable(condition);
  }
}

/** Bits that a whole number has place for. */
const bits = 31;

function decisionStep(condition: Condition & { kind: "decision" }, yes: Way, no: Way, names: Names): Way {
  const { settled, place } = names.decision(condition.decision);
  if (settled.length > bits) return truthStep(condition, yes, no, names);
  const fitting = settled.map(([outcome = ""], at) => (condition.is.includes(outcome) ? 1 << at : 0));
  const places = fitting.reduce((all, bit) => all | bit, 0);
  return names.steps.decision(names.decisionSlots.get(condition.decision) ?? -1, places, place, yes, no);
}

function truthStep(condition: Condition, yes: Way, no: Way, names: Names): Way {
  const ways = { below: no, at: yes, above: nowhere, none: nowhere, unknown: nowhere };
  return names.steps.truth(compileCondition(condition, names).test, ways);
}

function comparisonStep(comparison: Comparison, yes: Way, no: Way, names: Names): Way {
  const { left, right } = comparison;
  const slot = left.kind === "fact" ? names.factSlots.get(left.id) : undefined;
  const source: Source = slot ?? compileValue(left, names).get;
  const to = (truth: Truth): Way => (truth === undefined ? nowhere : truth ? yes : no);
  const waysOf = ({ below, at, above, none, unknown }: Omit<Answers, "limit">) => ({
    below: to(below),
    at: to(at),
    above: to(above),
    none: to(none),
    unknown: to(unknown),
  });
  const answers = answersOf(comparison, isGiven(comparison, names));
  if (answers === undefined) {
    const order = orderOf(comparison);
    if (order === undefined || right === undefined) return truthStep(comparison, yes, no, names);
    return names.steps.both(source, compileValue(right, names).get, waysOf(order));
  }
  const ways = waysOf(answers);
  switch (answers.way) {
    case "order":
      return names.steps.order(source, Number(answers.limit), ways);
    case "text":
      return names.steps.text(source, String(answers.limit), ways);
    case "truth": {
      const derivedSlot = left.kind === "derived" ? names.derivedSlots.get(left.id) : undefined;
      if (derivedSlot === undefined || typeof source === "number") return names.steps.truth(source, ways);
      return names.steps.derived(derivedSlot, source, ways);
    }
    case "presence":
      return names.steps.presence(source, ways);
    default:
      return unreachable(answers.way);
  }
}
