import type { Derivation } from "../../language/clause.ts";
import type { Condition as ConditionEntry } from "../../language/condition.ts";
import type { Value } from "../model.ts";
import type { Spot } from "../reporter.ts";
import { linkCondition } from "./condition.ts";
import { type LinkContext, outside } from "./context.ts";
import { linkValue } from "./value.ts";

/** What a clause derives under a name: a condition, whose value is yes or no, or a value. */
export function linkDerivation(derivation: Derivation, spot: Spot, context: LinkContext): Value | undefined {
  if (!isCondition(derivation)) return linkValue(derivation, spot, context, outside, undefined);
  const of = linkCondition(derivation, spot, context, outside);
  return of && context.origins.note({ kind: "condition", type: { kind: "boolean" }, of }, spot);
}

const conditionKeys = ["all", "any", "not", "operator", "some", "every", "clause", "decision", "reading"];

function isCondition(derivation: Derivation): derivation is ConditionEntry {
  return (
    typeof derivation === "object" && derivation !== null && conditionKeys.some((key) => Object.hasOwn(derivation, key))
  );
}
