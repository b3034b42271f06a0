import type { RevisionModel } from "../procedure/model.ts";

/** What a document says of itself on every page: which revision it is, what it is worth, and from when to when. */
export interface Standing {
  readonly revision: string;
  readonly status: "draft" | "approved";
  /** Who approved it, and on which day; nothing for a draft. */
  readonly approval: { readonly by: string; readonly on: string } | undefined;
  /** The first day on which it governs. */
  readonly from: string;
  /** The first day on which it no longer governs; nothing where it has no end. */
  readonly until: string | undefined;
  /** The approved revision before it, if there is one. */
  readonly supersedes: string | undefined;
  readonly note: string;
  readonly digest: string;
  /** Whether the content is no longer what the digest that was recorded for it says. */
  readonly isAltered: boolean;
}

/** The standing of a revision. */
export function standingOf({ entry, digest }: RevisionModel, base: RevisionModel | undefined): Standing {
  const { revision, status, approval, effective, until, note } = entry;
  return {
    revision,
    status,
    approval,
    from: effective,
    until,
    supersedes: base?.entry.revision,
    note,
    digest,
    isAltered: entry.digest !== undefined && entry.digest !== digest,
  };
}

/** The last approved revision before a revision: the one that its changes are counted from. */
export function approvedBefore(model: RevisionModel, revisions: readonly RevisionModel[]): RevisionModel | undefined {
  const before = revisions.slice(0, revisions.indexOf(model));
  return before.findLast(({ entry }) => entry.status === "approved");
}

/** The days on which a revision governs, in words. */
export function sayValidity({ from, until }: Standing): string {
  return until === undefined ? `from ${from} on` : `from ${from} up to, not including, ${until}`;
}

/** The approval of a revision, in words. */
export function sayApproval({ approval }: Standing): string {
  return approval === undefined ? "not approved" : `approved by ${approval.by} on ${approval.on}`;
}

/** What stands on every printed copy. */
export const uncontrolled = "Uncontrolled when printed";
