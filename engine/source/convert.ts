import type { Alias, Pair, ParsedNode, Scalar, YAMLMap, YAMLSeq } from "yaml";
import { keepsItsDigits } from "../language/written-number.ts";
import { Anchors } from "./anchors.ts";
import { isHostile } from "./hostile.ts";
import type { Extent, Layout } from "./layout.ts";
import type { SourceLimits } from "./limits.ts";
import { nearest } from "./nearest.ts";
import type { Place } from "./place.ts";
import type { Problem, SourceCode } from "./problem.ts";
import type { SourceText } from "./source-text.ts";
import { yamlLibrary } from "./yaml-library.ts";

const CORE_TAG = /^tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq)$/;

/** A continued line that begins like the item of a list, which YAML silently takes as text. */
const LOST_ITEM = /\n[ ]*-(?=\s)/;
const LOST_ITEMS_WITHOUT_SPACE = /^-[^\s\d][^\n]*\n\s*-\S/;

/** Turns the nodes of the `yaml` library into plain values, notes where they stand, and collects what is wrong. */
export class Converter {
  readonly problems: Problem[] = [];
  readonly #source: SourceText;
  readonly #layout: Layout;
  readonly #limits: SourceLimits;
  readonly #anchors: Anchors;
  /** Whether aliases broke a limit: every further alias would be reported as well, and one report is enough. */
  #aliasesRefused = false;

  constructor(source: SourceText, layout: Layout, limits: SourceLimits) {
    this.#source = source;
    this.#layout = layout;
    this.#limits = limits;
    this.#anchors = new Anchors(limits);
  }

  /** The plain value of the document. */
  root(node: ParsedNode): unknown {
    const value = this.#value(node, 0);
    for (const { used, name, place } of this.#anchors.all) if (!used) this.#reportUnused(name, place);
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
    this.#anchors.count(depth);
    if (isAlias(node)) return this.#alias(node, depth);
    if (node.tag !== undefined && !CORE_TAG.test(node.tag)) this.#checkTag(node);
    const { anchor: name } = node;
    if (name === undefined || name === "") return this.#content(node, depth);
    const [start, end] = node.range;
    const literal = isCollection(node) ? undefined : ([start, end] as const);
    return this.#anchors.define(name, this.#anchorPlace(name, start), depth, literal, () => this.#content(node, depth));
  }

  #content(node: Exclude<ParsedNode, Alias.Parsed>, depth: number): unknown {
    const { isMap, isSeq } = yamlLibrary();
    return isMap(node) ? this.#mapping(node, depth) : isSeq(node) ? this.#list(node, depth) : this.#scalar(node);
  }

  #mapping(node: YAMLMap.Parsed, depth: number): object {
    const value: Record<string, unknown> = {};
    const extent = this.#layout.mapping(value, this.startOf(node));
    for (const pair of node.items as Pair<ParsedNode, ParsedNode | null>[]) {
      const key = this.#key(pair.key, value, node.flow === true);
      // A value under a key that can't be used is still read, for the problems in it.
      if (key === undefined) {
        if (pair.value !== null) this.#value(pair.value, depth + 1);
        continue;
      }
      const [start, end] = pair.key.range;
      extent.key(key, start, end);
      if (pair.value === null) {
        if (node.flow === true) this.#reportNoColon(key, start, end);
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
    else if (isAlias(node))
      extent.value(node.range[0], node.range[1], this.#anchors.get(node.source)?.literal ?? [0, 0]);
    else extent.value(node.range[0], node.range[1]);
    return value;
  }

  /** The text of a key, or undefined when it can't be used. */
  #key(node: ParsedNode, container: Record<string, unknown>, inBraces: boolean): string | undefined {
    const [start, end] = node.range;
    if (!yamlLibrary().isScalar(node) || typeof node.value !== "string") {
      this.#reportKeyType(node);
      return undefined;
    }
    const key = node.value;
    const { anchor } = node;
    if (anchor !== undefined) {
      this.#anchors.define(anchor, this.#anchorPlace(anchor, start), 0, [start, end], () => key);
    }
    const report = (code: SourceCode, message: string, remedy: string, related?: Problem["related"]): undefined =>
      this.#report(code, message, this.#source.place(start, end), remedy, related);
    if (isHostile(key)) {
      return report("hostile-key", `the key \`${key}\` is reserved and can't be used`, "choose another key");
    }
    if (Object.hasOwn(container, key)) {
      return report("duplicate-key", `the key \`${key}\` is given twice here`, "keep one of the two", [
        { place: this.#layout.keyPlace(container, key), message: "first defined here" },
      ]);
    }
    if (node.type !== "PLAIN") return key;
    if (key === "<<") {
      const remedy = "write out the keys and values that were to be merged in";
      return report("merge-key", "keys can't be merged in with `<<`", remedy);
    }
    if (/(?! )[\p{Z}\p{Cf}]/u.test(key)) {
      const message = `the key \`${key}\` contains a character that can't be seen`;
      return report("invisible-character", message, "type the key anew, with ordinary spaces if any");
    }
    return inBraces && this.#runsOver(start, end) ? undefined : key;
  }

  /** Reports a name of several lines in braces: two entries, or a comment, without the sign that ends them. */
  #runsOver(start: number, end: number): boolean {
    const place = this.#source.place(start, end);
    if (start + place.length >= end) return false;
    const first = place.text.slice(place.column - 1);
    const isComment = first.startsWith("//");
    this.#report(
      "yaml-syntax",
      isComment ? "this is not a comment" : `there is no colon or comma after \`${first}\``,
      place,
      isComment ? "start a comment with # and a space" : "separate the entries inside { } with commas",
    );
    return true;
  }

