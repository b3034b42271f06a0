import type { Truth } from "../../language/truth.ts";
import { unreachable } from "../../language/value-type.ts";
import type { Comparison, Condition } from "../../procedure/model.ts";
import type { Frame } from "../frame.ts";
import { type Answers, answersOf, orderOf } from "./answers.ts";
import { isGiven } from "./comparison.ts";
import type { CompiledCondition } from "./compiled.ts";
import { compileCondition } from "./condition.ts";
import type { Names } from "./names.ts";
import { follow, kinds, Step, testStep } from "./step.ts";
import { compileValue } from "./value.ts";

/** So often something is worked out before its quick way is made: for a single case that would only take time. */
const runsBefore = 50;

/**
 * Works something out the quick way once it is worked out often.
 *
 * @param make makes the quick way
 * @param careful works out the same for every frame; it is asked where the quick way can't tell
 */
export function quicker<End>(make: () => Step<End> | undefined, careful: (frame: Frame) => End): (frame: Frame) => End {
  let first: Step<End> | undefined;
  let runs = 0;
  return (frame) => {
    if (first !== undefined) return follow(first, frame) ?? careful(frame);
    runs += 1;
    if (runs === runsBefore) first = make();
    return careful(frame);
  };
}

/** Compiles a condition that is tried often. */
export function compileOften(condition: Condition, names: Names): CompiledCondition {
  const compiled = compileCondition(condition, names);
  if (condition.kind !== "all" && condition.kind !== "any") return compiled;
  const steps = () => stepsOf(condition, endOf<Truth>(true), endOf<Truth>(false), names);
  return { ...compiled, test: quicker(steps, compiled.test) };
}

/** The end of a way. */
export function endOf<End>(end: End): Step<End> {
  return new Step(kinds.end, { end });
}

/** The steps that find out whether a condition is true or false, and lead on from there. */
export function stepsOf<End>(
  condition: Condition,
  yes: Step<End> | undefined,
  no: Step<End> | undefined,
  names: Names,
): Step<End> | undefined {
  switch (condition.kind) {
    case "all":
      return condition.of.reduceRight<Step<End> | undefined>((rest, part) => stepsOf(part, rest, no, names), yes);
    case "any":
      return condition.of.reduceRight<Step<End> | undefined>((rest, part) => stepsOf(part, yes, rest, names), no);
    case "not":
      return stepsOf(condition.of, no, yes, names);
    case "reading": {
      const switched = names.switches?.of(condition.reading, condition.is);
      if (switched !== undefined) return testStep(() => switched.isOn, yes, no);
      return names.readings[condition.reading] === condition.is ? yes : no;
    }
    case "compare":
      return comparisonStep(condition, yes, no, names);
    case "some":
    case "every":
    case "clause":
    case "decision":
      return testStep(compileCondition(condition, names).test, yes, no);
    default:
      return unreachable(condition);
  }
}

function comparisonStep<End>(
  comparison: Comparison,
  yes: Step<End> | undefined,
  no: Step<End> | undefined,
  names: Names,
): Step<End> {
  const { left, right } = comparison;
  const slot = left.kind === "fact" ? names.factSlots.get(left.id) : undefined;
  const looked = { slot, get: slot === undefined ? compileValue(left, names).get : undefined };
  const answers = answersOf(comparison, isGiven(comparison, names));
  const leads = (given: Omit<Answers, "limit">) => {
    const to = (truth: Truth) => (truth === undefined ? undefined : truth ? yes : no);
    return {
      below: to(given.below),
      at: to(given.at),
      above: to(given.above),
      none: to(given.none),
      unknown: to(given.unknown),
    };
  };
  if (answers !== undefined) {
    return new Step(kinds[answers.way], { ...looked, limit: answers.limit, ...leads(answers) });
  }
  const order = orderOf(comparison);
  if (order === undefined || right === undefined) return testStep(compileCondition(comparison, names).test, yes, no);
  return new Step(kinds.both, { ...looked, other: compileValue(right, names).get, ...leads(order) });
}
