import { type Content, html, type Markup } from "../../book/html/markup.ts";
import { htmlPage } from "../../explain/html.ts";
import { renderProblem } from "../../source/render.ts";
import { visible } from "../../source/visible.ts";
import type { Difference } from "../compare.ts";
import { countOf, percentageOf } from "../coverage/coverage.ts";
import type { FixtureRun } from "../fixture.ts";
import { fallsShort, type TestReport, tallyOf } from "../report.ts";
import { coverageSections } from "./html-coverage.ts";
import { testStyle } from "./html-style.ts";
import { sayPlace } from "./place.ts";

/** A report as one HTML page that needs nothing beside it, for the screen and for paper. */
export function testHtml(report: TestReport): string {
  const { runs, coverage, minimum } = report;
  const { passed, failed } = tallyOf(report);
  const wanted = minimum === undefined ? "" : `, and at least ${minimum} % is wanted`;
  const covered =
    coverage === undefined ? "" : ` ${percentageOf(countOf(coverage.goals))} % of the rules covered${wanted}.`;
  const isBad = failed > 0 || fallsShort(report);
  const body = html`<main>
<h1>${coverage === undefined ? "Cases" : "Cases, and what they show of the rules"}</h1>
<p class="headline${isBad ? " bad" : ""}">${isBad ? "✗" : "✓"} ${String(passed)} passed, ${String(failed)} failed.${covered}</p>
${failed === 0 ? undefined : html`<section><h2>Failed</h2>${runs.filter((run) => !run.passed).map(failedRun)}</section>`}
${coverage && coverageSections(coverage)}
${coverage === undefined ? passedRuns(runs) : undefined}
</main>`;
  return htmlPage("Cases", testStyle, body.source);
}

function failedRun({ name, title, file, differences, problems }: FixtureRun): Markup {
  return html`<article><h3>✗ ${shown(name)}${title === undefined ? undefined : html` <small>${shown(title)}</small>`}</h3>
<p class="place">${shown(file)}</p>
${problems.map((problem) => html`<pre>${renderProblem(problem)}</pre>`)}
${differences.length === 0 ? undefined : differenceTable(differences)}</article>`;
}

function differenceTable(differences: readonly Difference[]): Markup {
  const headings = ["compared", "expected", "came out", "why"];
  const rows = differences.map(({ what, expected, actual, why, place }) => {
    const cells: readonly Content[] = [
      html`${shown(what)}<br><span class="place">${sayPlace(place)}</span>`,
      shown(expected),
      html`<strong>${shown(actual)}</strong>`,
      html`<ul class="why">${why.map((line) => html`<li>${shown(line)}</li>`)}</ul>`,
    ];
    return html`<tr>${cells.map((cell, at) => html`<td data-label="${headings[at]}">${cell}</td>`)}</tr>`;
  });
  return html`<table class="differences"><thead><tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table>`;
}

function passedRuns(runs: readonly FixtureRun[]): Markup | undefined {
  const passed = runs.filter((run) => run.passed);
  if (passed.length === 0) return undefined;
  const items = passed.map(({ name, title }) => {
    return html`<li>✓ ${shown(name)}${title === undefined ? undefined : html` <small>${shown(title)}</small>`}</li>`;
  });
  return html`<section><h2>Passed</h2><ul>${items}</ul></section>`;
}

function shown(text: string): string {
  return visible(text.replace(/\s*\n\s*/g, " "));
}