  #scalar(node: Scalar.Parsed | Exclude<ParsedNode, Alias.Parsed>): unknown {
    const value: unknown = "value" in node ? node.value : null;
    const [start, end] = node.range;
    if (typeof value === "number") {
      const fits = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
      const exact = fits && keepsItsDigits(this.#source.text.slice(start, end).trim());
      return exact ? value : this.#reportNumber(value, start, end);
    }
    if (typeof value === "string") {
      if ("type" in node && node.type === "PLAIN") this.#checkContinuation(start, end);
      return value;
    }
    return typeof value === "boolean" ? value : null;
  }

  #alias(node: Alias.Parsed, depth: number): unknown {
    const { source: name } = node;
    const place = this.#source.place(node.range[0], node.range[1]);
    const { maxAliases, maxAliasedValues, maxDepth } = this.#limits;
    if (this.#anchors.tooManyAliases()) {
      return this.#refuseAliases(
        "alias-bomb",
        `there are more than ${maxAliases} aliases (\`*name\`) in this file`,
        place,
      );
    }
    const anchor = this.#anchors.get(name);
    if (anchor === undefined) {
      const near = nearest(name, this.#anchors.names);
      const message = `\`*${name}\` refers to a value that is not named \`&${name}\` before it`;
      const remedy = `if it is text, put it in quotes: "*${name}"`;
      return this.#report("unknown-alias", message, place, remedy, undefined, near === undefined ? near : `*${near}`);
    }
    anchor.used = true;
    if (anchor.reuse === undefined) {
      const message = `\`*${name}\` stands inside the value that it refers to`;
      return this.#report("alias-loop", message, place, "write the value out here, or move the alias", [
        { place: anchor.place, message: "the value begins here" },
      ]);
    }
    switch (this.#anchors.reuse(anchor.reuse, depth)) {
      case "maxAliasedValues": {
        const message = `the aliases (\`*name\`) up to here stand for more than ${maxAliasedValues} values`;
        return this.#refuseAliases("alias-bomb", message, place);
      }
      case "maxDepth":
        return this.#refuseAliases("too-deep", `\`*${name}\` nests values more than ${maxDepth} deep`, place);
      case undefined:
        return anchor.reuse.value;
    }
  }

  #anchorPlace(name: string, before: number): Place {
    const at = this.#source.text.lastIndexOf(`&${name}`, before);
    return this.#source.place(at, at + name.length + 1);
  }

  #checkTag(node: ParsedNode): void {
    // The library reports every tag but `!`, which makes a text of whatever follows.
    if (node.tag !== "!") return;
    const at = this.#source.text.lastIndexOf("!", node.range[0]);
    this.#report(
      "unknown-tag",
      "a value can't start with `!`",
      this.#source.place(at, at + 1),
      "if it is part of the text, put the text in quotes; otherwise delete it",
    );
  }

  #checkContinuation(start: number, end: number): void {
    const text = this.#source.text.slice(start, end);
    if (!text.includes("\n")) return;
    const glued = LOST_ITEMS_WITHOUT_SPACE.test(text);
    const lost = LOST_ITEM.exec(text);
    if (!glued && lost === null) return;
    if (glued) {
      this.#report(
        "yaml-syntax",
        "this dash does not start a list item: there is no space after it",
        this.#source.place(start, start + 1),
        "write a space after the dash of every item; if it is part of the text, put the text in quotes",
      );
      return;
    }
    const dash = start + (lost?.index ?? 0) + (lost?.[0].length ?? 0) - 1;
    const name = /^([\w.-]+):\S+\s*$/m.exec(text)?.[1];
    const isItem = /-[ ]+$/.test(this.#source.text.slice(Math.max(0, start - 20), start));
    this.#report(
      "yaml-syntax",
      "this dash does not start a list item: the line continues the text above it",
      this.#source.place(dash, dash + 1),
      name !== undefined
        ? `write a space after the colon of \`${name}\``
        : isItem
          ? "indent the dash like that of the item above; if it is part of the text, put the text in quotes"
          : "delete the text above to make this a list; if the dash is part of the text, put the text in quotes",
      [{ place: this.#source.place(start, end), message: "the text above" }],
    );
  }

  #reportNoColon(key: string, start: number, end: number): void {
    const [, name, rest] = /^([\w.-]+):(\S+)$/.exec(key) ?? [];
    const glued = name !== undefined && rest !== undefined;
    this.#report(
      "yaml-syntax",
      glued ? `there is no space after the colon of \`${name}\`` : `the key \`${key}\` has no value`,
      this.#source.place(start, end),
      glued
        ? `write \`${name}: ${rest}\``
        : `inside { }, write \`${key}: value\`; for a list use [ ]; a text in braces needs quotes`,
    );
  }

  #reportKeyType(node: ParsedNode): void {
    const { isScalar } = yamlLibrary();
    const [start, end] = node.range;
    const place = this.#source.place(start, end);
    if (!isScalar(node)) {
      const remedy =
        "write the key as text; what starts with a bracket, a brace or * and is meant as text needs quotes";
      this.#report("not-a-text-key", "a key must be text, not a list or a block of keys", place, remedy);
    } else if (start === end) {
      this.#report("not-a-text-key", "there is no key before the colon", place, "write a key before the colon");
    } else {
      const written = this.#source.text.slice(start, end);
      const kind = typeof node.value === "number" ? "a number" : node.value === null ? "no value" : "a truth value";
      const message = `without quotes, \`${written}\` is ${kind}, and a key must be text`;
      this.#report("not-a-text-key", message, place, `write "${written}" with quotes`);
    }
  }

  #reportNumber(value: number, start: number, end: number): null {
    const written = this.#source.text.slice(start, end);
    const finite = Number.isFinite(value);
    this.#report(
      "number-out-of-range",
      finite
        ? `\`${written}\` has more digits than a number can hold: it would become ${value}`
        : `\`${written}\` is not a number that can be counted with`,
      this.#source.place(start, end),
      finite
        ? `round it; if it is a name or an identifier, write "${written}" with quotes`
        : "write a number in digits",
    );
    return null;
  }

  #reportUnused(name: string, place: Place): void {
    // Once an alias is refused, what comes after it is not told from what is unused.
    if (this.#aliasesRefused) return;
    this.#report(
      "unused-anchor",
      `\`&${name}\` names a value for reuse, but nothing reuses it`,
      place,
      "if it is text, put the whole text in quotes; otherwise delete it",
    );
  }

  #refuseAliases(code: SourceCode, message: string, place: Place): undefined {
    if (this.#aliasesRefused) return;
    this.#aliasesRefused = true;
    this.#report(code, message, place, "write the values out instead of reusing them");
  }

  #report(
    code: SourceCode,
    message: string,
    place: Place,
    remedy: string,
    related?: Problem["related"],
    near?: string,
  ): undefined {
    if (this.problems.length > this.#limits.maxProblems) return;
    this.problems.push({
      code,
      severity: "error",
      message,
      place,
      ...(near === undefined ? {} : { nearest: near }),
      remedy,
      ...(related === undefined ? {} : { related }),
    });
  }
}
