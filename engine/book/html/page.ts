import { anchors } from "../anchors.ts";
import type { Book } from "../book.ts";
import { uncontrolled } from "../standing.ts";
import { summary } from "./changes.ts";
import { section } from "./clause.ts";
import { contents } from "./contents.ts";
import { decision } from "./decisions.ts";
import { contradictionList, factRegister } from "./facts.ts";
import { html, type Markup } from "./markup.ts";
import { words } from "./parts.ts";
import { readingRegister } from "./readings.ts";
import { control, runningFooter, warnings, watermark } from "./standing.ts";
import { printStyle, screenStyle } from "./style.ts";

/** The book as one HTML page that needs nothing beside it: no script, no picture, no style sheet. */
export function bookHtml(book: Book): string {
  const { title, publisher, standing } = book;
  const draft = standing.status === "draft" ? " (DRAFT)" : "";
  const page = html`<!doctype html>
<html lang="en" id="${anchors.top}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}, revision ${standing.revision}${draft}</title>
<style>${screenStyle}${printStyle}</style>
</head>
<body>
${watermark(standing)}${warnings(standing)}<div class="sheet">
<header class="opening">
<p class="publisher">${publisher}</p>
<h1>${title}</h1>
<p class="lead">${words(book.description)}</p>
${control(standing)}</header>
${contents(book)}<main>
${summary(book.changes, standing.note)}${clauses(book)}${decisions(book)}${registers(book)}</main>
<footer class="end">
${control(standing)}<p class="uncontrolled">${uncontrolled}</p>
</footer>
</div>
${runningFooter(title, standing)}</body>
</html>
`;
  return page.source;
}

function clauses({ sections }: Book): readonly Markup[] {
  return sections.map(section);
}

function decisions({ decisions: all }: Book): Markup {
  return html`<section id="${anchors.decisions}">
<h2>Decisions</h2>
${all.map(decision)}</section>
`;
}

function registers({ facts, contradictions, readings }: Book): Markup {
  const exclusions = html`<section id="${anchors.contradictions}">
<h2>Facts that exclude each other</h2>
${contradictionList(contradictions)}</section>
`;
  const register = html`<section id="${anchors.readings}">
<h2>Register of readings</h2>
<p>Places that the source leaves open, and how they are read. The clauses have each in full.</p>
${readingRegister(readings)}</section>
`;
  return html`<section id="${anchors.facts}">
<h2>Register of facts</h2>
${factRegister(facts)}</section>
${contradictions.length === 0 ? undefined : exclusions}${readings.length === 0 ? undefined : register}`;
}
