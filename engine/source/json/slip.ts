import { type JsonSlip, JsonToken } from "./token.ts";

/** What may come next in a line of JSON. The two `first…` may also close what has just been opened. */
type Next = "value" | "firstValue" | "key" | "firstKey" | "colon" | "comma";

const closing: Readonly<Record<string, string>> = { "{": "}", "[": "]" };

/**
 * What the text is: all of a file with a case, one line of a file that has a case on every line, a record, or a cell of a
 * table that holds a list.
 */
export type JsonUnit = "file" | "line" | "record" | "cell";

/**
 * The first place where a text departs from JSON, in words for someone who wrote it by hand; nothing where it keeps to
 * it. It goes through the text once and does not call itself, however deep the text is nested.
 */
export function jsonSlip(text: string, unit: JsonUnit): JsonSlip | undefined {
  const token = new JsonToken(text);
  /** Where each brace and bracket stands that is still open, from the outermost in. */
  const open: number[] = [];
  let next: Next = "value";
  let comma = 0;
  for (;;) {
    token.skipSpaces();
    const { at, character } = token;
    if (character === "") return atEnd(text, open, next, at, unit);
    const comment = token.comment();
    if (comment !== undefined) return comment;
    const opener = text.charAt(open.at(-1) ?? text.length);
    if (next === "comma") {
      if (opener === "") return behind(character, at, text, unit);
      if (character === ",") {
        comma = at;
        next = opener === "{" ? "key" : "value";
        token.at++;
      } else if (character === closing[opener]) {
        open.pop();
        token.at++;
      } else return unlikeComma(character, at, opener);
    } else if (next === "colon") {
      if (character !== ":") return missing("a colon", at, "write `:` between a key and its value");
      next = "value";
      token.at++;
    } else if ((next === "firstKey" || next === "firstValue") && character === closing[opener]) {
      open.pop();
      next = "comma";
      token.at++;
    } else if (open.length > 0 && character === closing[opener] && text.charAt(comma) === ",") {
      if (next === "value" && opener === "{")
        return missing("a value", at, "write it after the colon, or take the key out");
      return { at: comma, length: 1, message: `nothing follows this comma`, remedy: "take the comma out" };
    } else if (character === "," && text.charAt(comma) === ",") {
      return { at, length: 1, message: "there is nothing before this comma", remedy: "take the comma out" };
    } else if (next === "key" || next === "firstKey") {
      const slip = token.key();
      if (slip !== undefined) return slip;
      next = "colon";
    } else if (open.length === 0 && character !== "{" && character !== "[") {
      return noBeginning(at, text, unit);
    } else if (character === "{" || character === "[") {
      open.push(at);
      next = character === "{" ? "firstKey" : "firstValue";
      token.at++;
    } else {
      const slip = token.value();
      if (slip !== undefined) return slip;
      next = "comma";
    }
  }
}

/** What the text holds. */
function held(unit: JsonUnit): string {
  return unit === "record" ? "record" : unit === "cell" ? "list" : "case";
}

function atEnd(text: string, open: readonly number[], next: Next, at: number, unit: JsonUnit): JsonSlip | undefined {
  const opening = open.at(-1);
  if (opening === undefined)
    return next === "comma" ? undefined : missing(`a ${held(unit)}`, at, `write the ${held(unit)}`);
  const opener = text.charAt(opening);
  return {
    at: opening,
    length: 1,
    message: `this \`${opener}\` is never closed`,
    remedy:
      unit === "line"
        ? `write the whole case on one line, and close it with \`${closing[opener]}\``
        : `write \`${closing[opener]}\` after its last entry`,
  };
}

function noBeginning(at: number, text: string, unit: JsonUnit): JsonSlip {
  const length = Math.max(1, lineFrom(text, at).length);
  const [opener, brackets] = unit === "cell" ? ["[", "square brackets: [ ]"] : ["{", "braces: { }"];
  const remedy =
    unit === "line" ? `write each case on one line, in ${brackets}` : `write the ${held(unit)} in ${brackets}`;
  return { at, length, message: `a ${held(unit)} begins with \`${opener}\``, remedy };
}

function behind(character: string, at: number, text: string, unit: JsonUnit): JsonSlip {
  if (character === "{" && unit !== "cell") {
    const remedy =
      unit === "line" ? "write each case on a line of its own" : `write each ${held(unit)} into a file of its own`;
    return { at, length: 1, message: `a second ${held(unit)} begins here`, remedy };
  }
  const length = Math.max(1, lineFrom(text, at).length);
  const what = `${character === "," ? "a comma" : "something"} follows the ${held(unit)}`;
  const whole = unit === "line" || unit === "cell" ? unit : "file";
  return { at, length, message: what, remedy: `take it out: a ${whole} holds one ${held(unit)} and nothing else` };
}

function unlikeComma(character: string, at: number, opener: string): JsonSlip {
  if (character === "}" || character === "]") {
    const right = closing[opener] ?? "";
    return {
      at,
      length: 1,
      message: `\`${character}\` can't close what \`${opener}\` has opened`,
      remedy: `write \`${right}\` first, or take \`${character}\` out`,
    };
  }
  if (character === ":") return { at, length: 1, message: "there is a second colon here", remedy: "take it out" };
  return missing("a comma", at, "write a comma before it");
}

/** What stands from somewhere to the end of its line. */
function lineFrom(text: string, at: number): string {
  const end = text.indexOf("\n", at);
  return text.slice(at, end === -1 ? text.length : end).trimEnd();
}

function missing(what: string, at: number, remedy: string): JsonSlip {
  return { at, length: 1, message: `${what} is missing here`, remedy };
}
