import type { ClauseId, DashedName, Digest, FactId, IsoDate, Name, RevisionNumber, Text } from "./primitives.ts";

/** The file that introduces a procedure. */
export interface ProcedureFile {
  /** The id of the procedure. */
  procedure: Name;
  /** Its title, as published. */
  title: Text;
  /** Who publishes it. */
  publisher: Text;
  /** What it is for, in our own words. */
  description: Text;
  /** The date fact that selects the revision; the evaluation date does where that fact is known to be none. */
  governedBy: FactId;
  /** The interpretations that every result rests on, in the revisions that have them. */
  interpretations?: DashedName[];
  /** Those who bear duties or know facts: the id of each, and its name for use inside a sentence. */
  parties: Record<Name, Text>;
  /**
   * The parties on the applicant's side: a duty is a burden to them, and what others must do is not. All of them, where
   * left out.
   */
  applicants?: Name[];
  /**
   * The decisions that answer a case; the first that the revision takes and that applies opens a report.
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
  /** Its number, in quotes. */
  revision: RevisionNumber;
  /** The first day on which it governs. */
  effective: IsoDate;
  /** The first day on which it no longer governs; without end, where left out. It is no part of the content. */
  until?: IsoDate;
  /** A draft never governs a case unless it is named. */
  status: "draft" | "approved";
  /** Who approved it, and when; only and always for an approved revision. */
  approval?: Approval;
  /** What it changes. */
  note: Text;
  /** The digest of its resolved content, once approved; the command `seal` writes it. */
  digest?: Digest;
}

/** An approval. */
export interface Approval {
  /** Who approved it. */
  by: Text;
  /** The day of the approval. */
  on: IsoDate;
}
