import type { ClauseKind } from "../language/clause.ts";
import type { Clause, RevisionModel } from "../procedure/model.ts";
import type { ProcedureSources } from "../procedure/sources.ts";
import type { FixtureRun } from "./fixture.ts";

/**
 * What became of a clause of the source: `encoded` as a formula, an obligation or a definition; `informative`, with the
 * reason why nothing of it is encoded; `retired` by this revision or brought by a later one; or `missing`.
 */
export type LedgerState = "encoded" | "informative" | "retired" | "missing";

/** The account of one clause. */
export interface LedgerEntry {
  readonly clause: string;
  readonly title: string | undefined;
  readonly kind: ClauseKind | undefined;
  readonly state: LedgerState;
  /** Whether the source numbers it; the rules may divide a numbered clause further. */
  readonly inSource: boolean;
  /** Why nothing of an informative clause is encoded. */
  readonly reason: string | undefined;
  /** How many passing fixtures reach it as met or unmet. */
  readonly fixtures: number;
}

/** Every clause accounted for. */
export interface Ledger {
  readonly revision: string;
  readonly entries: readonly LedgerEntry[];
  readonly accounted: number;
}

/** Accounts for every clause that the source numbers and every other that the rules have, in the order of the source. */
export function ledgerOf(model: RevisionModel, sources: ProcedureSources, runs: readonly FixtureRun[]): Ledger {
  const numbered = sources.procedure.entry.sourceClauses;
  const written = new Map(sources.clauses.map(({ entry }) => [entry.id, entry]));
  const ids = new Set([...numbered, ...written.keys()]);
  const entries = [...ids].map((id): LedgerEntry => {
    const clause = model.clauses.get(id);
    return {
      clause: id,
      title: clause?.title ?? written.get(id)?.title,
      kind: written.get(id)?.kind,
      state: clause ? stateOf(clause, model) : written.has(id) ? "retired" : "missing",
      inSource: numbered.includes(id),
      reason: clause?.notEncoded,
      fixtures: runs.filter((run) => run.passed && isReached(run, id)).length,
    };
  });
  const accounted = entries.filter(({ state }) => state !== "missing").length;
  return { revision: model.entry.revision, entries, accounted };
}

/** A clause of which nothing is encoded, and no reason given, is as good as not there. */
function stateOf(clause: Clause, model: RevisionModel): LedgerState {
  const encoded =
    clause.appliesWhen !== undefined ||
    clause.requires !== undefined ||
    clause.derived.length > 0 ||
    clause.obligations.length > 0 ||
    // A decision may state in its own row what the clause says.
    [...model.decisions.values()].some(({ rows }) => rows.some(({ clauses }) => clauses.includes(clause.id)));
  if (clause.notEncoded !== undefined) return "informative";
  return encoded ? "encoded" : "missing";
}

function isReached({ result }: FixtureRun, id: string): boolean {
  const status = result?.clauses[id]?.status;
  return status === "met" || status === "unmet";
}
