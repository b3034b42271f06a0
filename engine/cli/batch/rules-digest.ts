import { digestOf } from "../../procedure/digest.ts";
import type { RevisionModel } from "../../procedure/model.ts";

/** The digest of everything in the rules on which a result depends: the content of all revisions, and when each governs. */
export function rulesDigest(revisions: readonly RevisionModel[]): string {
  return digestOf(revisions.map(({ entry, digest, governedBy }) => ({ entry, digest, governedBy })));
}
