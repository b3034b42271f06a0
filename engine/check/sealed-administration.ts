import type { OpenProcedure } from "../procedure/open.ts";
import type { Seal } from "../procedure/seal-file.ts";
import type { Problem } from "../source/problem.ts";

/**
 * Problems with what is not content and yet is approved: by whom and when, and until when. An end may come in afterwards
 * in one way alone: the next approved revision takes over.
 */
export function sealedAdministration(
  { entry }: OpenProcedure["revisions"][number],
  { content: seal }: Seal,
  { sources, revisions }: OpenProcedure,
): readonly Problem[] {
  const { document } = sources.procedure;
  const { revision, until, approval } = entry;
  const problems: Problem[] = [];
  if (approval?.by !== seal.approval.by || approval.on !== seal.approval.on) {
    problems.push({
      code: "approval-changed",
      severity: "error",
      message: `the approval of revision ${revision} is not the one that it was sealed with`,
      place: document.keyPlace(entry, "approval"),
      expected: `by ${seal.approval.by} on ${seal.approval.on}`,
      remedy: "write it as it was",
    });
  }
  const at = revisions.findIndex((other) => other.entry === entry);
  const next = revisions.slice(at + 1).find((other) => other.entry.status === "approved")?.entry.effective;
  const takesOver = next !== undefined && (seal.until === undefined || next < seal.until) ? next : undefined;
  if (until !== seal.until && (until === undefined || until !== takesOver)) {
    const approved = seal.until === undefined ? "without an end" : `until ${seal.until}`;
    problems.push({
      code: "approved-end-changed",
      severity: "error",
      message: `revision ${revision} was approved ${approved}, and now ${until === undefined ? "has no end" : `ends on ${until}`}`,
      place: until === undefined ? document.valuePlace(entry, "effective") : document.valuePlace(entry, "until"),
      expected:
        takesOver === undefined ? approved : `${approved}, or until ${takesOver}, when the next one takes effect`,
      remedy: "write the end as it was: a revision ends as approved, or when the next approved one takes effect",
    });
  }
  return problems;
}
