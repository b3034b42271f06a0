import { type Command, InvalidArgumentError, Option } from "commander";
import { ProblemsError } from "../source/problem.ts";
import type { BatchOptions } from "./batch/options.ts";
import { runBatch } from "./batch/run.ts";
import { forms, parts } from "./batch/settings.ts";
import { maxLineBytes } from "./batch-line.ts";
import { addFormat, addRules } from "./options.ts";
import type { Shell } from "./shell.ts";
import { standardInput } from "./source.ts";

/** Declares `batch`. */
export function declare(command: Command, shell: Shell): void {
  command
    .argument("[file]", "cases in NDJSON or CSV, packed with gzip or not; standard input, without it or with `-`")
    .description(
      "Decides many cases: one case in JSON a line, one result in JSON a line, in the same order. A line that can't be " +
        'decided becomes {"error": {"line", "column", "case", "problems"}} in its place, and the run goes on. Blank lines ' +
        `are passed over. A line may have up to ${maxLineBytes / 1024} KiB.\n\n` +
        "In CSV, the first line names the columns: ids of facts, `case`, `asOf`, `revision`, `reading:ID`. An empty cell " +
        "is unknown, `none` is known to be none, and a list is written in JSON.",
    )
    .option("--as-of <date>", "evaluation date of the lines without `asOf`; today, without it")
    .addOption(new Option("--only <part>", "the part of the results that is wanted").choices(parts).default(parts[0]))
    .addOption(
      new Option("--input <form>", "form of the cases; without it, the name tells: CSV for .csv").choices(forms),
    )
    .option("--delimiter <sign>", "what stands between two cells in CSV: a sign, or `tab`", delimiter, ",")
    .option("--output <file>", "write the rows to a file, packed with gzip for .gz; it is there once it is whole")
    .option("--resume", "go on with a run to --output that was interrupted")
    .option("--force", "replace the file that is there, or an interrupted run")
    .option("--summary", "count outcomes, reasons and errors, and show them at the end on standard error")
    .option(
      "--cross-check <n>",
      "run the first case decided, and then those on every nth line, on a second engine too; 0 for none; without it, " +
        "those on every 1,000th of the first 20,000 lines, and on every 10,000th after",
      wholeNumber,
    )
    .option("--workers <n>", "threads to decide on; without it, some for a large input; 0 for none", workerCount)
    .addHelpText("after", exampleFor(shell));
  addFormat(addRules(command, shell), forms).action(async (file: string | undefined, options: BatchOptions) => {
    requireOutput(options);
    shell.exitCode = await runBatch(file ?? standardInput.path, options, shell);
  });
}

function exampleFor({ package: { name } }: Shell): string {
  return `
Exits with 1 if a line could not be decided.

Example:
  ${name} batch cases.ndjson > results.ndjson
  ${name} batch cases.csv --only decisions --format csv --output results.csv
  ${name} batch cases.ndjson.gz --output results.ndjson.gz --resume`;
}

function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Expected a whole number");
}

/** More threads than that no machine has for this. */
const mostWorkers = 64;

function workerCount(text: string): number {
  const count = wholeNumber(text);
  if (count <= mostWorkers) return count;
  throw new InvalidArgumentError(`Expected a whole number up to ${mostWorkers}`);
}

function delimiter(text: string): string {
  if (text === "tab" || text === "\\t") return "\t";
  if (/^[!-~\t]$/.test(text) && !/["\w.-]/.test(text)) return text;
  throw new InvalidArgumentError("Expected one sign that stands in no name, such as ; or |, or the word tab");
}

/** @throws ProblemsError where an option has no effect without a file to write to. */
function requireOutput({ output, resume, force }: BatchOptions): void {
  if (output !== undefined || (resume !== true && force !== true)) return;
  throw new ProblemsError([
    {
      code: "usage",
      severity: "error",
      message: `\`${resume === true ? "--resume" : "--force"}\` stands without \`--output\``,
      remedy: "name the file of the rows with --output; what goes to standard output can't be gone on with",
    },
  ]);
}
