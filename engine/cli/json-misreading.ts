import { keepsItsDigits } from "../language/written-number.ts";

const quote = 34;
const backslash = 92;
const minus = 45;
const zero = 48;
const nine = 57;
const openBrace = 123;
const closeBrace = 125;
const openBracket = 91;
const closeBracket = 93;
const colon = 58;
const point = 46;
const lowerE = 101;
const upperE = 69;

/** So many digits any number keeps. */
const certainlyKept = 15;
/** Cases are not nested deeper. */
const mostDepth = 32;

/** What `JSON.parse` takes in silence, and a case must not hold. */
export interface Misreading {
  readonly code: "duplicate-key" | "number-out-of-range";
  readonly message: string;
  /** Characters before the place. */
  readonly at: number;
  readonly length: number;
  readonly remedy: string;
}

/**
 * How many colons a text in ASCII has; not a number where it has a number that could be rounded. It is asked of bytes,
 * because it is asked of every line, and bytes are quicker to go through than letters.
 */
export function colonsIn(bytes: Uint8Array, start: number, end: number): number {
  let colons = 0;
  let digits = 0;
  for (let at = start; at < end; at++) {
    const code = bytes[at] ?? 0;
    if (isDigit(code) || (code === point && digits > 0)) {
      digits++;
      if (digits > certainlyKept) return Number.NaN;
      continue;
    }
    if (code === colon) colons++;
    else if (digits > 0 && (code === lowerE || code === upperE)) return Number.NaN;
    digits = 0;
  }
  return colons;
}

/** How many keys the objects in a value have; not a number where it is nested too deep to be counted. */
function keysIn(value: unknown, depth: number): number {
  if (typeof value !== "object" || value === null) return 0;
  if (depth > mostDepth) return Number.NaN;
  let count = 0;
  if (Array.isArray(value)) {
    for (const element of value) count += keysIn(element, depth + 1);
    return count;
  }
  const block = value as Readonly<Record<string, unknown>>;
  // Such a loop makes no list of the keys. What it took of a prototype would only make the count differ.
  for (const key in block) {
    const part = block[key];
    count += typeof part === "object" ? 1 + keysIn(part, depth + 1) : 1;
  }
  return count;
}

/**
 * The first place where `JSON.parse` reads something else than what is written, if any: of a key that an object has
 * twice it keeps the last, and a number with too many digits it rounds.
 *
 * @param json a text that `JSON.parse` has accepted
 */
export function misreadingIn(json: string): Misreading | undefined {
  /** The keys of the objects around, from the outermost in; nothing for a list. */
  const around: (Set<string> | undefined)[] = [];
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code === openBrace) around.push(new Set());
    else if (code === openBracket) around.push(undefined);
    else if (code === closeBrace || code === closeBracket) around.pop();
    else if (code === quote) {
      const end = endOfText(json, at);
      if (isKey(json, end)) {
        const written = json.slice(at, end + 1);
        const key = written.includes("\\") ? (JSON.parse(written) as string) : written.slice(1, -1);
        const keys = around.at(-1);
        if (keys?.has(key)) return twice(key, at, written.length);
        keys?.add(key);
      }
      at = end;
    } else if (code === minus || isDigit(code)) {
      const end = endOfNumber(json, at);
      const written = json.slice(at, end);
      if (!keepsItsDigits(written)) return tooLong(written, at);
      at = end - 1;
    }
  }
  return undefined;
}

/**
 * The same, quicker: a text with as many colons as there are keys in what was made of it, and no number that could be
 * rounded, is not gone through letter by letter.
 *
 * @param colons what {@link colonsIn} says of the text
 */
export function misreadingOf(json: string, value: unknown, colons: number): Misreading | undefined {
  return colons === keysIn(value, 0) ? undefined : misreadingIn(json);
}

function twice(key: string, at: number, length: number): Misreading {
  return {
    code: "duplicate-key",
    message: `the key \`${key}\` is given twice in one block`,
    at,
    length,
    remedy: "keep one of the two",
  };
}

function tooLong(written: string, at: number): Misreading {
  return {
    code: "number-out-of-range",
    message: `\`${written}\` has more digits than a number can hold: it would become ${Number(written)}`,
    at,
    length: written.length,
    remedy: "round it, and say in the case how",
  };
}

/** The closing quote of the text that begins at an opening one. */
function endOfText(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json.charCodeAt(at) !== quote) at += json.charCodeAt(at) === backslash ? 2 : 1;
  return at;
}

/** Whether the text that ends here is a key: a colon follows it. */
function isKey(json: string, end: number): boolean {
  let at = end + 1;
  while (at < json.length && json.charCodeAt(at) <= 32) at++;
  return json[at] === ":";
}

function isDigit(code: number): boolean {
  return code >= zero && code <= nine;
}

function endOfNumber(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && (isDigit(json.charCodeAt(at)) || ".eE+-".includes(json.charAt(at)))) at++;
  return at;
}
