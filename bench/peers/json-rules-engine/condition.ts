import type { NestedCondition } from "json-rules-engine";
import type { Comparison, Condition, RevisionModel, Value } from "../../../engine/procedure/model.ts";
import { asOfName } from "../facts.ts";
import { mayBeNone } from "../none.ts";
import { nameOf } from "../plan.ts";
import type { Spared } from "../spared.ts";

/** Where a rule stands. */
export interface Scope {
  readonly model: RevisionModel;
  readonly spared: Spared;
  /** Whether what other parts came to is given, as it is where every part has a rule of its own. */
  readonly flat: boolean;
}

/** A condition as one of json-rules-engine. What is asked of a list, and what has to be reckoned, is given as facts. */
export function conditionRule(condition: Condition, scope: Scope): NestedCondition {
  if (scope.flat && (condition.kind === "clause" || condition.kind === "decision")) {
    return leaf(scope.spared.condition(condition, "what clauses and decisions came to"), "equal", true);
  }
  switch (condition.kind) {
    case "all":
      return { all: condition.of.map((part) => conditionRule(part, scope)) };
    case "any":
      return { any: condition.of.map((part) => conditionRule(part, scope)) };
    case "not":
      return { not: conditionRule(condition.of, scope) };
    case "compare":
      return compareRule(condition, scope);
    case "some":
    case "every":
      return leaf(scope.spared.condition(condition, `what is asked of the list ${condition.list.id}`), "equal", true);
    case "clause":
      return { condition: nameOf("clause", condition.clause, condition.is) };
    case "decision":
      return leaf(nameOf("decision", condition.decision), "in", [...condition.is]);
    case "reading":
      throw new Error("the readings were taken out before");
    default:
      return condition satisfies never;
  }
}

function compareRule({ operator, left, right }: Comparison, scope: Scope): NestedCondition {
  if (!scope.flat && left.kind === "derived" && left.type.kind === "boolean" && right?.kind === "literal") {
    const named = { condition: nameOf("derived", left.id) };
    return right.value === (operator.name === "equal") ? named : { not: named };
  }
  const side = factOf(left, scope);
  if (right === undefined) return leaf(side, operator.name === "exists" ? "notEqual" : "equal", null);
  if (right.kind === "literal") return leaf(side, operator.jsonRulesEngine, right.value);
  const other = factOf(right, scope);
  const compared = leaf(side, operator.jsonRulesEngine, { fact: other });
  // Its numeric operators look whether the left side is a number, and take a right one that is none for zero.
  return mayBeNone(right, scope.model) ? { all: [leaf(other, "notEqual", null), compared] } : compared;
}

function leaf(fact: string, operator: string, value: unknown): NestedCondition {
  return { fact, operator, value };
}

function factOf(value: Value, { spared }: Scope): string {
  switch (value.kind) {
    case "fact":
      return nameOf("fact", value.id);
    case "asOf":
      return asOfName;
    case "derived":
      return spared.value(value, `the value ${value.id}`);
    default:
      return spared.value(value, `a value by ${value.kind}`);
  }
}
