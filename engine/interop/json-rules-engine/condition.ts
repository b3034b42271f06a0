import { unreachable } from "../../language/value-type.ts";
import type { Condition, Reference } from "../../procedure/model.ts";
import { compareByRules } from "./comparison.ts";
import type { Element } from "./element.ts";
import type { GivenFacts } from "./given-facts.ts";
import { allOf, anyOf, leaf } from "./rule-condition.ts";
import type { TwoRules } from "./two-rules.ts";

/**
 * A condition as rules, and the facts that they ask for given. `all`, `any` and `not` follow De Morgan, so that a
 * missing fact is never negated. A question about a list is asked of each element that the case has.
 */
export function conditionByRules(condition: Condition, element: Element | undefined, given: GivenFacts): TwoRules {
  switch (condition.kind) {
    case "all":
      return everyOne(condition.of.map((part) => conditionByRules(part, element, given)));
    case "any":
      return someOne(condition.of.map((part) => conditionByRules(part, element, given)));
    case "not": {
      const { isTrue, isFalse } = conditionByRules(condition.of, element, given);
      return { isTrue: isFalse, isFalse: isTrue };
    }
    case "compare":
      return compareByRules(condition, element, given);
    case "some":
      return ofList(condition.list, someOne(ofElements(condition.list, condition.where, given)), given);
    case "every":
      return ofList(condition.list, everyOne(ofElements(condition.list, condition.where, given)), given);
    case "clause": {
      const others = ["met", "unmet", "not_applicable"].filter((status) => status !== condition.is);
      return settled(given.statuses(condition.clause), [condition.is], others);
    }
    case "decision": {
      const outcomes = [...(given.names.model.decisions.get(condition.decision)?.outcomes.keys() ?? [])];
      const others = outcomes.filter((outcome) => !condition.is.includes(outcome));
      return settled(given.outcomes(condition.decision), condition.is, others);
    }
    case "reading": {
      const id = given.reading(condition.reading);
      return { isTrue: leaf(id, "equal", condition.is), isFalse: leaf(id, "notEqual", condition.is) };
    }
    default:
      return unreachable(condition);
  }
}

function everyOne(parts: readonly TwoRules[]): TwoRules {
  return { isTrue: allOf(parts.map(({ isTrue }) => isTrue)), isFalse: anyOf(parts.map(({ isFalse }) => isFalse)) };
}

function someOne(parts: readonly TwoRules[]): TwoRules {
  return { isTrue: anyOf(parts.map(({ isTrue }) => isTrue)), isFalse: allOf(parts.map(({ isFalse }) => isFalse)) };
}

function ofElements(list: Reference, where: Condition, given: GivenFacts): readonly TwoRules[] {
  return given.elements(list).map((element) => conditionByRules(where, element, given));
}

/** The elements answer only where the list is there; of a list that is none, any question is false. */
function ofList(list: Reference, { isTrue, isFalse }: TwoRules, given: GivenFacts): TwoRules {
  const id = given.value(list, undefined);
  const there = [leaf(given.knownId(id), "equal", true), leaf(id, "notEqual", null)];
  return {
    isTrue: allOf([...there, isTrue]),
    isFalse: anyOf([leaf(id, "equal", null), allOf([...there, isFalse])]),
  };
}

/** Whether only the wanted ones of what is possible are left: true where no other is, false where none of them is. */
function settled(possible: string, wanted: readonly string[], others: readonly string[]): TwoRules {
  const without = (names: readonly string[]) => allOf(names.map((name) => leaf(possible, "doesNotContain", name)));
  return { isTrue: without(others), isFalse: without(wanted) };
}
