import type { Command } from "commander";
import { ProblemsError } from "../source/problem.ts";
import { PLAIN } from "../source/render.ts";
import { type Coverage, coverageOf, isOpen } from "../testing/coverage/coverage.ts";
import type { Fixture, FixtureRun } from "../testing/fixture.ts";
import { testText } from "../testing/formats/text.ts";
import { fallsShort, type TestReport, tallyOf } from "../testing/report.ts";
import { defaultCases, runCases } from "./cases.ts";
import { addMutation, checkMutationFlags, type MutationFlags } from "./mutation-flags.ts";
import { checkNewFile, writeNewFile } from "./new-file.ts";
import { addFormat, addRules, type RulesOption } from "./options.ts";
import { paintFor } from "./paint.ts";
import { readPercent } from "./percent.ts";
import { progressOn } from "./progress.ts";
import { loadRules, type Rules } from "./rules.ts";
import { exitCodes, type Shell } from "./shell.ts";
import { widthOf } from "./width.ts";

interface TestOptions extends RulesOption, MutationFlags {
  readonly filter?: string;
  readonly format: "text" | "json" | "junit" | "html";
  readonly output?: string;
  readonly coverage?: boolean;
  readonly minCoverage?: number;
  readonly watch?: boolean;
}

/** Declares `test`. */
export function declare(command: Command, shell: Shell): void {
  const { name } = shell.package;
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
    .option("--coverage", "tell what the cases that pass show of the rules, and what they don't")
    .option("--min-coverage <percent>", "the same, and exit with 1 below so much", (text) =>
      readPercent(text, "--min-coverage"),
    )
    .option("--watch", "run again whenever a case or a rule file is saved; q ends")
    .option("-o, --output <file>", "write the report to a file, in place of what it holds, and not to standard output")
    .addHelpText(
      "after",
      `
Coverage counts goals: of each version of a clause every status that it can have, and whether it ever decided anything;
each condition true and false; each row of a decision; each duty in every status; each alternative reading. What can't
be by the form of the rules is no goal.

Exits with 1 if a case failed, or if less is covered than --min-coverage asks for; --coverage alone fails nothing. With
--mutate also where a change went unnoticed, or nothing could be said of one.

Example:
  ${name} test my-cases --filter deadline
  ${name} test --rules my-rules --watch
  ${name} test --min-coverage 100 --format html --output report.html
  ${name} test --mutate --only 2.1`,
    );
  addFormat(addRules(addMutation(command), shell), ["text", "json", "junit", "html"]).action(
    async (paths: readonly string[], options: TestOptions) => {
      checkMutationFlags(options);
      const cases = paths.length > 0 ? paths : [defaultCases(options.rules, shell)];
      if (options.output !== undefined) checkNewFile(options.output, true, "--output");
      if (options.watch !== true) return await test(cases, options, shell);
      requireText(options);
      const { rerun } = await import("./rerun.ts");
      await rerun([options.rules, ...cases], () => test(cases, options, shell), shell);
    },
  );
}

/** Runs the cases and gives the report. */
async function test(cases: readonly string[], options: TestOptions, shell: Shell): Promise<void> {
  const rules = loadRules(options.rules);
  const runs = runCases(rules.procedure, cases, (fixture) => matches(fixture, options.filter));
  if (options.mutate === true && runs.every(({ passed }) => passed)) {
    const { testMutants } = await import("./test-mutate.ts");
    return await testMutants(cases, (fixture) => matches(fixture, options.filter), options, shell);
  }
  const { minCoverage, output } = options;
  const isCovering = options.coverage === true || minCoverage !== undefined;
  const report: TestReport = {
    runs,
    ...(isCovering ? { coverage: await covered(rules, runs, options, shell) } : {}),
    ...(minCoverage === undefined ? {} : { minimum: minCoverage }),
  };
  const text = await written(report, options, shell);
  if (output === undefined) await shell.print(text);
  else writeNewFile(output, text, true, "--output");
  const isGood = tallyOf(report).failed === 0 && !fallsShort(report);
  shell.exitCode = isGood ? exitCodes.done : exitCodes.findings;
}

/** What the cases show. What they don't is looked into, but for a run that is one of many. */
async function covered(
  rules: Rules,
  runs: readonly FixtureRun[],
  { watch }: TestOptions,
  shell: Shell,
): Promise<Coverage> {
  const coverage = coverageOf(rules, runs);
  if (watch === true || !coverage.goals.some(isOpen)) return coverage;
  const { lookIntoGaps } = await import("../testing/coverage/gaps.ts");
  const progress = progressOn(shell);
  try {
    return await lookIntoGaps(rules, rules.procedure, coverage, runs, { progress: progress.show });
  } finally {
    progress.end();
  }
}

function matches(fixture: Fixture, filter: string | undefined): boolean {
  if (filter === undefined) return true;
  const { case: name = "", title = "" } = "document" in fixture ? fixture.document.content : {};
  return [fixture.file, name, title].some((text) => text.includes(filter));
}

async function written(report: TestReport, { format, output }: TestOptions, { io }: Shell): Promise<string> {
  switch (format) {
    case "text": {
      const isFile = output !== undefined;
      return testText(report, {
        paint: isFile ? PLAIN : paintFor(io.stdout, io.env),
        width: widthOf(isFile ? {} : io.stdout),
      });
    }
    case "json":
      return (await import("../testing/formats/json.ts")).testJson(report);
    case "junit":
      return (await import("../testing/formats/junit.ts")).testJunit(report);
    case "html":
      return (await import("../testing/formats/html.ts")).testHtml(report);
    default:
      return format satisfies never;
  }
}

/** A report for a program, one after the other in one stream, is of no use to anyone. */
function requireText({ format, output }: TestOptions): void {
  if (format === "text" || output !== undefined) return;
  throw new ProblemsError([
    {
      code: "usage",
      severity: "error",
      message: `\`--watch\` would write one ${format} report after the other`,
      expected: "`--format text`, or a file that is written anew each time",
      remedy: "add --output, or leave out --format",
    },
  ]);
}
