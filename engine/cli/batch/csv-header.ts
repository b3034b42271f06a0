import { isUtf8 } from "node:buffer";
import type { RevisionModel } from "../../procedure/model.ts";
import { type Problem, ProblemsError } from "../../source/problem.ts";
import { maxLineBytes } from "../batch-line.ts";
import { columnsNamed } from "./csv-columns.ts";
import { cellsIn } from "./csv-entries.ts";
import { CsvRecords } from "./csv-records.ts";

/** The first record of a file in CSV, and what comes after it. */
export interface Header {
  readonly names: readonly string[];
  /** How many bytes and lines of the file it is. */
  readonly bytes: Buffer;
  readonly lines: number;
  readonly rest: AsyncIterable<Buffer>;
}

/**
 * Takes the names of the columns off the beginning of a file in CSV.
 *
 * @param file its name, for messages
 * @throws ProblemsError where there are none, or some are unknown: before anything is decided
 */
export async function takeHeader(
  pieces: AsyncIterable<Buffer>,
  delimiter: string,
  revisions: readonly RevisionModel[],
  file: string,
): Promise<Header> {
  const source = pieces[Symbol.asyncIterator]();
  let bytes = Buffer.alloc(0);
  let end: number | undefined;
  let records = new CsvRecords(delimiter);
  while (end === undefined && bytes.length <= maxLineBytes) {
    const next = await source.next();
    if (next.done === true) break;
    bytes = Buffer.concat([bytes, next.value]);
    records = new CsvRecords(delimiter);
    end = records.endIn(bytes, markLength(bytes));
  }
  const header = bytes.subarray(0, end ?? bytes.length);
  const left = bytes.subarray(header.length);
  async function* rest(): AsyncGenerator<Buffer> {
    if (left.length > 0) yield left;
    for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
  }
  const text = isUtf8(header) ? header.subarray(markLength(header)).toString("utf8") : undefined;
  const names = namesIn(text, delimiter, file);
  checkDelimiter(names, delimiter, revisions);
  const line = (text ?? "").replace(/\r?\n$/, "");
  columnsNamed(names, revisions, (at) => placeOf(names, at, line, file));
  return { names, bytes: header, lines: end === undefined ? 1 : records.lines, rest: rest() };
}

/** The length of the byte order mark that spreadsheets write first. */
function markLength(bytes: Buffer): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

function namesIn(text: string | undefined, delimiter: string, file: string): readonly string[] {
  const refused = (code: string, message: string, remedy: string): ProblemsError =>
    new ProblemsError([
      { code, severity: "error", message, expected: "a first line with the names of the columns", remedy },
    ]);
  if (text === undefined) throw refused("not-text", `${file} is not text in UTF-8`, "save it as CSV in UTF-8");
  if (text.trim() === "")
    throw refused("no-columns", `${file} has no names of columns`, "write them into the first line");
  try {
    return cellsIn(text, delimiter)[0] ?? [];
  } catch {
    throw refused("not-csv", `the first line of ${file} is not CSV`, "write the names with the delimiter between them");
  }
}

/** Says so where the names make sense with another delimiter. */
function checkDelimiter(names: readonly string[], delimiter: string, revisions: readonly RevisionModel[]): void {
  const [name = ""] = names;
  if (names.length !== 1) return;
  const other = [";", ",", "\t", "|"].find((each) => each !== delimiter && name.includes(each));
  if (other === undefined) return;
  const known = new Set(revisions.flatMap(({ facts }) => [...facts.keys()]));
  if (!name.split(other).some((part) => known.has(part))) return;
  const shown = other === "\t" ? "tab" : `"${other}"`;
  throw new ProblemsError([
    {
      code: "wrong-delimiter",
      severity: "error",
      message: `the columns are not separated by \`${delimiter === "\t" ? "tab" : delimiter}\``,
      nearest: other === "\t" ? "tab" : other,
      remedy: `add --delimiter ${shown}`,
    },
  ]);
}

function placeOf(names: readonly string[], at: number, line: string, file: string): Pick<Problem, "place"> {
  const name = names[at] ?? "";
  const isAgain = names.indexOf(name) !== at;
  const found = isAgain ? line.lastIndexOf(name) : line.indexOf(name);
  // A name that is written with doubled quotes isn't found as it is.
  const column = Math.max(0, found) + 1;
  return { place: { file, line: 1, column, length: Math.max(1, name.length), text: line } };
}
