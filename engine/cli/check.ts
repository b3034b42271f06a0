import type { Command } from "commander";
import { asGithub } from "../check/formats/github.ts";
import { sarifOf } from "../check/formats/sarif.ts";
import { runChecks } from "../check/run.ts";
import type { Heeded } from "../check/silence.ts";
import { rules as kinds } from "../check/table.ts";
import { type OpenProcedure, openProcedure } from "../procedure/open.ts";
import { ProblemsError } from "../source/problem.ts";
import { renderProblems } from "../source/render.ts";
import { counted, json } from "./layout.ts";
import { addFormat, addRules, type RulesOption } from "./options.ts";
import { paintFor } from "./paint.ts";
import { exitCodes, type Shell } from "./shell.ts";

/** The forms of the findings, the default first. */
const formats = ["text", "json", "github", "sarif"] as const;

interface CheckOptions extends RulesOption {
  readonly format: (typeof formats)[number];
}

/** What was found, and in which procedure, if it could be read. */
interface Inspection extends Heeded {
  readonly opened: OpenProcedure | undefined;
}

/** Declares `check`. */
export function declare(command: Command, shell: Shell): void {
  command
    .description(
      "Reads all rules and shows everything that is wrong or suspicious: the form of the files, names that stand for " +
        "nothing, types that don't fit, rules that need themselves, what has changed in approved revisions, and what " +
        "reads as a mistake, such as a clause without effect or a number that its summary gives otherwise.",
    )
    .addHelpText(
      "after",
      `
Exits with 1 if anything is found, a warning included. A comment in the rule file silences a finding on its line or on
the line below, with a reason: \`# allow CODE: reason\`. Every check has a page in docs/checks/.

Example:
  ${shell.package.name} check --rules my-rules`,
    );
  addFormat(addRules(command, shell), [...formats]).action(async ({ rules, format }: CheckOptions) => {
    const inspection = await inspect(rules);
    await shell.print(written(inspection, format, shell));
    shell.exitCode = inspection.problems.length > 0 ? exitCodes.findings : exitCodes.done;
  });
}

/** The codes of a directory that holds no rules at all. */
const ruleless: ReadonlySet<string> = new Set(["directory-not-found", "no-rules"]);

async function inspect(directory: string): Promise<Inspection> {
  try {
    const opened = openProcedure(directory);
    return { opened, ...(await runChecks(opened)) };
  } catch (error) {
    // Without a directory of rules there is nothing to find fault with: that is an error of the command line.
    if (!(error instanceof ProblemsError) || error.problems.some(({ code }) => ruleless.has(code))) throw error;
    return { opened: undefined, problems: error.problems, silenced: [] };
  }
}

function written(inspection: Inspection, format: CheckOptions["format"], shell: Shell): string {
  const { problems, silenced } = inspection;
  const directory = process.cwd();
  switch (format) {
    case "text":
      return [renderProblems(problems, paintFor(shell.io.stdout, shell.io.env)), closing(inspection)]
        .filter(Boolean)
        .join("\n");
    case "json":
      return json({ problems, silenced });
    case "github":
      return asGithub(problems, directory);
    case "sarif": {
      const { name, version } = shell.package;
      return json(sarifOf({ problems, silenced }, { name, version, rules: kinds, directory }));
    }
    default:
      return format satisfies never;
  }
}

/** What was looked at, and what was silenced; nothing where the rules can't be read. */
function closing({ opened, problems, silenced }: Inspection): string {
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
  const errors = problems.some(({ severity }) => severity === "error");
  const found = problems.length === 0 ? "no problems in " : errors ? "" : "no errors in ";
  const allowed = silenced.length === 0 ? "" : `; ${counted(silenced.length, "finding")} silenced with a reason`;
  return `${found}${counted(files.size, "file")}: ${counts.join(", ")}${allowed}\n`;
}
