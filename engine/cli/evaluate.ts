import type { Command } from "commander";
import { caseInput } from "./case-input.ts";
import { addCaseOptions, addFormat, addRules, type CaseOptions } from "./options.ts";
import { printReport, type ReportOptions, reportFormats } from "./report.ts";
import { loadRules } from "./rules.ts";
import { exitCodes, type Shell } from "./shell.ts";
import { readCase } from "./source.ts";

interface EvaluateOptions extends CaseOptions, ReportOptions {
  readonly set?: readonly string[];
  readonly exitStatus?: boolean;
}

/** Declares `evaluate`. */
export function declare(command: Command, shell: Shell): void {
  command
    .argument("<case>", "the case, a YAML or JSON file; `-` for standard input")
    .description(
      "Decides a case: what comes out, why, under which revision, and what is missing. The case is also run on a second, " +
        "independent engine, and nothing is shown unless both agree.",
    )
    .option(
      "--set <fact=value>",
      "what if: a fact as it might be. A date, true or false, a number, an option; `none`; `unknown` takes the fact out; a list in JSON (repeatable)",
      (text: string, all: readonly string[] = []) => [...all, text],
    )
    .option("--explain", "show the full trace: every clause, and how each condition came out")
    .option("--exit-status", "exit with 3 if a decision is undetermined")
    .addHelpText(
      "after",
      `
Example:
  ${shell.package.name} evaluate case.yaml --as-of 2019-12-20 --set group.fact=none`,
    );
  addFormat(addRules(addCaseOptions(command), shell), reportFormats).action(
    async (path: string, options: EvaluateOptions) => {
      shell.exitCode = await evaluate(path, options, shell);
    },
  );
}

async function evaluate(path: string, options: EvaluateOptions, shell: Shell): Promise<number> {
  const document = await readCase(path, shell.io);
  const { procedure } = loadRules(options.rules);
  const { input, locate, locateInput } = await caseInput(document, options, procedure, shell);
  const evaluation = procedure.evaluateWithWorkings(input, locate, locateInput);
  await printReport(evaluation, options, shell);
  const open = Object.values(evaluation.result.decisions).some(({ outcome }) => outcome === null);
  return options.exitStatus === true && open ? exitCodes.undetermined : exitCodes.done;
}
