import type { Condition, RevisionModel } from "../../procedure/model.ts";
import { type Visitor, visitCondition, visitValue } from "../../procedure/visit.ts";

/** Something that a revision works out: `clause 2.1`, `derived reader.owed`, `obligation return_book`, `decision lending`. */
export type Thing = string;

/** The things of a revision, each after those that it is worked out from. */
export function thingsInOrder(model: RevisionModel): readonly Thing[] {
  const ordered = new Set<Thing>();
  const entered = new Set<Thing>();
  const enter = (thing: Thing): void => {
    if (entered.has(thing)) return;
    entered.add(thing);
    for (const need of needsOf(thing, model)) enter(need);
    ordered.add(thing);
  };
  for (const id of model.derived.keys()) enter(`derived ${id}`);
  for (const id of model.obligations.keys()) enter(`obligation ${id}`);
  for (const id of model.clauses.keys()) enter(`clause ${id}`);
  for (const id of model.decisions.keys()) enter(`decision ${id}`);
  return [...ordered];
}

/** What a condition asks for by name: things, and facts as `fact ID`. */
export function namedIn(condition: Condition): ReadonlySet<Thing> {
  const names = new Set<Thing>();
  visitCondition(condition, collector(names));
  return names;
}

function needsOf(thing: Thing, model: RevisionModel): ReadonlySet<Thing> {
  const names = new Set<Thing>();
  const visitor = collector(names);
  const [kind, id = ""] = thing.split(" ");
  const conditions: (Condition | undefined)[] = [];
  if (kind === "derived") {
    const derived = model.derived.get(id);
    if (derived !== undefined) visitValue(derived.value, visitor);
  } else if (kind === "obligation") {
    const duty = model.obligations.get(id);
    conditions.push(duty?.appliesWhen, duty?.performedWhen);
    for (const value of [duty?.due, duty?.done, duty?.keepUntil]) if (value) visitValue(value, visitor);
  } else if (kind === "clause") {
    const clause = model.clauses.get(id);
    conditions.push(clause?.appliesWhen, clause?.requires);
    for (const duty of clause?.obligations ?? []) names.add(`obligation ${duty}`);
  } else {
    for (const { when } of model.decisions.get(id)?.rows ?? []) conditions.push(when);
  }
  for (const condition of conditions) if (condition !== undefined) visitCondition(condition, visitor);
  return names;
}

function collector(names: Set<Thing>): Visitor {
  return {
    reference: ({ kind, id }) => names.add(`${kind} ${id}`),
    clause: (id) => names.add(`clause ${id}`),
    decision: (id) => names.add(`decision ${id}`),
  };
}
