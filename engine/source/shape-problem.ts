import type { ErrorObject } from "ajv";
import { readDay } from "./date.ts";
import type { SourceDocument } from "./document.ts";
import { meant } from "./meant.ts";
import type { Place } from "./place.ts";
import type { Problem } from "./problem.ts";
import { formOf } from "./shape-names.ts";
import { expectedKeys, isObject, placeOf, quoted, type Spot, spotAt, subjectOf } from "./shape-spot.ts";
import { wrongType } from "./shape-type.ts";

type Base = { readonly severity: "error"; readonly place: Place };

/**
 * Says one difference between a file and its schema in words for someone who does not program. Missing and unknown keys
 * are said elsewhere, all those of one object together.
 */
export function shapeProblem(error: ErrorObject, document: SourceDocument): Problem {
  const spot = spotAt(document.value, error.instancePath);
  const base: Base = { severity: "error", place: placeOf(spot, document) };
  switch (error.keyword) {
    case "type":
      return wrongType(error, spot, document);
    case "enum":
      return unknownWord(error, spot, base);
    case "minItems":
    case "minLength":
      return tooFew(error, spot, base);
    case "maxItems":
      return {
        ...base,
        code: "too-many",
        message: `${subjectOf(spot)} has ${count(spot.value)}, and takes at most ${error.params.limit}`,
        remedy: "take the others out",
      };
    case "format":
      return dateProblem(String(spot.value), base.place);
    case "pattern":
      return wrongForm(error, spot, base);
    case "oneKeyOf":
      return unclearNode(error, spot, document, base);
    default:
      return {
        ...base,
        code: "wrong-shape",
        message: `${subjectOf(spot)} does not have the form that belongs here`,
        remedy: "compare it with the language reference",
      };
  }
}

/** Why a text is no date. */
function dateProblem(text: string, place: Place): Problem {
  const reading = readDay(text, place);
  if (typeof reading !== "number") return reading;
  throw new Error(`the schema and the calendar disagree about the date ${text}`);
}

function unknownWord(error: ErrorObject, spot: Spot, base: Base): Problem {
  const allowed = (error.params.allowedValues as readonly unknown[]).map(String);
  const isOperator = spot.key === "operator";
  const word = wordOf(spot.value);
  const near = word === undefined ? undefined : meant(word, allowed);
  const written = word === undefined ? (Array.isArray(spot.value) ? "a list" : "a block of keys") : `\`${word}\``;
  return {
    ...base,
    code: isOperator ? "unknown-operator" : "unknown-word",
    message:
      isOperator && word !== undefined ? `there is no operator ${written}` : `${subjectOf(spot)} can't be ${written}`,
    expected: `one of ${quoted(allowed)}`,
    ...(near === undefined ? {} : { nearest: near }),
    remedy: near === undefined ? "write one of those" : `write \`${near}\``,
  };
}

/** A value that is a single word; nothing for a list or block. */
function wordOf(value: unknown): string | undefined {
  return typeof value === "object" && value !== null ? undefined : String(value);
}

function count(value: unknown): string {
  const length = Array.isArray(value) ? value.length : 0;
  if (length === 0) return "no entries";
  return `${length} ${length === 1 ? "entry" : "entries"}`;
}

function tooFew(error: ErrorObject, spot: Spot, base: Base): Problem {
  if (spot.key === "all" || spot.key === "any") {
    return {
      ...base,
      code: "empty-condition",
      message: `\`${spot.key}\` has no conditions, so it asks nothing`,
      expected: "at least one condition",
      remedy: `write the conditions under \`${spot.key}:\`, or take it out`,
    };
  }
  if (spot.key === "versions") {
    return {
      ...base,
      code: "missing-versions",
      message: "there are no versions here",
      expected: "at least one version",
      remedy: "write the version that the first revision brought",
    };
  }
  if (typeof spot.value === "string") {
    return { ...base, code: "too-few", message: `${subjectOf(spot)} is empty`, remedy: "write what belongs there" };
  }
  return {
    ...base,
    code: "too-few",
    message: `${subjectOf(spot)} has ${count(spot.value)}, and needs at least ${error.params.limit}`,
    remedy:
      spot.key === "choose"
        ? "add a last branch, `- otherwise:` with a value"
        : `add ${Array.isArray(spot.value) && spot.value.length > 0 ? "another entry" : "an entry"}`,
  };
}

function wrongForm(error: ErrorObject, spot: Spot, base: Base): Problem {
  const text = String(spot.value);
  const { expected, nearest: near, remedy } = formOf(error, text);
  return {
    ...base,
    code: "wrong-form",
    message: `\`${text}\` does not have the form that belongs here`,
    expected,
    ...(near === undefined ? {} : { nearest: near }),
    remedy,
  };
}

function unclearNode(error: ErrorObject, spot: Spot, document: SourceDocument, base: Base): Problem {
  const keys = error.schema as readonly string[];
  const node = isObject(spot.value) ? spot.value : {};
  const own = Object.keys(node);
  const [first, second] = own.filter((key) => keys.includes(key));
  const expected = `exactly one of ${quoted(keys)}`;
  if (first !== undefined && second !== undefined) {
    return {
      ...base,
      code: "several-keys",
      message: `\`${first}\` and \`${second}\` stand side by side, and only one can say what this is`,
      place: document.keyPlace(node, second),
      expected,
      remedy: keys.includes("all")
        ? "put one inside the other, or both into a list under `all:` or `any:`"
        : "keep one of them, or put one inside the other",
      related: [{ place: document.keyPlace(node, first), message: `\`${first}\` stands here` }],
    };
  }
  const misspelled = own.find((key) => meant(key, keys) !== undefined);
  if (misspelled !== undefined) {
    const near = meant(misspelled, keys) ?? "";
    const message = `there is no key \`${misspelled}\` here`;
    const place = document.keyPlace(node, misspelled);
    return { ...base, code: "unknown-key", message, place, expected, nearest: near, remedy: `write \`${near}\`` };
  }
  if (keys.includes("fact") && Object.hasOwn(node, "operator")) {
    return {
      ...base,
      code: "missing-key",
      message: "the key `fact` is missing here",
      expected: expectedKeys(["fact", "operator", "value"]),
      remedy: "add `fact:` with the fact that is compared",
    };
  }
  const [stranger] = own;
  return {
    ...base,
    ...(stranger === undefined ? {} : { place: document.keyPlace(node, stranger) }),
    code: stranger === undefined ? "missing-key" : "unknown-key",
    message: stranger === undefined ? "there is nothing here" : "nothing here says what this is",
    expected,
    remedy: "begin with one of those keys",
  };
}
