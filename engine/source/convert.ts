import type { Alias, Pair, ParsedNode, Scalar, YAMLMap, YAMLSeq } from "yaml";
import type { Extent, Layout } from "./layout.ts";
import type { SourceLimits } from "./limits.ts";
import { nearest } from "./nearest.ts";
import type { Place } from "./place.ts";
import type { Problem, SourceCode } from "./problem.ts";
import type { SourceText } from "./source-text.ts";
import { yamlLibrary } from "./yaml-library.ts";

/** A value named for reuse (`&name`). */
interface Anchor {
  readonly name: string;
  readonly place: Place;
  /** False while the value itself is being read, when an alias of it would never end. */
  complete: boolean;
  used: boolean;
  value: unknown;
  /** How many values it stands for, and how deep they are nested. */
  size: number;
  height: number;
  /** Where it is written, if it is a scalar. */
  literal: readonly [number, number] | undefined;
}

const CORE_TAG = /^tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq)$/;

/** The names through which a key could reach into the program instead of its data. */
const HOSTILE = new Set(["__proto__", "constructor", "prototype"]);

/** A continued line that begins like the item of a list, which YAML silently takes as text. */
const LOST_ITEM = /\n[ ]*-(?=\s)/;
const LOST_ITEMS_WITHOUT_SPACE = /^-[^\s\d][^\n]*\n\s*-\S/;

/** Whether a program may not be handed this key, alone or as a part of a dotted id. */
export function isHostile(key: string): boolean {
  return HOSTILE.has(key) || (key.includes(".") && key.split(".").some((part) => HOSTILE.has(part)));
}

/** Turns the nodes of the `yaml` library into plain values, notes where they stand, and collects what is wrong. */
export class Converter {
  readonly problems: Problem[] = [];
  readonly #source: SourceText;
  readonly #layout: Layout;
  readonly #limits: SourceLimits;
  readonly #anchors = new Map<string, Anchor>();
  readonly #allAnchors: Anchor[] = [];
  /** Values read so far, counting what aliases stand for. */
  #size = 0;
  /** The deepest level reached since the innermost anchor began. */
  #deepest = 0;
  #aliases = 0;
  #aliasedValues = 0;
  #stopped = false;

  constructor(source: SourceText, layout: Layout, limits: SourceLimits) {
    this.#source = source;
    this.#layout = layout;
    this.#limits = limits;
  }

