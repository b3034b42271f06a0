import type { Condition } from "../../../procedure/model.ts";
import type { Change, MutationKind } from "../kind.ts";
import { nothing } from "../kind.ts";
import { conditionText } from "../notation.ts";

/** `all` taken for `any` or the other way round, a part of either left out, a `not` left out. */
export const connective: MutationKind = {
  name: "connective",
  ofCondition: (condition): readonly Change<Condition>[] => {
    if (condition.kind === "not") {
      return [
        { to: condition.of, at: condition, before: conditionText(condition), after: conditionText(condition.of) },
      ];
    }
    if (condition.kind !== "all" && condition.kind !== "any") return [];
    const { of, kind } = condition;
    const [only] = of;
    if (of.length < 2 || only === undefined) return [];
    const other = kind === "all" ? "any" : "all";
    const turned: Change<Condition> = {
      to: { kind: other, of },
      at: condition,
      before: `${kind}:`,
      after: `${other}:`,
    };
    const shorter = of.map((part, at): Change<Condition> => {
      const rest = of.toSpliced(at, 1);
      const [single] = rest;
      const to: Condition = rest.length === 1 && single !== undefined ? single : { kind, of: rest };
      return { to, at: part, before: conditionText(part), after: nothing };
    });
    return [turned, ...shorter];
  },
};
