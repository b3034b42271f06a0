import type { LinkedOutline, Span, Words } from "../words.ts";
import { html, type Markup } from "./markup.ts";

/** Words with their links. */
export function words(spans: Words): readonly Markup[] {
  return spans.map(({ text, to }) => (to === undefined ? dated(text) : html`<a href="#${to}">${text}</a>`));
}

/** A text with its dates marked as such, so that none is broken at the end of a line. */
export function dated(text: string): Markup {
  const parts = text.split(/((?<!\d)\d{4}-\d{2}-\d{2}(?!\d))/);
  return html`${parts.map((part, at) => (at % 2 === 1 ? html`<span class="date">${part}</span>` : part))}`;
}

/** Links one after another. */
export function linkList(spans: readonly Span[]): readonly Markup[] {
  return spans.map((span, at) => html`${at === 0 ? "" : ", "}${words([span])}`);
}

/** A formula: its words, and what it joins as a list below them. */
export function outline(formula: LinkedOutline): Markup {
  return html`${words(formula.words)}${outlineParts(formula)}`;
}

function outlineParts({ parts }: LinkedOutline): Markup | undefined {
  if (parts.length === 0) return undefined;
  return html` <ul class="parts">${parts.map((part) => html`<li>${outline(part)}</li>`)}</ul>`;
}

/** The revision triangle beside something that the revision changed; nothing beside anything else. */
export function triangle(revision: string | undefined): Markup | undefined {
  if (revision === undefined) return undefined;
  const size = revision.length <= 3 ? "long" : "longer";
  return html`<svg class="triangle" viewBox="0 0 44 39" role="img" aria-label="Changed in revision ${revision}"><path d="M22 2 42 37H2Z"/><text class="${size}" x="22" y="32">${revision}</text></svg>`;
}

/** The class of something that has a triangle. */
export function changedClass(revision: string | undefined): string {
  return revision === undefined ? "" : " changed";
}
