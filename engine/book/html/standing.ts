import { capital } from "../../explain/names.ts";
import { type Standing, sayApproval, sayValidity, uncontrolled } from "../standing.ts";
import { oneLine } from "../words.ts";
import { html, type Markup } from "./markup.ts";
import { dated } from "./parts.ts";

/** What the document says of itself, as a list: at its beginning and at its end. */
export function control(standing: Standing): Markup {
  const { revision, status, supersedes, digest } = standing;
  const rows: readonly (readonly [string, Markup])[] = [
    ["Revision", html`${revision}`],
    ["Status", status === "draft" ? html`<strong class="draft">DRAFT</strong>` : html`Approved`],
    ["Approval", dated(oneLine(capital(sayApproval(standing))))],
    ["Valid", dated(sayValidity(standing))],
    ...(supersedes === undefined ? [] : [["Follows", html`revision ${supersedes}`] as const]),
    ["Digest", html`<code>${digest}</code>`],
  ];
  return html`<dl class="control">
${rows.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>\n`)}</dl>
`;
}

/** What a reader has to know before anything else; nothing for an approved revision that is what was approved. */
export function warnings({ revision, status, isAltered }: Standing): Markup {
  const draft = html`<p class="banner" role="note"><strong>DRAFT</strong> Revision ${revision} is not approved. It governs no case unless it is named.</p>
`;
  const altered = html`<p class="banner" role="note"><strong>ALTERED</strong> The content of revision ${revision} is not what its recorded digest says was ${status === "approved" ? "approved" : "recorded"}.</p>
`;
  return html`${status === "draft" ? draft : undefined}${isAltered ? altered : undefined}`;
}

/** What stands across every page of a draft. */
export function watermark({ status }: Standing): Markup | undefined {
  return status === "draft" ? html`<div class="watermark" aria-hidden="true">DRAFT</div>\n` : undefined;
}

/** What stands at the foot of every printed page. */
export function runningFooter(title: string, standing: Standing): Markup {
  const { revision, status, digest } = standing;
  const approval = status === "draft" ? "DRAFT, not approved" : oneLine(capital(sayApproval(standing)));
  return html`<div class="running" aria-hidden="true"><p>${title} · Revision ${revision} · ${approval} · Valid ${sayValidity(standing)}</p><p>${digest} · <b>${uncontrolled}</b></p></div>
`;
}
