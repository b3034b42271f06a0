import { isAscii, isUtf8 } from "node:buffer";
import { type BatchCase, isBlank, lineNotText, readBatchText } from "../batch-line.ts";
import { colonsIn } from "../json-misreading.ts";
import { withoutMark } from "../line-input.ts";
import { type Columns, type Entry, noColumns } from "./entry.ts";
import { JsonColumns } from "./json-columns.ts";

const lineFeed = 10;
const space = 32;

/**
 * The cases on some lines of NDJSON.
 *
 * @param number the number of the first line, from 1
 */
export function* jsonEntries(lines: Buffer, number: number): Generator<Entry> {
  const bytes = number === 1 ? (withoutMark(lines) ?? lines) : lines;
  // Bytes become text in one go wherever all of them are text.
  if (isAscii(bytes)) yield* entriesInText(bytes.toString("latin1"), number, bytes);
  else if (isUtf8(bytes)) yield* entriesInText(bytes.toString("utf8"), number);
  else yield* entriesInBytes(bytes, number);
}

/** @param ascii the text as bytes, where each character is one */
function* entriesInText(text: string, number: number, ascii?: Buffer): Generator<Entry> {
  let line = number;
  for (let start = 0; start < text.length; line++) {
    const at = text.indexOf("\n", start);
    const each = text.slice(start, at === -1 ? text.length : at);
    if (!isBlankText(each)) {
      yield entry(each, line, ascii && colonsIn(ascii, start, start + each.length));
    }
    start += each.length + 1;
  }
}

function isBlankText(text: string): boolean {
  return text === "" || (text.charCodeAt(0) <= space && /^[ \t\r]*$/.test(text));
}

function* entriesInBytes(bytes: Buffer, number: number): Generator<Entry> {
  let line = number;
  for (let start = 0; start < bytes.length; line++) {
    const at = bytes.indexOf(lineFeed, start);
    const each = bytes.subarray(start, at === -1 ? bytes.length : at);
    start += each.length + 1;
    if (isBlank(each)) continue;
    yield isUtf8(each) ? entry(each.toString("utf8"), line) : { line, read: lineNotText, columns: noColumns };
  }
}

function entry(text: string, line: number, colons?: number): Entry {
  const read = readBatchText(text, colons);
  return { line, read, columns: () => ("input" in read ? columnsIn(text, read.input) : noColumns()) };
}

function columnsIn(text: string, input: BatchCase): Columns {
  const columns = new JsonColumns(text, input);
  return {
    locate: columns.locate,
    ofKey: (key) => columns.of(input, key, "value"),
    nameOf: () => undefined,
  };
}
