import { unreachable } from "../../language/value-type.ts";
import type { Condition, Reference, RevisionModel, Value } from "../../procedure/model.ts";
import type { Element } from "./element.ts";
import type { Asked } from "./truths.ts";

/** The elements of a list in the case at hand. */
type ElementsOf = (list: Reference) => readonly Element[];

/**
 * Every condition of a revision that is answered by itself: those of clauses, obligations, decision rows and
 * contradictions, the derived values that are conditions, and those inside of values (`when` of `choose`, `where` of a
 * list expression), the latter once for each element of the list.
 */
export function rootsOf(model: RevisionModel, elementsOf: ElementsOf): readonly Asked[] {
  const roots = new Roots(elementsOf);
  for (const { id, appliesWhen, requires } of model.clauses.values()) {
    roots.condition(`clause ${id} appliesWhen`, appliesWhen);
    roots.condition(`clause ${id} requires`, requires);
  }
  for (const { id, appliesWhen, performedWhen, due, done, keepUntil } of model.obligations.values()) {
    roots.condition(`obligation ${id} appliesWhen`, appliesWhen);
    roots.condition(`obligation ${id} performedWhen`, performedWhen);
    for (const value of [due, done, keepUntil]) roots.value(`obligation ${id}`, value);
  }
  for (const { id, rows } of model.decisions.values()) {
    for (const [at, { when }] of rows.entries()) roots.condition(`decision ${id} row ${at + 1}`, when);
  }
  for (const { id, value } of model.derived.values()) roots.value(`value ${id}`, value);
  for (const { id, when } of model.contradictions) roots.condition(`contradiction ${id}`, when);
  return roots.found;
}

class Roots {
  readonly found: Asked[] = [];
  readonly #elementsOf: ElementsOf;
  readonly #seen = new Map<Condition, Set<string>>();

  constructor(elementsOf: ElementsOf) {
    this.#elementsOf = elementsOf;
  }

  condition(id: string, condition: Condition | undefined): void {
    if (condition !== undefined) this.#add(id, condition, undefined);
  }

  value(id: string, value: Value | undefined): void {
    if (value === undefined) return;
    // A derived value that is a condition is named like the value.
    if (value.kind === "condition") this.#add(id, value.of, undefined);
    else this.#insideValue(value, undefined, id);
  }

  #add(id: string, condition: Condition, element: Element | undefined): void {
    const elements = this.#seen.get(condition) ?? new Set();
    this.#seen.set(condition, elements);
    const where = element?.id ?? "";
    if (elements.has(where)) return;
    elements.add(where);
    this.found.push({ id, condition, element });
    this.#insideCondition(condition, element, id);
  }

  #addInner(within: string, condition: Condition, element: Element | undefined): void {
    const at = element === undefined ? "" : ` at ${element.id}`;
    this.#add(`${within}, inner condition ${this.found.length}${at}`, condition, element);
  }

  #insideCondition(condition: Condition, element: Element | undefined, id: string): void {
    switch (condition.kind) {
      case "all":
      case "any":
        for (const part of condition.of) this.#insideCondition(part, element, id);
        return;
      case "not":
        this.#insideCondition(condition.of, element, id);
        return;
      case "compare":
        this.#insideValue(condition.left, element, id);
        if (condition.right !== undefined) this.#insideValue(condition.right, element, id);
        return;
      case "some":
      case "every":
        for (const inner of this.#elementsOf(condition.list)) this.#insideCondition(condition.where, inner, id);
        return;
      case "clause":
      case "decision":
      case "reading":
        return;
      default:
        unreachable(condition);
    }
  }

  #insideValue(value: Value, element: Element | undefined, id: string): void {
    switch (value.kind) {
      case "function":
        for (const operand of value.operands) this.#insideValue(operand, element, id);
        return;
      case "aggregate":
        for (const inner of this.#elementsOf(value.list)) {
          if (value.where !== undefined) this.#addInner(id, value.where, inner);
          if (value.field !== undefined) this.#insideValue(value.field, inner, id);
        }
        return;
      case "choose":
        for (const branch of value.branches) {
          if (branch.when !== undefined) this.#addInner(id, branch.when, element);
          this.#insideValue(branch.value, element, id);
        }
        return;
      case "condition":
        this.#addInner(id, value.of, element);
        return;
      case "literal":
      case "fact":
      case "derived":
      case "asOf":
      case "item":
        return;
      default:
        unreachable(value);
    }
  }
}
