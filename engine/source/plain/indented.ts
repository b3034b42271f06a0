import type { Extent } from "../layout.ts";
import { readBrackets } from "./brackets.ts";
import {
  BAR,
  DASH,
  DOUBLE_QUOTE,
  GREATER,
  HASH,
  isBlank,
  isLineEnd,
  LINE_FEED,
  OPEN_BRACE,
  OPEN_BRACKET,
  SINGLE_QUOTE,
} from "./characters.ts";
import { type Cursor, NOT_PLAIN } from "./cursor.ts";

// After each value the cursor stands at the first character of the next line with content.

/** Reads a list, from its first dash at this column. */
export function readList(cursor: Cursor, column: number, depth: number): unknown[] {
  cursor.checkDepth(depth);
  const value: unknown[] = [];
  const extent = cursor.layout.list(value, cursor.at);
  do {
    cursor.at = cursor.skipSpaces(cursor.at + 1);
    const code = cursor.code(cursor.at);
    if (code === HASH || isLineEnd(code)) throw NOT_PLAIN;
    value.push(readNode(cursor, extent, column, cursor.at - cursor.lineStart, depth));
  } while (cursor.column === column && cursor.isDash(cursor.at));
  if (cursor.column > column) throw NOT_PLAIN;
  return value;
}

/** Reads a mapping, from its first key at this column. */
export function readMapping(cursor: Cursor, column: number, depth: number): object {
  cursor.checkDepth(depth);
  const value: Record<string, unknown> = {};
  const extent = cursor.layout.mapping(value, cursor.at);
  do {
    const key = cursor.key(value, extent);
    cursor.at++;
    if (!isBlank(cursor.code(cursor.at))) throw NOT_PLAIN;
    cursor.at = cursor.skipSpaces(cursor.at);
    const code = cursor.code(cursor.at);
    if (code === HASH || isLineEnd(code)) value[key] = readBelow(cursor, extent, column, depth);
    else value[key] = readInline(cursor, extent, column, depth);
  } while (cursor.column === column && !cursor.isDash(cursor.at));
  if (cursor.column > column) throw NOT_PLAIN;
  return value;
}

/** Reads the value of a key with nothing behind it on its line. */
function readBelow(cursor: Cursor, extent: Extent, column: number, depth: number): unknown {
  const behindKey = cursor.at;
  cursor.endOfLine();
  // A list may stand in the column of its key.
  const hasList = cursor.column === column && cursor.isDash(cursor.at);
  if (cursor.column > column || hasList) return readNode(cursor, extent, column, cursor.column, depth);
  extent.value(behindKey, behindKey);
  return null;
}

/** Reads what stands at `column` inside of a list or mapping that stands at `parent`. */
function readNode(cursor: Cursor, extent: Extent, parent: number, column: number, depth: number): unknown {
  const start = cursor.at;
  if (cursor.isDash(start)) {
    extent.child(start);
    return readList(cursor, column, depth + 1);
  }
  if (cursor.isKey()) {
    extent.child(start);
    return readMapping(cursor, column, depth + 1);
  }
  return readInline(cursor, extent, parent, depth);
}

/** Reads a scalar, or a list or mapping in brackets. */
function readInline(cursor: Cursor, extent: Extent, parent: number, depth: number): unknown {
  const start = cursor.at;
  const code = cursor.code(start);
  if (code === OPEN_BRACKET || code === OPEN_BRACE) {
    extent.child(start);
    const value = readBrackets(cursor, parent, depth + 1);
    cursor.endOfLine();
    return value;
  }
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
    const value = cursor.quoted();
    extent.value(start, cursor.at);
    cursor.endOfLine();
    return value;
  }
  if (code === BAR || code === GREATER) return readBlockText(cursor, extent, parent, code === GREATER);
  return readText(cursor, extent, parent);
}

/** Reads text without quotes, with the lines that continue it. */
function readText(cursor: Cursor, extent: Extent, parent: number): unknown {
  const start = cursor.at;
  cursor.checkStart(false);
  let end = cursor.plainEnd(false);
  const first = end;
  if (!isContinued(cursor, parent)) {
    extent.value(start, end);
    return cursor.scalar(start, end);
  }
  let value = cursor.text.slice(start, first);
  // A text of several lines that begin with dashes was meant as a list.
  if (cursor.code(start) === DASH) throw NOT_PLAIN;
  do {
    if (cursor.isDash(cursor.at)) throw NOT_PLAIN;
    const from = cursor.at;
    end = cursor.plainEnd(false);
    value += ` ${cursor.text.slice(from, end)}`;
  } while (isContinued(cursor, parent));
  extent.value(start, end);
  return value;
}

/** Goes to the next line with content; whether it continues the text that ends here. */
function isContinued(cursor: Cursor, parent: number): boolean {
  const isCommented = cursor.code(cursor.at) === HASH;
  const lineEnd = cursor.at;
  cursor.endOfLine();
  if (cursor.column <= parent) return false;
  // Blank lines and comments in between make a difference that is left to the thorough reader.
  if (isCommented || cursor.lineStart !== lineEnd + 1) throw NOT_PLAIN;
  return true;
}

/** Reads `|` or `>`, each with or without `-`, and the indented lines below. */
function readBlockText(cursor: Cursor, extent: Extent, parent: number, isFolded: boolean): string {
  const { text } = cursor;
  const start = cursor.at;
  const isStripped = text.charCodeAt(start + 1) === DASH;
  let at = start + (isStripped ? 2 : 1);
  if (text.charCodeAt(at++) !== LINE_FEED) throw NOT_PLAIN;
  const indent = cursor.skipSpaces(at) - at;
  if (indent <= parent || indent === 0) throw NOT_PLAIN;
  let value = "";
  let blankLines = 0;
  let end = at;
  while (at < text.length) {
    const content = cursor.skipSpaces(at);
    const lineEnd = text.indexOf("\n", content);
    if (lineEnd === -1) throw NOT_PLAIN;
    if (content === lineEnd) {
      if (content !== at || value === "") throw NOT_PLAIN;
      blankLines++;
    } else {
      if (content - at < indent) break;
      if (isFolded && content - at > indent) throw NOT_PLAIN;
      if (value !== "") value += isFolded && blankLines === 0 ? " " : "\n".repeat(blankLines + (isFolded ? 0 : 1));
      value += text.slice(at + indent, lineEnd);
      blankLines = 0;
      end = lineEnd + 1;
    }
    at = lineEnd + 1;
  }
  extent.value(start, end);
  cursor.at = at;
  cursor.nextLine();
  return isStripped ? value : `${value}\n`;
}
