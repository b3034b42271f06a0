import { isUtf8 } from "node:buffer";
import type { Locate } from "../evaluate/facts.ts";
import type { EvaluationInput } from "../evaluate/procedure.ts";
import { nearest } from "../source/nearest.ts";
import type { Problem } from "../source/problem.ts";
import { columnOfSyntaxError, JsonColumns } from "./batch/json-columns.ts";
import { misreadingOf } from "./json-misreading.ts";
import type { Line } from "./lines.ts";

/** The longest line that is read, in bytes: a thousand times a usual case. */
export const maxLineBytes = 1024 * 1024;

/** A case as a line states it: the evaluation date may be missing. */
export type BatchCase = Omit<EvaluationInput, "asOf"> & { readonly asOf?: string };

/** What a line holds: a case, or what is wrong with it, with the name of the case where that much can be read. */
export type BatchLine =
  | { readonly input: BatchCase }
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

/** Reads a line of bytes as a case. */
export function readBatchLine(line: Line): BatchLine {
  if (line === undefined) return lineTooLong;
  return isUtf8(line) ? readBatchText(line.toString("utf8")) : lineNotText;
}

/** What is wrong with a line that is longer than allowed. */
export const lineTooLong = refused("line-too-long", `the line is longer than ${maxLineBytes} bytes`, {
  remedy: "check that each case stands on a line of its own",
});

/** What is wrong with a line of other bytes than text. */
export const lineNotText = refused("not-text", "the line is not text in UTF-8", { remedy: "save the file as UTF-8" });

/**
 * Reads a line of JSON as a case. It checks by hand what the schema says of a case, because it runs for every line. The
 * place of a problem gives its column in the line.
 *
 * @param colons what `colonsIn` says of it, where that is known
 */
export function readBatchText(text: string, colons = Number.NaN): BatchLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refused("not-json", `the line is not JSON: ${reason}`, notACase, columnOfSyntaxError(text));
  }
  if (!isBlock(value)) return refused("wrong-type", "the line is not a block of keys", notACase, 1);
  const name = Object.hasOwn(value, "case") && typeof value.case === "string" ? value.case : undefined;
  const misreading = misreadingOf(text, value, colons);
  if (misreading !== undefined) return refused(misreading.code, misreading.message, misreading, misreading.at + 1);
  if (fitsShape(value)) return { input: value };
  return { problems: shapeProblems(value, new JsonColumns(text, value).locate), case: name };
}

const notACase = {
  expected: 'one case in JSON: {"case": …, "asOf": …, "facts": {…}}',
  remedy: "write each case on one line, with names and texts in double quotes",
};

function refused(
  code: string,
  message: string,
  { expected, remedy }: { readonly expected?: string; readonly remedy: string },
  column?: number,
): BatchLine {
  const problem: Problem = {
    code,
    severity: "error",
    message,
    ...(column === undefined ? {} : { place: { file: "", line: 1, column, length: 1, text: "" } }),
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

function shapeProblems(value: Readonly<Record<string, unknown>>, locate: Locate): readonly Problem[] {
  const problems: Problem[] = [];
  for (const key of Object.keys(value)) {
    const fits = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (fits === undefined) problems.push({ ...unknownKey(key, value), ...placeIn(value, key, "key", locate) });
    else if (!fits(value[key])) problems.push({ ...wrongType(key), ...placeIn(value, key, "value", locate) });
  }
  if (!Object.hasOwn(value, "facts") && problems.length === 0) {
    problems.push({
      code: "missing-key",
      severity: "error",
      message: "the key `facts` is missing",
      expected: `the keys ${keyList}`,
      remedy: "add `facts` with the facts of the case; with none of them known, write {}",
    });
  }
  return problems;
}

function placeIn(value: object, key: string, part: "key" | "value", locate: Locate): Pick<Problem, "place"> {
  const place = locate(value, key, part);
  return place === undefined ? {} : { place };
}

const keyList = keyNames.map((key) => `\`${key}\``).join(", ");

function unknownKey(key: string, value: object): Problem {
  const free = keyNames.filter((name) => !Object.hasOwn(value, name));
  const near = nearest(key, free);
  return {
    code: "unknown-key",
    severity: "error",
    message: `there is no key \`${key}\` in a case`,
    expected: `the keys ${keyList}`,
    ...(near === undefined ? {} : { nearest: near }),
    remedy: near === undefined ? "take the key out, or move it under `facts`" : `write \`${near}\``,
  };
}

function wrongType(key: string): Problem {
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
