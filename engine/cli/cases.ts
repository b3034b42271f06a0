import { join, resolve } from "node:path";
import type { Procedure } from "../evaluate/procedure.ts";
import { ProblemsError } from "../source/problem.ts";
import { findCases } from "../testing/find.ts";
import { type Fixture, type FixtureRun, readFixtures, runFixture } from "../testing/fixture.ts";
import type { Shell } from "./shell.ts";

/** The directory in which the cases of some rules are looked for, where none is named. */
export function defaultCases(rules: string, shell: Shell): string {
  return resolve(rules) === resolve(shell.package.rules) ? shell.package.cases : join(rules, "cases");
}

/**
 * Runs the fixtures under some files and directories.
 *
 * @throws ProblemsError where a path is not there, or there is nothing to run: no fixtures pass no test.
 */
export function runCases(
  procedure: Procedure,
  paths: readonly string[],
  keep: (fixture: Fixture) => boolean = () => true,
): readonly FixtureRun[] {
  const fixtures = readFixtures(findCases(paths)).filter(keep);
  if (fixtures.length > 0) return fixtures.map((fixture) => runFixture(procedure, fixture));
  throw new ProblemsError([
    {
      code: "no-cases",
      severity: "error",
      message: `there are no cases with expectations in ${paths.join(", ")}`,
      expected: "YAML or JSON files with `expect`",
      remedy: "name the files or directories of the cases, or ask for fewer of them with a shorter filter",
    },
  ]);
}
