import { basename, extname } from "node:path";
import type { Command } from "commander";
import { defaultAsOf } from "./case-input.ts";
import { caseText } from "./case-text.ts";
import { Dialogue, Interrupted } from "./dialogue.ts";
import { type Interviewed, interview, type Setting } from "./interview.ts";
import { checkNewFile, writeNewFile } from "./new-file.ts";
import { addCaseOptions, addFormat, addRules, type CaseOptions } from "./options.ts";
import { printReport, type ReportOptions, reportFormats } from "./report.ts";
import { loadRules } from "./rules.ts";
import type { Shell } from "./shell.ts";

interface AskOptions extends CaseOptions, ReportOptions {
  readonly out: string;
  readonly force?: boolean;
}

/** What a shell reports of a program that was stopped with Ctrl-C. */
const interruptedCode = 130;

/** Declares `ask`. */
export function declare(command: Command, shell: Shell): void {
  command
    .description(
      "Asks for the facts of a case, only for those that can still matter, then decides it and writes the case to a file. " +
        "The questions go to standard error, the report to standard output. The answers may also come from a pipe, one a line.",
    )
    .option("--out <file>", "the file to write the case to", "case.yaml")
    .option("--force", "replace the file if it is there")
    .addHelpText(
      "after",
      `
Example:
  ${shell.package.name} ask --as-of 2019-12-20 --out my-case.yaml`,
    );
  addFormat(addRules(addCaseOptions(command), shell), reportFormats).action(async (options: AskOptions) => {
    await ask(options, shell);
  });
}

async function ask(options: AskOptions, shell: Shell): Promise<void> {
  const { out, revision } = options;
  const mayReplace = options.force === true;
  const { procedure } = loadRules(options.rules);
  checkNewFile(out, mayReplace);
  const setting: Setting = {
    case: basename(out, extname(out)),
    asOf: options.asOf ?? (await defaultAsOf(shell)),
    ...(revision === undefined ? {} : { revision }),
    readings: options.reading ?? {},
  };
  const dialogue = new Dialogue(shell);
  let interviewed: Interviewed;
  try {
    interviewed = await interview(procedure, setting, dialogue);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    await shell.tell("\nstopped; nothing was written\n");
    shell.exitCode = interruptedCode;
    return;
  } finally {
    dialogue.close();
  }
  const { facts, evaluation } = interviewed;
  writeNewFile(out, caseText(setting, facts), mayReplace);
  await shell.tell("\n");
  await printReport(evaluation, options, shell);
  const rules = options.rules === shell.package.rules ? "" : ` --rules ${options.rules}`;
  await shell.tell(`\nthe case is in ${out}; \`${shell.package.name} evaluate ${out}${rules}\` decides it again\n`);
}
