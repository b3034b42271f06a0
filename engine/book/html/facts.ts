import type { AskedFact, BookContradiction, BookFact } from "../facts.ts";
import { html, type Markup } from "./markup.ts";
import { changedClass, linkList, outline, triangle } from "./parts.ts";

/** The facts that a clause asks for. */
export function askedFacts(facts: readonly AskedFact[]): Markup | undefined {
  if (facts.length === 0) return undefined;
  const rows = facts.map(
    ({
      to,
      label,
      question,
      knownBy,
      answer,
    }) => html`<tr><th scope="row">${question} <a class="id" href="#${to}">${label}</a></th><td data-label="Known by">${knownBy}</td><td data-label="Answer">${outline(answer)}</td></tr>
`,
  );
  return html`<h4>Facts asked</h4>
<table class="stacked asked">
<thead><tr><th scope="col">Question and fact</th><th scope="col">Known by</th><th scope="col">Answer</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
`;
}

/** The register of facts. */
export function factRegister(facts: readonly BookFact[]): Markup {
  return html`<table class="stacked facts">
<thead><tr><th scope="col">Fact</th><th scope="col">Question</th><th scope="col">Known by</th><th scope="col">Answer</th><th scope="col">Asked by</th></tr></thead>
<tbody>
${facts.map(registered)}</tbody>
</table>
`;
}

function registered(fact: BookFact): Markup {
  const { id, anchor, label, question, knownBy, answer, askedBy, governs, triangle: revision } = fact;
  const askers = governs ? html`<p>Selects the revision.</p>${linkList(askedBy)}` : linkList(askedBy);
  return html`<tr id="${anchor}" class="${changedClass(revision).trim()}"><th scope="row">${triangle(revision)}${label} <code class="id">${id}</code></th><td data-label="Question">${question}</td><td data-label="Known by">${knownBy}</td><td data-label="Answer">${outline(answer)}</td><td data-label="Asked by">${askers}</td></tr>
`;
}

/** The facts that exclude each other. */
export function contradictionList(contradictions: readonly BookContradiction[]): Markup {
  return html`${contradictions.map(
    ({ anchor, says, when, triangle: revision }) => html`<article class="entry${changedClass(revision)}" id="${anchor}">
<header>${triangle(revision)}<h3>${says}</h3></header>
<dl class="formula"><div><dt>Refused when</dt><dd>${outline(when)}</dd></div></dl>
</article>
`,
  )}`;
}
