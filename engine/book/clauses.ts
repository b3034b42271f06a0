import { clauseStatements, dutyTerms } from "../explain/clause-formula.ts";
import { type Asker, clauseView } from "../explain/clause-view.ts";
import { capital, sentence } from "../explain/names.ts";
import type { Clause, RevisionModel } from "../procedure/model.ts";
import type { ProcedureSources } from "../procedure/sources.ts";
import { visitClause } from "../procedure/visit.ts";
import { anchorOf } from "./anchors.ts";
import { type AskedFact, askedFact } from "./facts.ts";
import { Links, linkProse } from "./links.ts";
import { factsAsked } from "./names-in.ts";
import { inSourceOrder, type RetiredClause, retiredClauses } from "./order.ts";
import { type BookReading, readingOf } from "./readings.ts";
import type { Triangles } from "./triangles.ts";
import { type LinkedOutline, oneLine, type Span, type Words } from "./words.ts";

/** Clauses of one section that follow one another. */
export interface BookSection {
  readonly id: string;
  readonly anchor: string;
  readonly title: string;
  readonly clauses: readonly BookClause[];
}

/** A clause: one that is in force, or the place of one that was retired. */
export interface BookClause {
  readonly id: string;
  readonly anchor: string;
  readonly title: string;
  /** What kind of statement it makes, in words. */
  readonly kind: string;
  /** The revision that brought what is in force, and the day on which that took effect. */
  readonly revision: string;
  readonly effective: string;
  /** What it says; of a retired clause, why it is no longer there. */
  readonly summary: Words;
  readonly isRetired: boolean;
  readonly notEncoded?: Words;
  readonly statements: readonly Statement[];
  readonly duties: readonly BookDuty[];
  readonly facts: readonly AskedFact[];
  readonly readings: readonly BookReading[];
  /** What asks about the clause or about a value that it defines. */
  readonly askedBy: readonly Span[];
  readonly triangle?: string;
}

/** A formula of a clause. */
export interface Statement {
  readonly heading: string;
  readonly outline: LinkedOutline;
}

/** A duty that a clause lays on someone. */
export interface BookDuty {
  readonly id: string;
  /** Who bears it, as a phrase within a sentence. */
  readonly bearer: string;
  readonly duty: string;
  readonly terms: readonly Statement[];
}

/** The clauses of a revision in the order of the source, section by section; those retired before it in their places. */
export function sectionsOf(
  model: RevisionModel,
  sources: ProcedureSources,
  triangles: Triangles,
): readonly BookSection[] {
  const retired = new Map(retiredClauses(model, sources).map((clause) => [clause.id, clause]));
  const sections: { id: string; title: string; clauses: BookClause[] }[] = [];
  for (const { entry, section, sectionTitle } of inSourceOrder(sources)) {
    const clause = model.clauses.get(entry.id);
    const gone = retired.get(entry.id);
    const shown = clause ? bookClause(clause, model, sources, triangles) : gone && retiredClause(gone, triangles);
    if (shown === undefined) continue;
    const last = sections.at(-1);
    if (last?.id === section && last.title === sectionTitle) last.clauses.push(shown);
    else sections.push({ id: section, title: sectionTitle, clauses: [shown] });
  }
  return sections.map(({ id, title, clauses }, at) => {
    const earlier = sections.slice(0, at).filter((other) => other.id === id).length;
    const anchor = `section-${id}${earlier === 0 ? "" : `--${earlier + 1}`}`;
    return { id, anchor, title: oneLine(title), clauses };
  });
}

function bookClause(clause: Clause, model: RevisionModel, sources: ProcedureSources, triangles: Triangles): BookClause {
  const { id, kind, revision, effective, summary, notEncoded } = clause;
  const anchor = anchorOf("clause", id);
  const visit = (visitor: Parameters<typeof visitClause>[2]) => visitClause(clause, model, visitor);
  const links = new Links(model, visit, anchor);
  return {
    id,
    anchor,
    title: oneLine(clause.title),
    kind,
    revision,
    effective,
    summary: linkProse(summary, model.clauses),
    isRetired: false,
    ...(notEncoded === undefined ? {} : { notEncoded: linkProse(notEncoded, model.clauses) }),
    statements: clauseStatements(clause, model).map(({ heading, outline }) => ({
      heading: oneLine(heading),
      outline: links.outline(outline),
    })),
    duties: clause.obligations.flatMap((duty) => dutyOf(duty, model, links)),
    facts: factsAsked(visit).flatMap((fact) => askedFact(fact, model)),
    readings: clause.interpretations.flatMap((reading) => readingOf(reading, model, triangles)),
    askedBy: clauseView(clause, model, sources).askedBy.map((asker) => askerSpan(asker, model)),
    ...triangles.beside("clause", id),
  };
}

function retiredClause(
  { id, title, kind, revision, effective, summary }: RetiredClause,
  triangles: Triangles,
): BookClause {
  return {
    id,
    anchor: anchorOf("clause", id),
    title: oneLine(title),
    kind,
    revision,
    effective,
    summary: [{ text: oneLine(summary) }],
    isRetired: true,
    statements: [],
    duties: [],
    facts: [],
    readings: [],
    askedBy: [],
    ...triangles.beside("clause", id),
  };
}

function dutyOf(id: string, model: RevisionModel, links: Links): readonly BookDuty[] {
  const obligation = model.obligations.get(id);
  if (obligation === undefined) return [];
  const terms = dutyTerms(obligation, model).map(({ term, outline }) => ({
    heading: capital(term),
    outline: links.outline(outline),
  }));
  const bearer = oneLine(model.parties.get(obligation.bearer) ?? obligation.bearer);
  return [{ id, bearer, duty: oneLine(sentence(obligation.entry.duty)), terms }];
}

/** A duty is found at the clause that lays it on someone. */
function askerSpan({ kind, id }: Asker, model: RevisionModel): Span {
  if (kind === "clause") return { text: `clause ${id}`, to: anchorOf("clause", id) };
  if (kind === "decision") {
    return { text: oneLine(model.decisions.get(id)?.title ?? id), to: anchorOf("decision", id) };
  }
  const clause = model.obligations.get(id)?.clause;
  return clause === undefined
    ? { text: `duty ${id}` }
    : { text: `a duty of clause ${clause}`, to: anchorOf("clause", clause) };
}
