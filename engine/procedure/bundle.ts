import { expressions } from "../language/expressions/table.ts";
import { operators } from "../language/operators/table.ts";
import { ProblemsError } from "../source/problem.ts";
import type { RevisionModel } from "./model.ts";

/** The form of a bundle. Another number is another form, which this program doesn't read. */
const bundleVersion = 1;

/**
 * A procedure in all its revisions with every name resolved, as JSON can hold it: what decides cases where there are no
 * rule files to read and no library to read them with. It holds data alone, and each row of the tables by its name.
 */
export interface ProcedureBundle {
  readonly bundle: typeof bundleVersion;
  /** The revisions, oldest first, in the form that `Packed` describes. */
  readonly revisions: readonly Packed[];
}

/**
 * A part of a model in JSON. What JSON has no form for is an object with one key that no part of a model has: a map, a
 * set, an operator, or the row of an expression.
 */
type Packed = string | number | boolean | null | readonly Packed[] | { readonly [key: string]: Packed };

const mapKey = "$map";
const setKey = "$set";
const operatorKey = "$operator";
const expressionKey = "$expression";

/** Parts within parts: several times what the deepest rule file comes to. */
const mostDepth = 1000;

/** The rows of the tables, each with what stands for it. */
const packedRows: ReadonlyMap<unknown, Packed> = new Map<unknown, Packed>([
  ...Object.entries(operators).map(([name, row]) => [row, { [operatorKey]: name }] as const),
  ...Object.entries(expressions).map(([name, row]) => [row, { [expressionKey]: name }] as const),
]);

/** The revisions of a procedure as a bundle. */
export function bundleOf(revisions: readonly RevisionModel[]): ProcedureBundle {
  return { bundle: bundleVersion, revisions: revisions.map(packed) };
}

function packed(value: unknown): Packed {
  const row = packedRows.get(value);
  if (row !== undefined) return row;
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map(packed);
  if (value instanceof Map) return { [mapKey]: [...value].map(([key, part]) => [packed(key), packed(part)]) };
  if (value instanceof Set) return { [setKey]: [...value].map(packed) };
  if (typeof value !== "object") throw new Error(`a model holds what JSON can't: ${typeof value}`);
  const parts = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(parts.map(([key, part]) => [key, packed(part)]));
}

/**
 * The revisions of a bundle, ready to decide cases.
 *
 * A bundle is as trusted as the program that reads it: it is looked at far enough to tell a text that was cut off, or made
 * by another version, and not held against the rule language again.
 *
 * @param bundle what was bundled, or its text
 * @throws ProblemsError where it is none, or has another form than this program reads
 */
export function revisionsOf(bundle: string | object): readonly RevisionModel[] {
  const content = typeof bundle === "string" ? parsed(bundle) : bundle;
  if (!isBlock(content) || !Object.hasOwn(content, "bundle")) throw unreadable("this is not a bundled procedure");
  if (content.bundle !== bundleVersion) throw unreadable("the bundle was made by another version of this program");
  const revisions = Array.isArray(content.revisions) ? content.revisions.map((part) => unpacked(part, 0)) : [];
  if (revisions.length === 0 || !revisions.every(isModel)) throw unreadable("the bundle holds no revisions");
  return revisions;
}

function unpacked(part: unknown, depth: number): unknown {
  if (depth > mostDepth) throw unreadable("the bundle is nested too deep");
  const inside = (inner: unknown): unknown => unpacked(inner, depth + 1);
  if (Array.isArray(part)) return part.map(inside);
  if (!isBlock(part)) return part;
  if (Object.hasOwn(part, mapKey)) return new Map(listOf(part[mapKey]).map((pair) => pairOf(inside(pair))));
  if (Object.hasOwn(part, setKey)) return new Set(listOf(part[setKey]).map(inside));
  if (Object.hasOwn(part, operatorKey)) return rowOf(operators, part[operatorKey]);
  if (Object.hasOwn(part, expressionKey)) return rowOf(expressions, part[expressionKey]);
  return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, inside(inner)]));
}

function rowOf(table: Readonly<Record<string, unknown>>, name: unknown): unknown {
  if (typeof name === "string" && Object.hasOwn(table, name)) return table[name];
  throw unreadable("the bundle asks for an operator or an expression that this program does not have");
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw unreadable("a part of the bundle is missing");
}

function pairOf(value: unknown): readonly [unknown, unknown] {
  const [key, part] = listOf(value);
  return [key, part];
}

/** Whether it is a revision, by what every one has. The rest is taken as `bundleOf` wrote it. */
function isModel(value: unknown): value is RevisionModel {
  if (!isBlock(value) || typeof value.digest !== "string" || !isBlock(value.entry)) return false;
  const { facts, derived, clauses, obligations, decisions } = value;
  return [facts, derived, clauses, obligations, decisions].every((part) => part instanceof Map);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable("the bundle is not whole: its text is not JSON");
  }
}

function unreadable(message: string): ProblemsError {
  return new ProblemsError([
    {
      code: "bundle-unreadable",
      severity: "error",
      message,
      expected: "what `export bundle` of the same version wrote",
      remedy: "make the bundle again, and hand it over whole",
    },
  ]);
}

function isBlock(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
