import type { Clause, Obligation } from "../../../procedure/model.ts";
import type { Change, MutationKind } from "../kind.ts";
import { nothing } from "../kind.ts";
import { conditionText, valueText } from "../notation.ts";

/** A part of a clause or of a duty left out: when it applies, what it demands, its dates, how it is performed. */
export const part: MutationKind = {
  name: "part",
  ofClause: (clause) =>
    (["appliesWhen", "requires"] as const).flatMap((name): readonly Change<Clause>[] => {
      const condition = clause[name];
      if (condition === undefined) return [];
      const to: Clause = { ...clause, [name]: undefined };
      return [{ to, at: condition, before: `${name}: ${conditionText(condition)}`, after: nothing }];
    }),
  ofObligation: (duty) => {
    const conditions = (["ownCondition", "performedWhen"] as const).flatMap((name): readonly Change<Obligation>[] => {
      const condition = duty[name];
      if (condition === undefined) return [];
      const key = name === "ownCondition" ? "appliesWhen" : name;
      const before = `${key}: ${conditionText(condition)}`;
      return [{ to: { ...duty, [name]: undefined }, at: condition, before, after: nothing }];
    });
    const dates = (["due", "done", "keepUntil"] as const).flatMap((name): readonly Change<Obligation>[] => {
      const value = duty[name];
      if (value === undefined) return [];
      return [
        { to: { ...duty, [name]: undefined }, at: value, before: `${name}: ${valueText(value)}`, after: nothing },
      ];
    });
    return [...conditions, ...dates];
  },
};
