import type { Condition, RevisionModel, Value } from "../../engine/procedure/model.ts";

/** Whether a value can be none, so that a peer has to ask before it compares or reckons with it. */
export function mayBeNone(value: Value, model: RevisionModel): boolean {
  switch (value.kind) {
    case "fact":
      return model.facts.get(value.id)?.entry.orNone === true;
    case "derived": {
      const derived = model.derived.get(value.id);
      return derived === undefined || mayBeNone(derived.value, model);
    }
    case "literal":
      return value.value === null;
    case "function":
      return value.row.name === "percentage" || value.operands.some((operand) => mayBeNone(operand, model));
    case "aggregate":
      return mayBeNone(value.list, model) || !["sum", "count"].includes(value.row.name);
    case "choose":
      // A value that is taken only where it exists is there.
      return value.branches.some(({ when, value: then }) => !isExistenceOf(when, then) && mayBeNone(then, model));
    case "asOf":
    case "item":
    case "condition":
      return false;
    default:
      return value satisfies never;
  }
}

function isExistenceOf(when: Condition | undefined, value: Value): boolean {
  if (when?.kind !== "compare" || when.operator.name !== "exists" || when.left.kind !== "fact") return false;
  return value.kind === "fact" && value.id === when.left.id;
}
