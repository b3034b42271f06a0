import type { DashedName, Digest, IsoDate, Name, RevisionNumber, Text } from "./primitives.ts";
import type { SealedParts } from "./seal.ts";

/**
 * The record of a decision: what was decided, of which facts, by which rules and by which version of the engine. The
 * command `evaluate --record` writes it, as one line of canonical JSON, and `replay` recomputes it.
 */
export interface RecordFile {
  /** The form of the record. */
  record: 1;
  /** The procedure that the case was decided by. */
  procedure: Name;
  /** The revision that decided. */
  revision: RevisionNumber;
  /** The digest of its content: that of the parts below. */
  digest: Digest;
  /** The version of the engine. */
  engine: Text;
  input: RecordedInput;
  /**
   * The revisions that there were: the approved ones, and the one that decided. Those that come later decide nothing here.
   * @minItems 1
   */
  revisions: RecordedRevision[];
  /** The digest of every part of the revision that decided, so that a part that has changed can be named. */
  parts: SealedParts;
  /** The result, as `evaluate --format json` prints it and the schema of results describes it. */
  result: Record<string, unknown>;
  /** The digest of all the rest of the record, as canonical JSON. */
  seal: Digest;
}

/** What was decided about: the case with everything that was set for it beside. */
export interface RecordedInput {
  /** The name of the case. */
  case?: string;
  /** The evaluation date. */
  asOf: IsoDate;
  /** The revision that was named, where it was not left to the governing date. */
  revision?: RevisionNumber;
  /** The alternatives that were switched on: interpretation to alternative. */
  readings?: Record<DashedName, Name>;
  /** The facts. */
  facts: Record<string, unknown>;
}

/** A revision as it stood when the record was made. */
export interface RecordedRevision {
  /** Its number. */
  revision: RevisionNumber;
  /** Whether it was approved then. */
  status: "draft" | "approved";
  /** The first day on which it no longer governed, as known then; without end, where left out. */
  until?: IsoDate;
  /** The digest of its content. */
  digest: Digest;
}
