import type { ClauseId, DashedName, Digest, FactId, IsoDate, Name, RevisionNumber } from "./primitives.ts";
import type { Approval } from "./procedure.ts";

/** The file that keeps what was approved as a revision, part by part. The command `seal` writes it. */
export interface SealFile {
  /** The revision that it belongs to. */
  revision: RevisionNumber;
  /** Who approved it, and when. */
  approval: Approval;
  /** The end with which it was approved; without end, where left out. */
  until?: IsoDate;
  /** The digest of the revision: that of the parts below. */
  digest: Digest;
  parts: SealedParts;
}

/** The digest of every part of a revision's content. */
export interface SealedParts {
  /** What `procedure.yaml` says of the revision. */
  procedure: Digest;
  facts: Record<FactId, Digest>;
  contradictions: Record<Name, Digest>;
  interpretations: Record<DashedName, Digest>;
  clauses: Record<ClauseId, Digest>;
  decisions: Record<Name, Digest>;
}
