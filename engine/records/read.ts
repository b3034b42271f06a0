import type { RecordFile } from "../language/record.ts";
import { canonicalJson, digestOf } from "../procedure/digest.ts";
import { parseDocument } from "../source/document.ts";
import { tooDeepAt } from "../source/json/depth.ts";
import { jsonSlip } from "../source/json/slip.ts";
import { DEFAULT_LIMITS } from "../source/limits.ts";
import type { Place } from "../source/place.ts";
import type { Problem } from "../source/problem.ts";
import { decodeText } from "../source/read.ts";
import { checkShape, hasShape } from "../source/shape.ts";
import { SourceText } from "../source/source-text.ts";
import { firstDifference } from "./first-difference.ts";

/** The most that is read and written of a record: a case file may have 2 MiB, and in JSON it becomes longer. */
export const recordLimits = { maxBytes: 8 * 1024 * 1024 } as const;

/** A record as its file has it, its seal looked at. */
export interface ReadRecord {
  /** Nothing, where the seal is broken and the content is none of a record any more. */
  readonly record: RecordFile | undefined;
  /** What keeps the content from being that of a record. */
  readonly problems: readonly Problem[];
  /** Whether the seal is that of the content. */
  readonly isSealed: boolean;
  /** Where the file departs from the bytes in which such a content is written, if it does. */
  readonly departs: Place | undefined;
}

/**
 * Reads the bytes of a record.
 *
 * @param file what to call it in messages
 * @returns the problems where it can't be read, or is no record and was none: it has no seal, or one that holds. With a seal
 *   that doesn't hold it was a record once.
 */
export function readRecord(bytes: Uint8Array, file: string): ReadRecord | readonly Problem[] {
  const text = decodeText(bytes, file, recordLimits);
  if (typeof text !== "string") return [text];
  const source = new SourceText(file, text);
  const deep = tooDeepAt(text, DEFAULT_LIMITS.maxDepth);
  if (deep !== undefined) return [tooDeep(source.place(deep, deep + 1))];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [notJson(source)];
  }
  const seal = sealIn(value);
  const problems = hasShape("record", value) ? [] : shapeProblems(source, value);
  const isSealed = seal !== undefined && seal === sealOf(value);
  if (problems.length > 0 && (seal === undefined || isSealed)) return problems;
  const at = firstDifference(bytes, Buffer.from(`${canonicalJson(value)}\n`));
  // The schema is made from the type, so a value that passed it has the type.
  const record = problems.length > 0 ? undefined : (value as RecordFile);
  const departs = at === undefined ? undefined : placeOfByte(bytes, at, source);
  return { record, problems, isSealed, departs };
}

function sealIn(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return "seal" in value && typeof value.seal === "string" ? value.seal : undefined;
}

/** The seal that the content of a record, whatever it is, should have. */
function sealOf(value: unknown): string {
  return digestOf({ ...Object(value), seal: undefined });
}

/** What is wrong with the shape, at its places. The text is read a second time for them. */
function shapeProblems(source: SourceText, value: unknown): readonly Problem[] {
  const hasRecord = typeof value === "object" && value !== null && Object.hasOwn(value, "record");
  const document = hasRecord ? parseDocument(source.text, source.file) : [];
  const problems = "value" in document ? checkShape("record", document) : document;
  if (problems.length > 0) return problems;
  return [
    {
      code: "not-a-record",
      severity: "error",
      message: `${source.file} is not a record`,
      place: source.place(0, 1),
      expected,
      remedy: keep,
    },
  ];
}

const expected = "a file that `evaluate --record` wrote";
const keep = "records are not written by hand: take the file from where a copy was kept";

function notJson(source: SourceText): Problem {
  const slip = source.text.trim() === "" ? undefined : jsonSlip(source.text, "record");
  const { at, length, message } = slip ?? { at: 0, length: 1, message: "it is empty" };
  return {
    code: "not-json",
    severity: "error",
    message: `the file is not JSON: ${message}`,
    place: source.place(at, at + length),
    expected,
    remedy: keep,
  };
}

function tooDeep(place: Place): Problem {
  return {
    code: "too-deep",
    severity: "error",
    message: `lists and blocks of keys are nested more than ${DEFAULT_LIMITS.maxDepth} deep`,
    place,
    remedy: keep,
  };
}

/** The place of a byte; the end of the text, for one that is missing there. */
function placeOfByte(bytes: Uint8Array, at: number, source: SourceText): Place {
  // A byte within a longer character stands where the character does.
  const before = new TextDecoder("utf-8").decode(bytes.subarray(0, at), { stream: true }).length;
  return source.place(before, before + 1);
}
