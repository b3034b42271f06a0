import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { parse, stringify } from "yaml";
import { put } from "./sealed.ts";

type Data = Record<string, unknown>;

/** A change that a later revision makes, by numbers that stand for whatever the rules have at that place. */
export interface Change {
  readonly what: "clause" | "retire" | "decision" | "fact";
  /** Which thing, and which value in it. */
  readonly thing: number;
  readonly value: number;
  readonly by: number;
}

/** Changes of all kinds, most of them of a value somewhere in a clause. */
export const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record({
    what: fc.constantFrom<Change["what"]>("clause", "clause", "clause", "retire", "decision", "fact"),
    thing: fc.nat(1000),
    value: fc.nat(1000),
    by: fc.constantFrom(-7, -1, 1, 2, 30),
  }),
  { minLength: 2, maxLength: 12 },
);

/** Writes versions of a revision that is there already, as a draft and without any, into the rules in a directory. */
export function writeVersions(directory: string, revision: string, effective: string, wanted: readonly Change[]): void {
  const files = readdirSync(join(directory, "clauses")).map((name) => join("clauses", name));
  const clauseFiles = files.map((file) => ({ file, data: read(directory, file) }));
  const clauses = clauseFiles.flatMap(({ data }) => data.clauses as Data[]);
  const decisions = read(directory, "decisions.yaml");
  const facts = read(directory, "facts.yaml");
  for (const change of wanted) {
    if (change.what === "fact") addFact(facts.facts as Data[], revision);
    else if (change.what === "decision") reversed(pick(decisions.decisions as Data[], change.thing), revision, change);
    else changed(pick(clauses, change.thing), revision, effective, change);
  }
  for (const { file, data } of clauseFiles) put(directory, file, stringify(data));
  put(directory, "decisions.yaml", stringify(decisions));
  put(directory, "facts.yaml", stringify(facts));
}

function read(directory: string, file: string): Data {
  return parse(readFileSync(join(directory, file), "utf8"));
}

function pick(things: readonly Data[], nth: number): Data {
  return things[nth % things.length] ?? {};
}

/** The thing's own version of a revision, begun as a copy of the one before. */
function versionOf(thing: Data, revision: string): Data {
  const versions = thing.versions as Data[];
  const last = versions.at(-1) ?? {};
  if (last.revision === revision) return last;
  const next = { ...structuredClone(last), revision };
  versions.push(next);
  return next;
}

function changed(clause: Data, revision: string, effective: string, { what, value, by }: Change): void {
  const version = versionOf(clause, revision);
  version.effective = effective;
  if (what === "retire") version.retired = true;
  const values = leaves(version);
  const [container, key] = values[value % Math.max(1, values.length)] ?? [];
  if (container === undefined || key === undefined) return;
  const before = container[key];
  container[key] = typeof before === "number" ? Math.max(0, before + by) : (opposite[String(before)] ?? before);
}

const opposite: Readonly<Record<string, string>> = {
  equal: "notEqual",
  notEqual: "equal",
  before: "onOrAfter",
  after: "onOrBefore",
  onOrBefore: "after",
  onOrAfter: "before",
  greaterThan: "lessThanInclusive",
  greaterThanInclusive: "lessThan",
  lessThan: "greaterThanInclusive",
  lessThanInclusive: "greaterThan",
  exists: "isNone",
  isNone: "exists",
  quarter: "year",
};

/** The numbers and operators in a version: where each stands. */
function leaves(part: unknown): readonly (readonly [Data, string])[] {
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]): readonly (readonly [Data, string])[] =>
    typeof value === "number" || (typeof value === "string" && Object.hasOwn(opposite, value))
      ? [[part as Data, key]]
      : leaves(value),
  );
}

/** Gives the rows with a condition the outcomes of each other. */
function reversed(decision: Data, revision: string, { value }: Change): void {
  const rows = versionOf(decision, revision).rows as Data[];
  const one = pick(rows, value);
  const other = pick(rows, value + 1);
  [one.outcome, other.outcome] = [other.outcome, one.outcome];
}

function addFact(facts: Data[], revision: string): void {
  const id = `later.fact_${facts.length}`;
  const [first] = facts;
  facts.push({ id, revision, type: "boolean", label: "a later fact", question: "Is it?", knownBy: first?.knownBy });
}
