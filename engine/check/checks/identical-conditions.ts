import { conditionsIn, type Owner } from "../../procedure/conditions.ts";
import type { Condition, RevisionModel, Value } from "../../procedure/model.ts";
import type { Place } from "../../source/place.ts";
import { canonical } from "../canonical.ts";
import type { Check, Finding } from "../check.ts";
import { writtenAt } from "../place.ts";

/** Conditions that two clauses state in the same words. */
export const identicalConditions: Check = {
  code: "identical-conditions",
  severity: "warning",
  finds: "the same condition in two clauses",
  why: "Whoever changes the one forgets the other, and the clauses no longer mean the same.",
  run: ({ model, opened }) => {
    const first = new Map<string, { readonly clause: string; readonly place: Place }>();
    const reported = new Set<Condition>();
    return conditionsIn(model).flatMap(({ condition, owner, inside, list }): readonly Finding[] => {
      const clause = clauseOf(owner, model);
      const spot = opened.origins.of(condition);
      // What is asked of the elements of a list has no name outside it.
      if (clause === undefined || spot === undefined || list !== undefined || !isWorthAName(condition)) return [];
      const key = canonical(writtenAt(spot));
      const place = spot.document.valuePlace(spot.container, spot.key);
      const other = first.get(key);
      if (other === undefined) first.set(key, { clause, place });
      if (other === undefined || other.clause === clause) return [];
      reported.add(condition);
      if (inside.some((around) => reported.has(around))) return [];
      return [
        {
          subject: `clause ${clause}`,
          message: `clauses ${other.clause} and ${clause} state the same condition`,
          place,
          remedy: "name it once, under `derives:` in one of them, and ask for that name in both",
          related: [{ place: other.place, message: `clause ${other.clause} states it here` }],
        },
      ];
    });
  },
};

function clauseOf({ kind, id }: Owner, model: RevisionModel): string | undefined {
  switch (kind) {
    case "clause":
      return id;
    case "derived":
      return model.derived.get(id)?.clause;
    case "obligation":
      return model.obligations.get(id)?.clause;
    case "decision":
    case "contradiction":
      return undefined;
    default:
      return kind satisfies never;
  }
}

/**
 * Whether a condition says enough to have a name: it joins others, or it compares with a limit. A plain question about
 * one fact is its own name.
 */
function isWorthAName(condition: Condition): boolean {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.length > 1 || condition.of.some(isWorthAName);
    case "not":
      return isWorthAName(condition.of);
    case "some":
    case "every":
      return true;
    case "compare":
      return condition.right !== undefined && isLimit(condition.right);
    case "clause":
    case "decision":
    case "reading":
      return false;
    default:
      return condition satisfies never;
  }
}

/** A number or date that is written out, or anything that is worked out. */
function isLimit(value: Value): boolean {
  if (value.kind === "literal") return value.type.kind === "number" || value.type.kind === "date";
  return value.kind === "function" || value.kind === "aggregate" || value.kind === "choose";
}
