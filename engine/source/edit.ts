import { isDeepStrictEqual } from "node:util";
import type { Node, Pair, YAMLMap, YAMLSeq } from "yaml";
import { parseDocument } from "./document.ts";
import { yamlLibrary } from "./yaml-library.ts";

/** The keys and indices that lead to a list or mapping from the top of a document. */
export type Path = readonly (string | number)[];

/** One change of a document. */
export type Edit =
  /** Adds an item behind the last one of a list that has some. */
  | { readonly kind: "append"; readonly to: Path; readonly item: Readonly<Record<string, unknown>> }
  /** Gives a key of a mapping a value: in place of the scalar that it has, else behind another key. */
  | { readonly kind: "set"; readonly in: Path; readonly key: string; readonly value: unknown; readonly after: string };

/** A stretch of text and what comes in its place. */
interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A YAML or JSON text with some changes made to it and every other byte as it was: comments, order, quotes, indentation
 * and line breaks stay.
 *
 * @returns undefined where the text is written in a way that can't be changed so (aliases, tags between a dash and its
 *   value); what would be read from the result has been compared with what should be
 */
export function editYaml(text: string, edits: readonly Edit[]): string | undefined {
  const before = parseDocument(text, "");
  const splices = splicesFor(text, edits);
  if (splices === undefined || !("value" in before)) return undefined;
  // From the end, so that offsets stay right; of two at one place the first comes first.
  const ordered = [...splices.entries()].sort(([i, a], [j, b]) => b.start - a.start || j - i);
  let result = text;
  for (const [, { start, end, text: piece }] of ordered) result = result.slice(0, start) + piece + result.slice(end);
  const after = parseDocument(result, "");
  const wanted = structuredClone(before.value);
  for (const edit of edits) applyTo(wanted, edit);
  return "value" in after && isDeepStrictEqual(plain(after.value), plain(wanted)) ? result : undefined;
}

/** Data without whatever its reader made it of. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function applyTo(root: unknown, edit: Edit): void {
  const path = edit.kind === "append" ? edit.to : edit.in;
  const container = path.reduce<unknown>((part, key) => Reflect.get(part as object, key), root);
  if (edit.kind === "set") Reflect.set(container as object, edit.key, edit.value);
  else (container as unknown[]).push(edit.item);
}

function splicesFor(text: string, edits: readonly Edit[]): readonly Splice[] | undefined {
  const root = yamlLibrary().parseDocument(text, { keepSourceTokens: true }).contents;
  const splices: Splice[] = [];
  for (const edit of edits) {
    const container = nodeAt(root, edit.kind === "append" ? edit.to : edit.in);
    const splice = edit.kind === "append" ? appended(text, container, edit.item) : set(text, container, edit);
    if (splice === undefined) return undefined;
    splices.push(splice);
  }
  return splices;
}

function nodeAt(root: unknown, path: Path): unknown {
  const { isMap, isSeq } = yamlLibrary();
  return path.reduce<unknown>((node, key) => (isMap(node) || isSeq(node) ? node.get(key, true) : undefined), root);
}

function appended(text: string, list: unknown, item: Readonly<Record<string, unknown>>): Splice | undefined {
  const { isMap, isSeq } = yamlLibrary();
  const last = isSeq(list) ? list.items.at(-1) : undefined;
  if (!isSeq(list) || !isMap(last) || last.range == null) return undefined;
  const [start] = last.range;
  if (list.flow === true) {
    const own = indentBefore(text, start);
    return insertion(endOf(last), `,${own === undefined ? " " : lineBreakOf(text) + own}${inFlow(item)}`);
  }
  const dash = dashColumn(text, list);
  if (dash === undefined) return undefined;
  const column = Math.max(last.flow === true ? 0 : columnOf(text, start), dash + 2);
  const lines = blockLines(item, column);
  lines[0] = `${" ".repeat(dash)}-${" ".repeat(column - dash - 1)}${lines[0]?.trimStart()}`;
  return insertedLines(text, endWithRemarks(text, endOfLine(text, endOf(last)), dash), lines);
}

function set(text: string, map: unknown, { key, value, after }: Edit & { readonly kind: "set" }): Splice | undefined {
  const { isMap, isScalar } = yamlLibrary();
  if (!isMap(map)) return undefined;
  const present = map.get(key, true);
  if (present !== undefined) {
    if (!isScalar(present) || present.range == null) return undefined;
    const [start, end] = present.range;
    const isQuoted = text.charAt(start) === '"';
    return { start, end, text: isQuoted ? JSON.stringify(value) : inBlock(value).trimEnd() };
  }
  const before = map.get(after, true);
  const first = map.items[0]?.key;
  if (!isNode(before) || !isNode(first) || first.range == null) return undefined;
  if (map.flow === true) return insertion(endOf(before), `, ${inFlow({ [key]: value }).slice(1, -1)}`);
  const column = columnOf(text, first.range[0]);
  return insertedLines(text, endOfLine(text, endOf(before)), blockLines({ [key]: value }, column));
}

function isNode(value: unknown): value is Node {
  return yamlLibrary().isNode(value);
}

/** The offset behind the last character that belongs to a value. */
function endOf(node: Node): number {
  const { isMap, isSeq } = yamlLibrary();
  const end = node.range?.[1] ?? 0;
  if (!(isMap(node) || isSeq(node)) || node.flow === true) return end;
  const last: unknown = isMap(node) ? lastOf(node) : node.items.at(-1);
  return isNode(last) ? endOf(last) : end;
}

