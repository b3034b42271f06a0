import { dirname } from "node:path";
import { summaryLine } from "../../source/problem.ts";
import { PLAIN, renderProblem } from "../../source/render.ts";
import { visible } from "../../source/visible.ts";
import { byPart, type PartGoals } from "../coverage/by-part.ts";
import { type Coverage, countOf, isOpen, percentageOf } from "../coverage/coverage.ts";
import { sayOpen, sayPart } from "../coverage/words.ts";
import type { FixtureRun } from "../fixture.ts";
import { fallsShort, type TestReport } from "../report.ts";
import { sayPlace } from "./place.ts";

interface Counted {
  readonly xml: string;
  readonly is: "passed" | "failures" | "errors" | "skipped";
}

/**
 * A report as JUnit XML, which build servers read: a suite for each directory with a test for each fixture. A fixture
 * that can't be run is an error. Coverage is a suite of its own, in which a part with open goals is skipped: it fails
 * by the minimum alone.
 */
export function testJunit(report: TestReport): string {
  const directories = new Map<string, FixtureRun[]>();
  for (const run of report.runs) {
    const directory = dirname(run.file);
    directories.set(directory, [...(directories.get(directory) ?? []), run]);
  }
  const suites: { name: string; cases: readonly Counted[] }[] = [...directories].map(([name, runs]) => ({
    name,
    cases: runs.map((run) => fixtureCase(run, name)),
  }));
  const { coverage } = report;
  if (coverage !== undefined) suites.push({ name: "coverage", cases: coverageCases(coverage, report) });
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites ${counts(suites.flatMap(({ cases }) => cases))}>
${suites.map(({ name, cases }) => suite(name, cases)).join("\n")}
</testsuites>
`;
}

function counts(cases: readonly Counted[]): string {
  const count = (kind: Counted["is"]) => `${kind}="${cases.filter(({ is }) => is === kind).length}"`;
  return `tests="${cases.length}" ${count("failures")} ${count("errors")} ${count("skipped")}`;
}

function suite(name: string, cases: readonly Counted[]): string {
  return `  <testsuite name="${attribute(name)}" ${counts(cases)}>
${cases.map(({ xml }) => xml).join("\n")}
  </testsuite>`;
}

function fixtureCase(run: FixtureRun, directory: string): Counted {
  const { name, file, title, differences, problems, passed } = run;
  const shown = title === undefined ? name : `${name} (${title})`;
  const start = `    <testcase name="${attribute(shown)}" classname="${attribute(directory)}" file="${attribute(file)}"`;
  if (passed) return { xml: `${start}/>`, is: "passed" };
  const [difference] = differences;
  const [problem] = problems;
  const body = [
    ...problems.map((one) => renderProblem(one, PLAIN)),
    ...differences.map(({ what, expected, actual, why, place }) =>
      [
        `${what} at ${sayPlace(place)}`,
        `  expected  ${expected}`,
        `  actual    ${actual}`,
        ...why.map((line) => `  ${line}`),
      ].join("\n"),
    ),
  ].join("\n\n");
  const kind = problem === undefined ? "failure" : "error";
  const message =
    problem !== undefined
      ? summaryLine(problem)
      : `${difference?.what}: expected ${difference?.expected}, came out ${difference?.actual}`;
  const type = problem?.code ?? "difference";
  return {
    xml: `${start}>
      <${kind} type="${attribute(type)}" message="${attribute(message)}">${content(body)}</${kind}>
    </testcase>`,
    is: problem === undefined ? "failures" : "errors",
  };
}

function coverageCases(coverage: Coverage, report: TestReport): readonly Counted[] {
  const { goals } = coverage;
  const percentage = percentageOf(countOf(goals));
  const { minimum } = report;
  const whole = `    <testcase name="${attribute(`${percentage} % of the rules covered`)}" classname="coverage"`;
  const message = `${percentage} % of the rules covered, and at least ${minimum} % wanted`;
  const total: Counted = fallsShort(report)
    ? {
        xml: `${whole}>\n      <failure type="coverage" message="${attribute(message)}"/>\n    </testcase>`,
        is: "failures",
      }
    : { xml: `${whole}/>`, is: "passed" };
  return [total, ...byPart(goals).map(partCase)];
}

function partCase({ part, goals }: PartGoals): Counted {
  const start = `    <testcase name="${attribute(sayPart(part))}" classname="coverage" file="${attribute(part.place.file)}"`;
  const open = goals.filter(isOpen);
  if (open.length === 0) return { xml: `${start}/>`, is: "passed" };
  const said = open.map((goal) => `${sayOpen(goal)} (${sayPlace(goal.place)})`).join("; ");
  return { xml: `${start}>\n      <skipped message="${attribute(said)}"/>\n    </testcase>`, is: "skipped" };
}

/** A text on one line, fit for a quoted attribute. */
function attribute(text: string): string {
  return escapeXml(visible(text.replace(/\s*\n\s*/g, " ")));
}

/** A text of several lines, fit to stand between tags. */
function content(text: string): string {
  return escapeXml(text.split("\n").map(visible).join("\n"));
}

const named: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** What XML has no way to write at all becomes a mark for something unreadable. */
function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => named[character] ?? character).replace(/[\uFFFE\uFFFF]/g, "\uFFFD");
}
