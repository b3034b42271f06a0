import type { ClauseVersion, ObligationEntry } from "../../language/clause.ts";
import type { Condition as ConditionEntry } from "../../language/condition.ts";
import type { DecisionVersion } from "../../language/decision.ts";
import type { InterpretationEntry } from "../../language/interpretation.ts";
import type { Value as ValueEntry } from "../../language/value.ts";
import { digestOf } from "../digest.ts";
import {
  type Clause,
  type Condition,
  type Contradiction,
  type Decision,
  type Derived,
  evaluationDateId,
  type Obligation,
  type RevisionModel,
  type Row,
  type Value,
} from "../model.ts";
import { type Reporter, type Spot, within } from "../reporter.ts";
import type { ProcedureSources, SourcedClause } from "../sources.ts";
import { byId, type Revision, type Version, versionIn } from "../versions.ts";
import { type Parts, visitAll, visitCondition } from "../visit.ts";
import { linkCondition } from "./condition.ts";
import { type DerivedSource, type LinkContext, outside } from "./context.ts";
import { findCycles } from "./cycles.ts";
import { linkFact } from "./fact.ts";
import { linkDerived } from "./reference.ts";
import { linkValue } from "./value.ts";

/** A clause's version in this revision, and the clause. */
interface ClauseSource {
  readonly clause: SourcedClause;
  readonly version: Version<ClauseVersion>;
}

/**
 * A revision with every name resolved and every type checked. Problems go to the reporter; where it has any
 * afterwards, the model must not be used.
 */
export function linkRevision(
  sources: ProcedureSources,
  revision: Revision,
  revisions: readonly Revision[],
  reporter: Reporter,
): RevisionModel {
  const newest = <Entry extends { revision?: string; retired?: boolean }>(versions: readonly Version<Entry>[]) =>
    versionIn(versions, revision, revisions, reporter);
  const { procedure } = sources;
  const file = procedure.entry;
  const facts = new Map(
    [...byId(sources.facts)].flatMap(([id, versions]) => {
      const version = newest(versions);
      return version ? [[id, linkFact(version.entry)] as const] : [];
    }),
  );
  const interpretations = new Map<string, InterpretationEntry>(
    [...byId(sources.interpretations)].flatMap(([id, versions]) => {
      const version = newest(versions);
      return version ? [[id, version.entry] as const] : [];
    }),
  );
  const clauseSources = clausesIn(sources, revision, revisions, reporter);
  const decisionSources = decisionsIn(sources, revision, revisions, reporter);
  const context: LinkContext = {
    reporter,
    facts,
    clauses: new Set(clauseSources.keys()),
    decisions: new Map(
      [...decisionSources].map(([id, { version }]) => [id, Object.keys(version.entry.outcomes)] as const),
    ),
    interpretations,
    derivedSources: derivedIn(clauseSources, facts, reporter),
    derived: new Map(),
    underway: [],
  };
  const derived = new Map<string, Derived>();
  for (const id of context.derivedSources.keys()) {
    const linked = linkDerived(id, context);
    if (linked) derived.set(id, linked);
  }
  const parties = new Map(Object.entries(file.parties));
  const clauses = new Map<string, Clause>();
  const obligations = new Map<string, Obligation>();
  for (const [id, source] of clauseSources) {
    clauses.set(id, linkClause(source, context));
    for (const obligation of linkObligations(source, context, parties)) {
      const spot = within(source.version.spot, source.version.entry.obligations ?? {}, obligation.id);
      const first = obligations.get(obligation.id);
      if (first) {
        reporter.report("duplicate-obligation", spot, `clause ${first.clause} already has \`${obligation.id}\``, {
          atKey: true,
          remedy: "give each obligation its own name",
        });
      }
      obligations.set(obligation.id, obligation);
    }
  }
  const decisions = new Map(
    [...decisionSources].map(([id, source]) => [id, linkDecision(id, source.title, source.version, context)] as const),
  );
  const contradictions = linkContradictions(sources, context, newest);
  for (const { entry, document } of sources.facts) {
    if (!parties.has(entry.knownBy)) {
      reporter.unknownName("party", entry.knownBy, parties.keys(), { document, container: entry, key: "knownBy" });
    }
  }
  checkFile(sources, context);
  const parts = { derived, clauses, obligations, decisions };
  for (const cycle of findCycles(parts)) reportCycle(cycle, clauseSources, decisionSources, context);
  return {
    procedure: file.procedure,
    title: file.title,
    entry: revision.entry,
    effective: revision.effective,
    until: revision.until,
    digest: digestOf({
      procedure: file.procedure,
      governedBy: file.governedBy,
      revision: revision.entry.revision,
      effective: revision.entry.effective,
      until: revision.entry.until,
      facts: [...facts.values()].map((fact) => content(fact.entry)),
      contradictions: [...byId(sources.contradictions).values()].flatMap((versions) => {
        const version = newest(versions);
        return version ? [content(version.entry)] : [];
      }),
      interpretations: [...interpretations.values()].map(content),
      clauses: [...clauseSources.values()].map(({ clause, version }) => ({
        id: clause.entry.id,
        title: clause.entry.title,
        kind: clause.entry.kind,
        version: version.entry,
      })),
      decisions: [...decisionSources].map(([id, { title, version }]) => ({ id, title, version: version.entry })),
    }),
    governedBy: file.governedBy,
    interpretationsThroughout: file.interpretations ?? [],
    parties,
    headline: file.headline,
    facts,
    contradictions,
    ...parts,
    interpretations,
    switchable: switchableIn(parts),
  };
}

