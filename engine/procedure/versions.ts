import { type Day, parseDay } from "../calendar/day.ts";
import type { RevisionEntry } from "../language/procedure.ts";
import type { Reporter, Spot } from "./reporter.ts";
import type { Sourced } from "./sources.ts";

/** A revision's entry with its dates as day numbers and its rank among the revisions, oldest first. */
export interface Revision {
  readonly entry: RevisionEntry;
  readonly rank: number;
  readonly effective: Day;
  readonly until: Day | undefined;
}

/** What carries a revision number and can be withdrawn. */
interface Versioned {
  readonly revision?: string;
  readonly retired?: boolean;
}

/** A version together with where it stands. */
export interface Version<Entry> {
  readonly entry: Entry;
  readonly spot: Spot;
}

/** A text that passed the schema's date format, as a day number. */
export function dayOf(text: string): Day {
  const day = parseDay(text);
  if (typeof day !== "number") throw new Error(`not a date: ${text}`);
  return day;
}

/**
 * The revisions in order. Reports two of one number, dates out of order, and revisions that overlap: on any date at
 * most one approved revision may govern.
 */
export function readRevisions(
  source: Sourced<{ readonly revisions: readonly RevisionEntry[] }>,
  reporter: Reporter,
): readonly Revision[] {
  const entries = source.entry.revisions;
  const revisions = entries.map(
    (entry, rank): Revision => ({
      entry,
      rank,
      effective: dayOf(entry.effective),
      until: entry.until === undefined ? undefined : dayOf(entry.until),
    }),
  );
  for (const [rank, revision] of revisions.entries()) {
    const spot = (key: string): Spot => ({ document: source.document, container: revision.entry, key });
    const number = revision.entry.revision;
    const first = revisions.findIndex((other) => other.entry.revision === number);
    const previous = revisions[rank - 1];
    if (first !== rank) {
      reporter.report("duplicate-revision", spot("revision"), `revision ${number} is there twice`, {
        remedy: "give each revision its own number",
      });
    }
    if (revision.until !== undefined && revision.until <= revision.effective) {
      reporter.report("revision-dates", spot("until"), `revision ${number} ends before it takes effect`, {
        expected: `a date after ${revision.entry.effective}`,
        remedy: "mend one of the two dates",
      });
    }
    if (revision.entry.status === "approved" && revision.entry.approval === undefined) {
      reporter.report("missing-approval", spot("status"), `revision ${number} is approved, but by whom is not said`, {
        expected: "`approval:` with `by` and `on`",
        remedy: "add the approval, or make the status `draft`",
      });
    }
    if (previous === undefined) continue;
    if (revision.effective <= previous.effective) {
      reporter.report("revision-order", spot("effective"), `revision ${number} does not come after the one before it`, {
        expected: `a date after ${previous.entry.effective}`,
        remedy: "list the revisions oldest first, each with a later effective date",
      });
    } else if (previous.until === undefined ? isApproved(revision) : revision.effective < previous.until) {
      reporter.report(
        "overlapping-revisions",
        spot("effective"),
        `revisions ${previous.entry.revision} and ${number} would govern on the same dates`,
        {
          expected: "revisions of which one ends before the next takes effect",
          remedy: `give revision ${previous.entry.revision} an \`until:\` of ${revision.entry.effective} at the latest`,
          related: [
            {
              spot: { document: source.document, container: previous.entry, key: "effective" },
              message: `revision ${previous.entry.revision} takes effect here`,
            },
          ],
        },
      );
    }
  }
  return revisions;
}

function isApproved(revision: Revision): boolean {
  return revision.entry.status === "approved";
}

/**
 * The version of one thing that a revision has: the newest up to it, or none before the first or where that one
 * withdraws it. Reports versions of an unknown revision, two of one revision, and versions out of order.
 */
export function versionIn<Entry extends Versioned>(
  versions: readonly Version<Entry>[],
  revision: Revision,
  revisions: readonly Revision[],
  reporter: Reporter,
): Version<Entry> | undefined {
  let newest: Version<Entry> | undefined;
  const seen = new Map<number, Version<Entry>>();
  let last = -1;
  for (const version of versions) {
    const number = version.entry.revision;
    const rank = number === undefined ? 0 : revisions.findIndex((other) => other.entry.revision === number);
    const spot: Spot = { ...version.spot, container: version.entry, key: "revision" };
    if (rank === -1 && number !== undefined) {
      const numbers = revisions.map((other) => other.entry.revision);
      reporter.unknownName("revision", number, numbers, spot);
      continue;
    }
    const earlier = seen.get(rank);
    if (earlier !== undefined) {
      reporter.report(
        "overlapping-versions",
        number === undefined ? version.spot : spot,
        "this revision is there twice",
        {
          expected: "one version for each revision",
          remedy: "merge the two, or give the later one the revision that brings it",
          related: [{ spot: earlier.spot, message: "the first one stands here" }],
        },
      );
    } else if (rank < last) {
      reporter.report("version-order", spot, `revision ${number} stands after a later one`, {
        remedy: "list the versions oldest first",
      });
    }
    seen.set(rank, version);
    last = Math.max(last, rank);
    if (rank <= revision.rank && (newest === undefined || rank >= rankOf(newest, revisions))) newest = version;
  }
  return newest?.entry.retired ? undefined : newest;
}

function rankOf(version: Version<Versioned>, revisions: readonly Revision[]): number {
  return Math.max(
    0,
    revisions.findIndex((other) => other.entry.revision === version.entry.revision),
  );
}

/** Groups entries by id, in the order of first appearance. */
export function byId<Entry extends { readonly id: string }>(
  sources: readonly Sourced<Entry>[],
): ReadonlyMap<string, readonly Version<Entry>[]> {
  const groups = new Map<string, Version<Entry>[]>();
  for (const { entry, document } of sources) {
    const group = groups.get(entry.id) ?? [];
    group.push({ entry, spot: { document, container: entry, key: "id" } });
    groups.set(entry.id, group);
  }
  return groups;
}
