import type { RevisionEntry } from "../language/procedure.ts";

/** A stretch of time in which one approved revision governs, or none. Dates are `YYYY-MM-DD`. */
export interface Period {
  /** Its first day; `null` for what lies before every revision. */
  readonly from: string | null;
  /** The first day behind it; `null` where it has no end. */
  readonly until: string | null;
  /** The revision that governs; `null` where none does. */
  readonly revision: string | null;
  /** The drafts that are to take effect within it. */
  readonly drafts: readonly string[];
}

/** All of time, divided by what governs. */
export function periodsOf(revisions: readonly RevisionEntry[]): readonly Period[] {
  const approved = revisions.filter(({ status }) => status === "approved");
  const periods: Omit<Period, "drafts">[] = [];
  let end: string | null | undefined;
  for (const { revision, effective, until = null } of approved) {
    if (end !== effective) periods.push({ from: end ?? null, until: effective, revision: null });
    periods.push({ from: effective, until, revision });
    end = until;
  }
  if (end !== null) periods.push({ from: end ?? null, until: null, revision: null });
  const drafts = revisions.filter(({ status }) => status === "draft");
  return periods.map((period) => ({
    ...period,
    drafts: drafts.filter(({ effective }) => isIn(period, effective)).map(({ revision }) => revision),
  }));
}

/** Dates of four digits, two and two are in the order of their texts. */
function isIn({ from, until }: Pick<Period, "from" | "until">, day: string): boolean {
  return (from === null || from <= day) && (until === null || day < until);
}