function switchableIn(parts: Parts): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  visitAll(parts, {
    reading: (id, alternative) => found.set(id, (found.get(id) ?? new Set()).add(alternative)),
  });
  return new Map([...found].map(([id, alternatives]) => [id, [...alternatives]]));
}

/** An entry without its revision number, which the first revision may leave out. */
function content(entry: object): object {
  return { ...entry, revision: undefined };
}

function clausesIn(
  sources: ProcedureSources,
  revision: Revision,
  revisions: readonly Revision[],
  reporter: Reporter,
): ReadonlyMap<string, ClauseSource> {
  const found = new Map<string, ClauseSource>();
  const first = new Map<string, SourcedClause>();
  for (const clause of sources.clauses) {
    const { entry, document } = clause;
    const spot: Spot = { document, container: entry, key: "id" };
    const earlier = first.get(entry.id);
    if (earlier) {
      reporter.report("duplicate-clause", spot, `clause ${entry.id} is there twice`, {
        remedy: "merge the two, or give one of them its own id",
        related: [
          {
            spot: { document: earlier.document, container: earlier.entry, key: "id" },
            message: "the first one stands here",
          },
        ],
      });
      continue;
    }
    first.set(entry.id, clause);
    const versions = entry.versions.map((version, at) => ({
      entry: version,
      spot: { document, container: entry.versions, key: at },
    }));
    for (const { entry: version } of versions) {
      const brought = revisions.find((other) => other.entry.revision === version.revision);
      if (brought !== undefined && brought.entry.effective !== version.effective) {
        reporter.report(
          "effective-date",
          { document, container: version, key: "effective" },
          `revision ${version.revision} takes effect on ${brought.entry.effective}, not on ${version.effective}`,
          { expected: brought.entry.effective, remedy: `write ${brought.entry.effective}, or name another revision` },
        );
      }
      if (entry.kind === "informative" && version.notEncoded === undefined && version.retired !== true) {
        reporter.report(
          "missing-reason",
          { document, container: version, key: "summary" },
          `clause ${entry.id} is informative, but why nothing of it is encoded is not said`,
          { expected: "`notEncoded:` with the reason", remedy: "add the reason, or encode the clause" },
        );
      }
    }
    const version = versionIn(versions, revision, revisions, reporter);
    if (version) found.set(entry.id, { clause, version });
  }
  return found;
}

function decisionsIn(
  sources: ProcedureSources,
  revision: Revision,
  revisions: readonly Revision[],
  reporter: Reporter,
): ReadonlyMap<string, { readonly title: string; readonly version: Version<DecisionVersion> }> {
  const found = new Map<string, { title: string; version: Version<DecisionVersion> }>();
  for (const { entry, document } of sources.decisions) {
    if (found.has(entry.id)) {
      const spot: Spot = { document, container: entry, key: "id" };
      reporter.report("duplicate-decision", spot, `decision \`${entry.id}\` is there twice`, {
        remedy: "merge the two, or give one of them its own id",
      });
    }
    const versions = entry.versions.map((version, at) => ({
      entry: version,
      spot: { document, container: entry.versions, key: at },
    }));
    const version = versionIn(versions, revision, revisions, reporter);
    if (version) found.set(entry.id, { title: entry.title, version });
  }
  return found;
}

