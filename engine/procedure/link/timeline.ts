import type { ClauseVersion } from "../../language/clause.ts";
import type { Spot } from "../reporter.ts";
import type { ProcedureSources } from "../sources.ts";
import { byId, type Revision, rankOf, revisionSpot, type Version, type Versioned, versionsOf } from "../versions.ts";
import type { LinkContext } from "./context.ts";

/** What one revision does to a name: from then on it stands for something, or no longer does. */
interface Step {
  readonly revision: string;
  readonly rank: number;
  readonly there: boolean;
  /** Where the version says its revision. */
  readonly spot: Spot;
}

/** The kinds of name that come and go with revisions, as messages call them. */
export type NameKind = "fact" | "fact or derived value" | "clause" | "decision" | "interpretation";

/** For every name of each kind, what the revisions do to it, oldest first. */
export type Timelines = Readonly<Record<NameKind, ReadonlyMap<string, readonly Step[]>>>;

/** The timelines of everything that the rule files declare in any revision. */
export function timelinesOf(sources: ProcedureSources, revisions: readonly Revision[]): Timelines {
  const step = (version: Version<Versioned>, there = true): Step => {
    const rank = rankOf(version.entry, revisions);
    const revision = revisions[rank]?.entry.revision ?? "";
    return { revision, rank, there: there && version.entry.retired !== true, spot: revisionSpot(version) };
  };
  const steps = (versions: readonly Version<Versioned>[]): readonly Step[] => versions.map((version) => step(version));
  const of = (groups: ReadonlyMap<string, readonly Version<Versioned>[]>) =>
    [...groups].map(([id, versions]) => [id, steps(versions)] as const);
  const derived = sources.clauses.flatMap((clause) => {
    const versions = versionsOf(clause);
    const names = new Set(versions.flatMap(({ entry }) => Object.keys(entry.derives ?? {})));
    const derives = (entry: ClauseVersion, name: string): boolean => Object.hasOwn(entry.derives ?? {}, name);
    return [...names].map(
      (name) => [name, versions.map((version) => step(version, derives(version.entry, name)))] as const,
    );
  });
  const facts = of(byId(sources.facts));
  return {
    fact: new Map(facts),
    "fact or derived value": new Map([...facts, ...derived]),
    clause: new Map(sources.clauses.map((clause) => [clause.entry.id, steps(versionsOf(clause))])),
    decision: new Map(sources.decisions.map((decision) => [decision.entry.id, steps(versionsOf(decision))])),
    interpretation: new Map(of(byId(sources.interpretations))),
  };
}

/** Reports a name that stands for nothing: in no revision, or not in the one being linked. */
export function reportUnknown(
  what: NameKind,
  name: string,
  known: Iterable<string>,
  spot: Spot,
  { reporter, revision, timelines }: LinkContext,
): void {
  const steps = timelines[what].get(name) ?? [];
  const begun = steps.find(({ there }) => there);
  if (begun === undefined) {
    reporter.unknownName(what, name, known, spot);
    return;
  }
  const last = steps.findLast(({ rank }) => rank <= revision.rank);
  const named = what === "clause" ? `clause ${name}` : `\`${name}\``;
  // The words name the revision that made the change and not the one being linked, so that they are the same for each.
  if (last === undefined || begun.rank > revision.rank) {
    const message = `${named} is there only from revision ${begun.revision} on, and this asks for it before`;
    reporter.report("not-in-revision", spot, message, {
      remedy: `ask for it in a version of revision ${begun.revision}, or let it begin earlier`,
      related: [{ spot: begun.spot, message: "it begins here" }],
    });
    return;
  }
  reporter.report("not-in-revision", spot, `revision ${last.revision} has no ${named} any more, and this asks for it`, {
    remedy: `write a version of revision ${last.revision} that does without it, or keep it`,
    related: [{ spot: last.spot, message: "it ends here" }],
  });
}
