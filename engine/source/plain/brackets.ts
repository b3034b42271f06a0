import type { Extent } from "../layout.ts";
import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COMMA,
  DOUBLE_QUOTE,
  HASH,
  isBlank,
  LINE_FEED,
  OPEN_BRACE,
  OPEN_BRACKET,
  SINGLE_QUOTE,
} from "./characters.ts";
import { type Cursor, NOT_PLAIN } from "./cursor.ts";

/**
 * Reads a list or mapping in brackets; the cursor then stands behind the closing one.
 *
 * @param parent the indentation that further lines must exceed
 */
export function readBrackets(cursor: Cursor, parent: number, depth: number): object {
  cursor.checkDepth(depth);
  return cursor.code(cursor.at) === OPEN_BRACE ? readMapping(cursor, parent, depth) : readList(cursor, parent, depth);
}

function readList(cursor: Cursor, parent: number, depth: number): unknown[] {
  const value: unknown[] = [];
  const extent = cursor.layout.list(value, cursor.at++);
  skip(cursor, parent);
  while (cursor.code(cursor.at) !== CLOSE_BRACKET) {
    value.push(readValue(cursor, extent, parent, depth));
    separate(cursor, CLOSE_BRACKET, parent);
  }
  extent.end = ++cursor.at;
  return value;
}

function readMapping(cursor: Cursor, parent: number, depth: number): object {
  const value: Record<string, unknown> = {};
  const extent = cursor.layout.mapping(value, cursor.at++);
  skip(cursor, parent);
  while (cursor.code(cursor.at) !== CLOSE_BRACE) {
    const first = cursor.code(cursor.at);
    const key = cursor.key(value, extent);
    cursor.at++;
    // Only behind a quote may the value follow its colon at once, as in JSON.
    if (first !== DOUBLE_QUOTE && first !== SINGLE_QUOTE && !isBlank(cursor.code(cursor.at))) throw NOT_PLAIN;
    skip(cursor, parent);
    value[key] = readValue(cursor, extent, parent, depth);
    separate(cursor, CLOSE_BRACE, parent);
  }
  extent.end = ++cursor.at;
  return value;
}

function readValue(cursor: Cursor, extent: Extent, parent: number, depth: number): unknown {
  const start = cursor.at;
  const code = cursor.code(start);
  if (code === OPEN_BRACKET || code === OPEN_BRACE) {
    extent.child(start);
    return readBrackets(cursor, parent, depth + 1);
  }
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
    const value = cursor.quoted();
    extent.value(start, cursor.at);
    return value;
  }
  cursor.checkStart(true);
  const end = cursor.plainEnd(true);
  extent.value(start, end);
  return cursor.scalar(start, end);
}

/** What may stand between a value and the next: spaces and line breaks, and a comma unless the brackets close. */
function separate(cursor: Cursor, closing: number, parent: number): void {
  skip(cursor, parent);
  const code = cursor.code(cursor.at);
  if (code === closing) return;
  if (code !== COMMA) throw NOT_PLAIN;
  cursor.at++;
  skip(cursor, parent);
}

/** Skips spaces, line breaks and comments. At the end of the text it stops like before any other character. */
function skip(cursor: Cursor, parent: number): void {
  for (;;) {
    const from = cursor.at;
    cursor.at = cursor.skipSpaces(from);
    const code = cursor.code(cursor.at);
    if (code === HASH) {
      if (cursor.at === from && cursor.at !== cursor.lineStart) throw NOT_PLAIN;
      const lineEnd = cursor.text.indexOf("\n", cursor.at);
      if (lineEnd === -1) throw NOT_PLAIN;
      cursor.at = lineEnd;
    } else if (code === LINE_FEED) {
      cursor.lineStart = ++cursor.at;
    } else {
      if (cursor.at - cursor.lineStart <= parent) throw NOT_PLAIN;
      return;
    }
  }
}
