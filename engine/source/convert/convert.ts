import type { Alias, Pair, ParsedNode, YAMLMap, YAMLSeq } from "yaml";
import type { Extent, Layout } from "../layout.ts";
import type { SourceLimits } from "../limits.ts";
import type { Problem } from "../problem.ts";
import type { SourceText } from "../source-text.ts";
import { yamlLibrary } from "../yaml-library.ts";
import { Aliases } from "./aliases.ts";
import { Keys } from "./keys.ts";
import { Reports } from "./reports.ts";
import { scalarOf } from "./scalar.ts";
import { checkTag } from "./tag.ts";

/** Turns the nodes of the `yaml` library into plain values, notes where they stand, and collects what is wrong. */
export class Converter {
  readonly #reports: Reports;
  readonly #layout: Layout;
  readonly #aliases: Aliases;
  readonly #keys: Keys;

  constructor(source: SourceText, layout: Layout, limits: SourceLimits) {
    this.#reports = new Reports(source, limits.maxProblems);
    this.#layout = layout;
    this.#aliases = new Aliases(this.#reports, limits);
    this.#keys = new Keys(this.#reports, layout, this.#aliases);
  }

  /** What was found wrong so far. */
  get problems(): readonly Problem[] {
    return this.#reports.problems;
  }

  /** The plain value of the document. */
  root(node: ParsedNode): unknown {
    const value = this.#value(node, 0);
    this.#aliases.reportUnused();
    return value;
  }

  /** Where a node starts: its first key, dash, bracket or character. */
  startOf(node: ParsedNode): number {
    if (!yamlLibrary().isMap(node) || node.flow === true) return node.range[0];
    // The library counts from what precedes a mapping; the first key is what a person sees as its start.
    const first = (node.items[0] as Pair<ParsedNode> | undefined)?.key;
    return first?.range[0] ?? node.range[0];
  }

  #value(node: ParsedNode, depth: number): unknown {
    const { isAlias, isCollection } = yamlLibrary();
    this.#aliases.count(depth);
    if (isAlias(node)) return this.#aliases.value(node, depth);
    checkTag(node, this.#reports);
    const { anchor: name } = node;
    if (name === undefined || name === "") return this.#content(node, depth);
    const [start, end] = node.range;
    const literal = isCollection(node) ? undefined : ([start, end] as const);
    return this.#aliases.define(name, start, depth, literal, () => this.#content(node, depth));
  }

  #content(node: Exclude<ParsedNode, Alias.Parsed>, depth: number): unknown {
    const { isMap, isSeq } = yamlLibrary();
    return isMap(node)
      ? this.#mapping(node, depth)
      : isSeq(node)
        ? this.#list(node, depth)
        : scalarOf(node, this.#reports);
  }

  #mapping(node: YAMLMap.Parsed, depth: number): object {
    const value: Record<string, unknown> = {};
    const extent = this.#layout.mapping(value, this.startOf(node));
    for (const pair of node.items as Pair<ParsedNode, ParsedNode | null>[]) {
      const key = this.#keys.read(pair.key, value, node.flow === true);
      // A value under a key that can't be used is still read, for the problems in it.
      if (key === undefined) {
        if (pair.value !== null) this.#value(pair.value, depth + 1);
        continue;
      }
      const [start, end] = pair.key.range;
      extent.key(key, start, end);
      if (pair.value === null) {
        if (node.flow === true) this.#keys.reportNoColon(key, start, end);
        extent.value(end, end);
        value[key] = null;
        continue;
      }
      value[key] = this.#entry(pair.value, extent, depth + 1);
    }
    if (node.flow === true) extent.end = node.range[1];
    return value;
  }

  #list(node: YAMLSeq.Parsed, depth: number): unknown[] {
    const value: unknown[] = [];
    const extent = this.#layout.list(value, node.range[0]);
    for (const item of node.items as ParsedNode[]) value.push(this.#entry(item, extent, depth + 1));
    if (node.flow === true) extent.end = node.range[1];
    return value;
  }

  #entry(node: ParsedNode, extent: Extent, depth: number): unknown {
    const { isAlias, isCollection } = yamlLibrary();
    const value = this.#value(node, depth);
    if (isCollection(node)) extent.child(this.startOf(node));
    else if (isAlias(node)) extent.value(node.range[0], node.range[1], this.#aliases.literal(node.source) ?? [0, 0]);
    else extent.value(node.range[0], node.range[1]);
    return value;
  }
}