function lastOf({ items }: YAMLMap): unknown {
  const pair: Pair | undefined = items.at(-1);
  return pair?.value ?? pair?.key;
}

/** The column, from 0, of the dash before the last item. */
function dashColumn(text: string, { srcToken }: YAMLSeq): number | undefined {
  if (srcToken?.type !== "block-seq") return undefined;
  const dash = srcToken.items.at(-1)?.start.find(({ type }) => type === "seq-item-ind");
  return dash === undefined ? undefined : columnOf(text, dash.offset);
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}

/** The spaces before what stands first on its line; undefined where something else does. */
function indentBefore(text: string, offset: number): string | undefined {
  const before = text.slice(offset - columnOf(text, offset), offset);
  return columnOf(text, offset) < offset && /^[ \t]*$/.test(before) ? before : undefined;
}

/** The start of the next line; a block of text ends with its line already. */
function endOfLine(text: string, offset: number): number {
  if (text.charAt(offset - 1) === "\n") return offset;
  const lineBreak = text.indexOf("\n", offset);
  return lineBreak === -1 ? text.length : lineBreak + 1;
}

/** Behind the remarks that stand further in than a dash: they belong to the item. */
function endWithRemarks(text: string, offset: number, dash: number): number {
  const [remarks = ""] = new RegExp(`^(?: {${dash + 1},}#[^\\n]*(?:\\n|$))*`).exec(text.slice(offset)) ?? [];
  return offset + remarks.length;
}

function insertion(at: number, text: string): Splice {
  return { start: at, end: at, text };
}

function insertedLines(text: string, at: number, lines: readonly string[]): Splice {
  const lineBreak = lineBreakOf(text);
  const isAtLineStart = at === 0 || text.charAt(at - 1) === "\n";
  const content = lines.join(lineBreak);
  return insertion(at, isAtLineStart ? content + lineBreak : lineBreak + content);
}

function lineBreakOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

function blockLines(value: unknown, column: number): string[] {
  return inBlock(value)
    .trimEnd()
    .split("\n")
    .map((line) => " ".repeat(column) + line);
}

function inBlock(value: unknown): string {
  return yamlLibrary().stringify(value, { lineWidth: 0, blockQuote: false });
}

/** As JSON on one line, which YAML reads too. */
function inFlow(value: unknown): string {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${inFlow(part)}`);
  return `{${entries.join(", ")}}`;
}
