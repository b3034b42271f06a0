import type { ClauseVersion, ObligationEntry } from "../../language/clause.ts";
import type { Condition as ConditionEntry } from "../../language/condition.ts";
import type { DecisionVersion } from "../../language/decision.ts";
import type { InterpretationEntry } from "../../language/interpretation.ts";
import type { Value as ValueEntry } from "../../language/value.ts";
import { describeType } from "../../language/value-type.ts";
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
import { byId, type Revision, type Version, type Versioned, versionIn, versionsOf } from "../versions.ts";
import { type Parts, visitAll, visitCondition } from "../visit.ts";
import { reportCircle, reportTooDeep } from "./circle.ts";
import { linkCondition } from "./condition.ts";
import { type DerivedSource, type LinkContext, outside } from "./context.ts";
import { findCycles } from "./cycles.ts";
import { linkFact } from "./fact.ts";
import { mentionOf, type Name } from "./mention.ts";
import { linkDerived } from "./reference.ts";
import { reportUnknown, type Timelines } from "./timeline.ts";
import { linkValue } from "./value.ts";

/** A clause's version in this revision, and the clause. */
interface ClauseSource {
  readonly clause: SourcedClause;
  readonly version: Version<ClauseVersion>;
}

/** A decision's version in this revision, and its question. */
interface DecisionSource {
  readonly title: string;
  readonly version: Version<DecisionVersion>;
}

/**
 * A revision with every name resolved and every type checked. Problems go to the reporter; where it has any
 * afterwards, the model must not be used.
 */
