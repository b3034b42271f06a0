import type { ClauseEntry } from "../language/clause.ts";
import type { DecisionEntry } from "../language/decision.ts";
import type { ContradictionEntry, FactEntry } from "../language/fact.ts";
import type { InterpretationEntry } from "../language/interpretation.ts";
import type { ProcedureFile } from "../language/procedure.ts";
import type { SourceDocument } from "../source/document.ts";

/** Something read from a rule file, and the file, so that a later problem can be shown at its place. */
export interface Sourced<Entry> {
  readonly entry: Entry;
  readonly document: SourceDocument;
}

/** A clause and the section that it stands in. */
export interface SourcedClause extends Sourced<ClauseEntry> {
  readonly section: string;
  readonly sectionTitle: string;
}

/** Everything that the rule files of a procedure say, in all revisions. The shape of each part has been checked. */
export interface ProcedureSources {
  readonly procedure: Sourced<ProcedureFile>;
  readonly facts: readonly Sourced<FactEntry>[];
  readonly contradictions: readonly Sourced<ContradictionEntry>[];
  readonly decisions: readonly Sourced<DecisionEntry>[];
  readonly interpretations: readonly Sourced<InterpretationEntry>[];
  readonly clauses: readonly SourcedClause[];
}
