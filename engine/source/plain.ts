import { coreScalar } from "./core-scalar.ts";
import { isHostile } from "./hostile.ts";
import type { Extent, Layout } from "./layout.ts";

/** A value with the offsets between which it stands. */
export interface PlainValue {
  readonly value: unknown;
  readonly start: number;
  readonly end: number;
}

/** Thrown and caught in this file only: something here is for the thorough reader. */
const NOT_PLAIN = Symbol("not plain");

/** Tabs, carriage returns, invisible characters, odd spaces, and the marks that separate documents. */
const UNUSUAL = /(?!\n)\p{C}|(?![ \n])\p{Z}|^(?:---|\.\.\.|%)/mu;

/** Escapes that mean the same in JSON, whose parser then does the work. */
const JSON_ESCAPES_ONLY = /^(?:[^\\]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*$/;

/** YAML allows 1024 characters for a key. */
const LONGEST_KEY = 1000;

const LINE_FEED = 10;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const HASH = 35;
const SINGLE_QUOTE = 39;
const COMMA = 44;
const DASH = 45;
const COLON = 58;
const GREATER = 62;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const BAR = 124;
const CLOSE_BRACE = 125;

/**
 * Reads the YAML that people normally write: mappings and lists by indentation or in brackets, names without spaces,
 * texts with and without quotes, `|` and `>`, comments. It understands this part exactly as the `yaml` library does (a
 * property test holds the two together) in a small fraction of the time.
 *
 * @param maxDepth how deep lists and mappings may be nested
 * @returns undefined when there is anything else in the text, right or wrong: the thorough reader then decides
 */
export function readPlain(text: string, layout: Layout, maxDepth: number): PlainValue | undefined {
  if (UNUSUAL.test(text)) return undefined;
  try {
    return new PlainReader(text, layout, maxDepth).document();
  } catch (error) {
    if (error === NOT_PLAIN) return undefined;
    throw error;
  }
}

/**
 * After each value the reader stands at the first character of the next line with content: `#column` is its
 * indentation, or -1 at the end of the text.
 */
class PlainReader {
  readonly #text: string;
  readonly #layout: Layout;
  readonly #maxDepth: number;
  #at = 0;
  #lineStart = 0;
  #column = -1;

  constructor(text: string, layout: Layout, maxDepth: number) {
    this.#text = text;
    this.#layout = layout;
    this.#maxDepth = maxDepth;
  }

  document(): PlainValue {
    this.#nextLine();
    const start = this.#at;
    const first = this.#code(start);
    const isFlow = first === OPEN_BRACE || first === OPEN_BRACKET;
    if (this.#column === -1 || (!isFlow && this.#column !== 0)) throw NOT_PLAIN;
    let end = start;
    let value: object;
    if (isFlow) {
      value = this.#flow(-1, 1);
      end = this.#at;
      this.#endOfLine();
    } else if (this.#isDash(start)) {
      value = this.#sequence(0, 1);
    } else {
      value = this.#mapping(0, 1);
    }
    if (this.#column !== -1) throw NOT_PLAIN;
    return { value, start, end };
  }

  /** A list by indentation, at its first dash. */
  #sequence(column: number, depth: number): unknown[] {
    this.#checkDepth(depth);
    const value: unknown[] = [];
    const extent = this.#layout.list(value, this.#at);
    do {
      this.#at = this.#skipSpaces(this.#at + 1);
      const code = this.#code(this.#at);
      if (code === LINE_FEED || code === HASH || Number.isNaN(code)) throw NOT_PLAIN;
      value.push(this.#node(extent, column, this.#at - this.#lineStart, depth));
    } while (this.#column === column && this.#isDash(this.#at));
    if (this.#column > column) throw NOT_PLAIN;
    return value;
  }

  /** A mapping by indentation, at its first key. */
  #mapping(column: number, depth: number): object {
    this.#checkDepth(depth);
    const value: Record<string, unknown> = {};
    const extent = this.#layout.mapping(value, this.#at);
    do {
      const key = this.#key(value, extent);
      this.#at++;
      const next = this.#code(this.#at);
      if (next !== SPACE && next !== LINE_FEED && !Number.isNaN(next)) throw NOT_PLAIN;
      this.#at = this.#skipSpaces(this.#at);
      const code = this.#code(this.#at);
      if (code !== LINE_FEED && code !== HASH && !Number.isNaN(code)) {
        value[key] = this.#scalarOrFlow(extent, column, depth);
        continue;
      }
      const empty = this.#at;
      this.#endOfLine();
      const listBelow = this.#column === column && this.#isDash(this.#at);
      if (this.#column > column || listBelow) {
        value[key] = this.#node(extent, column, this.#column, depth);
      } else {
        extent.value(empty, empty);
        value[key] = null;
      }
    } while (this.#column === column && !this.#isDash(this.#at));
    if (this.#column > column) throw NOT_PLAIN;
    return value;
  }

  /** What stands at a column inside of a list or mapping that stands at `parent`. */
  #node(extent: Extent, parent: number, column: number, depth: number): unknown {
    if (this.#isDash(this.#at)) {
      extent.child(this.#at);
      return this.#sequence(column, depth + 1);
    }
    if (this.#isKey(this.#at)) {
      extent.child(this.#at);
      return this.#mapping(column, depth + 1);
    }
    return this.#scalarOrFlow(extent, parent, depth);
  }

  #scalarOrFlow(extent: Extent, parent: number, depth: number): unknown {
    const start = this.#at;
    const code = this.#code(start);
    switch (code) {
      case OPEN_BRACKET:
      case OPEN_BRACE: {
        extent.child(start);
        const value = this.#flow(parent, depth + 1);
        this.#endOfLine();
        return value;
      }
      case DOUBLE_QUOTE:
      case SINGLE_QUOTE: {
        const value = this.#quoted();
        extent.value(start, this.#at);
        this.#endOfLine();
        return value;
      }
      case BAR:
      case GREATER:
        return this.#blockScalar(extent, parent, code === GREATER);
      default:
        return this.#plainScalar(extent, parent);
    }
  }

  /** Text without quotes, with the lines that continue it. */
  #plainScalar(extent: Extent, parent: number): unknown {
    const start = this.#at;
    this.#checkFirst(start, false);
    let end = this.#plainEnd(start);
    const first = this.#text.slice(start, end);
    if (!this.#isContinued(parent)) {
      extent.value(start, end);
      return checked(coreScalar(first));
    }
    let value = first;
    if (this.#code(start) === DASH) throw NOT_PLAIN;
    do {
      if (this.#isDash(this.#at)) throw NOT_PLAIN;
      const from = this.#at;
      end = this.#plainEnd(from);
      value += ` ${this.#text.slice(from, end)}`;
    } while (this.#isContinued(parent));
    extent.value(start, end);
    return value;
  }

  /** The end of text without quotes on this line, behind which the reader then stands. */
  #plainEnd(start: number): number {
    const text = this.#text;
    let at = start;
    let end = start;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === LINE_FEED) break;
      if (code === SPACE) continue;
      if (code === HASH && text.charCodeAt(at - 1) === SPACE) break;
      if (code === COLON && !isSolid(text.charCodeAt(at + 1))) throw NOT_PLAIN;
      end = at + 1;
    }
    this.#at = at;
    return end;
  }

  /** Goes to the next line with content; whether it continues the text that ends here. */
  #isContinued(parent: number): boolean {
    const commented = this.#code(this.#at) === HASH;
    const lineEnd = this.#at;
    this.#endOfLine();
    if (this.#column <= parent) return false;
    // Blank lines and comments in between make a difference that is left to the thorough reader.
    if (commented || this.#lineStart !== lineEnd + 1) throw NOT_PLAIN;
    return true;
  }

  /** `|` or `>`, each with or without `-`, and the indented lines below. */
  #blockScalar(extent: Extent, parent: number, folded: boolean): string {
    const text = this.#text;
    const start = this.#at;
    let at = start + 1;
    const strip = text.charCodeAt(at) === DASH;
    if (strip) at++;
    if (text.charCodeAt(at) !== LINE_FEED) throw NOT_PLAIN;
    at++;
    const indent = this.#skipSpaces(at) - at;
    if (indent <= parent || indent === 0) throw NOT_PLAIN;
    let value = "";
    let blank = 0;
    let end = at;
    while (at < text.length) {
      const content = this.#skipSpaces(at);
      const lineEnd = text.indexOf("\n", content);
      if (lineEnd === -1) throw NOT_PLAIN;
      if (content === lineEnd) {
        if (content !== at || end === at) throw NOT_PLAIN;
        blank++;
      } else {
        if (content - at < indent) break;
        if (folded && content - at > indent) throw NOT_PLAIN;
        if (value !== "") value += folded ? (blank === 0 ? " " : "\n".repeat(blank)) : "\n".repeat(blank + 1);
        value += text.slice(at + indent, lineEnd);
        blank = 0;
        end = lineEnd + 1;
      }
      at = lineEnd + 1;
    }
    extent.value(start, end);
    this.#at = at;
    this.#nextLine();
    return strip ? value : `${value}\n`;
  }

  /** A list or mapping in brackets; the reader then stands behind the closing one. */
  #flow(parent: number, depth: number): object {
    this.#checkDepth(depth);
    const isMapping = this.#code(this.#at) === OPEN_BRACE;
    return isMapping ? this.#flowMapping(parent, depth) : this.#flowSequence(parent, depth);
  }

  #flowSequence(parent: number, depth: number): unknown[] {
    const value: unknown[] = [];
    const extent = this.#layout.list(value, this.#at);
    this.#at++;
    this.#skipInFlow(parent);
    while (this.#code(this.#at) !== CLOSE_BRACKET) {
      value.push(this.#flowValue(extent, parent, depth));
      this.#separator(CLOSE_BRACKET, parent);
    }
    extent.end = ++this.#at;
    return value;
  }

  #flowMapping(parent: number, depth: number): object {
    const value: Record<string, unknown> = {};
    const extent = this.#layout.mapping(value, this.#at);
    this.#at++;
    this.#skipInFlow(parent);
    while (this.#code(this.#at) !== CLOSE_BRACE) {
      const isQuoted = this.#code(this.#at) === DOUBLE_QUOTE || this.#code(this.#at) === SINGLE_QUOTE;
      const key = this.#key(value, extent);
      this.#at++;
      if (!isQuoted && isSolid(this.#code(this.#at))) throw NOT_PLAIN;
      this.#skipInFlow(parent);
      value[key] = this.#flowValue(extent, parent, depth);
      this.#separator(CLOSE_BRACE, parent);
    }
    extent.end = ++this.#at;
    return value;
  }

  #flowValue(extent: Extent, parent: number, depth: number): unknown {
    const start = this.#at;
    switch (this.#code(start)) {
      case OPEN_BRACKET:
      case OPEN_BRACE:
        extent.child(start);
        return this.#flow(parent, depth + 1);
      case DOUBLE_QUOTE:
      case SINGLE_QUOTE: {
        const value = this.#quoted();
        extent.value(start, this.#at);
        return value;
      }
      default: {
        this.#checkFirst(start, true);
        const end = this.#flowPlainEnd(start);
        extent.value(start, end);
        return checked(coreScalar(this.#text.slice(start, end)));
      }
    }
  }

  #flowPlainEnd(start: number): number {
    const text = this.#text;
    let at = start;
    let end = start;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === LINE_FEED || code === COMMA || code === CLOSE_BRACKET || code === CLOSE_BRACE) break;
      if (code === OPEN_BRACKET || code === OPEN_BRACE) throw NOT_PLAIN;
      if (code === SPACE) continue;
      if (code === HASH && text.charCodeAt(at - 1) === SPACE) break;
      if (code === COLON && !isSolid(text.charCodeAt(at + 1), true)) throw NOT_PLAIN;
      end = at + 1;
    }
    this.#at = at;
    return end;
  }

  /** What may stand between a value in brackets and the next: spaces, and a comma unless the brackets close. */
  #separator(close: number, parent: number): void {
    this.#skipInFlow(parent);
    const code = this.#code(this.#at);
    if (code === close) return;
    if (code !== COMMA) throw NOT_PLAIN;
    this.#at++;
    this.#skipInFlow(parent);
  }

  /** Skips spaces, line breaks and comments inside of brackets; lines must be indented further than `parent`. */
  #skipInFlow(parent: number): void {
    for (;;) {
      const from = this.#at;
      this.#at = this.#skipSpaces(from);
      const code = this.#code(this.#at);
      if (code === HASH) {
        if (this.#at === from && this.#at !== this.#lineStart) throw NOT_PLAIN;
        const lineEnd = this.#text.indexOf("\n", this.#at);
        if (lineEnd === -1) throw NOT_PLAIN;
        this.#at = lineEnd;
      } else if (code === LINE_FEED) {
        this.#lineStart = ++this.#at;
      } else {
        // Where brackets never close, the text ends here with a code that is no separator.
        if (this.#at - this.#lineStart <= parent) throw NOT_PLAIN;
        return;
      }
    }
  }

  /** Reads the key at which the reader stands, notes it, and stops at its colon. */
  #key(container: object, extent: Extent): string {
    const start = this.#at;
    const code = this.#code(start);
    let key: string;
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
      key = this.#quoted();
    } else {
      this.#at = this.#nameEnd(start);
      key = this.#text.slice(start, this.#at);
      if (this.#at === start || typeof coreScalar(key) !== "string") throw NOT_PLAIN;
    }
    if (this.#at - start > LONGEST_KEY) throw NOT_PLAIN;
    if (this.#code(this.#at) !== COLON || isHostile(key) || Object.hasOwn(container, key)) throw NOT_PLAIN;
    extent.key(key, start, this.#at);
    return key;
  }

  /** Whether a key with its colon stands here. */
  #isKey(at: number): boolean {
    const code = this.#code(at);
    let end: number;
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
      const here = this.#at;
      this.#quoted();
      end = this.#at;
      this.#at = here;
    } else {
      end = this.#nameEnd(at);
      if (end === at) return false;
    }
    return this.#code(end) === COLON && !isSolid(this.#code(end + 1));
  }

  /** The end of a name of letters, digits, `_`, `.` and `-`; the start itself when there is none. */
  #nameEnd(start: number): number {
    const text = this.#text;
    let at = start;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
      if (isLetter) continue;
      const isInner = (code >= 48 && code <= 57) || code === 46 || code === DASH;
      if (!isInner || at === start) break;
    }
    return at;
  }

  /** A text in quotes on one line; the reader then stands behind the closing quote. */
  #quoted(): string {
    const text = this.#text;
    const start = this.#at + 1;
    const quote = text.charCodeAt(this.#at);
    let doubled = false;
    let escaped = false;
    for (let at = start; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === LINE_FEED) break;
      if (code === BACKSLASH && quote === DOUBLE_QUOTE) {
        escaped = true;
        at++;
      } else if (code === quote) {
        if (quote === SINGLE_QUOTE && text.charCodeAt(at + 1) === SINGLE_QUOTE) {
          doubled = true;
          at++;
          continue;
        }
        this.#at = at + 1;
        const content = text.slice(start, at);
        if (escaped) return unescaped(content);
        return doubled ? content.replaceAll("''", "'") : content;
      }
    }
    throw NOT_PLAIN;
  }

  /** Refuses characters with a meaning of their own at the start of a text. */
  #checkFirst(at: number, inFlow: boolean): void {
    const code = this.#code(at);
    const isLetterOrDigit = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
    if (isLetterOrDigit) return;
    if (Number.isNaN(code) || "&*!|>%@`\"'?:#,[]{}".includes(this.#text.charAt(at))) throw NOT_PLAIN;
    if (code === DASH && !isSolid(this.#code(at + 1), inFlow)) throw NOT_PLAIN;
  }

  /** From behind a value: nothing but spaces and a comment may follow on its line. Goes to the next line with content. */
  #endOfLine(): void {
    const from = this.#at;
    this.#at = this.#skipSpaces(from);
    const code = this.#code(this.#at);
    if (code === HASH && (this.#at > from || this.#code(from - 1) === SPACE)) {
      const lineEnd = this.#text.indexOf("\n", this.#at);
      this.#at = lineEnd === -1 ? this.#text.length : lineEnd;
    } else if (code !== LINE_FEED && !Number.isNaN(code)) {
      throw NOT_PLAIN;
    }
    this.#at++;
    this.#nextLine();
  }

  /** From the start of a line: goes to the first one that is neither blank nor a comment. */
  #nextLine(): void {
    const text = this.#text;
    while (this.#at < text.length) {
      this.#lineStart = this.#at;
      this.#at = this.#skipSpaces(this.#at);
      const code = this.#code(this.#at);
      if (code !== LINE_FEED && code !== HASH && !Number.isNaN(code)) {
        this.#column = this.#at - this.#lineStart;
        return;
      }
      const lineEnd = text.indexOf("\n", this.#at);
      this.#at = lineEnd === -1 ? text.length : lineEnd + 1;
    }
    this.#at = text.length;
    this.#column = -1;
  }

  #checkDepth(depth: number): void {
    if (depth > this.#maxDepth) throw NOT_PLAIN;
  }

  #isDash(at: number): boolean {
    return this.#code(at) === DASH && !isSolid(this.#code(at + 1));
  }

  #skipSpaces(from: number): number {
    let at = from;
    while (this.#text.charCodeAt(at) === SPACE) at++;
    return at;
  }

  /** NaN behind the end. */
  #code(at: number): number {
    return this.#text.charCodeAt(at);
  }
}

/** Whether a character joins a colon or dash before it into a text: it is no space, no line break and not the end. */
function isSolid(code: number, inFlow = false): boolean {
  if (code === SPACE || code === LINE_FEED || Number.isNaN(code)) return false;
  if (!inFlow) return true;
  const isIndicator =
    code === COMMA || code === OPEN_BRACKET || code === CLOSE_BRACKET || code === OPEN_BRACE || code === CLOSE_BRACE;
  return !isIndicator;
}

function checked(value: string | number | boolean | null): string | number | boolean | null {
  if (typeof value !== "number") return value;
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) throw NOT_PLAIN;
  return value;
}

function unescaped(content: string): string {
  if (!JSON_ESCAPES_ONLY.test(content)) throw NOT_PLAIN;
  return JSON.parse(`"${content}"`) as string;
}