  /** The plain value of the document. */
  root(node: ParsedNode): unknown {
    const value = this.#value(node, 0);
    for (const anchor of this.#allAnchors) if (!anchor.used && !this.#stopped) this.#reportUnused(anchor);
    return value;
  }

  /** Where a node starts: its first key, dash, bracket or character. */
  startOf(node: ParsedNode): number {
    const { isMap } = yamlLibrary();
    if (!isMap(node) || node.flow === true) return node.range[0];
    // The library counts from what precedes a mapping; the first key is what a person sees as its start.
    const first = (node.items[0] as Pair<ParsedNode> | undefined)?.key;
    return first?.range[0] ?? node.range[0];
  }

  #value(node: ParsedNode, depth: number): unknown {
    const { isAlias, isMap, isSeq } = yamlLibrary();
    this.#size++;
    if (depth > this.#deepest) this.#deepest = depth;
    if (isAlias(node)) return this.#alias(node, depth);
    if (node.tag !== undefined && !CORE_TAG.test(node.tag)) this.#reportTag(node);
    const { anchor: name } = node;
    if (name === undefined || name === "") {
      return isMap(node) ? this.#mapping(node, depth) : isSeq(node) ? this.#list(node, depth) : this.#scalar(node);
    }
    const anchor = this.#openAnchor(name, node);
    const outer = { size: this.#size, deepest: this.#deepest };
    this.#deepest = depth;
    anchor.value = isMap(node)
      ? this.#mapping(node, depth)
      : isSeq(node)
        ? this.#list(node, depth)
        : this.#scalar(node);
    anchor.size = this.#size - outer.size + 1;
    anchor.height = this.#deepest - depth;
    anchor.complete = true;
    this.#deepest = Math.max(this.#deepest, outer.deepest);
    return anchor.value;
  }

  #mapping(node: YAMLMap.Parsed, depth: number): object {
    const value: Record<string, unknown> = {};
    const extent = this.#layout.mapping(value, this.startOf(node));
    for (const pair of node.items as Pair<ParsedNode, ParsedNode | null>[]) {
      const key = this.#key(pair.key, value);
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
    else if (isAlias(node)) extent.value(node.range[0], node.range[1], this.#anchors.get(node.source)?.literal);
    else extent.value(node.range[0], node.range[1]);
    return value;
  }

  /** The text of a key, or undefined when it can't be used. */
  #key(node: ParsedNode, container: Record<string, unknown>): string | undefined {
    const { isScalar } = yamlLibrary();
    const place = this.#source.place(node.range[0], node.range[1]);
    if (!isScalar(node) || typeof node.value !== "string") {
      this.#reportKeyType(node, place);
      return undefined;
    }
    if (node.anchor !== undefined) this.#openAnchor(node.anchor, node).value = node.value;
    const key = node.value;
    if (isHostile(key)) {
      this.#report("hostile-key", `the name \`${key}\` is reserved and can't be used`, place, "choose another name");
      return undefined;
    }
    if (key === "<<" && node.type === "PLAIN") {
      this.#report(
        "merge-key",
        "mappings can't be merged with `<<`",
        place,
        "write out the names and values that were to be merged in",
      );
      return undefined;
    }
    const hidden = /(?! )[\p{Z}\p{Cf}]/u.exec(key);
    if (hidden !== null && node.type === "PLAIN") {
      this.#report(
        "invisible-character",
        `the name \`${key}\` contains a character that can't be seen`,
        place,
        "delete what looks like spaces in it, and type it anew",
      );
      return undefined;
    }
    if (!Object.hasOwn(container, key)) return key;
    this.#report("duplicate-key", `\`${key}\` is given twice here`, place, "keep one of the two", [
      { place: this.#layout.keyPlace(container, key), message: "first defined here" },
    ]);
    return undefined;
  }

  #scalar(node: Scalar.Parsed | Exclude<ParsedNode, Alias.Parsed>): unknown {
    const value: unknown = "value" in node ? node.value : null;
    const [start, end] = node.range;
    if (typeof value === "number") {
      if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
        this.#reportNumber(value, start, end);
        return null;
      }
      return value;
    }
    if (typeof value === "string") {
      if ("type" in node && node.type === "PLAIN") this.#checkContinuation(start, end);
      return value;
    }
    return typeof value === "boolean" ? value : null;
  }

  #alias(node: Alias.Parsed, depth: number): unknown {
    const place = this.#source.place(node.range[0], node.range[1]);
    if (++this.#aliases > this.#limits.maxAliases) {
      this.#reportBomb(`there are more than ${this.#limits.maxAliases} aliases (\`*name\`) in this file`, place);
      return null;
    }
    const anchor = this.#anchors.get(node.source);
    if (anchor === undefined) {
      this.#reportUnknownAlias(node.source, place);
      return null;
    }
    anchor.used = true;
    if (!anchor.complete) {
      this.#report(
        "alias-loop",
        `\`*${node.source}\` stands inside the value that it refers to`,
        place,
        "write the value out here, or move the alias",
        [{ place: anchor.place, message: "the value begins here" }],
      );
      return null;
    }
    this.#size += anchor.size - 1;
    this.#aliasedValues += anchor.size;
    if (this.#aliasedValues > this.#limits.maxAliasedValues) {
      const many = `the aliases (\`*name\`) up to here stand for more than ${this.#limits.maxAliasedValues} values`;
      this.#reportBomb(many, place);
      return null;
    }
    if (depth + anchor.height > this.#deepest) this.#deepest = depth + anchor.height;
    // The root is at depth 0, so a scalar at depth 64 is enclosed by 64 lists and mappings.
    if (depth + anchor.height > this.#limits.maxDepth) {
      this.#reportOnce(
        "too-deep",
        `\`*${node.source}\` nests values more than ${this.#limits.maxDepth} deep`,
        place,
        "use fewer aliases inside each other",
      );
      return null;
    }
    return anchor.value;
  }

  #openAnchor(name: string, node: ParsedNode): Anchor {
    const [start, end] = node.range;
    const at = this.#source.text.lastIndexOf(`&${name}`, start);
    const scalar = !yamlLibrary().isCollection(node);
    const anchor: Anchor = {
      name,
      place: this.#source.place(at, at + name.length + 1),
      complete: scalar,
      used: false,
      value: undefined,
      size: 1,
      height: 0,
      literal: scalar ? [start, end] : undefined,
    };
    this.#anchors.set(name, anchor);
    this.#allAnchors.push(anchor);
    return anchor;
  }

  #checkContinuation(start: number, end: number): void {
    const text = this.#source.text.slice(start, end);
    if (!text.includes("\n")) return;
    const lost = LOST_ITEM.exec(text) ?? LOST_ITEMS_WITHOUT_SPACE.exec(text);
    if (lost === null) return;
    const withSpace = lost.index > 0;
    const dash = withSpace ? start + lost.index + lost[0].length - 1 : start;
    this.#report(
      "yaml-syntax",
      withSpace
        ? "this dash does not start a list item: the line continues the text above it"
        : "this dash does not start a list item: there is no space after it",
      this.#source.place(dash, dash + 1),
      withSpace
        ? "give the dash the same indentation as the first item; if it is part of the text, put the text in quotes"
        : "write a space after the dash of every item; if it is part of the text, put the text in quotes",
    );
  }

  #reportTag(node: ParsedNode): void {
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

  #reportNoColon(key: string, start: number, end: number): void {
    const glued = /^([\w.-]+):(\S+)$/.exec(key);
    this.#report(
      "yaml-syntax",
      glued === null ? `\`${key}\` has no value` : `there is no space after the colon of \`${glued[1]}\``,
      this.#source.place(start, end),
      glued === null
        ? `inside { }, write \`${key}: value\`; for a list use [ ]; a text in braces needs quotes`
        : `write \`${glued[1]}: ${glued[2]}\``,
    );
  }

  #reportKeyType(node: ParsedNode, place: Place): void {
    const { isAlias, isCollection, isScalar } = yamlLibrary();
    const written = this.#source.text.slice(node.range[0], node.range[1]);
    if (isScalar(node) && written === "") {
      this.#report("not-a-text-key", "there is no name before the colon", place, "write a name before the colon");
    } else if (isCollection(node) || isAlias(node)) {
      this.#report(
        "not-a-text-key",
        "a name must be text, not a list, a mapping or an alias",
        place,
        "write the name as text; a text in brackets or braces, or with a leading *, needs quotes",
      );
    } else {
      const kind = isScalar(node) && node.value === null ? "nothing" : isScalar(node) ? `a ${typeof node.value}` : "";
      this.#report(
        "not-a-text-key",
        `without quotes, \`${written}\` is ${kind} and not a name`,
        place,
        `write "${written}": with quotes`,
      );
    }
  }

  #reportNumber(value: number, start: number, end: number): void {
    const written = this.#source.text.slice(start, end);
    const lost = Number.isFinite(value);
    this.#report(
      "number-out-of-range",
      lost
        ? `\`${written}\` has more digits than a number can hold: it would become ${value}`
        : `\`${written}\` is not a number that can be counted with`,
      this.#source.place(start, end),
      lost
        ? `write "${written}" in quotes if it is a name or an identifier`
        : "write a number in digits, or use quotes",
    );
  }

  #reportUnknownAlias(name: string, place: Place): void {
    const near = nearest(name, this.#anchors.keys());
    this.#report(
      "unknown-alias",
      `\`*${name}\` refers to a value that is not named \`&${name}\` before it`,
      place,
      `if it is text, put it in quotes: "*${name}"`,
      undefined,
      near === undefined ? undefined : `*${near}`,
    );
  }

  #reportUnused(anchor: Anchor): void {
    this.#report(
      "unused-anchor",
      `\`&${anchor.name}\` names a value for reuse, but nothing reuses it`,
      anchor.place,
      "if it is text, put the whole text in quotes; otherwise delete it",
    );
  }

  /** After a refused multiplication every further alias would be refused as well; one report is enough. */
  #reportBomb(message: string, place: Place): void {
    this.#reportOnce("alias-bomb", message, place, "write the values out instead of reusing them");
  }

  #reportOnce(code: SourceCode, message: string, place: Place, remedy: string): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.#report(code, message, place, remedy);
  }

  #report(
    code: SourceCode,
    message: string,
    place: Place,
    remedy: string,
    related?: Problem["related"],
    near?: string,
  ): void {
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
