import type { Clause, Condition, Decision, RevisionModel, Value } from "../../engine/procedure/model.ts";
import { type Named, namesInCondition, namesInValue, plain, plainValue } from "./plain.ts";

/** One thing to be worked out, under a name that is plain in every peer's language. */
export type Step =
  | { readonly kind: "condition"; readonly name: string; readonly of: Condition }
  | { readonly kind: "value"; readonly name: string; readonly of: Value }
  | { readonly kind: "decision"; readonly name: string; readonly id: string; readonly rows: readonly PlainRow[] };

/** A row of a decision; the last has no condition. */
export interface PlainRow {
  readonly outcome: string;
  readonly when: Condition | undefined;
}

/** The name of a fact, a derived value, a clause's status or a decision in the peers' languages. */
export function nameOf(kind: "fact" | "derived" | "clause" | "decision", id: string, is = ""): string {
  const words = kind === "clause" ? `clause ${id} ${is}` : kind === "decision" ? `decision ${id}` : id;
  return words.replaceAll(/[^A-Za-z0-9]+/g, "_");
}

/** What is worked out: what the decisions need, or the status of every clause and every derived value too. */
export type Extent = "decisions" | "everything";

/**
 * What has to be worked out of complete cases, each step after those that it asks for. For the decisions alone, clauses and
 * derived values on which none of them depends are left out; obligations are left out always.
 */
export function stepsOf(model: RevisionModel, extent: Extent = "decisions"): readonly Step[] {
  const steps = new Map<string, Step>();
  const visit = (named: Named): void => {
    if (named.kind === "fact") return;
    const name = nameOf(named.kind, named.id, named.is);
    if (steps.has(name)) return;
    const step = stepOf(named, name, model);
    for (const inner of namesIn(step)) visit(inner);
    steps.set(name, step);
  };
  for (const id of model.decisions.keys()) visit({ kind: "decision", id, is: "" });
  if (extent === "decisions") return [...steps.values()];
  for (const id of model.derived.keys()) visit({ kind: "derived", id, is: "" });
  for (const { id, notEncoded, requires, obligations } of model.clauses.values()) {
    if (notEncoded !== undefined || (requires === undefined && obligations.length > 0)) continue;
    for (const is of ["met", "unmet"]) visit({ kind: "clause", id, is });
  }
  return [...steps.values()];
}

/** The outcomes among what a peer worked out. */
export function outcomesIn(made: unknown, { decisions }: RevisionModel): Readonly<Record<string, unknown>> {
  const block = typeof made === "object" && made !== null ? made : {};
  return Object.fromEntries([...decisions.keys()].map((id) => [id, Reflect.get(block, nameOf("decision", id))]));
}

function stepOf({ kind, id, is }: Named, name: string, model: RevisionModel): Step {
  if (kind === "clause") return { kind: "condition", name, of: plain(statusOf(found(model.clauses, id), is)) };
  if (kind === "decision") return { kind, name, id, rows: rowsOf(found(model.decisions, id)) };
  const { value } = found(model.derived, id);
  return value.kind === "condition"
    ? { kind: "condition", name, of: plain(value.of) }
    : { kind: "value", name, of: plainValue(value) };
}

/** A clause's status as a condition. Of the cases here each fact is known, so each clause has one status. */
function statusOf({ id, appliesWhen, requires, obligations }: Clause, is: string): Condition {
  const applies: Condition = appliesWhen ?? { kind: "all", of: [] };
  if (is === "not_applicable") return { kind: "not", of: applies };
  if (requires === undefined) {
    if (obligations.length > 0) throw new Error(`clause ${id} is judged by its obligations, which no peer can say`);
    return is === "met" ? applies : { kind: "any", of: [] };
  }
  return { kind: "all", of: [applies, is === "met" ? requires : { kind: "not", of: requires }] };
}

function rowsOf({ rows }: Decision): readonly PlainRow[] {
  return rows.map(({ outcome, when }) => ({ outcome, when: when && plain(when) }));
}

function namesIn(step: Step): readonly Named[] {
  switch (step.kind) {
    case "condition":
      return namesInCondition(step.of);
    case "value":
      return namesInValue(step.of);
    case "decision":
      return step.rows.flatMap(({ when }) => (when === undefined ? [] : namesInCondition(when)));
    default:
      return step satisfies never;
  }
}

function found<Entry>(entries: ReadonlyMap<string, Entry>, id: string): Entry {
  const entry = entries.get(id);
  if (entry === undefined) throw new Error(`${id} is not in the model`);
  return entry;
}
