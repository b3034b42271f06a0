import { escaped } from "../../explain/markdown-text.ts";
import type { BookClause, BookDuty, BookSection } from "../clauses.ts";
import type { AskedFact } from "../facts.ts";
import type { BookReading } from "../readings.ts";
import { anchor, linkList, outlineItem, outlineLine, table, triangle, words } from "./parts.ts";

/** A section with its clauses, as blocks. */
export function section({ id, anchor: at, title, clauses }: BookSection): readonly string[] {
  return [`## ${anchor(at)}${id} ${escaped(title)}`, ...clauses.flatMap(clause)];
}

function clause(shown: BookClause): readonly string[] {
  const { id, anchor: at, title, kind, isRetired, triangle: revision } = shown;
  const name = `${id} ${escaped(title)}`;
  return [
    `### ${anchor(at)}${isRetired ? `~~${name}~~` : name}${triangle(revision)}`,
    `*${isRetired ? "retired" : kind}*`,
    ...(isRetired ? retiredBody(shown) : body(shown)),
  ];
}

function retiredBody({ revision, effective, summary }: BookClause): readonly string[] {
  return [words(summary), `<sub>Retired by revision ${revision}, ${effective}.</sub>`];
}

function body(shown: BookClause): readonly string[] {
  const { summary, notEncoded, statements, duties, facts, readings, revision, effective, askedBy } = shown;
  const asking = askedBy.length === 0 ? "" : ` Asked about by ${linkList(askedBy)}.`;
  return [
    words(summary),
    ...(notEncoded === undefined ? [] : [`> **Nothing of it is encoded.** ${words(notEncoded)}`]),
    ...(statements.length === 0
      ? []
      : [statements.map(({ heading, outline }) => outlineItem(`**${escaped(heading)}:** `, outline)).join("\n")]),
    ...duties.flatMap(duty),
    ...asked(facts),
    ...readings.map(noteOf),
    `<sub>Since revision ${revision}, ${effective}.${asking}</sub>`,
  ];
}

function duty({ bearer, duty: what, terms }: BookDuty): readonly string[] {
  const items = terms.map(({ heading, outline }) => outlineItem(`**${heading}:** `, outline, "  "));
  return [[`- **Duty of ${escaped(bearer)}:** ${escaped(what)}`, ...items].join("\n")];
}

function asked(facts: readonly AskedFact[]): readonly string[] {
  if (facts.length === 0) return [];
  const rows = facts.map(({ label, to, question, knownBy, answer }) => [
    words([{ text: label, to }]),
    escaped(question),
    escaped(knownBy),
    outlineLine(answer),
  ]);
  return [table(["Fact asked", "Question", "Known by", "Answer"], rows)];
}

/** A reading where a clause rests on it. */
function noteOf(reading: BookReading): string {
  const { question, anchor: to, triangle: revision } = reading;
  const lines = [`**${words([{ text: question, to }])}**${triangle(revision)}`, ...readingLines(reading)];
  return lines.map((line) => `> ${line}`).join("\n>\n");
}

/** How a place is read, why, and how else it could be. */
export function readingLines({ reading, why, alternatives }: BookReading): readonly string[] {
  return [
    `*Reading:* ${words(reading)}`,
    `*Why:* ${words(why)}`,
    ...alternatives.map(({ says, switch: assignment }) => {
      const how = assignment === undefined ? "can’t be switched to" : `can be switched to: \`${assignment}\``;
      return `*Otherwise:* ${words(says)} (${how})`;
    }),
  ];
}
