import { isUtf8 } from "node:buffer";
import { gzipSync } from "node:zlib";
import { parseDay } from "../../calendar/day.ts";
import type { EvaluationInput, Procedure } from "../../evaluate/procedure.ts";
import type { Place } from "../../source/place.ts";
import { type Problem, ProblemsError } from "../../source/problem.ts";
import { agree } from "../agree.ts";
import { lineTooLong } from "../batch-line.ts";
import { internalProblem } from "../internal.ts";
import { wholeLine } from "../line-text.ts";
import { ByteRows } from "./bytes/byte-rows.ts";
import { RowBytes } from "./bytes/row-bytes.ts";
import { endOfLine, Scan } from "./bytes/scan.ts";
import type { Chunk } from "./chunk.ts";
import { countResult } from "./count-result.ts";
import { columnsNamed } from "./csv-columns.ts";
import { csvRows } from "./csv-rows.ts";
import { type Entry, noPlaces, withRow } from "./entry.ts";
import { jsonEntries } from "./json-entries.ts";
import { jsonRows } from "./json-rows.ts";
import { cellSpot, characterSpot, rowProblem } from "./row-problem.ts";
import type { RowWriter } from "./row-writer.ts";
import { isSampled, requireSame } from "./sample.ts";
import { isOfBytes, type Settings } from "./settings.ts";
import { count, newTally, type Tally } from "./tally.ts";

/** What became of a chunk: its rows, as they are written to the output, and what was counted. */
export interface Made {
  /** They stay what they are until rows are made for another chunk. */
  readonly bytes: Uint8Array;
  readonly tally: Tally;
}

/** Makes the rows of a batch, chunk by chunk. What it makes of a chunk depends on nothing that came before. */
export class Rows {
  readonly #procedure: Procedure;
  readonly #settings: Settings;
  readonly #writer: RowWriter;
  readonly #entriesIn: (lines: Buffer, line: number) => Iterable<Entry>;
  /** Where rows can be made straight of the bytes of lines. */
  readonly #byteRows: ByteRows | undefined;
  /** The rows of the chunk under way. */
  readonly #rows = new RowBytes();

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
    const asOf = parseDay(settings.asOf);
    if (isOfBytes(settings) && typeof asOf === "number") this.#byteRows = new ByteRows(procedure, asOf);
  }

  /** What stands before the first row, as it is written to the output. */
  get heading(): Uint8Array {
    this.#rows.writeText(this.#writer.heading);
    return this.#output();
  }

  /** The rows for the lines of a chunk. They are made without a pause, but for those that the second engine looks at. */
  async of(chunk: Chunk): Promise<Made> {
    const tally = newTally();
    // Only in the first chunk, because what a worker has made before must make no difference.
    this.#awaitsFirst = chunk.isFirst;
    const { bytes, line } = chunk;
    if (bytes === undefined) {
      const place = this.#settings.input === "csv" ? undefined : wholeLine("", { file: "", number: line });
      await this.#add([{ line, read: lineTooLong(place), places: noPlaces }], tally);
    } else {
      const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      if (this.#byteRows === undefined || !isUtf8(lines)) await this.#add(this.#entriesIn(lines, line), tally);
      else await this.#addLines(lines, line, tally, this.#byteRows);
    }
    return { bytes: this.#output(), tally };
  }

  /** Adds the rows for lines of text: most are made straight of the bytes, and the others as any row. */
  async #addLines(lines: Buffer, first: number, tally: Tally, byteRows: ByteRows): Promise<void> {
    const scan = new Scan(lines);
    for (let line = first; scan.at < lines.length; line++) {
      const isChecked = this.#isChecked(line);
      const written = isChecked ? undefined : byteRows.write(scan, this.#rows);
      if (written !== undefined) {
        tally.rows++;
        if (written === "undated") tally.undated++;
        continue;
      }
      const from = scan.at;
      scan.at = endOfLine(lines, from);
      const entries = jsonEntries(lines.subarray(from, scan.at), line);
      await this.#add(isChecked ? withRow(entries, () => byteRows.text(lines, from)) : entries, tally);
    }
  }

  async #add(entries: Iterable<Entry>, tally: Tally): Promise<void> {
    for (const entry of entries) {
      tally.rows++;
      const row = this.#row(entry, tally);
      this.#rows.writeText(typeof row === "string" ? row : await row);
    }
  }

  /** The rows that were added, as they go to the output. */
  #output(): Uint8Array {
    const bytes = this.#rows.take();
    return this.#settings.compress && bytes.length > 0 ? gzipSync(bytes) : bytes;
  }

  #row(entry: Entry, tally: Tally): string | Promise<string> {
    const { line, read } = entry;
    if ("problems" in read) return this.#failed(line, read.problems, read.case, tally);
    if (read.input.asOf === undefined) tally.undated++;
    const input: EvaluationInput = { ...read.input, asOf: read.input.asOf ?? this.#settings.asOf };
    try {
      if (!this.#isChecked(line)) return this.#decide(input, line, tally);
      return this.#check(input, entry, tally).catch((error: unknown) => this.#refused(input, error, entry, tally));
    } catch (error) {
      return this.#refused(input, error, entry, tally);
    }
  }

  /** Whether the second engine looks at a line. */
  #isChecked(line: number): boolean {
    return this.#awaitsFirst ? this.#settings.crossCheck > 0 : isSampled(line, this.#settings);
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
  async #check(input: EvaluationInput, { line, ofBytes }: Entry, tally: Tally): Promise<string> {
    const evaluation = this.#procedure.evaluateWithWorkings(input);
    this.#awaitsFirst = false;
    await agree(evaluation);
    if (this.#settings.only === "decisions") requireSame(this.#procedure.decide(input), evaluation.result);
    const row = this.#decide(input, line, tally);
    if ((ofBytes?.() ?? row) !== row)
      throw new Error("the row comes out differently where it is made straight of the bytes");
    tally.checked++;
    return row;
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
