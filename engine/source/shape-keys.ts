import type { ErrorObject } from "ajv";
import type { SourceDocument } from "./document.ts";
import { meant } from "./meant.ts";
import { nearest } from "./nearest.ts";
import type { Problem } from "./problem.ts";
import { expectedKeys, isObject, knownKeys, placeOf, quoted, type Spot, spotAt } from "./shape-spot.ts";

/** What is wrong with the keys of one object. */
interface Keys {
  readonly spot: Spot;
  /** The object itself. */
  readonly node: Record<string, unknown>;
  readonly document: SourceDocument;
  /** The keys that there could be. */
  readonly known: readonly string[];
  /** For a key with a fixed list of words: those words. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
}

/** Says what is wrong with the keys of one object, given all errors about its keys: one problem for each mistake. */
export function keyProblems(errors: readonly ErrorObject[], document: SourceDocument): readonly Problem[] {
  const [first] = errors;
  if (first === undefined) return [];
  const spot = spotAt(document.value, first.instancePath);
  if (!isObject(spot.value)) return [];
  const named = (keyword: string, param: string): readonly string[] => [
    ...new Set(errors.filter((error) => error.keyword === keyword).map((error) => String(error.params[param]))),
  ];
  const keys: Keys = {
    spot,
    node: spot.value,
    document,
    known: [...new Set(errors.flatMap((error) => knownKeys(error.parentSchema)))],
    words: Object.assign({}, ...errors.map((error) => wordsOf(error.parentSchema))),
    missing: named("required", "missingProperty"),
    unknown: named("additionalProperties", "additionalProperty"),
  };
  if (keys.unknown.includes("operator")) {
    const [about] = keys.known;
    if (about === "fact" || about === "item") return [comparisonForValue(keys, about)];
  }
  return pairedUp(asComparison(keys));
}

function wordsOf(schema: unknown): Record<string, readonly string[]> {
  const properties = isObject(schema) && isObject(schema.properties) ? schema.properties : {};
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, property]) =>
      isObject(property) && Array.isArray(property.enum) ? [[key, property.enum.map(String)]] : [],
    ),
  );
}

/** `{ fact: …, operator: … }` where only the value of a fact fits. */
function comparisonForValue({ spot, document }: Keys, about: string): Problem {
  return {
    code: "wrong-type",
    severity: "error",
    message: "this is a comparison, and a value belongs here",
    place: placeOf(spot, document),
    expected: `\`${about}\` alone, or an expression`,
    remedy: `leave only \`${about}:\``,
  };
}

/** Where `fact` stands with what could be meant for a comparison, the comparison lacks its operator. */
function asComparison(keys: Keys): Keys {
  const { known, unknown } = keys;
  const [about] = known;
  if (known.length !== 1 || (about !== "fact" && about !== "item")) return keys;
  const hasValue = unknown.includes("value");
  if (!hasValue && unknown.every((key) => nearest(key, ["operator", "value"]) === undefined)) return keys;
  return {
    ...keys,
    known: [about, "operator", "value"],
    missing: ["operator"],
    unknown: unknown.filter((key) => key !== "value"),
  };
}

/** Each unknown key with the known one that was meant, so that a misspelled key is not reported as missing as well. */
function pairedUp(keys: Keys): readonly Problem[] {
  const missing = new Set(keys.missing);
  const free = keys.known.filter((name) => !Object.hasOwn(keys.node, name));
  const foreign: string[] = [];
  const problems: Problem[] = [];
  for (const key of keys.unknown) {
    const near = meant(key, free);
    if (near === undefined) {
      foreign.push(key);
      continue;
    }
    missing.delete(near);
    problems.push(unknownKey(keys, key, `there is no key \`${key}\` here`, `write \`${near}\``, near));
  }
  const [surplus] = foreign;
  const [lacking] = missing;
  if (missing.size === 1 && lacking !== undefined && isWithoutKeyAbove(keys, foreign)) {
    return [...problems, withoutKeyAbove(keys, foreign, lacking)];
  }
  if (foreign.length === 1 && missing.size === 1 && surplus !== undefined && lacking !== undefined) {
    return [...problems, replacedKey(keys, surplus, lacking)];
  }
  return [
    ...problems,
    ...missingKeys(keys, [...missing]),
    ...foreign.map((key) =>
      unknownKey(keys, key, `there is no key \`${key}\` here`, "take the key out, or move it to where it belongs"),
    ),
  ];
}

function missingKeys({ spot, document, known, words }: Keys, names: readonly string[]): readonly Problem[] {
  const [name] = names;
  if (name === undefined) return [];
  const ordered = known.filter((key) => names.includes(key));
  const choice = names.length === 1 ? words[name] : undefined;
  return [
    {
      code: "missing-key",
      severity: "error",
      message: `${expectedKeys(ordered)} ${ordered.length === 1 ? "is" : "are"} missing here`,
      place: placeOf(spot, document),
      expected: choice === undefined ? expectedKeys(known) : `\`${name}:\` with one of ${quoted(choice)}`,
      remedy: ordered.length === 1 ? `add \`${name}:\` with its value` : "add them, each with its value",
    },
  ];
}

function unknownKey(keys: Keys, key: string, message: string, remedy: string, near?: string): Problem {
  return {
    code: "unknown-key",
    severity: "error",
    message,
    place: keys.document.keyPlace(keys.node, key),
    expected: expectedKeys(keys.known),
    ...(near === undefined ? {} : { nearest: near }),
    remedy,
  };
}

/** Whether keys of a file that is of the right kind otherwise belong under one that is missing. */
function isWithoutKeyAbove({ spot, node, known }: Keys, foreign: readonly string[]): boolean {
  if (spot.container !== undefined || foreign.length === 0) return false;
  return known.some((key) => Object.hasOwn(node, key)) && foreign.every((key) => !Array.isArray(node[key]));
}

function withoutKeyAbove(keys: Keys, foreign: readonly string[], lacking: string): Problem {
  const [first = "", ...others] = foreign;
  const message = `the key \`${lacking}\` is missing, and ${quoted(foreign)} ${others.length === 0 ? "stands" : "stand"} where it belongs`;
  const remedy = `write \`${lacking}:\` above ${quoted(foreign)}, and indent what belongs to it`;
  const related = others.map((key) => ({
    place: keys.document.keyPlace(keys.node, key),
    message: `\`${key}\` stands here`,
  }));
  return {
    ...unknownKey(keys, first, message, remedy),
    code: "missing-key",
    ...(others.length === 0 ? {} : { related }),
  };
}

/** One key too many and one too few: most likely one stands for the other. */
function replacedKey(keys: Keys, surplus: string, lacking: string): Problem {
  const remedy =
    keys.spot.container === undefined
      ? `begin with \`${lacking}:\`, or check that this is the file you mean`
      : `write \`${lacking}\` if that is meant; otherwise take \`${surplus}\` out and add \`${lacking}:\``;
  return unknownKey(keys, surplus, `there is no key \`${surplus}\` here, and \`${lacking}\` is missing`, remedy);
}
