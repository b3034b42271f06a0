import { keepsItsDigits } from "../../language/written-number.ts";
import { coreScalar } from "../core-scalar.ts";
import { isHostile } from "../hostile.ts";
import type { Extent, Layout } from "../layout.ts";
import {
  BACKSLASH,
  COLON,
  DASH,
  DOUBLE_QUOTE,
  HASH,
  isBlank,
  isDigit,
  isFlowIndicator,
  isLetter,
  isLineEnd,
  LINE_FEED,
  SINGLE_QUOTE,
  SPACE,
} from "./characters.ts";

/** Thrown and caught in this folder only: something here is for the thorough reader. */
export const NOT_PLAIN = Symbol("not plain");

/** Escapes that mean the same in JSON, whose parser then does the work. */
const JSON_ESCAPES_ONLY = /^(?:[^\\]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*$/;

/** YAML allows 1024 characters for a key. */
const LONGEST_KEY = 1000;

/**
 * Where text without quotes stops: at the end of its line, at a comment, and in brackets at what belongs to these. A colon
 * that could be that of a key is found too. Expressions do this, for the loop of a program that has just started is slow.
 */
const STOP = /\n|(?<= )#|:(?![^ \n])/g;
const STOP_IN_BRACKETS = /[\n,[\]{}]|(?<= )#|:(?![^ \n,[\]{}])/g;

/** A key without quotes. */
const NAME = /[A-Za-z_][A-Za-z_0-9.-]*/y;

const SPECIAL_AT_START = "&*!|>%@`\"'?:#,[]{}";

/** A position in a text, and the steps that reading by indentation and reading in brackets share. */
export class Cursor {
  readonly text: string;
  readonly layout: Layout;
  /** Where the next character is read. */
  at = 0;
  lineStart = 0;
  /** The indentation of the line that {@link nextLine} went to; -1 at the end of the text. */
  column = -1;
  readonly #maxDepth: number;

  constructor(text: string, layout: Layout, maxDepth: number) {
    this.text = text;
    this.layout = layout;
    this.#maxDepth = maxDepth;
  }

  /** The character at an offset; NaN behind the end. */
  code(at: number): number {
    return this.text.charCodeAt(at);
  }

  checkDepth(depth: number): void {
    if (depth > this.#maxDepth) throw NOT_PLAIN;
  }

  skipSpaces(from: number): number {
    let at = from;
    while (this.text.charCodeAt(at) === SPACE) at++;
    return at;
  }

  /** Whether the dash of a list item stands here. */
  isDash(at: number): boolean {
    return this.code(at) === DASH && isBlank(this.code(at + 1));
  }

  /** From the start of a line: goes to the first one that is neither blank nor a comment. */
  nextLine(): void {
    const { text } = this;
    while (this.at < text.length) {
      this.lineStart = this.at;
      this.at = this.skipSpaces(this.at);
      const code = this.code(this.at);
      if (code !== HASH && !isLineEnd(code)) {
        this.column = this.at - this.lineStart;
        return;
      }
      const lineEnd = text.indexOf("\n", this.at);
      this.at = lineEnd === -1 ? text.length : lineEnd + 1;
    }
    this.at = text.length;
    this.column = -1;
  }

  /** From behind a value: nothing but spaces and a comment may follow on its line. Goes to the next line with content. */
  endOfLine(): void {
    const from = this.at;
    this.at = this.skipSpaces(from);
    const code = this.code(this.at);
    if (code === HASH && (this.at > from || this.code(from - 1) === SPACE)) {
      const lineEnd = this.text.indexOf("\n", this.at);
      this.at = lineEnd === -1 ? this.text.length : lineEnd;
    } else if (!isLineEnd(code)) {
      throw NOT_PLAIN;
    }
    this.at++;
    this.nextLine();
  }

  /** Reads the key that starts here, notes it, and stops at its colon. */
  key(container: object, extent: Extent): string {
    const start = this.at;
    const code = this.code(start);
    let key: string;
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
      key = this.quoted();
    } else {
      this.at = this.#nameEnd(start);
      key = this.text.slice(start, this.at);
      if (this.at === start || typeof coreScalar(key) !== "string") throw NOT_PLAIN;
    }
    if (this.code(this.at) !== COLON || this.at - start > LONGEST_KEY) throw NOT_PLAIN;
    if (isHostile(key) || Object.hasOwn(container, key)) throw NOT_PLAIN;
    extent.key(key, start, this.at);
    return key;
  }

  /** Whether a key with its colon stands here. */
  isKey(): boolean {
    const start = this.at;
    const code = this.code(start);
    let end: number;
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
      this.quoted();
      end = this.at;
      this.at = start;
    } else {
      end = this.#nameEnd(start);
      if (end === start) return false;
    }
    return this.code(end) === COLON && isBlank(this.code(end + 1));
  }

  /** A text in quotes on one line; the cursor then stands behind the closing quote. */
  quoted(): string {
    const { text } = this;
    const start = this.at + 1;
    const quote = text.charCodeAt(this.at);
    let isDoubled = false;
    let isEscaped = false;
    for (let at = start; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === LINE_FEED) break;
      if (code === BACKSLASH && quote === DOUBLE_QUOTE) {
        isEscaped = true;
        at++;
      } else if (code === quote) {
        if (quote === SINGLE_QUOTE && text.charCodeAt(at + 1) === SINGLE_QUOTE) {
          isDoubled = true;
          at++;
          continue;
        }
        this.at = at + 1;
        const content = text.slice(start, at);
        if (isEscaped) return unescaped(content);
        return isDoubled ? content.replaceAll("''", "'") : content;
      }
    }
    throw NOT_PLAIN;
  }

  /** Refuses characters with a meaning of their own at the start of a text without quotes. */
  checkStart(inBrackets: boolean): void {
    const code = this.code(this.at);
    if (isLetter(code) || isDigit(code)) return;
    if (Number.isNaN(code) || SPECIAL_AT_START.includes(this.text.charAt(this.at))) throw NOT_PLAIN;
    const next = this.code(this.at + 1);
    if (code === DASH && (isBlank(next) || (inBrackets && isFlowIndicator(next)))) throw NOT_PLAIN;
  }

  /**
   * Reads text without quotes on this line, and stops behind it and the spaces that follow.
   *
   * @returns the end of the text
   */
  plainEnd(inBrackets: boolean): number {
    const { text } = this;
    const stop = inBrackets ? STOP_IN_BRACKETS : STOP;
    stop.lastIndex = this.at;
    const at = stop.test(text) ? stop.lastIndex - 1 : text.length;
    if (text.charCodeAt(at) === COLON) throw NOT_PLAIN;
    let end = at;
    while (end > this.at && text.charCodeAt(end - 1) === SPACE) end--;
    this.at = at;
    return end;
  }

  /** The value of text without quotes. */
  scalar(start: number, end: number): string | number | boolean | null {
    const written = this.text.slice(start, end);
    const value = coreScalar(written);
    if (typeof value !== "number") return value;
    if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) throw NOT_PLAIN;
    if (!keepsItsDigits(written)) throw NOT_PLAIN;
    return value;
  }

  /** The end of a name of letters, digits, `_`, `.` and `-`; the start itself when there is none. */
  #nameEnd(start: number): number {
    NAME.lastIndex = start;
    return NAME.test(this.text) ? NAME.lastIndex : start;
  }
}

function unescaped(content: string): string {
  if (!JSON_ESCAPES_ONLY.test(content)) throw NOT_PLAIN;
  return JSON.parse(`"${content}"`) as string;
}
