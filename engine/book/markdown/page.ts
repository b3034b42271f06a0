import { escaped } from "../../explain/markdown-text.ts";
import { capital } from "../../explain/names.ts";
import { anchors } from "../anchors.ts";
import type { Book } from "../book.ts";
import type { SummaryValue } from "../changes.ts";
import { type Standing, sayApproval, sayValidity, uncontrolled } from "../standing.ts";
import { oneLine } from "../words.ts";
import { section } from "./clause.ts";
import { anchor, table, triangle, words } from "./parts.ts";
import { decisionBlocks, factBlocks, readingBlocks } from "./registers.ts";

/** The book as Markdown, with anchors and tables as GitHub shows them. */
export function bookMarkdown(book: Book): string {
  const { title, publisher, description, standing } = book;
  const blocks = [
    ...warnings(standing),
    `# ${anchor(anchors.top)}${escaped(title)}`,
    `**${escaped(publisher)}**`,
    words(description),
    control(standing),
    ...contents(book),
    ...summary(book),
    ...book.sections.flatMap(section),
    ...decisionBlocks(book.decisions),
    ...factBlocks(book.facts, book.contradictions),
    ...readingBlocks(book.readings),
    "---",
    control(standing),
    `**${uncontrolled}**`,
  ];
  return `${blocks.join("\n\n")}\n`;
}

function warnings({ revision, status, isAltered }: Standing): readonly string[] {
  const draft = `> **DRAFT** Revision ${revision} is not approved. It governs no case unless it is named.`;
  const altered = `> **ALTERED** The content of revision ${revision} is not what its recorded digest says was ${status === "approved" ? "approved" : "recorded"}.`;
  return [...(status === "draft" ? [draft] : []), ...(isAltered ? [altered] : [])];
}

function control(standing: Standing): string {
  const { revision, status, supersedes, digest } = standing;
  return table(
    ["Revision", revision],
    [
      ["Status", status === "draft" ? "**DRAFT**" : "Approved"],
      ["Approval", escaped(oneLine(capital(sayApproval(standing))))],
      ["Valid", sayValidity(standing)],
      ...(supersedes === undefined ? [] : [["Follows", `revision ${supersedes}`]]),
      ["Digest", `\`${digest}\``],
    ],
  );
}

function contents({ sections, decisions, contradictions, readings }: Book): readonly string[] {
  const item = (indent: string, to: string, text: string, revision?: string) =>
    `${indent}- ${words([{ text, to }])}${triangle(revision)}`;
  const lines = [
    item("", anchors.changes, "Summary of Changes"),
    ...sections.flatMap(({ id, anchor: at, title, clauses }) => [
      item("", at, `${id} ${title}`),
      ...clauses.map((clause) => item("  ", clause.anchor, `${clause.id} ${clause.title}`, clause.triangle)),
    ]),
    item("", anchors.decisions, "Decisions"),
    ...decisions.map((decision) => item("  ", decision.anchor, decision.title, decision.triangle)),
    item("", anchors.facts, "Register of facts"),
    ...(contradictions.length === 0 ? [] : [item("", anchors.contradictions, "Facts that exclude each other")]),
    ...(readings.length === 0 ? [] : [item("", anchors.readings, "Register of readings")]),
  ];
  return [`## ${anchor(anchors.contents)}Contents`, lines.join("\n")];
}

function summary({ changes, standing }: Book): readonly string[] {
  const rows = changes.rows.map(({ location, change, values }) => [
    words([location]),
    escaped(change),
    values.map(value).join("<br>"),
  ]);
  return [
    `## ${anchor(anchors.changes)}Summary of Changes`,
    escaped(changes.introduction),
    `> **What the revision says of itself:** ${escaped(oneLine(standing.note))}`,
    ...(rows.length === 0 ? [] : [table(["Location", "Change", "Before → after"], rows)]),
  ];
}

function value({ what, before, after }: SummaryValue): string {
  const said = (text: string | undefined) => (text === undefined ? "*nothing*" : escaped(text));
  return `**${escaped(what)}:** ${said(before)} → ${said(after)}`;
}
