import { caseLines } from "../../cases/case-yaml.ts";
import { escapeHtml, htmlPage } from "../../explain/html.ts";
import type { DiffReport, Effect, StructureChange, ValueChange } from "../report.ts";
import { sayFate, sayPlaces, sayThing } from "./change-words.ts";
import { effectGroups, saySubject } from "./effect-groups.ts";
import { sayFactLabel, sayFactValue } from "./fact-words.ts";
import { headlineOf } from "./headline.ts";
import { diffStyle } from "./html-style.ts";
import { proofOf } from "./proof.ts";
import { type ShownCase, type ShownCases, shownCases } from "./shown-cases.ts";
import { sayFirst } from "./text-impact.ts";
import { visibleReport } from "./visible-report.ts";
import { casesOf, many, number, sayApproval, sayCauses, sayForce, sayTitle, signs } from "./words.ts";

const text = escapeHtml;

/** A report as one HTML page that needs nothing beside it, for the screen and for paper. */
export function diffHtml(report: DiffReport): string {
  const shown = visibleReport(report);
  const { base, head, behaviour, impact, structure } = shown;
  const { effect, sentences } = headlineOf(shown);
  const found = shownCases(behaviour);
  const proof = proofOf(behaviour);
  const sides = [base, head].map((side, at) => {
    const standing = `${sayForce(side)}. ${sayApproval(side)}`;
    return `<div><dt>${at === 0 ? "Base" : "Head"}: ${text(side.procedure)} ${text(side.revision)}</dt>
<dd>${text(standing)}<br>${text(side.note)}<br><code>${text(side.given)}</code> <code class="digest">${text(side.digest)}</code></dd></div>`;
  });
  const body = `<main>
<h1>${text(sayTitle(base, head))}</h1>
<p class="headline ${effect}"><span class="sign">${signs[effect]}</span> ${sentences.map(text).join(" ")}</p>
<dl class="sides">${sides.join("\n")}</dl>
${effect === "none" ? "" : section("Who gains, who loses", effectTable(shown, found))}
${found.cases.length === 0 ? "" : section("Cases that show it", found.cases.map(caseBlock).join("\n"))}
${impact === undefined ? "" : section(`Of ${many(impact.cases, "given case")}`, impactTable(shown))}
${structure.length === 0 ? "" : section("Written differently", structure.map(changeBlock).join("\n"))}
${section("How sure this is", list([...proof.sentences, ...proof.assumptions].map(text)))}
</main>`;
  return htmlPage(sayTitle(base, head), diffStyle, body);
}

function section(heading: string, content: string): string {
  return `<section><h2>${text(heading)}</h2>\n${content}</section>`;
}

function list(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = headings.map((heading) => `<th scope="col">${text(heading)}</th>`).join("");
  const body = rows.map((cells) => {
    const row = cells.map((cell, at) => `<td data-label="${text(headings[at] ?? "")}"><div>${cell}</div></td>`);
    return `<tr>${row.join("")}</tr>`;
  });
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join("\n")}</tbody></table>`;
}

function badge(effect: Effect["effect"]): string {
  return `<span class="badge ${effect}">${signs[effect]} ${effect}</span>`;
}

function effectTable({ behaviour }: DiffReport, found: ShownCases): string {
  const rows = effectGroups(behaviour).flatMap(({ effect, known, effects }) => {
    if (effect !== "none") return effects.map((one) => effectRow(one, known, found));
    return [[badge(effect), effects.map((one) => text(saySubject(one))).join(", "), "", text(known), ""]];
  });
  return table(["effect", "on", "case", "what is known", "fingerprint"], rows);
}

function effectRow(effect: Effect, known: string, found: ShownCases): readonly string[] {
  const title = effect.subject === "input" ? "" : `<br><small>${text(effect.title)}</small>`;
  return [
    badge(effect.effect),
    `${text(saySubject(effect))}${title}`,
    text(casesOf(effect, found.numberOf)),
    text(known),
    `<code class="fingerprint">${text(effect.fingerprint)}</code>`,
  ];
}

function caseBlock({ number: at, case: complete, unusual, rows }: ShownCase): string {
  const facts = unusual.map((fact) => [
    text(sayFactLabel(fact)),
    `<strong>${text(sayFactValue(fact.value))}</strong>`,
    text(sayFactValue(fact.ordinary)),
  ]);
  const outcomes = rows.map(({ shows, before, after, responsible }) => [
    text(shows),
    `<del>${text(before)}</del>`,
    `<ins>${text(after)}</ins>`,
    text(sayCauses(responsible)),
  ]);
  const set = new Set(unusual.map(({ fact }) => fact));
  const lines = caseLines(complete).map((line) => {
    return line.fact !== undefined && set.has(line.fact) ? `<mark>${text(line.text)}</mark>` : text(line.text);
  });
  return `<article><h3>Case ${at}, as of ${text(complete.asOf)}</h3>
${facts.length === 0 ? "<p>An ordinary case: no fact sets it apart.</p>" : table(["fact", "in this case", "ordinarily"], facts)}
${table(["comes out differently", "before", "after", "because of"], outcomes)}
<details><summary>The complete case</summary><pre>${lines.join("\n")}</pre></details></article>`;
}

function impactTable({ impact }: DiffReport): string {
  if (impact === undefined) return "";
  const rows = impact.transitions.map((transition) => [
    text(transition.decision),
    `<del>${text(transition.before)}</del> → <ins>${text(transition.after)}</ins>`,
    number(transition.count),
    transition.direction,
    text(sayFirst(transition)),
  ]);
  const refused = impact.refused.map(({ case: name, side, message }) => text(`${name} (${side}): ${message}`));
  return `${rows.length === 0 ? "" : table(["decision", "outcome", "cases", "direction", "which"], rows)}
<p>${many(impact.unchanged, "case")} came out the same in every decision.</p>
${impact.refusedCount === 0 ? "" : `<p>${many(impact.refusedCount, "case")} could not be decided:</p>${list(refused)}`}`;
}

function changeBlock(change: StructureChange): string {
  const fate = sayFate(change);
  const places = change.values.length === 0 ? `<p class="place">${text(sayPlaces(change))}</p>` : "";
  return `<article><h3>${text(sayThing(change))} <small>${text(change.title)}${fate === "" ? "" : ` (${text(fate)})`}</small></h3>
${places}${change.values.length === 0 ? "" : `<ul class="values">${change.values.map(valueItem).join("\n")}</ul>`}</article>`;
}

function valueItem(value: ValueChange): string {
  const before = value.before === undefined ? "" : `<del>${text(value.before)}</del>`;
  const after = value.after === undefined ? "" : `<ins>${text(value.after)}</ins>`;
  const words = value.wording ? " <small>words only</small>" : "";
  return `<li><code>${text(value.path)}</code>${words}<br>${[before, after].filter((part) => part !== "").join(" → ")}
<br><span class="place">${text(sayPlaces(value))}</span></li>`;
}
