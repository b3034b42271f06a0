import { gzipSync } from "node:zlib";
import type { EvaluationInput, Procedure } from "../../evaluate/procedure.ts";
import type { Decided, Result } from "../../language/result.ts";
import type { Place } from "../../source/place.ts";
import { type Problem, ProblemsError } from "../../source/problem.ts";
import { agree } from "../agree.ts";
import { lineTooLong } from "../batch-line.ts";
import { internalProblem } from "../internal.ts";
import { wholeLine } from "../line-text.ts";
import type { Chunk } from "./chunk.ts";
import { countResult } from "./count-result.ts";
import { columnsNamed } from "./csv-columns.ts";
import { csvRows } from "./csv-rows.ts";
import { type Entry, noPlaces } from "./entry.ts";
import { jsonEntries } from "./json-entries.ts";
import { jsonRows } from "./json-rows.ts";
import { cellSpot, characterSpot, rowProblem } from "./row-problem.ts";
import type { RowWriter } from "./row-writer.ts";
import type { Settings } from "./settings.ts";
import { count, newTally, type Tally } from "./tally.ts";

/** After so many lines the sample thins out: the second engine takes as long for one case as this one for hundreds. */
const sampled = 20_000;

/** What became of a chunk: its rows, as they are written to the output, and what was counted. */
export interface Made {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly tally: Tally;
}

/** Makes the rows of a batch, chunk by chunk. What it makes of a chunk depends on nothing that came before. */
export class Rows {
  readonly #procedure: Procedure;
  readonly #settings: Settings;
  readonly #writer: RowWriter;
  readonly #entriesIn: (lines: Buffer, line: number) => Iterable<Entry>;

  /** Whether the first case that can be decided is still to come: the second engine looks at it in any case. */
  #awaitsFirst = false;

  /** The rows for some settings. The library for CSV is loaded when there is CSV to read. */
  static async of(procedure: Procedure, settings: Settings): Promise<Rows> {
    if (settings.input === "ndjson") return new Rows(procedure, settings, jsonEntries);
    const { CsvEntries } = await import("./csv-entries.ts");
    const entries = new CsvEntries(columnsNamed(settings.columns, procedure.revisions), settings.delimiter);
    return new Rows(procedure, settings, (lines, line) => entries.in(lines, line));
  }

  private constructor(
    procedure: Procedure,
    settings: Settings,
    entriesIn: (lines: Buffer, line: number) => Iterable<Entry>,
  ) {
    this.#procedure = procedure;
    this.#settings = settings;
    this.#writer = settings.format === "csv" ? csvRows(settings, procedure.revisions) : jsonRows(settings);
    this.#entriesIn = entriesIn;
  }

  /** What stands before the first row, as it is written to the output. */
  get heading(): Uint8Array<ArrayBuffer> {
    return this.#output(this.#writer.heading);
  }

  /** The rows for the lines of a chunk. They are made without a pause, but for those that the second engine looks at. */
  async of(chunk: Chunk): Promise<Made> {
    const tally = newTally();
    // Only in the first chunk, because what a worker has made before must make no difference.
    this.#awaitsFirst = chunk.isFirst;
    let text = "";
    for (const entry of this.#entries(chunk)) {
      tally.rows++;
      const row = this.#row(entry, tally);
      text += typeof row === "string" ? row : await row;
    }
    return { bytes: this.#output(text), tally };
  }

  #entries({ bytes, line }: Chunk): Iterable<Entry> {
    if (bytes === undefined) {
      const place = this.#settings.input === "csv" ? undefined : wholeLine("", { file: "", number: line });
      return [{ line, read: lineTooLong(place), places: noPlaces }];
    }
    return this.#entriesIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), line);
  }

  #output(text: string): Uint8Array<ArrayBuffer> {
    if (text === "") return new Uint8Array(0);
    // Memory of its own, so that it can be handed over.
    return new Uint8Array(this.#settings.compress ? gzipSync(text) : new TextEncoder().encode(text));
  }

