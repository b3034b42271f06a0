import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { canonicalJson, digestOf } from "../../engine/procedure/digest.ts";
import { openProcedure } from "../../engine/procedure/open.ts";
import { base, type Change, withCopy } from "./malformed.ts";

const files = ["procedure.yaml", "facts.yaml", "decisions.yaml", "interpretations.yaml", "clauses/all.yaml"] as const;
const textOf = (file: string): string => readFileSync(join(base, file), "utf8");

/** The digest of each revision after some changes. */
function digests(changes: readonly Change[]): Readonly<Record<string, string>> {
  const { revisions } = withCopy(changes, openProcedure);
  return Object.fromEntries(revisions.map(({ entry, digest }) => [entry.revision, digest]));
}

const original = digests([]);

/** The revisions whose digest is another one after some changes. */
function changed(changes: readonly Change[]): readonly string[] {
  return Object.entries(digests(changes)).flatMap(([revision, digest]) =>
    digest === original[revision] ? [] : [revision],
  );
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, part]) => [key, reversed(part)]),
  );
}

describe("a digest", () => {
  it("is a SHA-256 of canonical JSON", () => {
    // The digest of `{"a":[1,null],"b":"x"}`, as any other program reckons it.
    expect(digestOf({ b: "x", a: [1, null] })).toBe(
      "sha256:3dece6dc8d22d61692b03c7d51836aaec96fd08a614e224565e177ad6ff9dbe2",
    );
  });

  it("does not depend on the order of keys, and depends on that of lists", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    expect(digestOf([1, 2])).not.toBe(digestOf([2, 1]));
  });

  it("puts keys in the order of their characters, those that are whole numbers too, as other programs do", () => {
    expect(canonicalJson({ b: 1, 10: 2, "1.1": 3, 9: 4 })).toBe('{"1.1":3,"10":2,"9":4,"b":1}');
    expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"d":1,"c":2}}'))).toBe('{"__proto__":{"c":2,"d":1},"b":1}');
  });

  it("leaves out what is undefined, and nothing else", () => {
    expect(digestOf({ a: 1, b: undefined })).toBe(digestOf({ a: 1 }));
    expect(digestOf({ a: 1, b: null })).not.toBe(digestOf({ a: 1 }));
    expect(digestOf({ a: "1" })).not.toBe(digestOf({ a: 1 }));
  });
});

/** Clause 3 is withdrawn by revision 3.0, and says when. */
const inClause3: Change = { file: "clauses/all.yaml", find: "effective: 2023-07-01", replace: "effective: 2023-08-01" };

