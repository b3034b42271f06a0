import type { ParsedNode } from "yaml";
import { isHostile } from "../hostile.ts";
import type { Layout } from "../layout.ts";
import type { Problem, SourceCode } from "../problem.ts";
import { yamlLibrary } from "../yaml-library.ts";
import type { Aliases } from "./aliases.ts";
import type { Reports } from "./reports.ts";

/** Reads the keys of blocks, and reports those that can't be used. */
export class Keys {
  readonly #reports: Reports;
  readonly #layout: Layout;
  readonly #aliases: Aliases;

  constructor(reports: Reports, layout: Layout, aliases: Aliases) {
    this.#reports = reports;
    this.#layout = layout;
    this.#aliases = aliases;
  }

  /** The text of a key, or undefined when it can't be used. */
  read(node: ParsedNode, container: Record<string, unknown>, inBraces: boolean): string | undefined {
    const [start, end] = node.range;
    if (!yamlLibrary().isScalar(node) || typeof node.value !== "string") {
      this.#reportType(node);
      return undefined;
    }
    const key = node.value;
    const { anchor } = node;
    if (anchor !== undefined) {
      this.#aliases.define(anchor, start, 0, [start, end], () => key);
    }
    const report = (code: SourceCode, message: string, remedy: string, related?: Problem["related"]): undefined =>
      this.#reports.add(code, message, this.#reports.source.place(start, end), remedy, related);
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

  /** Reports a key in braces that has no value. */
  reportNoColon(key: string, start: number, end: number): void {
    const [, name, rest] = /^([\w.-]+):(\S+)$/.exec(key) ?? [];
    const glued = name !== undefined && rest !== undefined;
    this.#reports.add(
      "yaml-syntax",
      glued ? `there is no space after the colon of \`${name}\`` : `the key \`${key}\` has no value`,
      this.#reports.source.place(start, end),
      glued
        ? `write \`${name}: ${rest}\``
        : `inside { }, write \`${key}: value\`; for a list use [ ]; a text in braces needs quotes`,
    );
  }

  /** Reports a name of several lines in braces: two entries, or a comment, without the sign that ends them. */
  #runsOver(start: number, end: number): boolean {
    const place = this.#reports.source.place(start, end);
    if (start + place.length >= end) return false;
    const first = place.text.slice(place.column - 1);
    const isComment = first.startsWith("//");
    this.#reports.add(
      "yaml-syntax",
      isComment ? "this is not a comment" : `there is no colon or comma after \`${first}\``,
      place,
      isComment ? "start a comment with # and a space" : "separate the entries inside { } with commas",
    );
    return true;
  }

  #reportType(node: ParsedNode): void {
    const { isScalar } = yamlLibrary();
    const [start, end] = node.range;
    const place = this.#reports.source.place(start, end);
    if (!isScalar(node)) {
      const remedy =
        "write the key as text; what starts with a bracket, a brace or * and is meant as text needs quotes";
      this.#reports.add("not-a-text-key", "a key must be text, not a list or a block of keys", place, remedy);
    } else if (start === end) {
      this.#reports.add("not-a-text-key", "there is no key before the colon", place, "write a key before the colon");
    } else {
      const written = this.#reports.source.text.slice(start, end);
      const kind = typeof node.value === "number" ? "a number" : node.value === null ? "no value" : "a truth value";
      const message = `without quotes, \`${written}\` is ${kind}, and a key must be text`;
      this.#reports.add("not-a-text-key", message, place, `write "${written}" with quotes`);
    }
  }
}
