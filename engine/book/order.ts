import type { RevisionModel } from "../procedure/model.ts";
import type { ProcedureSources, SourcedClause } from "../procedure/sources.ts";

/** A clause that a revision no longer has. */
export interface RetiredClause {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  /** The revision that retired it, and the day on which that took effect. */
  readonly revision: string;
  readonly effective: string;
  /** What was said of it when it was retired. */
  readonly summary: string;
}

/**
 * The clauses of all revisions in the order of the source document. One that the source doesn't number stands behind
 * the one that it follows in the rule files.
 */
export function inSourceOrder({ procedure, clauses }: ProcedureSources): readonly SourcedClause[] {
  const numbers = new Map(procedure.entry.sourceClauses.map((id, at) => [id, at]));
  let last = -1;
  const placed = clauses.map((clause) => {
    last = numbers.get(clause.entry.id) ?? last;
    return { clause, place: last };
  });
  return placed.sort((a, b) => a.place - b.place).map(({ clause }) => clause);
}

/** The clauses that were retired by a revision or before it. */
export function retiredClauses(
  model: RevisionModel,
  { procedure, clauses }: ProcedureSources,
): readonly RetiredClause[] {
  const rankOf = (number: string) => procedure.entry.revisions.findIndex(({ revision }) => revision === number);
  const shown = rankOf(model.entry.revision);
  return clauses.flatMap(({ entry }) => {
    const version = entry.versions.findLast(({ revision }) => rankOf(revision) <= shown);
    if (version?.retired !== true) return [];
    const { revision, effective, summary } = version;
    return [{ id: entry.id, title: version.title ?? entry.title, kind: entry.kind, revision, effective, summary }];
  });
}
