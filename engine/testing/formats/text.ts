import { wrap } from "../../explain/wrap.ts";
import { type Paint, renderProblem } from "../../source/render.ts";
import { visible } from "../../source/visible.ts";
import type { Difference } from "../compare.ts";
import type { FixtureRun } from "../fixture.ts";
import { type TestReport, tallyOf } from "../report.ts";
import { coverageText } from "./coverage-text.ts";
import { sayPlace } from "./place.ts";

/** How a text is to look. */
export interface TextLook {
  readonly paint: Paint;
  /** The columns to fill. */
  readonly width: number;
}

/** A report as text: every fixture that failed, how many passed, and what they cover of the rules. */
export function testText(report: TestReport, look: TextLook): string {
  const failed = report.runs.filter(({ passed }) => !passed).map((run) => `${failedText(run, look)}\n`);
  const tally = tallyOf(report);
  const { coverage } = report;
  const shown = coverage === undefined ? "" : `\n${coverageText(coverage, report.minimum, look)}`;
  return `${failed.join("")}${tally.passed} passed, ${tally.failed} failed\n${shown}`;
}

function failedText(run: FixtureRun, look: TextLook): string {
  const { paint } = look;
  const title = run.title === undefined ? "" : ` (${visible(run.title)})`;
  const differences = run.differences.map((difference) => differenceText(difference, look)).join("");
  const problems = run.problems.map((problem) => `${renderProblem(problem, paint)}\n`).join("\n");
  return `${paint.error("failed")} ${paint.message(visible(run.name))}${title}\n${differences}${problems}`;
}

function differenceText({ what, expected, actual, why, place }: Difference, { paint, width }: TextLook): string {
  const dash = why.length > 1 ? "- " : "";
  const reasons = why.flatMap((line, at) => wrap(visible(line), width, `${label(at === 0 ? "why" : "")}${dash}`));
  return [
    `  ${paint.message(visible(what))} at ${sayPlace(place)}`,
    `${label("expected")}${visible(expected)}`,
    `${label("actual")}${paint.error(visible(actual))}`,
    ...reasons,
  ]
    .map((line) => `${line}\n`)
    .join("");
}

function label(name: string): string {
  return `    ${name.padEnd(10)}`;
}
