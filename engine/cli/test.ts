import type { Command } from "commander";
import type { Place } from "../source/place.ts";
import { renderProblem } from "../source/render.ts";
import type { Difference } from "../testing/compare.ts";
import type { Fixture, FixtureRun } from "../testing/fixture.ts";
import { defaultCases, runCases } from "./cases.ts";
import { aligned, json } from "./layout.ts";
import { addFormat, addRules, type RulesOption } from "./options.ts";
import { paintFor } from "./paint.ts";
import { loadRules } from "./rules.ts";
import { exitCodes, type Shell } from "./shell.ts";
import { addMutation, checkMutationFlags, type MutationFlags, testMutants } from "./test-mutate.ts";

interface TestOptions extends RulesOption, MutationFlags {
  readonly filter?: string;
  readonly format: "text" | "json";
}

/** Declares `test`. */
export function declare(command: Command, shell: Shell): void {
  command
    .argument(
      "[paths...]",
      "case files and directories of them; the built-in cases, or `cases` under --rules, without any",
    )
    .description(
      "Decides every case that says what it expects (`expect`) and compares: only what a case lists. A file that can't be " +
        "read counts as failed.",
    )
    .option("--filter <text>", "only cases with this text in their name, title or path")
    .addHelpText(
      "after",
      `
Exits with 1 if a case failed.

With --mutate also where a change went unnoticed, or nothing could be said of one.

Example:
  ${shell.package.name} test my-cases --filter deadline
  ${shell.package.name} test --mutate --only 2.1`,
    );
  addFormat(addRules(addMutation(command), shell), ["text", "json"]).action(
    async (paths: readonly string[], options: TestOptions) => {
      checkMutationFlags(options);
      const { procedure } = loadRules(options.rules);
      const cases = paths.length > 0 ? paths : [defaultCases(options.rules, shell)];
      const runs = runCases(procedure, cases, (fixture) => matches(fixture, options.filter));
      const failed = runs.filter(({ passed }) => !passed);
      if (options.mutate === true && failed.length === 0) {
        await testMutants(cases, (fixture) => matches(fixture, options.filter), options, shell);
        return;
      }
      await shell.print(options.format === "json" ? asJson(runs) : asText(runs, shell));
      shell.exitCode = failed.length > 0 ? exitCodes.findings : exitCodes.done;
    },
  );
}

function matches(fixture: Fixture, filter: string | undefined): boolean {
  if (filter === undefined) return true;
  const { case: name = "", title = "" } = "document" in fixture ? fixture.document.content : {};
  return [fixture.file, name, title].some((text) => text.includes(filter));
}

function asText(runs: readonly FixtureRun[], shell: Shell): string {
  const failed = runs.filter(({ passed }) => !passed);
  const paint = paintFor(shell.io.stdout, shell.io.env);
  const blocks = failed.map((run) => {
    const title = run.title === undefined ? "" : ` (${run.title})`;
    const differences = run.differences.map(differenceLines).join("");
    const problems = run.problems.map((problem) => `${renderProblem(problem, paint)}\n`).join("\n");
    return `${paint.error("failed")} ${paint.message(run.name)}${title}\n${differences}${problems}\n`;
  });
  return `${blocks.join("")}${runs.length - failed.length} passed, ${failed.length} failed\n`;
}

function differenceLines({ what, expected, actual, place }: Difference): string {
  const lines = aligned(
    [
      ["expected", expected],
      ["actual", actual],
    ],
    "    ",
  );
  return `  ${what} at ${where(place)}\n${lines}`;
}

function where({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

function asJson(runs: readonly FixtureRun[]): string {
  const failed = runs.filter(({ passed }) => !passed).length;
  return json({
    passed: runs.length - failed,
    failed,
    cases: runs.map(({ file, name, title, passed, differences, problems }) => ({
      file,
      case: name,
      ...(title === undefined ? {} : { title }),
      passed,
      differences: differences.map(({ place: { line, column }, ...rest }) => ({ ...rest, line, column })),
      problems,
    })),
  });
}
