import { isUtf8 } from "node:buffer";
import { CsvError, parse } from "csv-parse/sync";
import type { Locate } from "../../evaluate/facts.ts";
import type { LocateInput } from "../../evaluate/input-places.ts";
import type { Place } from "../../source/place.ts";
import type { Problem } from "../../source/problem.ts";
import { type BatchCase, type BatchLine, lineNotText, type Refused } from "../batch-line.ts";
import type { Column } from "./csv-columns.ts";
import { CsvRecords } from "./csv-records.ts";
import { type Entry, noPlaces, type Places } from "./entry.ts";

/** A record of CSV: the line on which it begins, and its cells, or what is wrong with it. */
interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[] | Refused;
}

/** Reads the cases of a file in CSV, whose columns are known. */
export class CsvEntries {
  readonly #columns: readonly Column[];
  readonly #delimiter: string;

  constructor(columns: readonly Column[], delimiter: string) {
    this.#columns = columns;
    this.#delimiter = delimiter;
  }

  /** The cases in some records. One whose cells are all empty is passed over, as a blank line is. */
  *in(bytes: Buffer, number: number): Generator<Entry> {
    for (const { line, cells } of recordsIn(bytes, number, this.#delimiter)) {
      if ("length" in cells) {
        if (cells.some((cell) => cell !== "")) yield this.#entry(line, cells);
      } else yield { line, read: cells, places: noPlaces };
    }
  }

  #entry(line: number, cells: readonly string[]): Entry {
    const problems: Problem[] = [];
    const facts: Record<string, unknown> = {};
    const readings: Record<string, string> = {};
    const own: { case?: string; asOf?: string; revision?: string } = {};
    let isRead = false;
    if (cells.length !== this.#columns.length) problems.push(wrongCount(cells.length, this.#columns));
    else {
      for (const [at, column] of this.#columns.entries()) {
        const cell = cells[at] ?? "";
        if (cell === "") continue;
        if (column.kind === "fact") {
          const read = column.read(cell);
          if ("value" in read) facts[column.name] = read.value;
          else problems.push({ ...read.problem, place: placeOf(at + 1) });
        } else if (column.kind === "reading") {
          readings[column.id] = cell;
          isRead = true;
        } else if (column.kind !== "title") own[column.kind] = cell;
      }
    }
    const input: BatchCase = { ...own, ...(isRead ? { readings } : {}), facts };
    const read: BatchLine = problems.length > 0 ? { problems, case: own.case } : { input };
    return { line, read, places: () => this.#placesIn(input) };
  }

  /** The cells in which facts and their parts stand, and what stands beside them. */
  #placesIn(input: BatchCase): Places {
    const { facts } = input;
    const inCell = new Map<unknown, number>();
    const columnOf = (name: string): number => this.#columns.findIndex((column) => column.name === name) + 1;
    const visit = (value: unknown, column: number): void => {
      if (typeof value !== "object" || value === null || inCell.has(value)) return;
      inCell.set(value, column);
      for (const part of Object.values(value)) visit(part, column);
    };
    for (const [name, value] of Object.entries(facts)) visit(value, columnOf(name));
    const locate: Locate = (container, key) => {
      const column = container === facts ? columnOf(String(key)) : inCell.get(container);
      return column === undefined || column === 0 ? undefined : placeOf(column);
    };
    const locateInput: LocateInput = (key, id) => {
      // The columns of facts have no cell in common, and an empty cell says nothing.
      if (key === "facts" || input[key] === undefined) return undefined;
      const at = this.#columns.findIndex((column) =>
        column.kind === "reading" ? key === "readings" && (id ?? column.id) === column.id : column.kind === key,
      );
      return at === -1 ? undefined : placeOf(at + 1);
    };
    return { locate, locateInput };
  }
}

/** Of a place in a record, the column alone is meant. */
function placeOf(column: number): Place {
  return { file: "", line: 1, column, length: 1, text: "" };
}

function wrongCount(count: number, columns: readonly Column[]): Problem {
  return {
    code: "wrong-cell-count",
    severity: "error",
    message: `the line has ${count} cells, and the file ${columns.length} columns`,
    expected: `${columns.length} cells`,
    remedy: "put a cell that holds the delimiter or a line break in double quotes, and leave an unknown one empty",
  };
}

/** The cells of some text in CSV. @throws Error where it isn't CSV. */
export function cellsIn(text: string, delimiter: string): readonly (readonly string[])[] {
  return parse(text, { delimiter, record_delimiter: ["\r\n", "\n"], relax_column_count: true });
}

/** The records in some bytes. All of them are read in one go, and one by one where something is wrong in them. */
function* recordsIn(bytes: Buffer, number: number, delimiter: string): Generator<CsvRecord> {
  const pieces = piecesOf(bytes, number, delimiter);
  const all = isUtf8(bytes) ? cellsOrProblem(bytes.toString("utf8"), delimiter) : undefined;
  if (all !== undefined && "length" in all && all.length === pieces.length) {
    for (const [at, { line }] of pieces.entries()) yield { line, cells: all[at] ?? [] };
    return;
  }
  for (const { line, piece } of pieces) {
    if (!isUtf8(piece)) yield { line, cells: lineNotText() };
    else {
      const read = cellsOrProblem(piece.toString("utf8"), delimiter);
      yield { line, cells: "length" in read ? (read[0] ?? []) : read };
    }
  }
}

/** The bytes of each record, with the number of its first line. */
function piecesOf(bytes: Buffer, number: number, delimiter: string): readonly { line: number; piece: Buffer }[] {
  const records = new CsvRecords(delimiter);
  const pieces: { line: number; piece: Buffer }[] = [];
  let line = number;
  for (let start = 0; start < bytes.length; ) {
    const end = records.endIn(bytes, start) ?? bytes.length;
    pieces.push({ line, piece: bytes.subarray(start, end) });
    line += records.lines;
    start = end;
  }
  return pieces;
}

function cellsOrProblem(text: string, delimiter: string): readonly (readonly string[])[] | Refused {
  try {
    return cellsIn(text, delimiter);
  } catch (error) {
    const code = error instanceof CsvError ? error.code : undefined;
    const column: unknown = error instanceof CsvError ? error.column : undefined;
    const problem: Problem = {
      code: "not-csv",
      severity: "error",
      message: (code && mistakes[code]) ?? "the line is not CSV",
      ...(typeof column === "number" ? { place: placeOf(column + 1) } : {}),
      remedy: "put a cell that holds a quote in double quotes, and write each quote in it twice",
    };
    return { problems: [problem], case: undefined };
  }
}

/** What the library finds, in words of our own: it counts lines within the text that it is given. */
const mistakes: Readonly<Record<string, string>> = {
  CSV_INVALID_CLOSING_QUOTE: "something follows the quote that closes a cell",
  CSV_QUOTE_NOT_CLOSED: "the quote that opens a cell is never closed",
  INVALID_OPENING_QUOTE: "a quote stands within a cell that is not in quotes",
};
