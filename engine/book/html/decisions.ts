import type { BookDecision } from "../decisions.ts";
import { html, type Markup } from "./markup.ts";
import { changedClass, linkList, outline, triangle } from "./parts.ts";

/** A decision: its outcomes, and the rows that lead to them. */
export function decision({ id, anchor, title, outcomes, rows, triangle: revision }: BookDecision): Markup {
  return html`<article class="entry decision${changedClass(revision)}" id="${anchor}">
<header>${triangle(revision)}<h3>${title}</h3><p class="tag"><code>${id}</code></p></header>
<h4>Outcomes, from best to worst for the applicant</h4>
<dl class="outcomes">
${outcomes.map(({ name, says }) => html`<div><dt>${name}</dt><dd>${says}</dd></div>\n`)}</dl>
<h4>How it is decided: the first row that holds</h4>
<table class="stacked rows">
<thead><tr><th scope="col">Row</th><th scope="col">Outcome</th><th scope="col">When</th><th scope="col">Also rests on</th></tr></thead>
<tbody>
${rows.map(
  (
    row,
    at,
  ) => html`<tr><td class="row-number" data-label="Row">${String(at + 1)}</td><th scope="row">${row.outcome}</th><td data-label="When">${outline(row.when)}</td><td data-label="Also rests on">${linkList(row.clauses)}</td></tr>
`,
)}</tbody>
</table>
</article>
`;
}
