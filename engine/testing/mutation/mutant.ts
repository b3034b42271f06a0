import type { Clause, Condition, Obligation, RevisionModel, Value } from "../../procedure/model.ts";
import type { Part } from "../../procedure/origins.ts";
import { nothing } from "./kind.ts";
import type { MutationName } from "./kinds/table.ts";
import { conditionText } from "./notation.ts";
import { conditionChanges, lifted, type NamedChange, named, valueChanges } from "./within.ts";

/** What a mutant changes: everything that comes out differently does so by way of it. */
export interface MutatedThing {
  readonly kind: "derived" | "clause" | "obligation" | "decision" | "contradiction";
  readonly id: string;
}

/** A revision with one small change. */
export interface Mutant {
  readonly kind: MutationName;
  readonly thing: MutatedThing;
  /** The clause that the thing stands in; nothing for a decision and a contradiction. */
  readonly clause: string | undefined;
  /** The part whose place in the rule files is shown. */
  readonly at: Part;
  readonly before: string;
  readonly after: string;
  readonly model: RevisionModel;
}

/** Every small change of a revision, one at a time, in the order of the text. */
export function mutantsOf(model: RevisionModel): readonly Mutant[] {
  const found: Mutant[] = [];
  const add = (
    thing: MutatedThing,
    clause: string | undefined,
    changes: readonly NamedChange<RevisionModel>[],
  ): void => {
    for (const { kind, at, before, after, to } of changes) {
      found.push({ kind, thing, clause, at, before, after, model: to });
    }
  };
  for (const clause of model.clauses.values()) {
    add({ kind: "clause", id: clause.id }, clause.id, clauseChanges(clause, model));
    for (const id of clause.derived) add({ kind: "derived", id }, clause.id, derivedChanges(id, model));
    for (const id of clause.obligations) add({ kind: "obligation", id }, clause.id, dutyChanges(id, model));
  }
  for (const { id } of model.decisions.values()) add({ kind: "decision", id }, undefined, decisionChanges(id, model));
  for (const { id } of model.contradictions) {
    add({ kind: "contradiction", id }, undefined, contradictionChanges(id, model));
  }
  return found;
}

type ModelChanges = readonly NamedChange<RevisionModel>[];

function clauseChanges(clause: Clause, model: RevisionModel): ModelChanges {
  const parts = (["appliesWhen", "requires"] as const).flatMap((part) =>
    lifted(maybeCondition(clause[part], model), (to): Clause => ({ ...clause, [part]: to })),
  );
  const changes = [...named((kind) => kind.ofClause?.(clause) ?? []), ...parts];
  return lifted(changes, (to) => withClause(model, clause, to));
}

/** A clause's condition is also one of its duties'. */
function withClause(model: RevisionModel, before: Clause, clause: Clause): RevisionModel {
  const clauses = withEntry(model.clauses, clause.id, clause);
  if (before.appliesWhen === clause.appliesWhen) return { ...model, clauses };
  const obligations = new Map(model.obligations);
  for (const id of clause.obligations) {
    const duty = obligations.get(id);
    if (duty !== undefined) obligations.set(id, { ...duty, appliesWhen: both(clause.appliesWhen, duty.ownCondition) });
  }
  return { ...model, clauses, obligations };
}

/** When a duty applies: where its clause does, and its own condition holds. */
function both(ofClause: Condition | undefined, own: Condition | undefined): Condition | undefined {
  return ofClause !== undefined && own !== undefined ? { kind: "all", of: [ofClause, own] } : (ofClause ?? own);
}

function derivedChanges(id: string, model: RevisionModel): ModelChanges {
  const derived = model.derived.get(id);
  if (derived === undefined) return [];
  return lifted(valueChanges(derived.value, model), (value) => ({
    ...model,
    derived: withEntry(model.derived, id, { ...derived, value }),
  }));
}

function dutyChanges(id: string, model: RevisionModel): ModelChanges {
  const duty = model.obligations.get(id);
  if (duty === undefined) return [];
  const conditions = (["ownCondition", "performedWhen"] as const).flatMap((part) =>
    lifted(maybeCondition(duty[part], model), (to): Obligation => ({ ...duty, [part]: to })),
  );
  const dates = (["due", "done", "keepUntil"] as const).flatMap((part) =>
    lifted(maybeValue(duty[part], model), (to): Obligation => ({ ...duty, [part]: to })),
  );
  const changes = [...named((kind) => kind.ofObligation?.(duty) ?? []), ...conditions, ...dates];
  const ofClause = model.clauses.get(duty.clause)?.appliesWhen;
  return lifted(changes, (to) => ({
    ...model,
    obligations: withEntry(model.obligations, id, { ...to, appliesWhen: both(ofClause, to.ownCondition) }),
  }));
}

function decisionChanges(id: string, model: RevisionModel): ModelChanges {
  const decision = model.decisions.get(id);
  if (decision === undefined) return [];
  const { rows } = decision;
  const inside = rows.flatMap((row, at) =>
    lifted(maybeCondition(row.when, model), (when) => ({ ...decision, rows: rows.with(at, { ...row, when }) })),
  );
  const changes = [...named((kind) => kind.ofDecision?.(decision) ?? []), ...inside];
  return lifted(changes, (to) => ({ ...model, decisions: withEntry(model.decisions, id, to) }));
}

function contradictionChanges(id: string, model: RevisionModel): ModelChanges {
  const { contradictions } = model;
  const at = contradictions.findIndex((one) => one.id === id);
  const contradiction = contradictions[at];
  if (contradiction === undefined) return [];
  const { when } = contradiction;
  const dropped: NamedChange<RevisionModel> = {
    kind: "contradiction",
    at: contradiction,
    before: `${id}, when: ${conditionText(when)}`,
    after: nothing,
    to: { ...model, contradictions: contradictions.toSpliced(at, 1) },
  };
  const changed = lifted(conditionChanges(when, model), (to) => ({
    ...model,
    contradictions: contradictions.with(at, { ...contradiction, when: to }),
  }));
  return [dropped, ...changed];
}

function maybeCondition(condition: Condition | undefined, model: RevisionModel): readonly NamedChange<Condition>[] {
  return condition === undefined ? [] : conditionChanges(condition, model);
}

function maybeValue(value: Value | undefined, model: RevisionModel): readonly NamedChange<Value>[] {
  return value === undefined ? [] : valueChanges(value, model);
}

function withEntry<Thing>(map: ReadonlyMap<string, Thing>, id: string, thing: Thing): ReadonlyMap<string, Thing> {
  return new Map(map).set(id, thing);
}
