import type { ErrorObject } from "ajv";
import { readDay } from "./date.ts";
import type { SourceDocument } from "./document.ts";
import type { Problem } from "./problem.ts";
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
    (spot.container === undefined ? undefined : document.sourceText(spot.container, spot.key)) ?? String(value);
  if (error.parentSchema?.format === "date" && (typeof value === "number" || typeof value === "string")) {
    const reading = readDay(written, base.place);
    if (typeof reading !== "number") return reading;
  }
  if (types.includes("string") && (typeof value === "number" || typeof value === "boolean")) {
    const meaning = typeof value === "number" ? "the number" : "the answer";
    return {
      ...base,
      code: "unquoted-text",
      message: `without quotes, ${written} is ${written === String(value) ? meaning.replace("the", "a") : `${meaning} ${value}`}`,
      expected: "text in quotes",
      remedy: `write "${written}"`,
    };
  }
  const wanted = wantedBy(error.parentSchema, types, value, written);
  const isBlank = value === null;
  return {
    ...base,
    code: "wrong-type",
    message: `${subjectOf(spot)} is ${isBlank ? "left empty" : typeName(value)} where ${wanted.name} belongs`,
    expected: wanted.expected,
    remedy: isBlank ? `write ${wanted.name}, or take the key out` : wanted.remedy,
  };
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return typeNames[typeof value] ?? typeof value;
}

function wantedBy(schema: unknown, types: readonly string[], value: unknown, written: string): Wanted {
  if (types.length === 1 && types[0] === "object") return wantedObject(schema, value);
  const name = types.map((type) => typeNames[type] ?? type).join(" or ");
  return { name, expected: name, remedy: remedyFor(types, value, written) ?? `write ${name} here` };
}

function wantedObject(schema: unknown, value: unknown): Wanted {
  if (isObject(schema) && Array.isArray(schema.oneKeyOf)) {
    const isCondition = schema.oneKeyOf.includes("all");
    const name = isCondition ? "a condition" : "a value";
    const example = "{ fact: …, operator: …, value: … }";
    return {
      name,
      expected: isCondition ? `a condition, for example \`${example}\`` : `exactly one of ${quoted(schema.oneKeyOf)}`,
      remedy: Array.isArray(value)
        ? "write `all:` or `any:` above the list, and indent the list below it"
        : `write ${name}`,
    };
  }
  const keys = knownKeys(schema);
  if (keys.length > 0) {
    return {
      name: "a block of keys",
      expected: expectedKeys(keys),
      remedy: "write those keys, indented, each with its value",
    };
  }
  return {
    name: "a block of names, each with its value,",
    expected: "names, each with its value: `name: value`",
    remedy: Array.isArray(value) ? "write each entry as `name: value`, without a dash" : "write each as `name: value`",
  };
}

/** Words that are easily taken for `true` and `false`. */
const answers: Readonly<Record<string, boolean>> = { yes: true, on: true, no: false, off: false };

function remedyFor(types: readonly string[], value: unknown, written: string): string | undefined {
  if (types.includes("array") && isObject(value)) return "begin each entry with a dash and a space";
  if (types.includes("array") && typeof value === "string") return `write [${written}]`;
  if (types.includes("boolean") && typeof value === "string") {
    const answer = answers[value.toLowerCase()];
    return answer === undefined ? "write `true` or `false`" : `write \`${answer}\``;
  }
  const isNumber = typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value));
  if ((types.includes("number") || types.includes("integer")) && isNumber) return `take the quotes off: ${value}`;
  return undefined;
}
