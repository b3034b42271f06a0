import type { Layout } from "../layout.ts";
import { readBrackets } from "./brackets.ts";
import { OPEN_BRACE, OPEN_BRACKET } from "./characters.ts";
import { Cursor, NOT_PLAIN } from "./cursor.ts";
import { readList, readMapping } from "./indented.ts";

/** A list or mapping with the offsets between which it stands. */
export interface PlainValue {
  readonly value: object;
  readonly start: number;
  readonly end: number;
}

/** Tabs, carriage returns, invisible characters, odd spaces, and the marks that separate documents. */
const UNUSUAL = /(?!\n)\p{C}|(?![ \n])\p{Z}|^(?:---|\.\.\.|%)/mu;

/**
 * Reads the YAML that people normally write: mappings and lists by indentation or in brackets, keys without spaces,
 * texts with and without quotes, `|` and `>`, comments. It understands this part exactly as the `yaml` library does (a
 * property test holds the two together) in a tenth of the time, which a command spends on every start.
 *
 * @param maxDepth how deep lists and mappings may be nested
 * @returns undefined when there is anything else in the text, right or wrong: the thorough reader then decides
 */
export function readPlain(text: string, layout: Layout, maxDepth: number): PlainValue | undefined {
  if (UNUSUAL.test(text)) return undefined;
  try {
    return readDocument(new Cursor(text, layout, maxDepth));
  } catch (error) {
    if (error === NOT_PLAIN) return undefined;
    throw error;
  }
}

function readDocument(cursor: Cursor): PlainValue {
  cursor.nextLine();
  const start = cursor.at;
  const first = cursor.code(start);
  let value: object;
  let end = start;
  if (first === OPEN_BRACE || first === OPEN_BRACKET) {
    value = readBrackets(cursor, -1, 1);
    end = cursor.at;
    cursor.endOfLine();
  } else if (cursor.column !== 0) {
    throw NOT_PLAIN;
  } else {
    value = cursor.isDash(start) ? readList(cursor, 0, 1) : readMapping(cursor, 0, 1);
  }
  if (cursor.column !== -1) throw NOT_PLAIN;
  return { value, start, end };
}
