import type { StructureChange } from "../diff/report.ts";
import type { RevisionModel } from "../procedure/model.ts";
import type { ProcedureSources } from "../procedure/sources.ts";
import { type ChangeSummary, summaryOfChanges } from "./changes.ts";
import { type BookSection, sectionsOf } from "./clauses.ts";
import { type BookDecision, decisionsOf } from "./decisions.ts";
import { type BookContradiction, type BookFact, contradictionsOf, factsOf } from "./facts.ts";
import { linkProse } from "./links.ts";
import { type BookReading, readingsOf } from "./readings.ts";
import { type Standing, standingOf } from "./standing.ts";
import { Triangles } from "./triangles.ts";
import { oneLine, type Words } from "./words.ts";

/** A revision of a procedure as a document: everything that it says, in words and in the order of the source. */
export interface Book {
  readonly title: string;
  readonly publisher: string;
  readonly description: Words;
  readonly standing: Standing;
  readonly changes: ChangeSummary;
  readonly sections: readonly BookSection[];
  readonly decisions: readonly BookDecision[];
  /** The register of facts, in the order in which a form would ask for them. */
  readonly facts: readonly BookFact[];
  readonly contradictions: readonly BookContradiction[];
  /** The register of readings. */
  readonly readings: readonly BookReading[];
}

/** What a revision changed in the last approved revision before it. */
export interface Since {
  readonly base: RevisionModel;
  /** From the base to the revision that is shown. */
  readonly changes: readonly StructureChange[];
}

/**
 * The document of a revision.
 *
 * @param since what changed; nothing where no approved revision comes before it
 */
export function bookOf(model: RevisionModel, sources: ProcedureSources, since?: Since): Book {
  const { publisher, description, revisions } = sources.procedure.entry;
  const standing = standingOf(model, since?.base);
  const triangles = new Triangles(standing.revision, since?.changes ?? []);
  const sections = sectionsOf(model, sources, triangles);
  return {
    title: oneLine(model.title),
    publisher: oneLine(publisher),
    description: linkProse(description, model.clauses),
    standing,
    changes: summaryOfChanges(model, since, sections, revisions[0]?.revision === standing.revision),
    sections,
    decisions: decisionsOf(model, triangles),
    facts: factsOf(model, triangles),
    contradictions: contradictionsOf(model, triangles),
    readings: readingsOf(model, triangles),
  };
}
