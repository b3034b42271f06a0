import type { ErrorObject } from "ajv";
import { parseDay } from "../calendar/day.ts";
import type { SourceDocument } from "./document.ts";
import { nearest } from "./nearest.ts";
import type { Place } from "./place.ts";
import type { Problem } from "./problem.ts";

/** Where an error stands: the value itself, and the container and key that lead to it (none for the whole file). */
interface Spot {
  readonly value: unknown;
  readonly container: object | undefined;
  readonly key: string | number;
}

/** Says one difference between a file and its schema in words for someone who does not program. */
export function shapeProblem(error: ErrorObject, document: SourceDocument): Problem {
  const spot = find(document.value, error.instancePath);
  const place = placeOf(spot, document);
  const base = { severity: "error", ...(place ? { place } : {}) } as const;
  switch (error.keyword) {
    case "additionalProperties":
      return unknownKey(error, spot, document);
    case "required":
      return {
        ...base,
        code: "missing-key",
        message: `the key \`${error.params.missingProperty}\` is missing here`,
        expected: keysOf(error),
        remedy: `add \`${error.params.missingProperty}:\` with its value`,
      };
    case "type":
      return wrongType(error, spot, document, base);
    case "enum":
      return unknownWord(error, spot, base);
    case "minItems":
    case "minLength":
      return tooFew(spot, base);
    case "maxItems":
      return {
        ...base,
        code: "too-many",
        message: `${keyName(spot)} takes at most ${error.params.limit} entries`,
        remedy: "take the others out",
      };
    case "format":
      return notADate(spot, base);
    case "pattern":
      return wrongForm(error, spot, document, base);
    case "oneKeyOf":
      return unclearNode(error, spot, document, base);
    default:
      return {
        ...base,
        code: "wrong-shape",
        message: `this does not fit here: ${error.message ?? error.keyword}`,
        remedy: "compare it with the language reference",
      };
  }
}

type Base = { readonly severity: "error"; readonly place?: Place };

function find(root: unknown, pointer: string): Spot {
  let spot: Spot = { value: root, container: undefined, key: "" };
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    const container = spot.value;
    if (typeof container !== "object" || container === null) return spot;
    spot = Array.isArray(container)
      ? { value: container[Number(key)], container, key: Number(key) }
      : { value: (container as Record<string, unknown>)[key], container, key };
  }
  return spot;
}

function placeOf(spot: Spot, document: SourceDocument): Place | undefined {
  if (spot.container !== undefined) return document.valuePlace(spot.container, spot.key);
  return typeof spot.value === "object" && spot.value !== null ? document.place(spot.value) : undefined;
}

function keyName(spot: Spot): string {
  return typeof spot.key === "string" && spot.key !== "" ? `\`${spot.key}\`` : "this list";
}

function keysOf(error: ErrorObject): string {
  const keys = Object.keys(error.parentSchema?.properties ?? {}).filter((key) => key !== "$schema");
  return keys.length === 0 ? "no keys" : `the keys ${keys.map((key) => `\`${key}\``).join(", ")}`;
}

function unknownKey(error: ErrorObject, spot: Spot, document: SourceDocument): Problem {
  const key = String(error.params.additionalProperty);
  const known = Object.keys(error.parentSchema?.properties ?? {});
  const container = typeof spot.value === "object" && spot.value !== null ? spot.value : undefined;
  const taken = container === undefined ? [] : Object.keys(container);
  const near = nearest(
    key,
    known.filter((name) => !taken.includes(name)),
  );
  return {
    code: "unknown-key",
    severity: "error",
    message: `there is no key \`${key}\` here`,
    ...(container === undefined ? {} : { place: document.keyPlace(container, key) }),
    expected: keysOf(error),
    ...(near === undefined ? {} : { nearest: near }),
    remedy: near === undefined ? "take the key out, or move it to where it belongs" : `write \`${near}\``,
  };
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

function typeName(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeNames[typeof value] ?? typeof value;
}