function derivedIn(
  clauses: ReadonlyMap<string, ClauseSource>,
  facts: ReadonlyMap<string, unknown>,
  reporter: Reporter,
): ReadonlyMap<string, DerivedSource> {
  const found = new Map<string, DerivedSource>();
  for (const { clause, version } of clauses.values()) {
    const derives = version.entry.derives ?? {};
    for (const [id, derivation] of Object.entries(derives)) {
      const spot: Spot = { document: clause.document, container: derives, key: id };
      const other = found.get(id);
      if (other || facts.has(id) || id === evaluationDateId) {
        reporter.report("duplicate-name", spot, `the name \`${id}\` is taken`, {
          atKey: true,
          remedy: "give the derived value a name of its own",
          ...(other ? { related: [{ spot: other.spot, message: `clause ${other.clause} defines it here` }] } : {}),
        });
        continue;
      }
      found.set(id, { derivation, clause: clause.entry.id, spot });
    }
  }
  return found;
}

function linkClause({ clause, version }: ClauseSource, context: LinkContext): Clause {
  const { entry } = version;
  const optional = (condition: ConditionEntry | undefined, key: string) =>
    condition && linkCondition(condition, within(version.spot, entry, key), context, outside);
  const interpretations = entry.interpretations ?? [];
  for (const [at, id] of interpretations.entries()) {
    if (!context.interpretations.has(id)) {
      const spot = within(version.spot, interpretations, at);
      context.reporter.unknownName("interpretation", id, context.interpretations.keys(), spot);
    }
  }
  return {
    id: clause.entry.id,
    title: clause.entry.title,
    kind: clause.entry.kind,
    section: clause.section,
    sectionTitle: clause.sectionTitle,
    revision: entry.revision,
    effective: entry.effective,
    summary: entry.summary,
    notEncoded: entry.notEncoded,
    appliesWhen: optional(entry.appliesWhen, "appliesWhen"),
    requires: optional(entry.requires, "requires"),
    derived: Object.keys(entry.derives ?? {}),
    obligations: Object.keys(entry.obligations ?? {}),
    interpretations,
  };
}

function linkObligations(
  { clause, version }: ClauseSource,
  context: LinkContext,
  parties: ReadonlyMap<string, string>,
): readonly Obligation[] {
  const applies = version.entry.appliesWhen;
  const clauseApplies =
    applies && linkCondition(applies, within(version.spot, version.entry, "appliesWhen"), context, outside);
  return Object.entries(version.entry.obligations ?? {}).map(([id, entry]) => {
    const spot = within(version.spot, entry, "bearer");
    if (!parties.has(entry.bearer)) context.reporter.unknownName("party", entry.bearer, parties.keys(), spot);
    checkEndings(id, entry, spot, context);
    const condition = (key: "appliesWhen" | "performedWhen") => {
      const written = entry[key];
      return written && linkCondition(written, within(spot, entry, key), context, outside);
    };
    const date = (key: "due" | "done" | "keepUntil") => linkDate(entry[key], within(spot, entry, key), context);
    const own = condition("appliesWhen");
    const both: readonly Condition[] = [clauseApplies, own].filter((part) => part !== undefined);
    return {
      id,
      clause: clause.entry.id,
      bearer: entry.bearer,
      entry,
      appliesWhen: both.length > 1 ? { kind: "all", of: both } : both[0],
      due: date("due"),
      done: date("done"),
      performedWhen: condition("performedWhen"),
      keepUntil: date("keepUntil"),
    };
  });
}

/** A duty ends in one way: it is done by a date, it is performed, or it lasts until a date. */
function checkEndings(id: string, entry: ObligationEntry, spot: Spot, context: LinkContext): void {
  const endings = [entry.done, entry.performedWhen, entry.keepUntil].filter((ending) => ending !== undefined);
  const dueWithoutDone = entry.due !== undefined && entry.done === undefined;
  if (endings.length <= 1 && !dueWithoutDone) return;
  context.reporter.report("obligation-ending", spot, `how \`${id}\` ends is not clear`, {
    expected: "`due` with `done`, or `performedWhen`, or `keepUntil`, or none of them",
    remedy: dueWithoutDone ? "add `done:`, the day it was done" : "keep one of them",
  });
}

function linkDate(entry: ValueEntry | undefined, spot: Spot, context: LinkContext): Value | undefined {
  if (entry === undefined) return undefined;
  const value = linkValue(entry, spot, context, outside, { kind: "date" });
  if (value === undefined || value.type.kind === "date") return value;
  context.reporter.report("wrong-type", spot, "this is not a date", {
    expected: "a date",
    remedy: "name a date, or work one out",
  });
  return undefined;
}

