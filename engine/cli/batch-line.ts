import { isUtf8 } from "node:buffer";
import type { EvaluationInput } from "../evaluate/procedure.ts";
import { jsonSlip } from "../source/json/slip.ts";
import { nearest } from "../source/nearest.ts";
import type { Place } from "../source/place.ts";
import type { Problem } from "../source/problem.ts";
import { misreadingIn } from "./json-misreading.ts";
import { type LineSpot, LineText, wholeLine } from "./line-text.ts";
import type { Line } from "./lines.ts";

/** The longest line that is read, in bytes: a thousand times a usual case. */
export const maxLineBytes = 1024 * 1024;

/** A case as a line states it: the evaluation date may be missing. */
export type BatchCase = Omit<EvaluationInput, "asOf"> & { readonly asOf?: string };

/** What a line holds: a case, or what is wrong with it, with the name of the case where that much can be read. */
export type BatchLine =
  | { readonly input: BatchCase; readonly text: LineText }
  | { readonly problems: readonly Problem[]; readonly case: string | undefined };

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
 * Reads a line of JSON as a case. It checks by hand what the schema says of a case, because it runs for every line; only
 * for one that is refused it looks up where the mistake stands.
 */
export function readBatchLine(line: Line, spot: LineSpot): BatchLine {
  if (line === undefined) {
    return refused("line-too-long", `the line is longer than ${maxLineBytes} bytes`, wholeLine("", spot), splitIt);
  }
  const written = line.toString("utf8").replace(/\r$/, "");
  if (!isUtf8(line)) return refused("not-text", "the line is not text in UTF-8", wholeLine(written, spot), saveIt);
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    return notJson(written, spot);
  }
  const whole = wholeLine(written, spot);
  if (!isBlock(value)) return refused("wrong-type", "the line is not a block of keys", whole, writeJson, oneCase);
  const name = Object.hasOwn(value, "case") && typeof value.case === "string" ? value.case : undefined;
  const misreading = misreadingIn(written);
  if (misreading !== undefined) {
    const { code, message, at, length, remedy } = misreading;
    return refused(code, message, { ...whole, column: at + 1, length }, remedy);
  }
  const text = new LineText(written, spot, value);
  const problems = shapeProblems(value, text, whole);
  if (problems.length > 0) return { problems, case: name };
  // The check above has looked at every key that the type has.
  return { input: value as object as BatchCase, text };
}

const splitIt = "check that each case stands on a line of its own";
const saveIt = "save the file as UTF-8";
const writeJson = "write each case on one line, in braces";
const oneCase = 'one case in JSON: {"case": …, "asOf": …, "facts": {…}}';

/** What keeps a line from being JSON, at its place. */
function notJson(text: string, spot: LineSpot): BatchLine {
  const slip = jsonSlip(text, "line");
  const whole = wholeLine(text, spot);
  if (slip === undefined) return refused("not-json", "the line is not JSON", whole, writeJson, oneCase);
  const { at, length, message, remedy } = slip;
  return refused("not-json", `the line is not JSON: ${message}`, { ...whole, column: at + 1, length }, remedy);
}

function refused(code: string, message: string, place: Place, remedy: string, expected?: string): BatchLine {
  const problem: Problem = {
    code,
    severity: "error",
    message,
    place,
    ...(expected === undefined ? {} : { expected }),
    remedy,
  };
  return { problems: [problem], case: undefined };
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