function wrongType(error: ErrorObject, spot: Spot, document: SourceDocument, base: Base): Problem {
  const wanted = [error.params.type].flat().map((type) => typeNames[String(type)] ?? String(type));
  const written = spot.container === undefined ? undefined : document.sourceText(spot.container, spot.key);
  if (typeof spot.value === "number" && wanted.includes("text")) {
    return {
      ...base,
      code: "unquoted-text",
      message: `without quotes, ${written ?? spot.value} is the number ${spot.value}`,
      expected: "text in quotes",
      remedy: `write "${written ?? spot.value}"`,
    };
  }
  return {
    ...base,
    code: "wrong-type",
    message: `${keyName(spot)} is ${typeName(spot.value)} where ${wanted.join(" or ")} belongs`,
    expected: wanted.join(" or "),
    remedy: `write ${wanted.join(" or ")} here`,
  };
}

function unknownWord(error: ErrorObject, spot: Spot, base: Base): Problem {
  const allowed = (error.params.allowedValues as readonly unknown[]).map(String);
  const near = nearest(String(spot.value), allowed);
  const what = spot.key === "operator" ? "operator" : "word";
  return {
    ...base,
    code: what === "operator" ? "unknown-operator" : "unknown-word",
    message: `there is no ${what} \`${String(spot.value)}\` for ${keyName(spot)}`,
    expected: `one of ${allowed.map((word) => `\`${word}\``).join(", ")}`,
    ...(near === undefined ? {} : { nearest: near }),
    remedy: near === undefined ? "write one of those" : `write \`${near}\``,
  };
}

function tooFew(spot: Spot, base: Base): Problem {
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
  return {
    ...base,
    code: "too-few",
    message: `${keyName(spot)} has too little in it`,
    remedy: "write what is missing, or take the key out",
  };
}

function notADate(spot: Spot, base: Base): Problem {
  const reading = parseDay(String(spot.value));
  return {
    ...base,
    code: "not-a-date",
    message: `\`${String(spot.value)}\` is not a date${typeof reading === "number" ? "" : `: ${reading.reason}`}`,
    expected: "a calendar date, YYYY-MM-DD",
    remedy: "write a date of the calendar, with two digits each for month and day",
  };
}

function wrongForm(error: ErrorObject, spot: Spot, document: SourceDocument, base: Base): Problem {
  const description = String(error.parentSchema?.description ?? "the form of the language");
  const container = typeof spot.value === "object" && spot.value !== null ? spot.value : undefined;
  const key = error.propertyName;
  const text = key ?? String(spot.value);
  return {
    ...base,
    ...(key !== undefined && container !== undefined ? { place: document.keyPlace(container, key) } : {}),
    code: "wrong-form",
    message: `\`${text}\` does not have the form that belongs here`,
    expected: `${description.charAt(0).toLowerCase()}${description.slice(1).replace(/\.$/, "")}`,
    remedy: "spell it in that form",
  };
}

function unclearNode(error: ErrorObject, spot: Spot, document: SourceDocument, base: Base): Problem {
  const keys = error.schema as readonly string[];
  const node = spot.value;
  const own = typeof node === "object" && node !== null ? Object.keys(node) : [];
  const several = own.filter((key) => keys.includes(key));
  const expected = `exactly one of ${keys.map((key) => `\`${key}\``).join(", ")}`;
  if (several.length > 1 && typeof node === "object" && node !== null) {
    const [first = "", second = ""] = several;
    return {
      ...base,
      code: "several-keys",
      message: `${several.map((key) => `\`${key}\``).join(" and ")} stand side by side, and only one can say what this is`,
      place: document.keyPlace(node, second),
      expected,
      remedy: `put one inside the other, or both into a list under \`all:\` or \`any:\``,
      related: [{ place: document.keyPlace(node, first), message: `\`${first}\` stands here` }],
    };
  }
  const near = own.map((key) => nearest(key, keys)).find((name) => name !== undefined);
  return {
    ...base,
    code: "unknown-key",
    message: own.length === 0 ? "there is nothing here" : `nothing here says what this is`,
    ...(typeof node === "object" && node !== null && own[0] !== undefined
      ? { place: document.keyPlace(node, own.find((key) => nearest(key, keys) !== undefined) ?? own[0]) }
      : {}),
    expected,
    ...(near === undefined ? {} : { nearest: near }),
    remedy: near === undefined ? "begin with one of those keys" : `write \`${near}\``,
  };
}
