import { anchors } from "../anchors.ts";
import type { ChangeSummary, SummaryValue } from "../changes.ts";
import { oneLine } from "../words.ts";
import { html, type Markup } from "./markup.ts";
import { words } from "./parts.ts";

/** The summary of changes. */
export function summary({ introduction, rows }: ChangeSummary, note: string): Markup {
  return html`<section id="${anchors.changes}">
<h2>Summary of Changes</h2>
<p>${introduction}</p>
<p class="aside"><b>What the revision says of itself:</b> ${oneLine(note)}</p>
${rows.length === 0 ? undefined : table(rows)}</section>
`;
}

function table(rows: ChangeSummary["rows"]): Markup {
  return html`<table class="stacked changes">
<thead><tr><th scope="col">Location</th><th scope="col">Change</th><th scope="col">Before and after</th></tr></thead>
<tbody>
${rows.map(
  ({
    location,
    change,
    values,
  }) => html`<tr><th scope="row">${words([location])}</th><td data-label="Change">${change}</td><td data-label="Before and after">${values.map(value)}</td></tr>
`,
)}</tbody>
</table>
`;
}

function value({ what, before, after }: SummaryValue): Markup {
  const old = before === undefined ? html`<i>nothing</i>` : html`<del>${before}</del>`;
  const now = after === undefined ? html`<i>nothing</i>` : html`<ins>${after}</ins>`;
  return html`<p><b>${what}:</b> ${old} → ${now}</p>`;
}
