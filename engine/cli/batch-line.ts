import { isUtf8 } from "node:buffer";
import type { EvaluationInput } from "../evaluate/procedure.ts";
import { jsonSlip } from "../source/json/slip.ts";
import { nearest } from "../source/nearest.ts";
import type { Place } from "../source/place.ts";
import type { Problem } from "../source/problem.ts";
import { misreadingOf } from "./json-misreading.ts";
import { type LineSpot, LineText, wholeLine } from "./line-text.ts";
import type { Line } from "./lines.ts";

/** The longest line that is read, in bytes: a thousand times a usual case. */
export const maxLineBytes = 1024 * 1024;

/** A case as a line states it: the evaluation date may be missing. */
export type BatchCase = Omit<EvaluationInput, "asOf"> & { readonly asOf?: string };

/** What a line holds: a case, or what is wrong with it. */
export type BatchLine = { readonly input: BatchCase } | Refused;

/** What is wrong with a line, with the name of its case where that much can be read. */
export interface Refused {
  readonly problems: readonly Problem[];
  readonly case: string | undefined;
}

/** The keys of a line, each with the type of its value. A title and expectations are passed over. */
const keys: Readonly<Record<string, (value: unknown) => boolean>> = {
  case: isText,
  title: isText,
  asOf: isText,
  revision: isText,
  readings: (value) => isBlock(value) && Object.values(value).every(isText),
  facts: isBlock,
  expect: isBlock,
};
const keyNames = Object.keys(keys);

/** Whether a line holds nothing but spaces. */
export function isBlank(line: Line): boolean {
  return line?.every((byte) => byte === 32 || byte === 9 || byte === 13) ?? false;
}

/**
 * Reads a line of bytes as a case.
 *
 * @param spot where the line stands
 */
export function readBatchLine(line: Line, spot: LineSpot): BatchLine {
  if (line === undefined) return lineTooLong(wholeLine("", spot));
  const text = textOfLine(line);
  return isUtf8(line) ? readBatchText(text, spot) : lineNotText(wholeLine(text, spot));
}

/** The text of a line, without what a line break of two signs leaves. */
export function textOfLine(line: Buffer): string {
  return line.toString("utf8").replace(/\r$/, "");
}

/** What is wrong with a line that is longer than allowed. */
export function lineTooLong(place?: Place): Refused {
  const remedy = "check that each case stands on a line of its own";
  return refused("line-too-long", `the line is longer than ${maxLineBytes} bytes`, place, remedy);
}

/** What is wrong with a line of other bytes than text. */
export function lineNotText(place?: Place): Refused {
  return refused("not-text", "the line is not text in UTF-8", place, "save the file as UTF-8");
}

/**
 * Reads a line of JSON as a case. It checks by hand what the schema says of a case, because it runs for every line; only
 * for one that is refused it looks up where the mistake stands.
 *
 * @param spot where the line stands
 * @param colons what `colonsIn` says of it, where that is known
 */
export function readBatchText(text: string, spot: LineSpot, colons = Number.NaN): BatchLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return notJson(text, spot);
  }
  if (!isBlock(value)) {
    return refused("wrong-type", "the line is not a block of keys", wholeLine(text, spot), writeJson, oneCase);
  }
  const misreading = misreadingOf(text, value, colons);
  if (misreading !== undefined) {
    const { code, message, at, length, remedy } = misreading;
    return refused(code, message, { ...wholeLine(text, spot), column: at + 1, length }, remedy);
  }
  if (fitsShape(value)) return { input: value };
  const name = Object.hasOwn(value, "case") && typeof value.case === "string" ? value.case : undefined;
  return { problems: shapeProblems(value, new LineText(text, spot, value), wholeLine(text, spot)), case: name };
}

const writeJson = "write each case on one line, in braces";
const oneCase = 'one case in JSON: {"case": …, "asOf": …, "facts": {…}}';

/** What keeps a line from being JSON, at its place. */
function notJson(text: string, spot: LineSpot): Refused {
  const slip = jsonSlip(text, "line");
  const whole = wholeLine(text, spot);
  if (slip === undefined) return refused("not-json", "the line is not JSON", whole, writeJson, oneCase);
  const { at, length, message, remedy } = slip;
  return refused("not-json", `the line is not JSON: ${message}`, { ...whole, column: at + 1, length }, remedy);
}

function refused(code: string, message: string, place: Place | undefined, remedy: string, expected?: string): Refused {
  const problem: Problem = {
    code,
    severity: "error",
    message,
    ...(place === undefined ? {} : { place }),
    ...(expected === undefined ? {} : { expected }),
    remedy,
  };
  return { problems: [problem], case: undefined };
}

function fitsShape(value: Readonly<Record<string, unknown>>): value is Readonly<Record<string, unknown>> & BatchCase {
  for (const key of Object.keys(value)) {
    if (!Object.hasOwn(keys, key) || keys[key]?.(value[key]) !== true) return false;
  }
  return Object.hasOwn(value, "facts");
}

function shapeProblems(value: Readonly<Record<string, unknown>>, text: LineText, whole: Place): readonly Problem[] {
  const problems: Problem[] = [];
  for (const key of Object.keys(value)) {
    const fits = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (fits === undefined) problems.push(unknownKey(key, value, text.keyPlace(key)));
    else if (!fits(value[key])) problems.push(wrongType(key, text.valuePlace(key)));
  }
  if (!Object.hasOwn(value, "facts") && problems.length === 0) {
    problems.push({
      code: "missing-key",
      severity: "error",
      message: "the key `facts` is missing",
      place: whole,
      expected: `the keys ${keyList}`,
      remedy: "add `facts` with the facts of the case; with none of them known, write {}",
    });
  }
  return problems;
}

const keyList = keyNames.map((key) => `\`${key}\``).join(", ");

function unknownKey(key: string, value: object, place: Place): Problem {
  const free = keyNames.filter((name) => !Object.hasOwn(value, name));
  const near = nearest(key, free);
  return {
    code: "unknown-key",
    severity: "error",
    message: `there is no key \`${key}\` in a case`,
    place,
    expected: `the keys ${keyList}`,
    ...(near === undefined ? {} : { nearest: near }),
    remedy: near === undefined ? "take the key out, or move it under `facts`" : `write \`${near}\``,
  };
}

function wrongType(key: string, place: Place): Problem {
  const expected =
    key === "readings"
      ? "a block of interpretations, each with its alternative"
      : isTextKey(key)
        ? "text"
        : "a block of keys";
  return {
    code: "wrong-type",
    severity: "error",
    message: `\`${key}\` is not ${expected}`,
    place,
    expected,
    remedy: isTextKey(key) ? "put the value in double quotes, or leave the key out" : "write it in braces, { }",
  };
}

function isTextKey(key: string): boolean {
  return keys[key] === isText;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isBlock(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
