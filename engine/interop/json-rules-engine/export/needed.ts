import type { Condition, RevisionModel, Value } from "../../../procedure/model.ts";
import { type Visitor, visitCondition, visitValue } from "../../../procedure/visit.ts";
import type { RegisteredFact } from "./fact-register.ts";

/** The revision with its facts, and of its rules only what the values of some facts are worked out from. */
export function neededFor(facts: readonly RegisteredFact[], model: RevisionModel): RevisionModel {
  const needed = new Needed(model);
  for (const { value } of facts) needed.value(value);
  return {
    ...model,
    derived: kept(model.derived, needed.derived),
    clauses: kept(model.clauses, needed.clauses),
    obligations: kept(model.obligations, needed.obligations),
    decisions: kept(model.decisions, needed.decisions),
    contradictions: [],
  };
}

/** Follows names until there are no new ones. */
class Needed {
  readonly derived = new Set<string>();
  readonly clauses = new Set<string>();
  readonly obligations = new Set<string>();
  readonly decisions = new Set<string>();
  readonly #model: RevisionModel;
  readonly #visitor: Visitor;

  constructor(model: RevisionModel) {
    this.#model = model;
    this.#visitor = {
      reference: ({ kind, id }) => {
        if (kind === "derived") this.#once(this.derived, id, () => this.value(model.derived.get(id)?.value));
      },
      clause: (id) => this.#once(this.clauses, id, () => this.#clause(id)),
      decision: (id) =>
        this.#once(this.decisions, id, () => {
          for (const { when } of model.decisions.get(id)?.rows ?? []) this.#condition(when);
        }),
    };
  }

  value(value: Value | undefined): void {
    if (value !== undefined) visitValue(value, this.#visitor);
  }

  #condition(condition: Condition | undefined): void {
    if (condition !== undefined) visitCondition(condition, this.#visitor);
  }

  #clause(id: string): void {
    const clause = this.#model.clauses.get(id);
    this.#condition(clause?.appliesWhen);
    this.#condition(clause?.requires);
    for (const duty of clause?.obligations ?? []) {
      this.obligations.add(duty);
      const { appliesWhen, performedWhen, due, done, keepUntil } = this.#model.obligations.get(duty) ?? {};
      for (const condition of [appliesWhen, performedWhen]) this.#condition(condition);
      for (const value of [due, done, keepUntil]) this.value(value);
    }
  }

  #once(seen: Set<string>, id: string, follow: () => void): void {
    if (seen.has(id)) return;
    seen.add(id);
    follow();
  }
}

function kept<Part>(parts: ReadonlyMap<string, Part>, ids: ReadonlySet<string>): ReadonlyMap<string, Part> {
  return new Map([...parts].filter(([id]) => ids.has(id)));
}