function linkDecision(id: string, title: string, version: Version<DecisionVersion>, context: LinkContext): Decision {
  const { entry, spot } = version;
  const outcomes = new Map(Object.entries(entry.outcomes));
  const rows = entry.rows.map((row, at): Row => {
    const rowSpot = within(spot, row, "outcome");
    if (!outcomes.has(row.outcome)) context.reporter.unknownName("outcome", row.outcome, outcomes.keys(), rowSpot);
    const isLast = at === entry.rows.length - 1;
    if ((row.when === undefined) !== isLast) {
      context.reporter.report(
        "row-order",
        rowSpot,
        isLast ? `decision \`${id}\` leaves cases undecided` : "no row after this one can ever decide",
        {
          expected: "rows with `when`, and a last one without",
          remedy: isLast ? "add a last row with an `outcome` alone" : "add `when:` to this row, or move it to the end",
        },
      );
    }
    for (const [index, clause] of (row.clauses ?? []).entries()) {
      if (context.clauses.has(clause)) continue;
      context.reporter.unknownName("clause", clause, context.clauses, within(spot, row.clauses ?? [], index));
    }
    return {
      outcome: row.outcome,
      when: row.when && linkCondition(row.when, within(spot, row, "when"), context, outside),
      clauses: row.clauses ?? [],
    };
  });
  return { id, title, outcomes, rows };
}

function linkContradictions(
  sources: ProcedureSources,
  context: LinkContext,
  newest: <Entry extends { revision?: string; retired?: boolean }>(
    versions: readonly Version<Entry>[],
  ) => Version<Entry> | undefined,
): readonly Contradiction[] {
  return [...byId(sources.contradictions).values()].flatMap((versions): readonly Contradiction[] => {
    const version = newest(versions);
    if (version === undefined) return [];
    const { entry, spot } = version;
    const when = linkCondition(entry.when, within(spot, entry, "when"), context, outside);
    if (when === undefined) return [];
    const facts = new Set<string>();
    const others = new Set<string>();
    visitCondition(when, {
      reference: ({ kind, id }) => (kind === "fact" ? facts : others).add(id),
      clause: (id) => others.add(id),
      decision: (id) => others.add(id),
      reading: (id) => others.add(id),
    });
    if (others.size > 0) {
      context.reporter.report("not-a-fact", within(spot, entry, "when"), "a contradiction asks of facts alone", {
        expected: "facts of the case",
        remedy: `take out ${[...others].map((id) => `\`${id}\``).join(", ")}`,
      });
    }
    return [{ id: entry.id, when, facts: [...facts], says: entry.says }];
  });
}

/** What `procedure.yaml` names must be there in every revision. */
function checkFile(sources: ProcedureSources, context: LinkContext): void {
  const { entry: file, document } = sources.procedure;
  const spot = (container: object, key: string | number): Spot => ({ document, container, key });
  const governing = context.facts.get(file.governedBy);
  if (governing === undefined) {
    context.reporter.unknownName("fact", file.governedBy, context.facts.keys(), spot(file, "governedBy"));
  } else if (governing.type.kind !== "date") {
    context.reporter.report("wrong-type", spot(file, "governedBy"), `\`${file.governedBy}\` is not a date`, {
      expected: "a fact of type `date`",
      remedy: "name the date that selects the revision",
    });
  }
  for (const [at, id] of file.headline.entries()) {
    if (context.decisions.has(id)) continue;
    context.reporter.unknownName("decision", id, context.decisions.keys(), spot(file.headline, at));
  }
  const interpretations = file.interpretations ?? [];
  for (const [at, id] of interpretations.entries()) {
    if (context.interpretations.has(id)) continue;
    context.reporter.unknownName("interpretation", id, context.interpretations.keys(), spot(interpretations, at));
  }
}

function reportCycle(
  cycle: readonly string[],
  clauses: ReadonlyMap<string, ClauseSource>,
  decisions: ReadonlyMap<string, { readonly version: Version<DecisionVersion> }>,
  context: LinkContext,
): void {
  const spots = cycle.slice(0, -1).map((part): Spot | undefined => {
    const [kind = "", id = ""] = part.split(" ");
    if (kind === "value") return context.derivedSources.get(id)?.spot;
    return kind === "clause" ? clauses.get(id)?.version.spot : decisions.get(id)?.version.spot;
  });
  const [first, ...rest] = spots;
  if (first === undefined) return;
  context.reporter.report("cycle", first, `this needs itself: ${cycle.join(" → ")}`, {
    expected: "clauses, decisions and values that can be worked out one after the other",
    remedy: "take one of these references out",
    related: rest.flatMap((spot, at) => (spot ? [{ spot, message: `${cycle[at + 1]} stands here` }] : [])),
  });
}
