import type { ClauseId, DashedName, FactId, IsoDate, Name, RevisionNumber, Text } from "./primitives.ts";

/** The file that introduces a procedure. */
export interface ProcedureFile {
  /** The id of the procedure. */
  procedure: Name;
  title: Text;
  /** Who publishes it. */
  publisher: Text;
  /** What it is for, in our own words. */
  description: Text;
  /** The date fact that selects the revision; the evaluation date does where that fact is known to be none. */
  governedBy: FactId;
  /** The interpretations that every result rests on. */
  interpretations?: DashedName[];
  /** Those who bear duties or know facts: the id of each, and its name for use inside a sentence. */
  parties: Record<Name, Text>;
  /**
   * The decisions that answer a case; the first that applies opens a report.
   * @minItems 1
   */
  headline: Name[];
  /**
   * Every numbered clause of the source, in its order: what the ledger accounts for.
   * @minItems 1
   */
  sourceClauses: ClauseId[];
  /**
   * The revisions, oldest first.
   * @minItems 1
   */
  revisions: RevisionEntry[];
}

/** A revision: what is approved as a whole. */
export interface RevisionEntry {
  revision: RevisionNumber;
  /** The first day on which it governs. */
  effective: IsoDate;
  /** The first day on which it no longer governs; without end, where left out. */
  until?: IsoDate;
  /** A draft never governs a case unless it is named. */
  status: "draft" | "approved";
  /** Who approved it, and when; only and always for an approved revision. */
  approval?: Approval;
  /** What it changes. */
  note: Text;
  /**
   * The SHA-256 digest of its resolved content, once approved.
   * @pattern ^sha256:[0-9a-f]{64}$
   */
  digest?: string;
}

/** An approval. */
export interface Approval {
  by: Text;
  on: IsoDate;
}
