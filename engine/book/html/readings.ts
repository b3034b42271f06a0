import type { BookAlternative, BookReading } from "../readings.ts";
import { html, type Markup } from "./markup.ts";
import { changedClass, linkList, triangle, words } from "./parts.ts";

/** How a place is read, why, and how else it could be. */
export function readingBody({ reading, why, alternatives }: BookReading): Markup {
  return html`<dl class="reading">
<div><dt>Reading</dt><dd>${words(reading)}</dd></div>
<div><dt>Why</dt><dd>${words(why)}</dd></div>
<div><dt>Otherwise</dt><dd>${alternatives.map(alternative)}</dd></div>
</dl>
`;
}

function alternative(one: BookAlternative): Markup {
  const { switch: assignment } = one;
  const how =
    assignment === undefined
      ? html` <span class="quiet">(can’t be switched to)</span>`
      : html` <span class="quiet">(can be switched to: <code>${assignment}</code>)</span>`;
  return html`<p>${words(one.says)}${how}</p>`;
}

/** The register of readings: in full where no clause has them in full. */
export function readingRegister(readings: readonly BookReading[]): Markup {
  const inFull = readings.filter(({ isThroughout, clauses }) => isThroughout || clauses.length === 0);
  const ofClauses = readings.filter((reading) => !inFull.includes(reading));
  return html`${inFull.map(fullEntry)}${ofClauses.length === 0 ? undefined : table(ofClauses)}`;
}

function fullEntry(reading: BookReading): Markup {
  const { id, anchor, question, isThroughout, clauses, triangle: revision } = reading;
  const rests = isThroughout ? html`Every result rests on it.` : undefined;
  const also = clauses.length === 0 ? undefined : html` Clauses: ${linkList(clauses)}.`;
  return html`<article class="entry${changedClass(revision)}" id="${anchor}">
<header>${triangle(revision)}<h3>${question}</h3></header>
${readingBody(reading)}<p class="history"><code>${id}</code> ${rests}${also}</p>
</article>
`;
}

function table(readings: readonly BookReading[]): Markup {
  return html`<table class="stacked readings">
<thead><tr><th scope="col">Question</th><th scope="col">Reading</th><th scope="col">Clauses</th><th scope="col">Switch</th></tr></thead>
<tbody>
${readings.map(row)}</tbody>
</table>
`;
}

function row({ id, anchor, question, reading, clauses, alternatives, triangle: revision }: BookReading): Markup {
  const switches = alternatives.flatMap((one) => (one.switch === undefined ? [] : [html`<code>${one.switch}</code>`]));
  return html`<tr id="${anchor}" class="${changedClass(revision).trim()}"><th scope="row">${triangle(revision)}${question} <code class="id">${id}</code></th><td data-label="Reading">${words(reading)}</td><td data-label="Clauses">${linkList(clauses)}</td><td data-label="Switch">${switches.length === 0 ? "no" : switches}</td></tr>
`;
}
