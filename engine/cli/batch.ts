import { type Command, InvalidArgumentError } from "commander";
import { formatDay } from "../calendar/day.ts";
import type { Procedure } from "../evaluate/procedure.ts";
import { readDay } from "../source/date.ts";
import type { Place } from "../source/place.ts";
import { type Problem, ProblemsError } from "../source/problem.ts";
import { agree } from "./agree.ts";
import { type BatchCase, isBlank, maxLineBytes, readBatchLine } from "./batch-line.ts";
import { internalProblem } from "./internal.ts";
import { bytesOf, readingProblem, withoutMark } from "./line-input.ts";
import { type Line, linesOf } from "./lines.ts";
import { addFormat, addRules, type RulesOption } from "./options.ts";
import { loadRules } from "./rules.ts";
import { exitCodes, type Shell } from "./shell.ts";
import { standardInput } from "./source.ts";

interface BatchOptions extends RulesOption {
  readonly asOf?: string;
  readonly crossCheck: number;
}

/** Declares `batch`. */
export function declare(command: Command, shell: Shell): void {
  command
    .argument("[file]", "cases in NDJSON; standard input, without it or with `-`")
    .description(
      "Decides many cases: one case in JSON a line, one result in JSON a line, in the same order. A line that can't be " +
        'decided becomes {"error": {"line", "case", "problems"}} in its place, and the run goes on. Blank lines are passed ' +
        `over. A line may have up to ${maxLineBytes / 1024} KiB.`,
    )
    .option("--as-of <date>", "evaluation date of the lines without `asOf`; today, without it")
    .option(
      "--cross-check <n>",
      "run the first case decided and then every nth on a second engine too; 0 for none",
      wholeNumber,
      1000,
    )
    .addHelpText("after", exampleFor(shell));
  addFormat(addRules(command, shell), ["ndjson"]).action(async (file: string | undefined, options: BatchOptions) => {
    shell.exitCode = await runBatch(file ?? standardInput.path, options, shell);
  });
}

function exampleFor({ package: { name } }: Shell): string {
  return `
Exits with 1 if a line could not be decided.

Example:
  ${name} batch cases.ndjson > results.ndjson`;
}

function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Expected a whole number");
}

async function runBatch(path: string, options: BatchOptions, shell: Shell): Promise<number> {
  const day = options.asOf === undefined ? undefined : readDay(options.asOf);
  if (typeof day === "object") throw new ProblemsError([day]);
  const { procedure } = loadRules(options.rules);
  const batch = new Batch(procedure, path === standardInput.path ? standardInput.name : path, options, shell);
  try {
    for await (const lines of linesOf(bytesOf(path, shell.io), maxLineBytes)) {
      await batch.take(lines);
    }
  } catch (error) {
    throw readingProblem(error, path) ?? error;
  }
  await batch.close();
  return batch.failed > 0 ? exitCodes.findings : exitCodes.done;
}

/** Output is gathered up to this many characters before it is written. */
const gathered = 64 * 1024;

/** How often progress is shown, in milliseconds. */
const progressEvery = 500;

/** One run over a stream of cases. */
class Batch {
  failed = 0;
  readonly #procedure: Procedure;
  /** What the lines come from, for messages. */
  readonly #file: string;
  readonly #shell: Shell;
  readonly #asOf: string;
  readonly #asOfGiven: boolean;
  readonly #crossCheck: number;
  readonly #start = performance.now();
  #shown = performance.now();
  #line = 0;
  #rows = 0;
  #withoutDate = 0;
  /** The cases decided so far, of which the first and then every nth go to the second engine. */
  #decided = 0;
  #crossChecked = 0;

  constructor(procedure: Procedure, file: string, options: BatchOptions, shell: Shell) {
    this.#procedure = procedure;
    this.#file = file;
    this.#shell = shell;
    this.#asOfGiven = options.asOf !== undefined;
    this.#asOf = options.asOf ?? formatDay(shell.io.today());
    this.#crossCheck = options.crossCheck;
  }

