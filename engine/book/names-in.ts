import type { Clause, Decision, RevisionModel } from "../procedure/model.ts";
import { type Visitor, visitCondition, visitValue } from "../procedure/visit.ts";

/** Calls the visitor for every name that the formulas of a clause and of its duties ask for. */
export function visitClause(clause: Clause, model: RevisionModel, visitor: Visitor): void {
  for (const condition of [clause.appliesWhen, clause.requires]) if (condition) visitCondition(condition, visitor);
  for (const id of clause.derived) {
    const derived = model.derived.get(id);
    if (derived) visitValue(derived.value, visitor);
  }
  for (const id of clause.obligations) {
    const obligation = model.obligations.get(id);
    if (obligation === undefined) continue;
    const { ownCondition, performedWhen, due, done, keepUntil } = obligation;
    for (const condition of [ownCondition, performedWhen]) if (condition) visitCondition(condition, visitor);
    for (const value of [due, keepUntil, done]) if (value) visitValue(value, visitor);
  }
}

/** Calls the visitor for every name that the rows of a decision ask for, and for the clauses that they rest on. */
export function visitDecision(decision: Decision, visitor: Visitor): void {
  for (const { when, clauses } of decision.rows) {
    if (when) visitCondition(when, visitor);
    for (const id of clauses) visitor.clause?.(id);
  }
}

/** The facts that something asks for itself, in the order in which it does. */
export function factsAsked(visit: (visitor: Visitor) => void): readonly string[] {
  const ids = new Set<string>();
  visit({ reference: ({ kind, id }) => (kind === "fact" ? ids.add(id) : undefined) });
  return [...ids];
}
