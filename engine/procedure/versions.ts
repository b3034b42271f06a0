import type { Day } from "../calendar/day.ts";
import type { RevisionEntry } from "../language/procedure.ts";
import { readDay } from "../source/date.ts";
import { type Reporter, type Spot, valuePlace, within } from "./reporter.ts";
import type { Sourced } from "./sources.ts";

/** A revision's entry with its dates as day numbers and its rank among the revisions, oldest first. */
export interface Revision {
  readonly entry: RevisionEntry;
  readonly rank: number;
  readonly effective: Day;
  readonly until: Day | undefined;
}

/** A revision's number, in the list of all of them. */
export interface Numbered {
  readonly entry: { readonly revision: string };
}

/** What carries a revision number and can be withdrawn. */
export interface Versioned {
  readonly revision?: string;
  readonly retired?: boolean;
}

/** A version together with where it stands. */
export interface Version<Entry> {
  readonly entry: Entry;
  readonly spot: Spot;
}

/**
 * The revisions in order. Reports two of one number, dates out of order, approvals that are missing or too many, and
 * revisions that overlap: on any date at most one approved revision may govern.
 */
export function readRevisions(
  source: Sourced<{ readonly revisions: readonly RevisionEntry[] }>,
  reporter: Reporter,
): readonly Revision[] {
  const entries = source.entry.revisions;
  const dayOf = (entry: RevisionEntry, key: "effective" | "until", text: string): Day => {
    const day = readDay(text, valuePlace({ document: source.document, container: entry, key }));
    if (typeof day === "number") return day;
    reporter.add(day);
    return 0;
  };
  const revisions = entries.map(
    (entry, rank): Revision => ({
      entry,
      rank,
      effective: dayOf(entry, "effective", entry.effective),
      until: entry.until === undefined ? undefined : dayOf(entry, "until", entry.until),
    }),
  );
  if (reporter.problems.length > 0) return revisions;
  const spotIn = (revision: Revision, key: keyof RevisionEntry): Spot => ({
    document: source.document,
    container: revision.entry,
    key,
  });
  for (const [rank, revision] of revisions.entries()) {
    const first = revisions.find((other) => other.entry.revision === revision.entry.revision);
    const previous = revisions[rank - 1];
    if (first !== undefined && first !== revision) reportTwice(revision, first, spotIn, reporter);
    else if (previous !== undefined) checkOrder(revision, previous, spotIn, reporter);
    checkApproval(revision, spotIn, reporter);
    if (revision.until === undefined || revision.until > revision.effective) continue;
    const number = revision.entry.revision;
    reporter.report("revision-dates", spotIn(revision, "until"), `revision ${number} ends before it takes effect`, {
      expected: `a date after ${revision.entry.effective}`,
      remedy: "correct one of the two dates",
      related: [{ spot: spotIn(revision, "effective"), message: "it takes effect here" }],
    });
  }
  return revisions;
}

type SpotIn = (revision: Revision, key: keyof RevisionEntry) => Spot;

function reportTwice(revision: Revision, first: Revision, spotIn: SpotIn, reporter: Reporter): void {
  const number = revision.entry.revision;
  reporter.report("duplicate-revision", spotIn(revision, "revision"), `revision ${number} is there twice`, {
    remedy: "give each revision its own number",
    related: [{ spot: spotIn(first, "revision"), message: "the first one stands here" }],
  });
}

function checkApproval(revision: Revision, spotIn: SpotIn, reporter: Reporter): void {
  const { revision: number, status, approval } = revision.entry;
  if (status === "approved" && approval === undefined) {
    const message = `revision ${number} is approved, but by whom is not said`;
    reporter.report("missing-approval", spotIn(revision, "status"), message, {
      expected: "`approval:` with `by` and `on`",
      remedy: "add the approval, or make the status `draft`",
    });
  }
  if (status === "draft" && approval !== undefined) {
    const message = `revision ${number} has an approval, but its status is \`draft\``;
    reporter.report("approval-of-draft", spotIn(revision, "status"), message, {
      expected: "`approved`, or no `approval:`",
      remedy: "make the status `approved`, or take the approval out",
      related: [{ spot: spotIn(revision, "approval"), message: "it is approved here", atKey: true }],
    });
  }
}

