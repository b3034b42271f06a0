import type { Command } from "commander";
import { approvedContent } from "../check/approved-content.ts";
import { type OpenProcedure, openProcedure } from "../procedure/open.ts";
import { type Problem, ProblemsError } from "../source/problem.ts";
import { renderProblems } from "../source/render.ts";
import { counted, json } from "./layout.ts";
import { addFormat, addRules, type RulesOption } from "./options.ts";
import { paintFor } from "./paint.ts";
import { exitCodes, type Shell } from "./shell.ts";

interface CheckOptions extends RulesOption {
  readonly format: "text" | "json";
}

/** Declares `check`. */
export function declare(command: Command, shell: Shell): void {
  command
    .description(
      "Reads all rules and shows everything that is wrong: the form of the files, names that stand for nothing, types that " +
        "don't fit, rules that need themselves, and what has changed in approved revisions.",
    )
    .addHelpText(
      "after",
      `
Exits with 1 if something is wrong; a warning alone is not.

Example:
  ${shell.package.name} check --rules my-rules`,
    );
  addFormat(addRules(command, shell), ["text", "json"]).action(async ({ rules, format }: CheckOptions) => {
    const { opened, problems } = inspect(rules);
    const paint = paintFor(shell.io.stdout, shell.io.env);
    const isWrong = problems.some(({ severity }) => severity === "error");
    const findings = [
      renderProblems(problems, paint),
      ...(isWrong ? [] : [clean(opened, problems.length === 0 ? "problems" : "errors")]),
    ]
      .filter(Boolean)
      .join("\n");
    await shell.print(format === "json" ? json({ problems }) : findings);
    shell.exitCode = isWrong ? exitCodes.findings : exitCodes.done;
  });
}

/** The codes of a directory that holds no rules at all. */
const ruleless: ReadonlySet<string> = new Set(["directory-not-found", "no-rules"]);

function inspect(directory: string): {
  readonly opened: OpenProcedure | undefined;
  readonly problems: readonly Problem[];
} {
  try {
    const opened = openProcedure(directory);
    return { opened, problems: approvedContent(opened) };
  } catch (error) {
    // Without a directory of rules there is nothing to find fault with: that is an error of the command line.
    if (!(error instanceof ProblemsError) || error.problems.some(({ code }) => ruleless.has(code))) throw error;
    return { opened: undefined, problems: error.problems };
  }
}

function clean(opened: OpenProcedure | undefined, none: string): string {
  if (opened === undefined) return "";
  const { sources, revisions } = opened;
  const parts = [sources.facts, sources.clauses, sources.decisions, sources.interpretations];
  const files = new Set([sources.procedure, ...parts.flat()].map(({ document }) => document.file));
  const last = revisions.at(-1);
  const counts = [
    counted(sources.clauses.length, "clause"),
    counted(last?.facts.size ?? 0, "fact"),
    counted(last?.decisions.size ?? 0, "decision"),
    counted(last?.interpretations.size ?? 0, "interpretation"),
    counted(revisions.length, "revision"),
  ];
  return `no ${none} in ${counted(files.size, "file")}: ${counts.join(", ")}\n`;
}
