import type { InterpretationEntry } from "../../language/interpretation.ts";
import { contentOf, sealedParts } from "../content.ts";
import { digestOf } from "../digest.ts";
import type { Clause, Derived, RevisionModel } from "../model.ts";
import type { Origins } from "../origins.ts";
import type { Reporter, Spot } from "../reporter.ts";
import type { ProcedureSources } from "../sources.ts";
import { byId, type Newest, type Revision, versionIn } from "../versions.ts";
import { type Parts, visitAll } from "../visit.ts";
import { reportCircle, reportTooDeep } from "./circle.ts";
import { clausesIn, derivedIn, linkClause } from "./clause.ts";
import type { LinkContext } from "./context.ts";
import { linkContradictions } from "./contradiction.ts";
import { findCycles } from "./cycles.ts";
import { decisionsIn, linkDecision } from "./decision.ts";
import { linkFact } from "./fact.ts";
import type { Name } from "./mention.ts";
import { linkAllObligations } from "./obligation.ts";
import { checkProcedureFile } from "./procedure-file.ts";
import { linkDerived } from "./reference.ts";
import type { Timelines } from "./timeline.ts";

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
  origins: Origins,
): RevisionModel {
  const newest: Newest = (versions) => versionIn(versions, revision, revisions);
  const { procedure } = sources;
  const file = procedure.entry;
  const facts = new Map(
    [...byId(sources.facts)].flatMap(([id, versions]) => {
      const version = newest(versions);
      return version ? [[id, origins.note(linkFact(version.entry), version.spot)] as const] : [];
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
    origins,
    revision,
    timelines,
    facts,
    clauses: new Set(clauseSources.keys()),
    notEncoded: new Set(
      [...clauseSources].flatMap(([id, { version }]) => (version.entry.notEncoded === undefined ? [] : [id])),
    ),
    decisions: new Map(
      [...decisionSources].map(
        ([id, { version }]) => [id, version.entry.outcomes.map(({ outcome }) => outcome)] as const,
      ),
    ),
    interpretations,
    derivedSources: derivedIn(clauseSources, facts, origins, reporter),
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
  for (const [id, source] of clauseSources) clauses.set(id, linkClause(source, context));
  const obligations = linkAllObligations(clauseSources, context, parties);
  const decisions = new Map(
    [...decisionSources].map(([id, source]) => [id, linkDecision(id, source.title, source.version, context)] as const),
  );
  const contradictions = linkContradictions(sources, context, newest);
  for (const { entry, document } of sources.facts) {
    if (!parties.has(entry.knownBy)) {
      reporter.unknownName("party", entry.knownBy, parties.keys(), { document, container: entry, key: "knownBy" });
    }
  }
  checkProcedureFile(sources, context);
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
    digest: digestOf(sealedParts(contentOf(sources, revision.entry.revision))),
    governedBy: file.governedBy,
    interpretationsThroughout: (file.interpretations ?? []).filter((id) => interpretations.has(id)),
    parties,
    applicants: new Set(file.applicants ?? parties.keys()),
    headline: file.headline.filter((id) => decisions.has(id)),
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
