import type { Place } from "../../source/place.ts";
import { byPart, bySubject } from "../coverage/by-part.ts";
import {
  type Coverage,
  type CoveredGoal,
  clausesIn,
  countOf,
  countsOf,
  isOpen,
  percentageOf,
} from "../coverage/coverage.ts";
import { kindNames, sayOpen, sayShown, saySubject } from "../coverage/words.ts";
import { type TestReport, tallyOf } from "../report.ts";

/** A report as JSON. `docs/tests-and-coverage.md` says what is where. */
export function testJson(report: TestReport): string {
  const { runs, coverage, minimum } = report;
  const cases = runs.map(({ file, name, title, passed, differences, problems }) => ({
    file,
    case: name,
    ...(title === undefined ? {} : { title }),
    passed,
    differences: differences.map(({ place: { line, column }, ...rest }) => ({ ...rest, line, column })),
    problems,
  }));
  const covered = coverage === undefined ? {} : { coverage: coverageJson(coverage, minimum) };
  return `${JSON.stringify({ ...tallyOf(report), cases, ...covered }, null, 2)}\n`;
}

function coverageJson(coverage: Coverage, minimum: number | undefined): object {
  const { goals, examples = [], bounds } = coverage;
  const total = countOf(goals);
  const counts = [...countsOf(coverage)].map(([kind, count]) => [kindNames[kind], count] as const);
  return {
    percentage: percentageOf(total),
    ...(minimum === undefined ? {} : { minimum }),
    ...total,
    impossible: goals.filter(({ impossible }) => impossible).length,
    ...(bounds === undefined ? {} : { proved: bounds }),
    counts: Object.fromEntries([["clauses", clausesIn(coverage)], ...counts]),
    parts: byPart(goals).map(({ part: { place, revision, ...part }, goals: own }) => ({
      ...part,
      ...(revision === undefined ? {} : { revision }),
      ...at(place),
      subjects: bySubject(own).map(subjectJson),
    })),
    examples: examples.map(({ yaml, goals: reached }) => ({ shows: reached.map(openJson), case: yaml })),
  };
}

/** One thing about which there are goals, with how many cases show each of its sides. */
function subjectJson(goals: readonly [CoveredGoal, ...CoveredGoal[]]): object {
  const [first] = goals;
  const says = saySubject(first);
  return {
    kind: first.aim.kind,
    ...(says === "" ? {} : { says }),
    ...at(first.place),
    goals: goals.map((goal) => ({
      shows: sayShown(goal),
      cases: goal.cases,
      ...(goal.first === undefined ? {} : { first: goal.first }),
      ...(goal.impossible ? { impossible: true } : {}),
      open: isOpen(goal),
    })),
  };
}

function openJson(goal: CoveredGoal): object {
  return { kind: goal.part.kind, id: goal.part.id, says: sayOpen(goal), ...at(goal.place) };
}

function at({ file, line, column }: Place): object {
  return { file, line, column };
}
