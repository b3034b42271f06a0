import { sentence } from "../explain/names.ts";
import type { Outline } from "../explain/outline.ts";
import { outlineOf } from "../explain/outline.ts";
import type { RevisionModel } from "../procedure/model.ts";
import { type Visitor, visitClause, visitCondition } from "../procedure/visit.ts";
import { anchorOf } from "./anchors.ts";
import { answerOf } from "./answer.ts";
import { Links } from "./links.ts";
import { factsAsked, visitDecision } from "./names-in.ts";
import type { Triangles } from "./triangles.ts";
import { type LinkedOutline, oneLine, plain, type Span } from "./words.ts";

/** A fact where it is asked for. */
export interface AskedFact {
  readonly id: string;
  /** Where the register has it. */
  readonly to: string;
  readonly label: string;
  readonly question: string;
  /** Who knows the answer. */
  readonly knownBy: string;
  /** What can be answered. */
  readonly answer: LinkedOutline;
}

/** A fact in the register. */
export interface BookFact extends AskedFact {
  readonly anchor: string;
  /** Whether its date selects the revision that decides a case. */
  readonly governs: boolean;
  /** The clauses and decisions that ask for it themselves. */
  readonly askedBy: readonly Span[];
  readonly triangle?: string;
}

/** Facts that can't be so together. */
export interface BookContradiction {
  readonly id: string;
  readonly anchor: string;
  readonly says: string;
  readonly when: LinkedOutline;
  readonly triangle?: string;
}

/** A fact of the revision as something asks for it; none where there is none of that id. */
export function askedFact(id: string, model: RevisionModel): readonly AskedFact[] {
  const entry = model.facts.get(id)?.entry;
  if (entry === undefined) return [];
  return [
    {
      id,
      to: anchorOf("fact", id),
      label: oneLine(entry.label),
      question: oneLine(entry.question),
      knownBy: oneLine(model.parties.get(entry.knownBy) ?? entry.knownBy),
      answer: unlinked(answerOf(entry)),
    },
  ];
}

/** The register of facts. */
export function factsOf(model: RevisionModel, triangles: Triangles): readonly BookFact[] {
  const askers = askersOf(model);
  return [...model.facts.keys()].flatMap((id) =>
    askedFact(id, model).map((fact) => ({
      ...fact,
      anchor: fact.to,
      governs: id === model.governedBy,
      askedBy: askers.get(id) ?? [],
      ...triangles.beside("fact", id),
    })),
  );
}

/** The facts that exclude each other. */
export function contradictionsOf(model: RevisionModel, triangles: Triangles): readonly BookContradiction[] {
  return model.contradictions.map(({ id, when, says }) => {
    const anchor = anchorOf("contradiction", id);
    const links = new Links(model, (visitor) => visitCondition(when, visitor), anchor);
    return {
      id,
      anchor,
      says: oneLine(sentence(says)),
      when: links.outline(outlineOf(when, { model })),
      ...triangles.beside("contradiction", id),
    };
  });
}

function askersOf(model: RevisionModel): ReadonlyMap<string, readonly Span[]> {
  const askers = new Map<string, Span[]>();
  const note = (asker: Span, visit: (visitor: Visitor) => void) => {
    for (const id of factsAsked(visit)) askers.set(id, [...(askers.get(id) ?? []), asker]);
  };
  for (const clause of model.clauses.values()) {
    const asker = { text: clause.id, to: anchorOf("clause", clause.id) };
    note(asker, (visitor) => visitClause(clause, model, visitor));
  }
  for (const decision of model.decisions.values()) {
    const asker = { text: oneLine(decision.title), to: anchorOf("decision", decision.id) };
    note(asker, (visitor) => visitDecision(decision, visitor));
  }
  return askers;
}

function unlinked({ text, parts }: Outline): LinkedOutline {
  return { words: plain(text), parts: parts.map(unlinked) };
}
