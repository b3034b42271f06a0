import type { Clause, RevisionModel } from "../procedure/model.ts";
import type { ProcedureSources } from "../procedure/sources.ts";
import { type Visitor, visitCondition, visitValue } from "../procedure/visit.ts";
import { clauseFormula, type FormulaPart } from "./clause-formula.ts";

/** Everything that there is to know about a clause in one revision, in words. */
export interface ClauseView {
  readonly clause: string;
  readonly title: string;
  readonly section: string;
  readonly sectionTitle: string;
  readonly kind: string;
  /** The revision that is shown. */
  readonly shownFor: string;
  readonly summary: string;
  readonly notEncoded?: string;
  /** What it says as formulas, in words. */
  readonly formula: readonly FormulaPart[];
  /** The values that it defines, under their names in results. */
  readonly derived: readonly string[];
  /** The duties that it lays on someone, under their names in results. */
  readonly obligations: readonly string[];
  readonly interpretations: readonly InterpretationView[];
  /** What asks about the clause or about a value that it defines. */
  readonly askedBy: readonly Asker[];
  readonly versions: readonly VersionView[];
}

/** How an unclear place is read, and how else it could be. */
export interface InterpretationView {
  readonly id: string;
  readonly question: string;
  readonly reading: string;
  readonly why: string;
  readonly alternatives: readonly { readonly id: string; readonly says: string; readonly switchable: boolean }[];
}

/** Something that asks about a clause. */
export interface Asker {
  readonly kind: "clause" | "decision" | "obligation";
  readonly id: string;
}

/** A version of a clause, oldest first. */
export interface VersionView {
  readonly revision: string;
  readonly effective: string;
  readonly status: string;
  readonly summary: string;
  readonly retired: boolean;
  /** The later revisions that leave it as it is. */
  readonly keptBy: readonly string[];
}

/** A clause as a revision has it. */
export function clauseView(clause: Clause, model: RevisionModel, sources: ProcedureSources): ClauseView {
  const { notEncoded } = clause;
  return {
    clause: clause.id,
    title: clause.title,
    section: clause.section,
    sectionTitle: clause.sectionTitle,
    kind: clause.kind,
    shownFor: model.entry.revision,
    summary: clause.summary,
    ...(notEncoded === undefined ? {} : { notEncoded }),
    formula: clauseFormula(clause, model),
    derived: clause.derived,
    obligations: clause.obligations,
    interpretations: clause.interpretations.flatMap((id) => {
      const entry = model.interpretations.get(id);
      if (entry === undefined) return [];
      const switchable = model.switchable.get(id) ?? [];
      const alternatives = entry.alternatives.map((one) => ({ ...one, switchable: switchable.includes(one.id) }));
      return [{ id, question: entry.question, reading: entry.reading, why: entry.why, alternatives }];
    }),
    askedBy: askersOf(clause, model),
    versions: versionsOf(clause.id, sources),
  };
}

function askersOf(clause: Clause, model: RevisionModel): readonly Asker[] {
  const askers = new Map<string, Asker>();
  const asking = (kind: Asker["kind"], id: string): Visitor => {
    const note = (isAsked: boolean): void => {
      if (isAsked) askers.set(`${kind} ${id}`, { kind, id });
    };
    return {
      clause: (other) => note(other === clause.id),
      reference: (reference) => note(reference.kind === "derived" && clause.derived.includes(reference.id)),
    };
  };
  for (const decision of model.decisions.values()) {
    for (const row of decision.rows) {
      if (row.when) visitCondition(row.when, asking("decision", decision.id));
      if (row.clauses.includes(clause.id)) askers.set(`decision ${decision.id}`, { kind: "decision", id: decision.id });
    }
  }
  for (const other of model.clauses.values()) {
    if (other.id === clause.id) continue;
    const visitor = asking("clause", other.id);
    for (const condition of [other.appliesWhen, other.requires]) if (condition) visitCondition(condition, visitor);
    for (const id of other.derived) {
      const derived = model.derived.get(id);
      if (derived) visitValue(derived.value, visitor);
    }
  }
  for (const {
    id,
    clause: own,
    due,
    done,
    keepUntil,
    entry,
    appliesWhen,
    performedWhen,
  } of model.obligations.values()) {
    if (own === clause.id) continue;
    const visitor = asking("obligation", id);
    for (const value of [due, done, keepUntil]) if (value) visitValue(value, visitor);
    // A duty's own condition; that of its clause already counts for the clause.
    for (const condition of [entry.appliesWhen && appliesWhen, performedWhen]) {
      if (condition) visitCondition(condition, visitor);
    }
  }
  return [...askers.values()];
}

function versionsOf(id: string, sources: ProcedureSources): readonly VersionView[] {
  const { revisions } = sources.procedure.entry;
  const versions = sources.clauses.find(({ entry }) => entry.id === id)?.entry.versions ?? [];
  return versions.map(({ revision, effective, summary, retired }, at) => {
    const from = revisions.findIndex((entry) => entry.revision === revision);
    const next = versions[at + 1]?.revision;
    const to = next === undefined ? revisions.length : revisions.findIndex((entry) => entry.revision === next);
    return {
      revision,
      effective,
      status: revisions[from]?.status ?? "",
      summary,
      retired: retired === true,
      keptBy: revisions.slice(from + 1, to).map((entry) => entry.revision),
    };
  });
}
