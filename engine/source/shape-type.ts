import type { ErrorObject } from "ajv";
import { readDay } from "./date.ts";
import type { SourceDocument } from "./document.ts";
import type { Problem } from "./problem.ts";
import { answerOf } from "./shape-answer.ts";
import { expectedKeys, isObject, knownKeys, placeOf, quoted, type Spot, subjectOf } from "./shape-spot.ts";

/** What belongs at a place: for the message, what is expected in full, and what to do about a value of another type. */
interface Wanted {
  readonly name: string;
  readonly expected: string;
  readonly remedy: string;
}

const typeNames: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  null: "null",
  array: "a list",
  object: "a block of keys",
};

/** Says that a value is of another type than its place asks for. */
export function wrongType(error: ErrorObject, spot: Spot, document: SourceDocument): Problem {
  const base = { severity: "error", place: placeOf(spot, document) } as const;
  const types = [error.params.type].flat().map(String);
  const { value } = spot;
  const written =
    (spot.container === undefined ? undefined : document.sourceText(spot.container, spot.key)) ?? writtenOf(value);
  if (error.parentSchema?.format === "date" && (typeof value === "number" || typeof value === "string")) {
    const reading = readDay(written, base.place);
    if (typeof reading !== "number") return reading;
  }
  if (types.includes("string") && (typeof value === "number" || typeof value === "boolean")) {
    const isPlain = written === String(value);
    const meaning = typeof value === "boolean" ? "yes or no" : isPlain ? "a number" : `the number ${value}`;
    return {
      ...base,
      code: "unquoted-text",
      message: `without quotes, ${written} is ${meaning}`,
      expected: "text in quotes",
      remedy: `write "${written}"`,
    };
  }
  const wanted = wantedBy(error.parentSchema, types, spot, written);
  const isBlank = value === null;
  return {
    ...base,
    code: "wrong-type",
    message: `${subjectOf(spot)} is ${isBlank ? "left empty" : typeName(value)} where ${wanted.name} belongs`,
    expected: wanted.expected,
    remedy: isBlank ? `write ${wanted.name}, or take the key out` : wanted.remedy,
  };
}

/** A value as it would be written; nothing for a list or block, which may well have a key that programs call. */
function writtenOf(value: unknown): string {
  return typeof value === "object" && value !== null ? "" : String(value);
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return typeNames[typeof value] ?? typeof value;
}

function wantedBy(schema: unknown, types: readonly string[], spot: Spot, written: string): Wanted {
  if (types.length === 1 && types[0] === "object") return wantedObject(schema, spot);
  if (isObject(schema) && schema.format === "date") {
    const remedy = "write a date as YYYY-MM-DD, for example 2019-02-28";
    return { name: "a date", expected: "a calendar date as YYYY-MM-DD", remedy };
  }
  const names = types.map((type) => typeNames[type] ?? type);
  const name = names.length > 2 ? `${names.slice(0, -1).join(", ")}, or ${names.at(-1)}` : names.join(" or ");
  if (isObject(spot.value) && Object.hasOwn(spot.value, "when") && !types.includes("object")) {
    return { name, expected: name, remedy: "if these are the branches of a choice, write `choose:` above them" };
  }
  return { name, expected: name, remedy: remedyFor(types, spot.value, written) ?? `write ${name} here` };
}

function wantedObject(schema: unknown, { container, value }: Spot): Wanted {
  if (isObject(schema) && Array.isArray(schema.oneKeyOf)) {
    const isCondition = schema.oneKeyOf.includes("all");
    const name = isCondition ? "a condition" : "a value";
    return {
      name,
      expected: isCondition
        ? `a condition, for example ${comparison("…")}`
        : `exactly one of ${quoted(schema.oneKeyOf)}`,
      remedy:
        Array.isArray(value) && isCondition
          ? "write `all:` or `any:` above the list, and indent the list below it"
          : `write ${isCondition && isFactId(value) ? comparison(value) : name}`,
    };
  }
  const keys = knownKeys(schema);
  if (keys.length > 0) {
    return {
      name: "a block of keys",
      expected: expectedKeys(keys),
      remedy:
        container === undefined
          ? `begin the file with ${quoted(requiredOf(schema, keys).map((key) => `${key}:`))}, and indent what belongs to it`
          : "write those keys, indented, each with its value",
    };
  }
  return {
    name: "a block of `name: value`",
    expected: "names, each with its value",
    remedy: Array.isArray(value) ? "write each entry as `name: value`, without a dash" : "write each as `name: value`",
  };
}

/** The keys that must be there, or all of them where none must. */
function requiredOf(schema: unknown, keys: readonly string[]): readonly string[] {
  const required: readonly unknown[] = isObject(schema) && Array.isArray(schema.required) ? schema.required : [];
  return required.length === 0 ? keys : keys.filter((key) => required.includes(key));
}

function comparison(fact: string): string {
  return `\`{ fact: ${fact}, operator: …, value: … }\``;
}

function isFactId(value: unknown): value is string {
  return typeof value === "string" && /^[a-z]\w*(?:\.\w+)+$/.test(value);
}

function remedyFor(types: readonly string[], value: unknown, written: string): string | undefined {
  if (types.includes("array") && isObject(value)) return "begin each entry with a dash and a space";
  if (types.includes("array") && typeof value === "string") return `write [${written}]`;
  if (types.includes("boolean") && typeof value === "string") {
    const answer = answerOf(value);
    return answer === undefined ? "write `true` or `false`" : `write \`${answer}\``;
  }
  const isNumber = typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value));
  if ((types.includes("number") || types.includes("integer")) && isNumber) return `take the quotes off: ${value}`;
  return undefined;
}
