import { isAscii, isUtf8 } from "node:buffer";
import { isBlank, lineNotText, readBatchText, textOfLine } from "../batch-line.ts";
import { colonsIn } from "../json-misreading.ts";
import { withoutMark } from "../line-input.ts";
import { type LineSpot, LineText, wholeLine } from "../line-text.ts";
import { type Entry, noPlaces } from "./entry.ts";

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
    const text = textOfLine(each);
    if (isUtf8(each)) yield entry(text, line);
    else yield { line, read: lineNotText(wholeLine(text, spotOf(line))), places: noPlaces };
  }
}

function entry(text: string, line: number, colons?: number): Entry {
  const spot = spotOf(line);
  const read = readBatchText(text, spot, colons);
  return { line, read, places: () => ("input" in read ? new LineText(text, spot, read.input) : noPlaces()) };
}

/** Rows say the line alone: all of them are about one file. */
function spotOf(number: number): LineSpot {
  return { file: "", number };
}
