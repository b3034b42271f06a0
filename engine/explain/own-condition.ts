import type { Condition, Obligation, RevisionModel } from "../procedure/model.ts";

/** When a duty applies on top of its clause: the model holds the clause's condition and the duty's together. */
export function ownCondition({ clause, entry, appliesWhen }: Obligation, model: RevisionModel): Condition | undefined {
  if (entry.appliesWhen === undefined || appliesWhen === undefined) return undefined;
  if (model.clauses.get(clause)?.appliesWhen === undefined) return appliesWhen;
  return appliesWhen.kind === "all" ? appliesWhen.of[1] : undefined;
}
