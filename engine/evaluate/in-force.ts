import type { Day } from "../calendar/day.ts";
import type { RevisionEntry } from "../language/procedure.ts";
import type { RevisionModel } from "../procedure/model.ts";

/** What of a revision says when it governs. */
export interface Term extends Pick<RevisionModel, "effective"> {
  readonly entry: Readonly<Pick<RevisionEntry, "revision" | "effective" | "until" | "status">>;
  /** The first day on which it no longer governs, if there is one. */
  readonly until?: Day | undefined;
}

/** Whether a revision was approved: a draft governs nothing. */
export function isApproved({ entry }: Term): boolean {
  return entry.status === "approved";
}

/** The approved revision that is in force on a day, if there is one. */
export function inForceOn<Revision extends Term>(revisions: readonly Revision[], date: Day): Revision | undefined {
  for (const revision of revisions) {
    const { effective, until } = revision;
    if (effective <= date && (until === undefined || date < until) && isApproved(revision)) return revision;
  }
  return undefined;
}

/** The revisions that there are, for messages. */
export function describeRevisions(models: readonly Term[]): string {
  return models
    .map(({ entry }) => {
      const until = entry.until === undefined ? "on" : `up to, not including, ${entry.until}`;
      return `revision ${entry.revision} (${entry.status}, from ${entry.effective} ${until})`;
    })
    .join("; ");
}
