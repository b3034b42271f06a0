import { unreachable } from "../language/value-type.ts";
import { conditionsIn } from "../procedure/conditions.ts";
import type { RevisionModel, Value } from "../procedure/model.ts";

/** A choice between values. */
type Choice = Value & { readonly kind: "choose" };

/** Every choice between values that a revision makes. */
export function choicesIn(model: RevisionModel): readonly Choice[] {
  const found: Choice[] = [];
  for (const value of valuesIn(model)) gather(value, found);
  return found;
}

/** The values that stand by themselves: derived ones, dates of duties, and the sides of comparisons. */
function valuesIn(model: RevisionModel): readonly Value[] {
  const dates = [...model.obligations.values()].flatMap(({ due, done, keepUntil }) => [due, done, keepUntil]);
  const sides = conditionsIn(model).flatMap(({ condition }) =>
    condition.kind === "compare" ? [condition.left, condition.right] : [],
  );
  const derived = [...model.derived.values()].map(({ value }) => value);
  return [...derived, ...dates, ...sides].filter((value) => value !== undefined);
}

/** Conditions inside values are met by themselves: their comparisons are among {@link valuesIn}. */
function gather(value: Value, found: Choice[]): void {
  switch (value.kind) {
    case "literal":
    case "item":
    case "fact":
    case "derived":
    case "asOf":
    case "aggregate":
    case "condition":
      return;
    case "function":
      for (const operand of value.operands) gather(operand, found);
      return;
    case "choose":
      found.push(value);
      for (const branch of value.branches) gather(branch.value, found);
      return;
    default:
      unreachable(value);
  }
}
