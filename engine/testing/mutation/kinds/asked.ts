import type { Condition, RevisionModel } from "../../../procedure/model.ts";
import type { Change, MutationKind } from "../kind.ts";
import { neighbour } from "../kind.ts";
import { conditionText, outcomesText } from "../notation.ts";

const statuses = ["met", "unmet", "not_applicable"] as const;

/** A clause asked for another status, a decision for another outcome, a reading for being switched off. */
export const asked: MutationKind = {
  name: "asked",
  ofCondition: (condition, model) => {
    switch (condition.kind) {
      case "clause":
        return statuses
          .filter((status) => status !== condition.is)
          .map((is) => ({
            to: { ...condition, is },
            at: condition,
            before: `is: ${condition.is}`,
            after: `is: ${is}`,
          }));
      case "decision":
        return outcomes(condition, model);
      case "reading": {
        const to: Condition = { kind: "not", of: condition };
        return [{ to, at: condition, before: conditionText(condition), after: conditionText(to) }];
      }
      default:
        return [];
    }
  },
};

/** One outcome left out of several, and each taken for its neighbour in the order of the decision. */
function outcomes(
  condition: Condition & { kind: "decision" },
  { decisions }: RevisionModel,
): readonly Change<Condition>[] {
  const order = [...(decisions.get(condition.decision)?.outcomes.keys() ?? [])];
  const { is } = condition;
  const taken = is.flatMap((outcome, at) => {
    const others = order.filter((one) => one === outcome || !is.includes(one));
    const other = neighbour(others, outcome);
    return other === undefined ? [] : [is.with(at, other)];
  });
  const shorter = is.length > 1 ? is.map((_outcome, at) => is.toSpliced(at, 1)) : [];
  return [...taken, ...shorter].map((other) => ({
    to: { ...condition, is: other },
    at: condition,
    before: `is: ${outcomesText(is)}`,
    after: `is: ${outcomesText(other)}`,
  }));
}
