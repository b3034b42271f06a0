import { html, type Markup } from "../../book/html/markup.ts";
import { visible } from "../../source/visible.ts";
import { byPart, bySubject, type PartGoals, partKey } from "../coverage/by-part.ts";
import {
  type Coverage,
  type CoveredGoal,
  clausesIn,
  countOf,
  countsOf,
  isOpen,
  percentageOf,
} from "../coverage/coverage.ts";
import {
  kindMeanings,
  kindNames,
  sayImpossible,
  sayOpen,
  sayOwner,
  sayPart,
  sayShown,
  saySubject,
} from "../coverage/words.ts";
import { sayPlace } from "./place.ts";

/** Conditions deeper than this are indented no further. */
const deepest = 4;

/** What cases show of the rules, as sections of a page: the counts, what is open, and the rules with marks. */
export function coverageSections(coverage: Coverage): Markup {
  const { goals, examples = [] } = coverage;
  const parts = byPart(goals);
  const anchors = new Map(parts.map(({ part }, at) => [partKey(part), `part-${at + 1}`]));
  const open = byPart(goals.filter(isOpen));
  return html`<section><h2>What the cases show</h2>${counts(coverage)}</section>
${open.length === 0 ? undefined : html`<section><h2>Open</h2>${open.map((one) => openPart(one, anchors.get(partKey(one.part))))}</section>`}
${
  examples.length === 0
    ? undefined
    : html`<section><h2>Cases that would show it</h2>${examples.map(
        ({ yaml, goals: shows }) => html`<details><summary>${String(shows.length)} of what is open</summary>
<ul>${shows.map((goal) => html`<li>${sayPart(goal.part)}: ${sayOpen(goal)}</li>`)}</ul><pre>${yaml}</pre></details>`,
      )}</section>`
}
<section><h2>The rules, with what was seen of each</h2>
<p>A mark says what was seen, and in how many cases that passed.</p>
${parts.map((one) => rulePart(one, anchors.get(partKey(one.part)) ?? ""))}</section>`;
}

function counts(coverage: Coverage): Markup {
  const total = countOf(coverage.goals);
  const impossible = sayImpossible(coverage);
  const rows = [
    ["clauses", clausesIn(coverage), "each version of a clause of which everything below was seen"] as const,
    ...[...countsOf(coverage)].map(([kind, count]) => [kindNames[kind], count, kindMeanings[kind]] as const),
    ["all", total, `${percentageOf(total)} %`] as const,
  ];
  return html`<table class="counts"><tbody>${rows.map(
    ([name, { reached, goals }, meaning]) =>
      html`<tr><td>${name}</td><td>${reached === goals ? "✓" : "✗"} ${String(reached)} of ${String(goals)}</td><td>${meaning}</td></tr>`,
  )}</tbody></table>
${impossible === "" ? undefined : html`<p>${impossible}. They are not counted.</p>`}`;
}

function openPart({ part, goals }: PartGoals, anchor = ""): Markup {
  const items = goals.map((goal) => html`<li>${sayOpen(goal)} <span class="place">${sayPlace(goal.place)}</span></li>`);
  return html`<article><h3><a href="#${anchor}">${sayPart(part)}</a></h3><ul>${items}</ul></article>`;
}

function rulePart({ part, goals }: PartGoals, anchor: string): Markup {
  const isWanting = goals.some(isOpen);
  const summary = part.kind === "clause" ? goals[0]?.model.clauses.get(part.id)?.summary : undefined;
  return html`<article id="${anchor}"${isWanting ? html` class="open-part"` : undefined}><h3>${sayPart(part)}</h3>
<p class="place">${sayPlace(part.place)}</p>
${summary === undefined ? undefined : html`<p>${visible(summary.replace(/\s*\n\s*/g, " "))}</p>`}
<ul class="subjects">${bySubject(goals).map(subject)}</ul></article>
`;
}

function subject(goals: readonly [CoveredGoal, ...CoveredGoal[]]): Markup {
  const [{ aim }] = goals;
  const says = saySubject(goals[0]);
  const depth = aim.kind === "condition" ? Math.min(deepest, aim.placed.inside.length) : 0;
  const owner = depth === 0 ? sayOwner(goals[0]) : "";
  const what =
    says === "" ? html`<span class="what">${aim.kind === "status" ? "the clause" : "it counts"}</span>` : says;
  return html`<li${depth === 0 ? undefined : html` class="in${String(depth)}"`}><span class="says">${owner === "" ? undefined : html`<span class="what">${owner}: </span>`}${what}</span><span class="marks">${goals.map(mark)}</span></li>
`;
}

function mark(goal: CoveredGoal): Markup {
  const shown = sayShown(goal).replaceAll("_", " ");
  if (isOpen(goal)) return html`<span class="mark open">✗ ${shown}: never</span>`;
  if (goal.cases === 0) return html`<span class="mark impossible">${shown}: impossible</span>`;
  return html`<span class="mark">✓ ${shown}: ${String(goal.cases)}</span>`;
}
