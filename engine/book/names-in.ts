import type { Decision } from "../procedure/model.ts";
import { type Visitor, visitCondition } from "../procedure/visit.ts";

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
