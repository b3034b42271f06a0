import { unreachable } from "../../language/value-type.ts";
import type { Condition, RevisionModel, Row, Value } from "../../procedure/model.ts";

/**
 * The clauses that a decision can be said to rest on, by the form of its rows: those that a row names, whose status a
 * row asks for, and that define a value which a row compares. It follows the same ways as the evaluator does when it
 * says because of which clauses something was decided.
 */
export class Foundations {
  readonly #model: RevisionModel;
  readonly #decisions = new Map<string, ReadonlySet<string>>();

  constructor(model: RevisionModel) {
    this.#model = model;
  }

  /** The clauses under a decision. */
  ofDecision(id: string): ReadonlySet<string> {
    const known = this.#decisions.get(id);
    if (known !== undefined) return known;
    const clauses = new Set<string>();
    for (const row of this.#model.decisions.get(id)?.rows ?? [])
      for (const clause of this.ofRow(row)) clauses.add(clause);
    this.#decisions.set(id, clauses);
    return clauses;
  }

  /** The clauses under a row that decides by itself. */
  ofRow({ clauses, when }: Row): ReadonlySet<string> {
    const found = new Set(clauses);
    if (when !== undefined) this.#condition(when, found);
    return found;
  }

  #condition(condition: Condition, found: Set<string>): void {
    switch (condition.kind) {
      case "all":
      case "any":
        for (const part of condition.of) this.#condition(part, found);
        return;
      case "not":
        this.#condition(condition.of, found);
        return;
      case "compare":
        this.#value(condition.left, found);
        if (condition.right) this.#value(condition.right, found);
        return;
      case "clause":
        found.add(condition.clause);
        return;
      case "decision":
        for (const clause of this.ofDecision(condition.decision)) found.add(clause);
        return;
      case "some":
      case "every":
      case "reading":
        return;
      default:
        unreachable(condition);
    }
  }

  #value(value: Value, found: Set<string>): void {
    switch (value.kind) {
      case "derived": {
        const derived = this.#model.derived.get(value.id);
        if (derived === undefined) return;
        found.add(derived.clause);
        this.#value(derived.value, found);
        return;
      }
      case "function":
        for (const operand of value.operands) this.#value(operand, found);
        return;
      case "choose":
        for (const branch of value.branches) {
          if (branch.when) this.#condition(branch.when, found);
          this.#value(branch.value, found);
        }
        return;
      case "condition":
        this.#condition(value.of, found);
        return;
      case "literal":
      case "fact":
      case "asOf":
      case "item":
      case "aggregate":
        return;
      default:
        unreachable(value);
    }
  }
}
