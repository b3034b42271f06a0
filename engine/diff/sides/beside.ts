import type { OpenedSide } from "./open.ts";

/** A revision that both sides have beside those that are compared, with other content on each. */
export interface BesideCompared {
  readonly revision: string;
  /** What to name to compare it too. */
  readonly base: string;
  readonly head: string;
}

/** The revisions that differ between the rules of both sides, without the comparison showing it. */
export function besideCompared(base: OpenedSide, head: OpenedSide): readonly BesideCompared[] {
  if (base.opened === head.opened) return [];
  const isCompared = (revision: string): boolean =>
    base.model.entry.revision === revision && head.model.entry.revision === revision;
  return base.opened.revisions.flatMap(({ entry: { revision }, digest }): readonly BesideCompared[] => {
    const other = head.opened.revisions.find(({ entry }) => entry.revision === revision);
    if (other === undefined || other.digest === digest || isCompared(revision)) return [];
    return [{ revision, base: `${base.from}@${revision}`, head: `${head.from}@${revision}` }];
  });
}
