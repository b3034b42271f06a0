import type { Value } from "../../../procedure/model.ts";
import type { Change, MutationKind } from "../kind.ts";
import { nothing } from "../kind.ts";
import { branchText, valueText } from "../notation.ts";

/** A branch of `choose` left out, or its value written where the next one's belongs. */
export const branch: MutationKind = {
  name: "branch",
  ofValue: (value): readonly Change<Value>[] => {
    if (value.kind !== "choose") return [];
    const { branches } = value;
    return branches.slice(0, -1).flatMap((one, at): readonly Change<Value>[] => {
      const next = branches[at + 1];
      if (next === undefined) return [];
      const rest = branches.toSpliced(at, 1);
      const [single] = rest;
      const swapped = branches.with(at, { ...one, value: next.value }).with(at + 1, { ...next, value: one.value });
      return [
        {
          to: rest.length === 1 && single !== undefined ? single.value : { ...value, branches: rest },
          at: value,
          before: branchText(one),
          after: nothing,
        },
        {
          to: { ...value, branches: swapped },
          at: value,
          before: `then ${valueText(one.value)}, else ${valueText(next.value)}`,
          after: `then ${valueText(next.value)}, else ${valueText(one.value)}`,
        },
      ];
    });
  },
};
