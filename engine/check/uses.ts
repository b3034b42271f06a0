import type { Clause, RevisionModel } from "../procedure/model.ts";
import { type Visitor, visitAll, visitCondition, visitValue } from "../procedure/visit.ts";

/** The facts and derived values that something in a revision asks for. */
export function namesAsked(model: RevisionModel): ReadonlySet<string> {
  const asked = new Set([model.governedBy]);
  const visitor: Visitor = { reference: ({ id }) => asked.add(id) };
  visitAll(model, visitor);
  for (const { when } of model.contradictions) visitCondition(when, visitor);
  return asked;
}

/**
 * The clauses that can make a difference to a decision or lay a duty on someone: those with duties, those that a
 * decision asks about or rests on, and those that either asks about, directly or through other clauses and values.
 */
export function clausesWithEffect(model: RevisionModel): ReadonlySet<string> {
  const reached = new Set<string>();
  const seen = new Set<string>();
  const visitor: Visitor = {
    clause: (id) => reachClause(id),
    reference: ({ kind, id }) => {
      if (kind === "derived") reachValue(id);
    },
  };
  const reachClause = (id: string): void => {
    if (seen.has(`clause ${id}`)) return;
    seen.add(`clause ${id}`);
    reached.add(id);
    const { appliesWhen, requires }: Partial<Clause> = model.clauses.get(id) ?? {};
    for (const condition of [appliesWhen, requires]) if (condition) visitCondition(condition, visitor);
  };
  const reachValue = (id: string): void => {
    const derived = model.derived.get(id);
    if (derived === undefined || seen.has(`value ${id}`)) return;
    seen.add(`value ${id}`);
    reached.add(derived.clause);
    visitValue(derived.value, visitor);
  };
  for (const { clause, appliesWhen, performedWhen, due, done, keepUntil } of model.obligations.values()) {
    reachClause(clause);
    for (const condition of [appliesWhen, performedWhen]) if (condition) visitCondition(condition, visitor);
    for (const value of [due, done, keepUntil]) if (value) visitValue(value, visitor);
  }
  for (const { rows } of model.decisions.values()) {
    for (const { when, clauses } of rows) {
      if (when) visitCondition(when, visitor);
      for (const id of clauses) reachClause(id);
    }
  }
  return reached;
}
