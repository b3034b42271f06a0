import { capital, humanise, sentence } from "../explain/names.ts";
import { outlineOf } from "../explain/outline.ts";
import type { Decision, RevisionModel } from "../procedure/model.ts";
import { anchorOf } from "./anchors.ts";
import { Links } from "./links.ts";
import { visitDecision } from "./names-in.ts";
import type { Triangles } from "./triangles.ts";
import { type LinkedOutline, oneLine, plain, type Span } from "./words.ts";

/** A question that the procedure answers about a case. */
export interface BookDecision {
  readonly id: string;
  readonly anchor: string;
  /** The question. */
  readonly title: string;
  /** From best to worst for the applicant. */
  readonly outcomes: readonly BookOutcome[];
  /** In the order in which they are tried. */
  readonly rows: readonly BookRow[];
  readonly triangle?: string;
}

/** A possible answer. */
export interface BookOutcome {
  readonly name: string;
  readonly says: string;
}

/** When an answer is given. */
export interface BookRow {
  readonly outcome: string;
  readonly when: LinkedOutline;
  /** The clauses that it rests on beyond those that its condition names. */
  readonly clauses: readonly Span[];
}

/** The decisions of a revision. */
export function decisionsOf(model: RevisionModel, triangles: Triangles): readonly BookDecision[] {
  return [...model.decisions.values()].map((decision) => ({
    id: decision.id,
    anchor: anchorOf("decision", decision.id),
    title: oneLine(decision.title),
    outcomes: [...decision.outcomes].map(([outcome, says]) => ({
      name: outcomeName(outcome),
      says: oneLine(sentence(says)),
    })),
    rows: rowsOf(decision, model),
    ...triangles.beside("decision", decision.id),
  }));
}

function rowsOf(decision: Decision, model: RevisionModel): readonly BookRow[] {
  const links = new Links(model, (visitor) => visitDecision(decision, visitor), anchorOf("decision", decision.id));
  return decision.rows.map(({ outcome, when, clauses }) => ({
    outcome: outcomeName(outcome),
    when:
      when === undefined
        ? { words: plain("in every other case"), parts: [] }
        : links.outline(outlineOf(when, { model })),
    clauses: clauses.map((id) => ({ text: id, to: anchorOf("clause", id) })),
  }));
}

function outcomeName(outcome: string): string {
  return capital(humanise(outcome));
}
