import { answerOf } from "../../book/answer.ts";
import { capital, sentence } from "../../explain/names.ts";
import type { Outline } from "../../explain/outline.ts";
import { sayValue } from "../../explain/value-words.ts";
import type { Clause, Derived, Fact, Obligation, RevisionModel } from "../../procedure/model.ts";

/** What an editor says about a fact: what it is, its question, and what can be answered. */
export function factWords(fact: Fact): string {
  return `${sentence(fact.entry.label)} ${questionWords(fact)}`;
}

/** The question for a fact, and what can be answered. */
export function questionWords({ entry }: Fact): string {
  return `${entry.question.trim()} ${sentence(`answer: ${sayOutline(answerOf(entry))}`)}`;
}

/** What an editor says about a value that a clause defines. */
export function derivedWords({ clause, value }: Derived, model: RevisionModel): string {
  const title = model.clauses.get(clause)?.title ?? "";
  return `${sentence(sayValue(value, { model }))} (Defined by clause ${clause}, ${title}.)`;
}

/** What an editor says about a clause: its title and its summary. */
export function clauseWords({ title, summary }: Clause): string {
  return `${title}. ${summary.trim()}`;
}

/** What an editor says about a duty. */
export function obligationWords({ entry, bearer, clause }: Obligation, { parties }: RevisionModel): string {
  return `${capital(parties.get(bearer) ?? bearer)}: ${entry.duty.trim()} (Clause ${clause}.)`;
}

/** That something is known to some of the revisions alone, to stand behind other words. */
export function inOne(revisions: readonly string[]): string {
  return ` (Only in revision ${revisions.join(", ")}.)`;
}

function sayOutline({ text, parts }: Outline): string {
  return parts.length === 0 ? text : `${text} ${parts.map(sayOutline).join("; ")}`;
}
