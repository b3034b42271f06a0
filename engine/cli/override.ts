import type { Locate } from "../evaluate/facts.ts";
import type { FactEntry } from "../language/fact.ts";
import type { RevisionModel } from "../procedure/model.ts";
import { nearest } from "../source/nearest.ts";
import type { Place } from "../source/place.ts";
import { type Problem, ProblemsError } from "../source/problem.ts";
import { readFactText } from "./fact-text.ts";
import { splitAssignment } from "./options.ts";

/** Facts, and where each stands. */
export interface PlacedFacts {
  readonly facts: object;
  readonly locate: Locate;
}

/** A fact set on the command line. */
interface Override {
  readonly id: string;
  /** `undefined` makes the fact unknown. */
  readonly value: unknown;
  readonly place: Place;
}

/**
 * The facts of a case with those of `--set fact=value` in place of its own. The case itself stays as it is.
 *
 * @param models the revisions in which a fact is looked up, the first that has it
 * @throws ProblemsError with every assignment that can't be read.
 */
export function override(
  given: PlacedFacts,
  assignments: readonly string[],
  models: readonly RevisionModel[],
): PlacedFacts {
  if (assignments.length === 0) return given;
  const problems: Problem[] = [];
  const overrides = new Map<string, Override>();
  for (const text of assignments) {
    const read = readOverride(text, models);
    if ("code" in read) problems.push(read);
    else overrides.set(read.id, read);
  }
  if (problems.length > 0) throw new ProblemsError(problems);
  const origins = new Map<object, object>();
  const facts = without(given.facts, "", new Set(overrides.keys()), origins);
  const places = new Map<object, Place>();
  for (const { id, value, place } of overrides.values()) {
    if (value === undefined) continue;
    facts[id] = value;
    note(value, place, places);
  }
  return {
    facts,
    locate: (container, key, part) => {
      const own = container === facts ? overrides.get(String(key))?.place : places.get(container);
      return own ?? given.locate(origins.get(container) ?? container, key, part);
    },
  };
}

function readOverride(text: string, models: readonly RevisionModel[]): Override | Problem {
  const { name: id, value: written } = splitAssignment(text, "--set", "a fact and its value");
  const place = placeIn(text);
  if (written === "") {
    return {
      code: "empty-value",
      severity: "error",
      message: `nothing is written for \`${id}\``,
      place: { ...place, column: 1, length: text.length },
      expected: "a value, `none`, or `unknown`",
      remedy: `write \`--set ${id}=none\` if there is none, and \`--set ${id}=unknown\` to take the fact out`,
    };
  }
  const entry = factEntry(id, models);
  if (entry === undefined) {
    const near = nearest(id, new Set(models.flatMap(({ facts }) => [...facts.keys()])));
    return {
      code: "unknown-fact",
      severity: "error",
      message: `there is no fact \`${id}\``,
      place: { ...place, column: 1, length: Math.max(1, text.indexOf("=")) },
      expected: "the id of a fact",
      ...(near === undefined ? {} : { nearest: near }),
      remedy: near === undefined ? "take it out" : `write \`${near}\``,
    };
  }
  const read = readFactText(entry, written);
  if ("value" in read) return { id, value: read.value, place };
  return {
    code: "not-json",
    severity: "error",
    message: `\`${id}\` is a list, and this can't be read as one in JSON: ${read.notJson}`,
    place,
    expected: "a list in JSON",
    remedy: "write it in square brackets, texts in double quotes, all of it in single quotes for the shell",
  };
}

function factEntry(id: string, models: readonly RevisionModel[]): FactEntry | undefined {
  for (const model of models) {
    const fact = model.facts.get(id);
    if (fact !== undefined) return fact.entry;
  }
  return undefined;
}

/** The value of an assignment as a place, to be shown like a line of a file. */
function placeIn(text: string): Place {
  const at = text.indexOf("=") + 1;
  return { file: "--set", line: 1, column: at + 1, length: Math.max(1, text.length - at), text };
}

/** A copy of a group of facts without some facts, which notes what each part is a copy of. */
function without(
  group: object,
  prefix: string,
  ids: ReadonlySet<string>,
  origins: Map<object, object>,
): Record<string, unknown> {
  const copy: Record<string, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(group)) {
    const id = prefix + key;
    if (ids.has(id)) continue;
    const within = [...ids].some((other) => other.startsWith(`${id}.`));
    const isGroup = typeof value === "object" && value !== null && !Array.isArray(value);
    copy[key] = within && isGroup ? without(value, `${id}.`, ids, origins) : value;
  }
  origins.set(copy, group);
  return copy;
}

/** No fact is nested deeper than this: what is, has the wrong type, and of that no place is asked. */
const deepest = 16;

/** Notes that every list and element within a value stands at one place. */
function note(value: unknown, place: Place, places: Map<object, Place>, depth = 0): void {
  if (typeof value !== "object" || value === null || depth > deepest) return;
  places.set(value, place);
  for (const part of Object.values(value)) note(part, place, places, depth + 1);
}
