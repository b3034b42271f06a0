import type { BookClause, BookDuty, BookSection, Statement } from "../clauses.ts";
import type { BookReading } from "../readings.ts";
import { askedFacts } from "./facts.ts";
import { html, type Markup } from "./markup.ts";
import { changedClass, linkList, outline, triangle, words } from "./parts.ts";
import { readingBody } from "./readings.ts";

/** A section with its clauses. */
export function section({ id, anchor, title, clauses }: BookSection): Markup {
  return html`<section id="${anchor}">
<h2><span class="number">${id}</span> ${title}</h2>
${clauses.map(clause)}</section>
`;
}

function clause(shown: BookClause): Markup {
  const { id, anchor, title, kind, isRetired, triangle: revision } = shown;
  return html`<article class="entry${changedClass(revision)}${isRetired ? " retired" : ""}" id="${anchor}">
<header>${triangle(revision)}<h3><a class="number" href="#${anchor}">${id}</a> ${title}</h3><p class="tag">${isRetired ? "retired" : kind}</p></header>
${isRetired ? retiredBody(shown) : body(shown)}</article>
`;
}

function retiredBody({ revision, effective, summary }: BookClause): Markup {
  return html`<p class="summary">${words(summary)}</p>
<p class="history">Retired by revision ${revision}, ${effective}.</p>
`;
}

function body(shown: BookClause): Markup {
  const { summary, notEncoded, statements, duties, facts, readings, revision, effective, askedBy } = shown;
  const reason = notEncoded && html`<p class="aside"><b>Nothing of it is encoded.</b> ${words(notEncoded)}</p>\n`;
  const asking = askedBy.length === 0 ? undefined : html` Asked about by ${linkList(askedBy)}.`;
  return html`<p class="summary">${words(summary)}</p>
${reason}${statementList(statements)}${duties.map(duty)}${askedFacts(facts)}${notes(readings)}<p class="history">Since revision ${revision}, ${effective}.${asking}</p>
`;
}

function statementList(statements: readonly Statement[]): Markup | undefined {
  if (statements.length === 0) return undefined;
  const rows = statements.map(
    (one) => html`<div><dt>${one.heading}</dt><dd>${outline(one.outline)}</dd></div>
`,
  );
  return html`<dl class="formula">
${rows}</dl>
`;
}

function duty({ bearer, duty: what, terms }: BookDuty): Markup {
  return html`<section class="duty">
<h4>Duty of ${bearer}</h4>
<p>${what}</p>
${statementList(terms)}</section>
`;
}

function notes(readings: readonly BookReading[]): Markup | undefined {
  if (readings.length === 0) return undefined;
  const each = readings.map(
    (reading) => html`<div class="note${changedClass(reading.triangle)}">
<p class="question"><a href="#${reading.anchor}">${reading.question}</a></p>
${readingBody(reading)}</div>
`,
  );
  return html`<h4>How it is read</h4>
${each}`;
}