export function linkRevision(
  sources: ProcedureSources,
  revision: Revision,
  revisions: readonly Revision[],
  timelines: Timelines,
  reporter: Reporter,
): RevisionModel {
  const newest = <Entry extends Versioned>(versions: readonly Version<Entry>[]) =>
    versionIn(versions, revision, revisions);
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
  const clauseSources = clausesIn(sources, newest);
  const decisionSources = decisionsIn(sources, newest);
  const context: LinkContext = {
    reporter,
    revision,
    timelines,
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
        const message = `clauses ${first.clause} and ${obligation.clause} both have a duty \`${obligation.id}\``;
        const other = clauseSources.get(first.clause)?.version;
        reporter.report("duplicate-obligation", spot, message, {
          atKey: true,
          once: true,
          remedy: "give each duty a name of its own",
          related: other
            ? [
                {
                  spot: within(other.spot, other.entry.obligations ?? {}, obligation.id),
                  message: `clause ${first.clause} has it here`,
                  atKey: true,
                },
              ]
            : [],
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
  const spotOf = ({ kind, id }: Name): Spot | undefined => {
    if (kind === "value") return context.derivedSources.get(id)?.spot;
    return (kind === "clause" ? clauseSources : decisionSources).get(id)?.version.spot;
  };
  const { circles, tooDeep } = findCycles(parts);
  for (const circle of circles) reportCircle(circle, spotOf, reporter);
  for (const name of tooDeep) {
    const spot = spotOf(name);
    if (spot !== undefined) reportTooDeep(spot, reporter);
  }
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

/** Gives the version of something that the revision has. */
type Newest = <Entry extends Versioned>(versions: readonly Version<Entry>[]) => Version<Entry> | undefined;

function clausesIn(sources: ProcedureSources, newest: Newest): ReadonlyMap<string, ClauseSource> {
  return new Map(
    sources.clauses.flatMap((clause) => {
      const version = newest(versionsOf(clause));
      return version ? [[clause.entry.id, { clause, version }] as const] : [];
    }),
  );
}

function decisionsIn(sources: ProcedureSources, newest: Newest): ReadonlyMap<string, DecisionSource> {
  return new Map(
    sources.decisions.flatMap((decision) => {
      const version = newest(versionsOf(decision));
      return version ? [[decision.entry.id, { title: decision.entry.title, version }] as const] : [];
    }),
  );
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
        const taken = other
          ? `clause ${other.clause} derives`
          : facts.has(id)
            ? "a fact has"
            : "the evaluation date has";
        reporter.report("duplicate-name", spot, `${taken} the name \`${id}\` already`, {
          atKey: true,
          once: true,
          remedy: "give the derived value a name of its own",
          related: other ? [{ spot: other.spot, message: `clause ${other.clause} derives it here`, atKey: true }] : [],
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
      reportUnknown("interpretation", id, context.interpretations.keys(), spot, context);
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
  const expected = "`due` with `done`, or `performedWhen`, or `keepUntil`, or none of them";
  const endings = (["done", "performedWhen", "keepUntil"] as const).filter((key) => entry[key] !== undefined);
  const [first, second] = endings;
  if (first !== undefined && second !== undefined) {
    const message = `the duty \`${id}\` ends in two ways, by \`${first}\` and by \`${second}\``;
    context.reporter.report("obligation-ending", within(spot, entry, second), message, {
      expected,
      remedy: "keep one of them",
      atKey: true,
      related: [{ spot: within(spot, entry, first), message: "the other one stands here", atKey: true }],
    });
  } else if (entry.due !== undefined && entry.done === undefined) {
    const message = `the duty \`${id}\` is due on a day, but which day it was done on is not said`;
    const remedy = first === undefined ? "add `done:` with the day it was done" : `take out \`due\` or \`${first}\``;
    context.reporter.report("obligation-ending", within(spot, entry, "due"), message, {
      expected,
      remedy,
      atKey: true,
    });
  }
}

function linkDate(entry: ValueEntry | undefined, spot: Spot, context: LinkContext): Value | undefined {
  if (entry === undefined) return undefined;
  const value = linkValue(entry, spot, context, outside, { kind: "date" });
  if (value === undefined || value.type.kind === "date") return value;
  context.reporter.report("wrong-type", spot, `this is ${describeType(value.type)}, and a date belongs here`, {
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
      reportUnknown("clause", clause, context.clauses, within(spot, row.clauses ?? [], index), context);
    }
    return {
      outcome: row.outcome,
      when: row.when && linkCondition(row.when, within(spot, row, "when"), context, outside),
      clauses: row.clauses ?? [],
    };
  });
  return { id, title, outcomes, rows };
}

function linkContradictions(sources: ProcedureSources, context: LinkContext, newest: Newest): readonly Contradiction[] {
  return [...byId(sources.contradictions).values()].flatMap((versions): readonly Contradiction[] => {
    const version = newest(versions);
    if (version === undefined) return [];
    const { entry, spot } = version;
    const when = linkCondition(entry.when, within(spot, entry, "when"), context, outside);
    if (when === undefined) return [];
    const facts = new Set<string>();
    const others: Name[] = [];
    visitCondition(when, {
      reference: ({ kind, id }) => (kind === "fact" ? facts.add(id) : others.push({ kind: "value", id })),
      clause: (id) => others.push({ kind: "clause", id }),
      decision: (id) => others.push({ kind: "decision", id }),
      reading: (id) => others.push({ kind: "reading", id }),
    });
    for (const other of others) {
      const place = mentionOf(other, within(spot, entry, "when"));
      context.reporter.report("not-a-fact", place, `a contradiction can't ask for \`${other.id}\`, which is no fact`, {
        expected: "facts of the case alone",
        remedy: "ask for the facts that it rests on",
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
    reportUnknown("fact", file.governedBy, context.facts.keys(), spot(file, "governedBy"), context);
  } else if (governing.type.kind !== "date") {
    context.reporter.report("wrong-type", spot(file, "governedBy"), `\`${file.governedBy}\` is not a date`, {
      expected: "a fact of type `date`",
      remedy: "name the date that selects the revision",
    });
  }
  for (const [at, id] of file.headline.entries()) {
    if (context.decisions.has(id)) continue;
    reportUnknown("decision", id, context.decisions.keys(), spot(file.headline, at), context);
  }
  const interpretations = file.interpretations ?? [];
  for (const [at, id] of interpretations.entries()) {
    if (context.interpretations.has(id)) continue;
    reportUnknown("interpretation", id, context.interpretations.keys(), spot(interpretations, at), context);
  }
}
