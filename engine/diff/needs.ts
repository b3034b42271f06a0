import type { Clause, Condition, Obligation, RevisionModel, Value } from "../procedure/model.ts";
import { type Visitor, visitCondition, visitValue } from "../procedure/visit.ts";

/** Something that a revision works out, or is given: a fact. */
export interface Thing {
  readonly kind: "derived" | "clause" | "obligation" | "decision";
  readonly id: string;
}

/** What something is worked out from. */
export function needsOf(thing: Thing, model: RevisionModel): readonly Thing[] {
  const needs: Thing[] = [];
  visitThing(thing, model, {
    reference: (reference) => {
      if (reference.kind === "derived") needs.push({ kind: "derived", id: reference.id });
    },
    clause: (clause) => needs.push({ kind: "clause", id: clause }),
    decision: (decision) => needs.push({ kind: "decision", id: decision }),
  });
  if (thing.kind === "clause") {
    for (const id of model.clauses.get(thing.id)?.obligations ?? []) needs.push({ kind: "obligation", id });
  }
  return needs;
}

/** The facts that something asks for by name. */
function factsOf(thing: Thing, model: RevisionModel): readonly string[] {
  const facts: string[] = [];
  visitThing(thing, model, {
    reference: (reference) => {
      if (reference.kind === "fact") facts.push(reference.id);
    },
  });
  return facts;
}

function visitThing({ kind, id }: Thing, model: RevisionModel, visitor: Visitor): void {
  const conditions = (...parts: readonly (Condition | undefined)[]): void => {
    for (const part of parts) if (part) visitCondition(part, visitor);
  };
  const values = (...parts: readonly (Value | undefined)[]): void => {
    for (const part of parts) if (part) visitValue(part, visitor);
  };
  switch (kind) {
    case "derived":
      values(model.derived.get(id)?.value);
      break;
    case "clause": {
      const clause: Clause | undefined = model.clauses.get(id);
      conditions(clause?.appliesWhen, clause?.requires);
      break;
    }
    case "obligation": {
      const duty: Obligation | undefined = model.obligations.get(id);
      conditions(duty?.appliesWhen, duty?.performedWhen);
      values(duty?.due, duty?.done, duty?.keepUntil);
      break;
    }
    case "decision":
      conditions(...(model.decisions.get(id)?.rows ?? []).map(({ when }) => when));
      break;
    default:
      kind satisfies never;
  }
}

/** Everything that something rests on, itself included: clauses and decisions by `clause ID` and `decision ID`, facts by `fact ID`. */
export function groundsOf(thing: Thing, model: RevisionModel): ReadonlySet<string> {
  const found = new Set<string>();
  const names = new Set<string>();
  const visit = (one: Thing): void => {
    const key = `${one.kind} ${one.id}`;
    if (found.has(key)) return;
    found.add(key);
    names.add(nameOf(one, model));
    for (const fact of factsOf(one, model)) names.add(`fact ${fact}`);
    for (const need of needsOf(one, model)) visit(need);
  };
  visit(thing);
  return names;
}

/** A value and a duty stand in their clause. */
function nameOf({ kind, id }: Thing, model: RevisionModel): string {
  if (kind === "derived") return `clause ${model.derived.get(id)?.clause ?? ""}`;
  if (kind === "obligation") return `clause ${model.obligations.get(id)?.clause ?? ""}`;
  return `${kind} ${id}`;
}
