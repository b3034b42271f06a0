import type { Command } from "commander";
import type { EvaluationInput, Procedure } from "../evaluate/procedure.ts";
import { readOtherwise } from "../explain/other-readings.ts";
import { readingDecides, type Sensitivity, sensitivityOf } from "../explain/sensitivity.ts";
import { agree } from "./agree.ts";
import { caseInput } from "./case-input.ts";
import { addCaseOptions, addFormat, addRules, type CaseOptions } from "./options.ts";
import { checkRecord, type RecordOptions, writeRecord } from "./record.ts";
import { printAgreed, type ReportOptions, reportFormats } from "./report.ts";
import { loadRules } from "./rules.ts";
import { exitCodes, type Shell } from "./shell.ts";
import { readCase } from "./source.ts";

interface EvaluateOptions extends CaseOptions, ReportOptions, RecordOptions {
  readonly set?: readonly string[];
  readonly exitStatus?: boolean;
  readonly sensitivity?: boolean;
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
    .option("--sensitivity", "say which unclear sentence decides the case: it is decided under every other reading too")
    .option("--record <file>", "write a record of the decision, which `replay` recomputes, to a file")
    .option("--force", "replace the record if it is there")
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
  checkRecord(options);
  const document = await readCase(path, shell.io);
  const rules = loadRules(options.rules);
  const { procedure } = rules;
  const { input, locate, locateInput } = await caseInput(document, options, procedure, shell);
  const evaluation = procedure.evaluateWithWorkings(input, locate, locateInput);
  const tried =
    options.sensitivity === true
      ? { sensitivity: await sensitivity(procedure, input) }
      : {
          decides:
            options.format !== "json" && readingDecides(procedure, input, evaluation.result, evaluation.program.model),
        };
  await agree(evaluation);
  if (options.record !== undefined) await writeRecord(options.record, evaluation, input, rules, options, shell);
  await printAgreed(evaluation, { ...options, tried }, shell);
  const open = Object.values(evaluation.result.decisions).some(({ outcome }) => outcome === null);
  return options.exitStatus === true && open ? exitCodes.undetermined : exitCodes.done;
}

/** What other readings come to, once the second engine has come to the same for each that is shown. */
async function sensitivity(procedure: Procedure, input: EvaluationInput): Promise<Sensitivity> {
  const found = sensitivityOf(procedure, input);
  for (const { readings } of [...found.decisive, ...found.others]) {
    await agree(procedure.evaluateWithWorkings(readOtherwise(input, readings)));
  }
  return found;
}
