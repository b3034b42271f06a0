import { anchors } from "../anchors.ts";
import type { Book } from "../book.ts";
import type { BookClause, BookSection } from "../clauses.ts";
import { html, type Markup } from "./markup.ts";

/** The table of contents. */
export function contents({ sections, decisions, contradictions, readings }: Book): Markup {
  const all = decisions.map(
    ({ anchor, title, triangle }) => html`<li>${entry(anchor, undefined, title, triangle)}</li>\n`,
  );
  return html`<nav id="${anchors.contents}" aria-labelledby="contents-title">
<h2 id="contents-title">Contents</h2>
<ol>
<li>${entry(anchors.changes, undefined, "Summary of Changes")}</li>
${sections.map(section)}<li>${entry(anchors.decisions, undefined, "Decisions")}
<ol>
${all}</ol></li>
<li>${entry(anchors.facts, undefined, "Register of facts")}</li>
${contradictions.length === 0 ? undefined : html`<li>${entry(anchors.contradictions, undefined, "Facts that exclude each other")}</li>\n`}${
  readings.length === 0 ? undefined : html`<li>${entry(anchors.readings, undefined, "Register of readings")}</li>\n`
}</ol>
</nav>
`;
}

function section({ id, anchor, title, clauses }: BookSection): Markup {
  return html`<li>${entry(anchor, id, title)}
<ol>
${clauses.map(clause)}</ol></li>
`;
}

function clause({ id, anchor, title, triangle }: BookClause): Markup {
  return html`<li>${entry(anchor, id, title, triangle)}</li>
`;
}

function entry(anchor: string, number: string | undefined, title: string, triangle?: string): Markup {
  const mark = triangle === undefined ? undefined : html` <span class="mark">△ ${triangle}</span>`;
  return html`<a href="#${anchor}">${number === undefined ? undefined : html`<span class="number">${number}</span> `}${title}${mark}</a>`;
}
