import type { Spot } from "../reporter.ts";
import type { ProcedureSources } from "../sources.ts";
import { byId, type Revision, rankOf, type Version, type Versioned, versionsOf } from "../versions.ts";
import type { LinkContext } from "./context.ts";

/** What one revision does to a name: from then on it stands for something, or no longer does. */
interface Step {
  readonly revision: string;
  readonly rank: number;
  readonly there: boolean;
}

/** The kinds of name that come and go with revisions, as messages call them. */
export type NameKind = "fact" | "fact or derived value" | "clause" | "decision" | "interpretation";

/** For every name of each kind, what the revisions do to it, oldest first. */
export type Timelines = Readonly<Record<NameKind, ReadonlyMap<string, readonly Step[]>>>;

/** The timelines of everything that the rule files declare in any revision. */
export function timelinesOf(sources: ProcedureSources, revisions: readonly Revision[]): Timelines {
  const step = (entry: Versioned, there: boolean): Step => {
    const rank = rankOf(entry, revisions);
    return { revision: revisions[rank]?.entry.revision ?? "", rank, there: there && entry.retired !== true };
  };
  const steps = (versions: readonly Version<Versioned>[]): readonly Step[] =>
    versions.map(({ entry }) => step(entry, true));
  const of = (groups: ReadonlyMap<string, readonly Version<Versioned>[]>) =>
    [...groups].map(([id, versions]) => [id, steps(versions)] as const);
  const derived = sources.clauses.flatMap(({ entry: { versions } }) => {
    const names = new Set(versions.flatMap(({ derives }) => Object.keys(derives ?? {})));
    return [...names].map(
      (name) => [name, versions.map((version) => step(version, Object.hasOwn(version.derives ?? {}, name)))] as const,
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
  const brought = steps.find(({ there }) => there);
  if (brought === undefined) {
    reporter.unknownName(what, name, known, spot);
    return;
  }
  const withdrawn = steps.findLast(({ rank }) => rank <= revision.rank);
  // The words name the revision that made the change and not the one being linked, so that they are the same for each.
  if (withdrawn === undefined || brought.rank > revision.rank) {
    reporter.report(
      "not-in-revision",
      spot,
      `\`${name}\` is there from revision ${brought.revision} on, and asked for before`,
      {
        expected: `a ${what} of every revision that this holds in`,
        remedy: `ask for it in a version of revision ${brought.revision}, or let it begin earlier`,
      },
    );
    return;
  }
  const message = `\`${name}\` is gone since revision ${withdrawn.revision}, and still asked for`;
  reporter.report("not-in-revision", spot, message, {
    expected: `a ${what} of every revision that this holds in`,
    remedy: `write a version of revision ${withdrawn.revision} that does without it, or keep it`,
  });
}
