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