  /** Decides the cases on some lines and writes their rows. */
  async take(lines: readonly Line[]): Promise<void> {
    let output = "";
    for (const line of lines) {
      this.#line++;
      if (isBlank(line)) continue;
      this.#rows++;
      const decided = this.#row(this.#line === 1 ? withoutMark(line) : line);
      output += typeof decided === "string" ? decided : await decided;
      output += "\n";
      if (output.length < gathered) continue;
      await this.#shell.print(output);
      output = "";
    }
    if (output !== "") await this.#shell.print(output);
    await this.#progress();
  }

  /** Says how many there were. */
  async close(): Promise<void> {
    const { io } = this.#shell;
    const decided = this.#rows - this.failed;
    const parts = [
      `${counted(this.#rows, "row")}: ${grouped(decided)} decided, ${grouped(this.failed)} failed`,
      `${grouped(this.#crossChecked)} checked on the second engine`,
    ];
    const clear = io.stderr.isTTY === true ? "\r\u001b[K" : "";
    await this.#shell.tell(`${clear}${parts.join("; ")}\n`);
    if (this.#withoutDate === 0 || this.#asOfGiven) return;
    await this.#shell.tell(
      `note: ${counted(this.#withoutDate, "row")} without \`asOf\` evaluated as of today, ${this.#asOf}; --as-of sets another date\n`,
    );
  }

  /** The row for a line. Most are made at once; one that the second engine checks takes its time. */
  #row(line: Line): string | Promise<string> {
    const read = readBatchLine(line, { file: this.#file, number: this.#line });
    if ("problems" in read) return this.#error(read.problems, read.case);
    const { input, text } = read;
    if (input.asOf === undefined) this.#withoutDate++;
    try {
      const evaluation = this.#procedure.evaluateWithWorkings(this.#dated(input), text.locate, text.locateInput);
      const row = JSON.stringify(evaluation.result);
      if (this.#crossCheck === 0 || this.#decided++ % this.#crossCheck !== 0) return row;
      return agree(evaluation).then(
        () => {
          this.#crossChecked++;
          return row;
        },
        (error: unknown) => this.#error(problemsOf(error), input.case),
      );
    } catch (error) {
      return this.#error(problemsOf(error), input.case);
    }
  }

  #dated(input: BatchCase): BatchCase & { readonly asOf: string } {
    return { ...input, asOf: input.asOf ?? this.#asOf };
  }

  #error(problems: readonly Problem[], name: string | undefined): string {
    this.failed++;
    const error = { line: this.#line, ...(name === undefined ? {} : { case: name }), problems: problems.map(inRow) };
    return JSON.stringify({ error });
  }

  async #progress(): Promise<void> {
    if (this.#shell.io.stderr.isTTY !== true) return;
    const now = performance.now();
    if (now - this.#shown < progressEvery) return;
    this.#shown = now;
    const perSecond = Math.round((this.#rows / (now - this.#start)) * 1000);
    await this.#shell.tell(`\r\u001b[K${counted(this.#rows, "row")}, ${grouped(perSecond)} a second`);
  }
}

/** A problem without the text of the line, which its places would repeat, and the name of the file. */
function inRow({ place, related, ...problem }: Problem): object {
  return {
    ...problem,
    ...(place === undefined ? {} : { place: columns(place) }),
    ...(related === undefined ? {} : { related: related.map((other) => ({ ...other, place: columns(other.place) })) }),
  };
}

function columns({ line, column, length }: Place): Omit<Place, "file" | "text"> {
  return { line, column, length };
}

function problemsOf(error: unknown): readonly Problem[] {
  return error instanceof ProblemsError ? error.problems : [internalProblem(error, "report it with the line")];
}

function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;
}

function grouped(count: number): string {
  return count.toLocaleString("en");
}
