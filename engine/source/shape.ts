import { createRequire } from "node:module";
import type { ErrorObject, ValidateFunction } from "ajv";
import type { SourceDocument } from "./document.ts";
import type { Problem } from "./problem.ts";
import { keyProblems } from "./shape-keys.ts";
import { shapeProblem } from "./shape-problem.ts";

/** The kinds of file, each with a published schema. */
export type FileKind = "procedure" | "facts" | "decisions" | "interpretations" | "clauses" | "case";

// The schemas were compiled into this file when the program was built (`scripts/validators.mjs`).
const validators: Readonly<Record<FileKind, ValidateFunction>> = createRequire(import.meta.url)(
  "../../schema/validators.cjs",
);

/** Holds a document against the schema of its kind and reports every difference at its place, from top to bottom. */
export function checkShape(kind: FileKind, document: SourceDocument): readonly Problem[] {
  const validate = validators[kind];
  if (validate(document.value)) return [];
  const errors = withoutEchoes(validate.errors ?? []);
  const byKeys = grouped(errors.filter(isOfKeys), (error) => error.instancePath);
  const problems = [
    ...[...byKeys.values()].flatMap((together) => keyProblems(together, document)),
    ...errors.filter((error) => !isOfKeys(error)).map((error) => shapeProblem(error, document)),
  ];
  return problems.sort(
    (a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );
}

/** Keys that are missing and keys that are unknown in one object often are one mistake, so they are said together. */
function isOfKeys({ keyword }: ErrorObject): boolean {
  return keyword === "required" || keyword === "additionalProperties";
}

/** Leaves out what only repeats another error: the branch around it, and the details of a node of unclear kind. */
function withoutEchoes(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const unclear = new Set(errors.filter((error) => error.keyword === "oneKeyOf").map((error) => error.instancePath));
  const kinds = new Set(
    errors.filter(({ parentSchema }) => parentSchema?.oneKeyOf !== undefined).map((error) => error.instancePath),
  );
  const seen = new Set<string>();
  return withoutAlternatives(errors).filter((error) => {
    const { keyword, instancePath } = error;
    if (keyword === "if" || keyword === "propertyNames") return false;
    if (keyword !== "oneKeyOf" && outwards(instancePath).some((path) => unclear.has(path))) return false;
    // A word of a fixed list is asked for, which says more than that it is a text.
    if (keyword === "type" && Array.isArray(error.parentSchema?.enum)) return false;
    // What has many kinds and is of none is tried as the first kind too.
    if (keyword === "type" && kinds.has(instancePath) && error.parentSchema?.oneKeyOf === undefined) return false;
    const key = `${keyword} ${instancePath} ${JSON.stringify(error.params)} ${error.propertyName ?? ""}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A path and those of everything around it. */
function outwards(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.map((_part, at) => parts.slice(0, parts.length - at).join("/"));
}

/**
 * Where one of several types may stand, keeps the errors of the type that was meant: the one whose details are wrong, or
 * one error that names all types.
 */
function withoutAlternatives(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = new Set(errors.filter((error) => error.keyword === "anyOf").map((error) => error.instancePath));
  const isType = (error: ErrorObject): boolean => error.keyword === "type" && choices.has(error.instancePath);
  return [...grouped(errors, (error) => outwards(error.instancePath).find((path) => choices.has(path)))].flatMap(
    ([choice, group]) => {
      if (choice === undefined) return group;
      const rest = group.filter((error) => error.keyword !== "anyOf");
      const details = rest.filter((error) => !isType(error));
      const [first] = rest;
      if (details.length > 0 || first === undefined) return details;
      return [{ ...first, params: { type: rest.flatMap((error) => error.params.type) } }];
    },
  );
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
