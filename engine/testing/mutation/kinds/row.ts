import type { Decision, Row } from "../../../procedure/model.ts";
import type { Change, MutationKind } from "../kind.ts";
import { neighbour, nothing } from "../kind.ts";
import { rowText } from "../notation.ts";

/** A row of a decision left out, tried after the next one, or with the neighbour of its outcome. */
export const row: MutationKind = {
  name: "row",
  ofDecision: (decision): readonly Change<Decision>[] => {
    const { rows, outcomes } = decision;
    const order = [...outcomes.keys()];
    return rows.flatMap((one, at): readonly Change<Decision>[] => {
      const change = (changed: readonly Row[], before: string, after: string): Change<Decision> => ({
        to: { ...decision, rows: changed },
        at: one,
        before,
        after,
      });
      const other = neighbour(order, one.outcome);
      const next = rows[at + 1];
      return [
        ...(other === undefined
          ? []
          : [change(rows.with(at, { ...one, outcome: other }), `outcome: ${one.outcome}`, `outcome: ${other}`)]),
        ...(one.when === undefined ? [] : [change(rows.toSpliced(at, 1), rowText(one), nothing)]),
        // Two rows with one outcome decide the same in either order.
        ...(next?.when === undefined || next.outcome === one.outcome
          ? []
          : [
              change(
                rows.with(at, next).with(at + 1, one),
                `${one.outcome} before ${next.outcome}`,
                `${next.outcome} before ${one.outcome}`,
              ),
            ]),
      ];
    });
  },
};
