import type { Operand } from "../../engine/language/known.ts";
import type { Condition, Value } from "../../engine/procedure/model.ts";
import { factTypes } from "./world.ts";

/** A condition on one line, for messages of failed tests. */
export function describeCondition(condition: Condition): string {
  switch (condition.kind) {
    case "all":
    case "any":
      return `${condition.kind}(${condition.of.map(describeCondition).join(", ")})`;
    case "not":
      return `not(${describeCondition(condition.of)})`;
    case "compare": {
      const right = condition.right === undefined ? "" : ` ${describeValue(condition.right)}`;
      return `${describeValue(condition.left)} ${condition.operator.name}${right}`;
    }
    case "some":
    case "every":
      return `${condition.kind} of ${condition.list.id}(${describeCondition(condition.where)})`;
    case "clause":
      return `clause ${condition.clause} is ${condition.is}`;
    case "decision":
      return `decision ${condition.decision} is ${condition.is.join(" or ")}`;
    case "reading":
      return `reading ${condition.reading} is ${condition.is}`;
    default:
      return condition satisfies never;
  }
}

/** A value on one line. */
export function describeValue(value: Value): string {
  switch (value.kind) {
    case "literal":
      return JSON.stringify(value.value);
    case "fact":
    case "derived":
    case "asOf":
      return value.id;
    case "item":
      return `item ${value.name}`;
    case "function":
      return `${value.row.name}(${value.operands.map(describeValue).join(", ")})`;
    case "aggregate": {
      const of = value.field === undefined ? "" : ` of ${describeValue(value.field)}`;
      const where = value.where === undefined ? "" : ` where ${describeCondition(value.where)}`;
      return `${value.row.name}${of} in ${value.list.id}${where}`;
    }
    case "choose":
      return `choose(${value.branches.map(({ when, value: then }) => `${when ? describeCondition(when) : "otherwise"}: ${describeValue(then)}`).join("; ")})`;
    case "condition":
      return describeCondition(value.of);
    default:
      return value satisfies never;
  }
}

/** The facts of the world on one line, unknown ones left out. */
export function describeFacts(facts: readonly Operand[]): string {
  return Object.keys(factTypes)
    .flatMap((id, slot) => (facts[slot] === undefined ? [] : [`${id} = ${JSON.stringify(facts[slot])}`]))
    .join("; ");
}
