import type { OpenProcedure } from "../procedure/open.ts";
import type { Problem } from "../source/problem.ts";

/** A problem for every revision whose content is no longer what its recorded digest says was approved. */
export function changedContent({ sources, revisions }: OpenProcedure): readonly Problem[] {
  const { document } = sources.procedure;
  return revisions.flatMap(({ entry, digest }): readonly Problem[] => {
    if (entry.digest === undefined || entry.digest === digest) return [];
    const approved = entry.status === "approved";
    return [
      {
        code: "approved-content-changed",
        severity: "error",
        message: `the content of revision ${entry.revision} is not what was ${approved ? "approved" : "recorded"}`,
        place: document.valuePlace(entry, "digest"),
        expected: digest,
        remedy: "undo the change, or make it in a new revision: an approved one never changes",
      },
    ];
  });
}
