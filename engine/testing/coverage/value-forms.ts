import { unreachable } from "../../language/value-type.ts";
import type { Condition, RevisionModel, Value } from "../../procedure/model.ts";

/** Whether a value can be anything but none. */
export function canBeThere(value: Value): boolean {
  return value.kind !== "literal" || value.value !== null;
}

/** The condition whose answer a value is, where it is nothing else. */
export function conditionBehind(value: Value, model: RevisionModel): Condition | undefined {
  if (value.kind === "condition") return value.of;
  const derived = value.kind === "derived" ? model.derived.get(value.id) : undefined;
  return derived && conditionBehind(derived.value, model);
}

/**
 * Whether a value can be unknown: because a fact is that it is worked out from, or a condition on the way.
 *
 * @param isOpen whether a condition can be unknown
 */
export function canBeUnknown(value: Value, model: RevisionModel, isOpen: (condition: Condition) => boolean): boolean {
  const can = (part: Value): boolean => canBeUnknown(part, model, isOpen);
  switch (value.kind) {
    case "literal":
    case "asOf":
      return false;
    case "fact":
      return true;
    // A field of an element can be left out.
    case "item":
      return value.position !== undefined;
    case "derived": {
      const derived = model.derived.get(value.id);
      return derived !== undefined && can(derived.value);
    }
    case "function":
      return value.operands.some(can);
    case "aggregate":
      return can(value.list);
    case "choose":
      return value.branches.some(({ when, value: branch }) => (when !== undefined && isOpen(when)) || can(branch));
    case "condition":
      return isOpen(value.of);
    default:
      return unreachable(value);
  }
}
