import { joined } from "../../language/expressions/expression.ts";
import type { Effect, EffectName, SideView, Witness } from "../report.ts";

const grouped = new Intl.NumberFormat("en-GB");

/** A number as people read it: 12,345. */
export function number(count: number): string {
  return grouped.format(count);
}

/** A number with its noun: "1 case", "12,345 cases". */
export function many(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** What causes a difference, for use within a sentence: "clauses 2.1.3 and 2.4", "decision submission". */
export function sayCauses(responsible: readonly string[], most = Number.POSITIVE_INFINITY): string {
  const clauses = responsible.filter((id) => !id.startsWith("decision "));
  const decisions = responsible.filter((id) => id.startsWith("decision ")).map((id) => id.slice("decision ".length));
  return joined([...named("clause", clauses, most), ...named("decision", decisions, most)], "and");
}

/** Ids under their kind, only so many of them: "clauses 2.1, 2.2 and 5 more". */
function named(kind: string, ids: readonly string[], most: number): readonly string[] {
  return ids.length === 0 ? [] : [`${kind}${ids.length === 1 ? "" : "s"} ${some(ids, most)}`];
}

/** Words joined as in a sentence, only so many of them: "a, b and 5 more". */
export function some(words: readonly string[], most = Number.POSITIVE_INFINITY): string {
  return joined(words.length > most + 1 ? [...words.slice(0, most), `${words.length - most} more`] : words, "and");
}

/** When a side governs, or would once it is approved. */
export function sayForce({ status, effective, until }: SideView): string {
  const end = until === null ? "on" : `up to, not including, ${until}`;
  return status === "draft"
    ? `draft, in force from ${effective} ${end} once approved`
    : `approved, in force ${effective} ${end}`;
}

/** By whose word a side governs; nothing where it doesn't. */
export function sayApproval({ approval }: SideView): string {
  return approval === null ? "" : `Approved by ${approval.by} on ${approval.on}.`;
}

/** What a comparison is about: "parking: revision 1.0 → 1.1". */
export function sayTitle(base: SideView, head: SideView): string {
  if (base.procedure !== head.procedure) {
    return `${base.procedure}, revision ${base.revision} → ${head.procedure}, revision ${head.revision}`;
  }
  const revisions =
    base.revision === head.revision
      ? `revision ${base.revision}, two versions`
      : `revision ${base.revision} → ${head.revision}`;
  return `${base.procedure}: ${revisions}`;
}

/** A sign for each effect, which tells them apart where colours don't. */
export const signs: Readonly<Record<EffectName, string>> = {
  tightens: "▼",
  mixed: "◆",
  loosens: "▲",
  unknown: "?",
  none: "=",
};

/** A text cut to a number of characters. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

/** The numbers of the cases that show an effect: "1", "1, 3". */
export function casesOf(effect: Effect, numberOf: (witness: Witness) => number): string {
  const numbers = [effect.worse, effect.better, effect.otherwise].flatMap((finding) =>
    finding.kind === "found" ? [numberOf(finding.witness)] : [],
  );
  return [...new Set(numbers)].join(", ");
}