  #row(entry: Entry, tally: Tally): string | Promise<string> {
    const { line, read } = entry;
    if ("problems" in read) return this.#failed(line, read.problems, read.case, tally);
    if (read.input.asOf === undefined) tally.undated++;
    const input: EvaluationInput = { ...read.input, asOf: read.input.asOf ?? this.#settings.asOf };
    try {
      if (!this.#isChecked(line)) return this.#decide(input, line, tally);
      return this.#check(input, line, tally).catch((error: unknown) => this.#refused(input, error, entry, tally));
    } catch (error) {
      return this.#refused(input, error, entry, tally);
    }
  }

  /** Whether the second engine looks at a line: its number alone tells, so that it is the same whoever makes the row. */
  #isChecked(line: number): boolean {
    const { crossCheck, thinsOut } = this.#settings;
    if (crossCheck === 0 || this.#awaitsFirst) return crossCheck > 0;
    return (line - 1) % (thinsOut && line > sampled ? crossCheck * 10 : crossCheck) === 0;
  }

  #decide(input: EvaluationInput, line: number, tally: Tally): string {
    const { only, summary } = this.#settings;
    if (only === "decisions" && !summary) return this.#writer.decided(this.#procedure.decide(input), line);
    const { result, program } = this.#procedure.evaluateWithWorkings(input);
    if (summary) countResult(tally, result, program.model);
    if (only === "decisions") return this.#writer.decided(this.#procedure.decide(input), line);
    return this.#writer.evaluated(result, line);
  }

  /** Decides a case, and shows nothing of it unless the second engine comes to the same. */
  async #check(input: EvaluationInput, line: number, tally: Tally): Promise<string> {
    const evaluation = this.#procedure.evaluateWithWorkings(input);
    this.#awaitsFirst = false;
    await agree(evaluation);
    if (this.#settings.only === "decisions") requireSame(this.#procedure.decide(input), evaluation.result);
    tally.checked++;
    return this.#decide(input, line, tally);
  }

  /** The row for a case that is refused. It is decided once more, to say where in the line what is wrong with it stands. */
  #refused(input: EvaluationInput, error: unknown, entry: Entry, tally: Tally): string {
    const { line } = entry;
    const name = input.case;
    if (!(error instanceof ProblemsError)) {
      return this.#failed(line, [internalProblem(error, "report it with the line")], name, tally);
    }
    const { locate, locateInput } = entry.places();
    try {
      this.#procedure.evaluateWithWorkings(input, locate, locateInput);
    } catch (again) {
      if (again instanceof ProblemsError) return this.#failed(line, again.problems, name, tally);
    }
    return this.#failed(line, error.problems, name, tally);
  }

  #failed(line: number, problems: readonly Problem[], name: string | undefined, tally: Tally): string {
    tally.failed++;
    for (const code of new Set(problems.map(({ code: each }) => each))) count(tally.errors, code);
    const { input, columns } = this.#settings;
    const spotOf = input === "csv" ? (place: Place) => cellSpot(place, columns) : characterSpot;
    const [first] = problems;
    const column = first?.place?.column;
    const columnName = input === "csv" && column !== undefined ? columns[column - 1] : undefined;
    return this.#writer.failed({
      line,
      ...(column === undefined ? {} : { column }),
      ...(columnName === undefined ? {} : { columnName }),
      case: name,
      problems: problems.map((problem) => rowProblem(problem, spotOf)),
    });
  }
}

/** Holds the decisions made alone to those of the evaluation that the second engine has looked at. */
function requireSame(decided: Decided, { decisions }: Pick<Result, "decisions">): void {
  for (const [id, { outcome }] of Object.entries(decisions)) {
    if (decided.decisions[id]?.outcome === outcome) continue;
    throw new Error(`\`${id}\` comes out differently where it is decided without its grounds`);
  }
}
