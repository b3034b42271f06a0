import { escaped } from "../../explain/markdown-text.ts";
import { anchors } from "../anchors.ts";
import type { BookDecision } from "../decisions.ts";
import type { BookContradiction, BookFact } from "../facts.ts";
import type { BookReading } from "../readings.ts";
import { readingLines } from "./clause.ts";
import { anchor, linkList, outlineItem, outlineLine, table, triangle, words } from "./parts.ts";

/** The decisions, as blocks. */
export function decisionBlocks(decisions: readonly BookDecision[]): readonly string[] {
  return [`## ${anchor(anchors.decisions)}Decisions`, ...decisions.flatMap(decision)];
}

function decision({ anchor: at, title, outcomes, rows, triangle: revision }: BookDecision): readonly string[] {
  const lines = rows.map(({ outcome, when, clauses }, nth) => {
    const also = clauses.length === 0 ? "" : ` (also rests on ${linkList(clauses)})`;
    const heading = `**${escaped(outcome)}**${also} — `;
    return outlineItem(heading, when)
      .replace(/^- /, `${nth + 1}. `)
      .replaceAll("\n", "\n ");
  });
  return [
    `### ${anchor(at)}${escaped(title)}${triangle(revision)}`,
    "Outcomes, from best to worst for the applicant:",
    outcomes.map(({ name, says }) => `- **${escaped(name)}:** ${escaped(says)}`).join("\n"),
    "How it is decided, by the first row that holds:",
    lines.join("\n"),
  ];
}

/** The register of facts, and those that exclude each other, as blocks. */
export function factBlocks(
  facts: readonly BookFact[],
  contradictions: readonly BookContradiction[],
): readonly string[] {
  const rows = facts.map(
    ({ id, anchor: at, label, question, knownBy, answer, askedBy, governs, triangle: revision }) => [
      `${anchor(at)}${escaped(label)}${triangle(revision)}<br>\`${id}\``,
      escaped(question),
      escaped(knownBy),
      outlineLine(answer),
      [...(governs ? ["selects the revision"] : []), ...(askedBy.length > 0 ? [linkList(askedBy)] : [])].join("; "),
    ],
  );
  const exclusions = contradictions.map(
    ({ anchor: at, says, when, triangle: revision }) =>
      `- ${anchor(at)}${escaped(says)}${triangle(revision)}\n${outlineItem("Refused when ", when, "  ")}`,
  );
  return [
    `## ${anchor(anchors.facts)}Register of facts`,
    table(["Fact", "Question", "Known by", "Answer", "Asked by"], rows),
    ...(exclusions.length === 0
      ? []
      : [`## ${anchor(anchors.contradictions)}Facts that exclude each other`, exclusions.join("\n")]),
  ];
}

/** The register of readings, as blocks: in full where no clause has them in full. */
export function readingBlocks(readings: readonly BookReading[]): readonly string[] {
  if (readings.length === 0) return [];
  const inFull = readings.filter(({ isThroughout, clauses }) => isThroughout || clauses.length === 0);
  const ofClauses = readings.filter((reading) => !inFull.includes(reading));
  const rows = ofClauses.map(({ id, anchor: at, question, reading, clauses, alternatives, triangle: revision }) => {
    const switches = alternatives.flatMap((one) => (one.switch === undefined ? [] : [`\`${one.switch}\``]));
    return [
      `${anchor(at)}${escaped(question)}${triangle(revision)}<br>\`${id}\``,
      words(reading),
      linkList(clauses),
      switches.length === 0 ? "no" : switches.join(", "),
    ];
  });
  return [
    `## ${anchor(anchors.readings)}Register of readings`,
    "Places that the source leaves open, and how they are read. The clauses have each in full.",
    ...inFull.flatMap(fullEntry),
    ...(rows.length === 0 ? [] : [table(["Question", "Reading", "Clauses", "Switch"], rows)]),
  ];
}

function fullEntry(reading: BookReading): readonly string[] {
  const { id, anchor: at, question, isThroughout, clauses, triangle: revision } = reading;
  const rests = [
    ...(isThroughout ? ["Every result rests on it."] : []),
    ...(clauses.length > 0 ? [`Clauses: ${linkList(clauses)}.`] : []),
  ];
  return [
    `### ${anchor(at)}${escaped(question)}${triangle(revision)}`,
    ...readingLines(reading),
    `<sub>${[`\`${id}\``, ...rests].join(" ")}</sub>`,
  ];
}
