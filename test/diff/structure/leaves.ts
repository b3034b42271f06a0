import type { Subject } from "../../../engine/diff/report.ts";
import { isContainer } from "../../../engine/diff/structure/slot.ts";

type Scalar = string | number | boolean | null;

/** One scalar of the rule files that is in force in a revision, and another one to put in its place. */
export interface Leaf {
  readonly file: string;
  readonly keys: readonly (string | number)[];
  readonly subject: Subject;
  readonly id: string;
  /** Where in its thing it stands. */
  readonly path: string;
  readonly value: Scalar;
  readonly changed: Scalar;
}

interface Entry {
  readonly id: string;
  readonly revision?: string;
  readonly retired?: boolean;
  readonly versions?: readonly Entry[];
}

const lists: Readonly<Record<string, Subject>> = {
  clauses: "clause",
  facts: "fact",
  contradictions: "contradiction",
  decisions: "decision",
  interpretations: "interpretation",
};

/** The scalars in force in a revision, without ids and the numbers of revisions, read from the files as plain YAML. */
export function leavesInForce(
  files: ReadonlyMap<string, unknown>,
  revisions: readonly string[],
  revision: string,
): readonly Leaf[] {
  const upTo = revisions.slice(0, revisions.indexOf(revision) + 1);
  return [...files].flatMap(([file, value]) => {
    const content = value as { readonly procedure?: string } & Readonly<Record<string, unknown>>;
    if (file === "procedure.yaml") {
      const thing = { file, subject: "procedure" as const, id: content.procedure ?? "" };
      return Object.keys(content).flatMap((key) =>
        key === "revisions" || key === "procedure" ? [] : scalars(content[key], [key], [key], thing),
      );
    }
    return Object.entries(lists).flatMap(([list, subject]) =>
      ((content[list] ?? []) as readonly Entry[]).flatMap((entry, at) => {
        const thing = { file, subject, id: entry.id };
        const number = entry.versions?.findLastIndex((version) => upTo.includes(version.revision ?? "")) ?? 0;
        const version = entry.versions?.[number];
        if (entry.versions !== undefined && (version === undefined || version.retired === true)) return [];
        return [
          ...ofEntry(entry, [list, at], thing),
          ...(version === undefined ? [] : ofEntry(version, [list, at, "versions", number], thing)),
        ];
      }),
    );
  });
}

type ThingOf = Pick<Leaf, "file" | "subject" | "id">;

function ofEntry(entry: object, keys: Leaf["keys"], thing: ThingOf): readonly Leaf[] {
  return Object.entries(entry).flatMap(([key, part]) =>
    ["id", "revision", "versions"].includes(key) ? [] : scalars(part, [...keys, key], [key], thing),
  );
}

function scalars(value: unknown, keys: Leaf["keys"], path: Leaf["keys"], thing: ThingOf): readonly Leaf[] {
  if (isContainer(value)) {
    return Object.entries(value).flatMap(([key, part]) => {
      const [at, shown] = Array.isArray(value) ? [Number(key), Number(key) + 1] : [key, key];
      return scalars(part, [...keys, at], [...path, shown], thing);
    });
  }
  const scalar = value as Scalar;
  return [{ ...thing, keys, path: path.join("."), value: scalar, changed: another(scalar) }];
}

/** Words of the language, each with another that can stand in the same place. */
const words: Readonly<Record<string, string>> = {
  equal: "notEqual",
  notEqual: "equal",
  lessThan: "greaterThan",
  greaterThan: "lessThan",
  lessThanInclusive: "lessThan",
  greaterThanInclusive: "greaterThan",
  before: "after",
  after: "before",
  onOrBefore: "onOrAfter",
  onOrAfter: "onOrBefore",
  exists: "notExists",
  met: "unmet",
  unmet: "met",
  not_applicable: "met",
  requirement: "permission",
  permission: "requirement",
  obligation: "requirement",
  definition: "determination",
  determination: "definition",
  informative: "definition",
  quarter: "month",
  month: "year",
  year: "month",
  up: "down",
  down: "up",
  date: "boolean",
  boolean: "date",
};

function another(value: Scalar): Scalar {
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean" || value === null) return value !== true;
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return value === "2000-02-29" ? "2000-02-28" : "2000-02-29";
  return words[value] ?? `${value}x`;
}

/** A copy of a file's content with the other scalar in place. */
export function mutated(content: unknown, { keys, changed }: Leaf): unknown {
  const copy = structuredClone(content);
  const container = keys.slice(0, -1).reduce<unknown>((part, key) => Reflect.get(part as object, key), copy);
  Reflect.set(container as object, keys.at(-1) ?? "", changed);
  return copy;
}
