import type { Condition, Value } from "../../../procedure/model.ts";
import type { Change, MutationKind } from "../kind.ts";
import { nothing } from "../kind.ts";
import { conditionText } from "../notation.ts";

/** `some` taken for `every` or the other way round; a question about a list that forgets which elements count. */
export const quantifier: MutationKind = {
  name: "quantifier",
  ofCondition: (condition): readonly Change<Condition>[] => {
    if (condition.kind !== "some" && condition.kind !== "every") return [];
    const other = condition.kind === "some" ? "every" : "some";
    return [{ to: { ...condition, kind: other }, at: condition, before: `${condition.kind}:`, after: `${other}:` }];
  },
  ofValue: (value): readonly Change<Value>[] => {
    if (value.kind !== "aggregate" || value.where === undefined) return [];
    const before = `where: ${conditionText(value.where)}`;
    return [{ to: { ...value, where: undefined }, at: value, before, after: nothing }];
  },
};