function checkOrder(revision: Revision, previous: Revision, spotIn: SpotIn, reporter: Reporter): void {
  const number = revision.entry.revision;
  const before = previous.entry.revision;
  const start = { spot: spotIn(previous, "effective"), message: `revision ${before} takes effect here` };
  if (revision.effective <= previous.effective) {
    const message = `revision ${number} takes effect no later than revision ${before} above it`;
    reporter.report("revision-order", spotIn(revision, "effective"), message, {
      expected: `a date after ${previous.entry.effective}`,
      remedy: "list the revisions oldest first, each with a later effective date",
      related: [start],
    });
    return;
  }
  if (revision.entry.status === "approved" && previous.entry.status === "draft") {
    const message = `revision ${number} is approved, and revision ${before} before it is still a draft`;
    reporter.report("draft-before-approved", spotIn(previous, "status"), message, {
      expected: "drafts after all approved revisions: what a revision doesn't change it has from those before it",
      remedy: `approve revision ${before} too, or take it out`,
      related: [{ spot: spotIn(revision, "status"), message: `revision ${number} is approved here` }],
    });
    return;
  }
  if (previous.until === undefined ? revision.entry.status !== "approved" : revision.effective >= previous.until) {
    return;
  }
  const message = `revisions ${before} and ${number} would govern on the same dates`;
  const next = { spot: spotIn(revision, "effective"), message: `revision ${number} takes effect here` };
  const [at, related] =
    previous.until === undefined ? [next.spot, start] : ([spotIn(previous, "until"), next] as const);
  reporter.report("overlapping-revisions", at, message, {
    expected: "revisions of which one ends before the next takes effect",
    remedy: `give revision ${before} an \`until:\` of ${revision.entry.effective} at the latest`,
    related: [related],
  });
}

/**
 * Reports versions of an unknown revision, two of one revision, and versions out of order.
 *
 * @param thing what the versions are of: "clause 2.1"
 */
export function checkVersions(
  thing: string,
  versions: readonly Version<Versioned>[],
  revisions: readonly Revision[],
  reporter: Reporter,
): void {
  const seen = new Map<number, Version<Versioned>>();
  let last = -1;
  for (const version of versions) {
    const number = version.entry.revision;
    const rank = rankOf(version.entry, revisions);
    const spot = revisionSpot(version);
    if (rank === -1) {
      const numbers = revisions.map((other) => other.entry.revision);
      reporter.unknownName("revision", number ?? "", numbers, spot);
      continue;
    }
    const earlier = seen.get(rank);
    if (earlier !== undefined) {
      const message =
        number === undefined ? `${thing} is there twice` : `${thing} has two versions of revision ${number}`;
      reporter.report("overlapping-versions", spot, message, {
        expected: "one version for each revision",
        remedy: "merge the two, or give the later one the revision that brings it",
        related: [{ spot: revisionSpot(earlier), message: "the first one stands here" }],
      });
    } else if (rank < last) {
      const later = seen.get(last);
      reporter.report("version-order", spot, `${thing}: the version of revision ${number} stands after a later one`, {
        expected: "the versions oldest first",
        remedy: "move it above the later one",
        related: later === undefined ? [] : [{ spot: revisionSpot(later), message: "the later one stands here" }],
      });
    }
    seen.set(rank, version);
    last = Math.max(last, rank);
  }
}

/** Where a version says its revision, or where its thing begins if it leaves the revision out. */
export function revisionSpot({ entry, spot }: Version<Versioned>): Spot {
  return entry.revision === undefined ? spot : within(spot, entry, "revision");
}

/** The rank of the revision that brought a version; -1 for an unknown one. A version that names none is of the first. */
export function rankOf(entry: Versioned, revisions: readonly Numbered[]): number {
  return entry.revision === undefined ? 0 : revisions.findIndex((other) => other.entry.revision === entry.revision);
}

/**
 * The version of one thing that a revision has: the newest up to it, or none before the first or where that one
 * withdraws it.
 */
export function versionIn<Entry extends Versioned>(
  versions: readonly Version<Entry>[],
  revision: { readonly rank: number },
  revisions: readonly Numbered[],
): Version<Entry> | undefined {
  let newest: Version<Entry> | undefined;
  let newestRank = -1;
  for (const version of versions) {
    const rank = rankOf(version.entry, revisions);
    if (rank > revision.rank || rank < newestRank || rank === -1) continue;
    newest = version;
    newestRank = rank;
  }
  return newest?.entry.retired ? undefined : newest;
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

/** The versions of something that lists them, with where each stands. */
export function versionsOf<Entry extends Versioned>(
  source: Sourced<{ readonly versions: readonly Entry[] }>,
): readonly Version<Entry>[] {
  const { versions } = source.entry;
  return versions.map((entry, key) => ({ entry, spot: { document: source.document, container: versions, key } }));
}

/** Gives the version of something that the revision has. */
export type Newest = <Entry extends Versioned>(versions: readonly Version<Entry>[]) => Version<Entry> | undefined;