describe("the digest of a revision", () => {
  it("is of the form that is published, and another one for each revision", () => {
    expect(Object.keys(original)).toEqual(["1.0", "2.0", "3.0"]);
    expect(new Set(Object.values(original)).size).toBe(3);
    for (const digest of Object.values(original)) expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it.each(files)("does not depend on how the file is written: %s", (file) => {
    const value: unknown = parse(textOf(file));
    const flow = stringify(value, { collectionStyle: "flow", defaultStringType: "QUOTE_DOUBLE", lineWidth: 0 });
    const block = stringify(value, { collectionStyle: "block", indent: 4, defaultStringType: "QUOTE_SINGLE" });
    const order = stringify(reversed(value));
    const comments = textOf(file).replaceAll(/\n(?=\S)/g, "\n\n# A remark.\n");
    for (const content of [
      flow,
      block,
      order,
      comments,
      JSON.stringify(value),
      textOf(file).replaceAll("\n", "\r\n"),
    ]) {
      expect(changed([{ file, content }])).toEqual([]);
    }
  });

  it("does not depend on what is said about the revision, or on whether it is approved yet", () => {
    const procedure = (find: string, replace: string): Change => ({ file: "procedure.yaml", find, replace });
    expect(changed([procedure("note: First rules.", "note: The first rules of all.")])).toEqual([]);
    expect(changed([procedure("by: The library board, on: 2019-12-10", "by: The mayor, on: 2019-12-11")])).toEqual([]);
    expect(changed([procedure("title: Lending card of a town library", "title: Lending")])).toEqual([]);
    const digest = `digest: sha256:${"0".repeat(64)}`;
    expect(
      changed([procedure("status: draft", `status: approved\n    approval: { by: x, on: 2023-06-01 }\n    ${digest}`)]),
    ).toEqual([]);
  });

  it("does not depend on when it ends, which its successor settles", () => {
    const procedure = (find: string, replace: string): Change => ({ file: "procedure.yaml", find, replace });
    expect(changed([procedure("until: 2022-07-01", "until: 2022-06-30")])).toEqual([]);
  });

  it("does not depend on which facts can be changed, which decides nothing", () => {
    const label = "label: the reader's age\n";
    expect(textOf("facts.yaml")).toContain(label);
    expect(changed([{ file: "facts.yaml", find: label, replace: `${label}    changeable: false\n` }])).toEqual([]);
  });

  it("depends on the day from which it is in force, and on the date that selects it", () => {
    const procedure = (find: string, replace: string): Change => ({ file: "procedure.yaml", find, replace });
    expect(changed([procedure("effective: 2023-07-01", "effective: 2023-08-01"), inClause3])).toEqual(["3.0"]);
    expect(changed([procedure("governedBy: loan.applied_on", "governedBy: loan.returned_on")])).toEqual([
      "1.0",
      "2.0",
      "3.0",
    ]);
  });
});

/** One place where a file says something, and the revisions in which that is in force. */
interface Leaf {
  readonly file: string;
  readonly path: readonly (string | number)[];
  readonly value: string | number;
  readonly inForce: readonly string[];
}

const all = ["1.0", "2.0", "3.0"];

function leaves(
  file: string,
  value: unknown,
  path: readonly (string | number)[],
  inForce: readonly string[],
): readonly Leaf[] {
  if (typeof value === "string" || typeof value === "number") return [{ file, path, value, inForce }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (key !== "versions" || !Array.isArray(part)) return leaves(file, part, here, inForce);
    return part.flatMap((version, at) => leaves(file, version, [...here, at], between(version, part[at + 1])));
  });
}

/** The revisions from one version up to the next; none where the version withdraws the thing. */
function between(
  version: { revision: string; retired?: boolean },
  next: { revision: string } | undefined,
): readonly string[] {
  if (version.retired === true) return [];
  return all.slice(all.indexOf(version.revision), next === undefined ? all.length : all.indexOf(next.revision));
}

/** Words for people, and numbers to compare with, can be any others. */
function isFree({ path, value }: Leaf): boolean {
  const key = path.at(-1);
  return typeof value === "number" || (value.includes(" ") && key !== "effective");
}

describe("every word and number of the rules", () => {
  const free = files
    .filter((file) => file !== "procedure.yaml")
    .flatMap((file) => leaves(file, parse(textOf(file)), [], all))
    .filter(isFree)
    // The title of a file of clauses is a heading and no rule.
    .filter(({ file, path }) => !(file === "clauses/all.yaml" && path.length === 1));

  it("is found", () => {
    expect(free.length).toBeGreaterThanOrEqual(40);
  });

  it.each(free.map((leaf) => [`${leaf.file} ${leaf.path.join(".")}`, leaf] as const))(
    "changes the digest of the revisions in which it is in force, and of no other: %s",
    (_where, { file, path, value, inForce }) => {
      const content: unknown = parse(textOf(file));
      const container = path.slice(0, -1).reduce<unknown>((part, key) => Reflect.get(part as object, key), content);
      Reflect.set(container as object, path.at(-1) ?? "", typeof value === "number" ? value + 1 : `${value}!`);
      const isTitleOfWithdrawn = file === "clauses/all.yaml" && path[1] === 4 && path.at(-1) === "title";
      const expected = isTitleOfWithdrawn ? ["1.0", "2.0"] : inForce;
      expect(changed([{ file, content: stringify(content) }])).toEqual(expected);
    },
  );
});
