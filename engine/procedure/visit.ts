import { unreachable } from "../language/value-type.ts";
import type { Clause, Condition, Decision, Derived, Obligation, Reference, Value } from "./model.ts";

/** The parts of a revision that are worked out from one another. */
export interface Parts {
  readonly derived: ReadonlyMap<string, Derived>;
  readonly clauses: ReadonlyMap<string, Clause>;
  readonly obligations: ReadonlyMap<string, Obligation>;
  readonly decisions: ReadonlyMap<string, Decision>;
}

/** What a condition or value can ask for by name. */
export interface Visitor {
  readonly reference?: (reference: Reference) => void;
  readonly clause?: (id: string) => void;
  readonly decision?: (id: string) => void;
  readonly reading?: (id: string, alternative: string) => void;
}

/** Calls the visitor for every name that a condition asks for, in the order of the text. */
export function visitCondition(condition: Condition, visitor: Visitor): void {
  switch (condition.kind) {
    case "all":
    case "any":
      for (const part of condition.of) visitCondition(part, visitor);
      return;
    case "not":
      visitCondition(condition.of, visitor);
      return;
    case "compare":
      visitValue(condition.left, visitor);
      if (condition.right) visitValue(condition.right, visitor);
      return;
    case "some":
    case "every":
      visitor.reference?.(condition.list);
      visitCondition(condition.where, visitor);
      return;
    case "clause":
      visitor.clause?.(condition.clause);
      return;
    case "decision":
      visitor.decision?.(condition.decision);
      return;
    case "reading":
      visitor.reading?.(condition.reading, condition.is);
      return;
    default:
      unreachable(condition);
  }
}

/** Calls the visitor for every name that a value asks for, in the order of the text. */
export function visitValue(value: Value, visitor: Visitor): void {
  switch (value.kind) {
    case "literal":
    case "item":
      return;
    case "fact":
    case "derived":
    case "asOf":
      visitor.reference?.(value);
      return;
    case "function":
      for (const operand of value.operands) visitValue(operand, visitor);
      return;
    case "aggregate":
      visitor.reference?.(value.list);
      if (value.where) visitCondition(value.where, visitor);
      return;
    case "choose":
      for (const branch of value.branches) {
        if (branch.when) visitCondition(branch.when, visitor);
        visitValue(branch.value, visitor);
      }
      return;
    case "condition":
      visitCondition(value.of, visitor);
      return;
    default:
      unreachable(value);
  }
}

/** Calls the visitor for every name that the formulas of a clause and of its duties ask for. */
export function visitClause(clause: Clause, parts: Parts, visitor: Visitor): void {
  for (const condition of [clause.appliesWhen, clause.requires]) if (condition) visitCondition(condition, visitor);
  for (const id of clause.derived) {
    const derived = parts.derived.get(id);
    if (derived) visitValue(derived.value, visitor);
  }
  for (const id of clause.obligations) {
    const obligation = parts.obligations.get(id);
    if (obligation === undefined) continue;
    const { ownCondition, performedWhen, due, done, keepUntil } = obligation;
    for (const condition of [ownCondition, performedWhen]) if (condition) visitCondition(condition, visitor);
    for (const value of [due, keepUntil, done]) if (value) visitValue(value, visitor);
  }
}

/** Calls the visitor for every name that anything in a revision asks for. */
export function visitAll(parts: Parts, visitor: Visitor): void {
  const conditions = [
    ...[...parts.clauses.values()].flatMap((clause) => [clause.appliesWhen, clause.requires]),
    ...[...parts.obligations.values()].flatMap((obligation) => [obligation.appliesWhen, obligation.performedWhen]),
    ...[...parts.decisions.values()].flatMap((decision) => decision.rows.map((row) => row.when)),
  ];
  for (const condition of conditions) if (condition) visitCondition(condition, visitor);
  const values = [...parts.obligations.values()].flatMap(({ due, done, keepUntil }) => [due, done, keepUntil]);
  for (const value of values) if (value) visitValue(value, visitor);
  for (const { value } of parts.derived.values()) visitValue(value, visitor);
}
