import type { Operator } from "../../../language/operators/operator.ts";
import { operators } from "../../../language/operators/table.ts";
import type { Condition } from "../../../procedure/model.ts";
import type { Change, MutationKind } from "../kind.ts";

/** An operator taken for its negation, or for the one that only treats the limit itself differently. */
export const operator: MutationKind = {
  name: "operator",
  ofCondition: (condition) => {
    if (condition.kind !== "compare") return [];
    return neighboursOf(condition.operator).map(
      (other): Change<Condition> => ({
        to: { ...condition, operator: other },
        at: condition,
        before: `operator: ${condition.operator.name}`,
        after: `operator: ${other.name}`,
      }),
    );
  },
};

/** Those that a slip of the pen would write, as the rows of the table themselves tell. */
function neighboursOf(one: Operator): readonly Operator[] {
  return Object.values(operators).filter(
    (other) =>
      other !== one && other.right === one.right && (other.name === one.negation || differsAtTheLimitAlone(one, other)),
  );
}

function differsAtTheLimitAlone(one: Operator, other: Operator): boolean {
  if (one.takes.join() !== other.takes.join()) return false;
  const limit = 0;
  const around = one.boundaries(limit);
  if (around.length < 2) return false;
  return around.every((value) => (one.test(value, limit) === other.test(value, limit)) === (value !== limit));
}
