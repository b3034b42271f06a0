import { unreachable } from "../../../language/value-type.ts";
import type { Comparison, Condition, RevisionModel } from "../../../procedure/model.ts";
import { compareByRules } from "../comparison.ts";
import { readingId } from "../fact-names.ts";
import { allOf, anyOf, leaf } from "../rule-condition.ts";
import type { TwoRules } from "../two-rules.ts";
import type { FactRegister } from "./fact-register.ts";
import { clauseName, derivedName, notPossible } from "./names.ts";
import { bothOf, held } from "./rule-book.ts";

/**
 * A condition as rules for any case. What asks for a clause, a decision or a derived condition asks for what their own
 * rules make true. A question about a list is beyond the library, and is a fact that has to be worked out.
 */
export function exportedCondition(condition: Condition, model: RevisionModel, facts: FactRegister): TwoRules {
  const inner = (part: Condition) => exportedCondition(part, model, facts);
  switch (condition.kind) {
    case "all": {
      const parts = condition.of.map(inner);
      return { isTrue: allOf(parts.map(({ isTrue }) => isTrue)), isFalse: anyOf(parts.map(({ isFalse }) => isFalse)) };
    }
    case "any": {
      const parts = condition.of.map(inner);
      return { isTrue: anyOf(parts.map(({ isTrue }) => isTrue)), isFalse: allOf(parts.map(({ isFalse }) => isFalse)) };
    }
    case "not": {
      const { isTrue, isFalse } = inner(condition.of);
      return { isTrue: isFalse, isFalse: isTrue };
    }
    case "compare":
      return derivedCondition(condition, model) ?? compareByRules(condition, undefined, facts);
    case "some":
    case "every": {
      const id = facts.condition(condition);
      const known = leaf(facts.knownId(id), "equal", true);
      return { isTrue: allOf([known, leaf(id, "equal", true)]), isFalse: allOf([known, leaf(id, "equal", false)]) };
    }
    case "clause":
      return bothOf(clauseName(condition.clause, condition.is));
    case "decision": {
      const { decision, is } = condition;
      const outcomes = [...(model.decisions.get(decision)?.outcomes.keys() ?? [])];
      const none = (of: readonly string[]) => allOf(of.map((outcome) => held(notPossible(decision, outcome))));
      return { isTrue: none(outcomes.filter((outcome) => !is.includes(outcome))), isFalse: none(is) };
    }
    case "reading": {
      const id = readingId(condition.reading);
      return { isTrue: leaf(id, "equal", condition.is), isFalse: leaf(id, "notEqual", condition.is) };
    }
    default:
      return unreachable(condition);
  }
}

/** Whether a derived value that is a condition holds, or does not, where that is what a comparison asks. */
function derivedCondition({ operator, left, right }: Comparison, model: RevisionModel): TwoRules | undefined {
  if (left.kind !== "derived" || model.derived.get(left.id)?.value.kind !== "condition") return undefined;
  if (right?.kind !== "literal" || typeof right.value !== "boolean") return undefined;
  if (operator.name !== "equal" && operator.name !== "notEqual") return undefined;
  const { isTrue, isFalse } = bothOf(derivedName(left.id));
  const asksForIt = (operator.name === "equal") === right.value;
  return asksForIt ? { isTrue, isFalse } : { isTrue: isFalse, isFalse: isTrue };
}
