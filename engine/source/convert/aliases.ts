import type { Alias } from "yaml";
import { Anchors } from "../anchors.ts";
import type { SourceLimits } from "../limits.ts";
import { nearest } from "../nearest.ts";
import type { Place } from "../place.ts";
import type { SourceCode } from "../problem.ts";
import type { Reports } from "./reports.ts";

/** The values of a document that are named for reuse (`&name`), the places that reuse them (`*name`), and their limits. */
export class Aliases {
  readonly #anchors: Anchors;
  readonly #limits: SourceLimits;
  readonly #reports: Reports;
  /** Whether one broke a limit: every further alias would be reported as well, and one report is enough. */
  #refused = false;

  constructor(reports: Reports, limits: SourceLimits) {
    this.#reports = reports;
    this.#limits = limits;
    this.#anchors = new Anchors(limits);
  }

  /** Counts a value that stands this deep. */
  count(depth: number): void {
    this.#anchors.count(depth);
  }

  /** Reads a value that is named for reuse; the name stands before its start. */
  define(
    name: string,
    start: number,
    depth: number,
    literal: readonly [start: number, end: number] | undefined,
    read: () => unknown,
  ): unknown {
    return this.#anchors.define(name, this.#placeOf(name, start), depth, literal, read);
  }

  /** Where the value that a name stands for is written, of values that are no list and no block. */
  literal(name: string): readonly [start: number, end: number] | undefined {
    return this.#anchors.get(name)?.literal;
  }

  /** The value that an alias stands for; undefined, and reported, where it can't be used. */
  value(node: Alias.Parsed, depth: number): unknown {
    const { source: name } = node;
    const place = this.#reports.source.place(node.range[0], node.range[1]);
    const { maxAliases, maxAliasedValues, maxDepth } = this.#limits;
    if (this.#anchors.tooManyAliases()) {
      return this.#refuse("alias-bomb", `there are more than ${maxAliases} aliases (\`*name\`) in this file`, place);
    }
    const anchor = this.#anchors.get(name);
    if (anchor === undefined) {
      const near = nearest(name, this.#anchors.names);
      const message = `\`*${name}\` refers to a value that is not named \`&${name}\` before it`;
      const remedy = `if it is text, put it in quotes: "*${name}"`;
      return this.#reports.add(
        "unknown-alias",
        message,
        place,
        remedy,
        undefined,
        near === undefined ? near : `*${near}`,
      );
    }
    anchor.used = true;
    if (anchor.reuse === undefined) {
      const message = `\`*${name}\` stands inside the value that it refers to`;
      return this.#reports.add("alias-loop", message, place, "write the value out here, or move the alias", [
        { place: anchor.place, message: "the value begins here" },
      ]);
    }
    switch (this.#anchors.reuse(anchor.reuse, depth)) {
      case "maxAliasedValues": {
        const message = `the aliases (\`*name\`) up to here stand for more than ${maxAliasedValues} values`;
        return this.#refuse("alias-bomb", message, place);
      }
      case "maxDepth":
        return this.#refuse("too-deep", `\`*${name}\` nests values more than ${maxDepth} deep`, place);
      case undefined:
        return anchor.reuse.value;
    }
  }

  /** Reports every name that nothing reuses. */
  reportUnused(): void {
    for (const { used, name, place } of this.#anchors.all) if (!used) this.#reportUnused(name, place);
  }

  #reportUnused(name: string, place: Place): void {
    // Once an alias is refused, what comes after it is not told from what is unused.
    if (this.#refused) return;
    this.#reports.add(
      "unused-anchor",
      `\`&${name}\` names a value for reuse, but nothing reuses it`,
      place,
      "if it is text, put the whole text in quotes; otherwise delete it",
    );
  }

  #refuse(code: SourceCode, message: string, place: Place): undefined {
    if (this.#refused) return;
    this.#refused = true;
    this.#reports.add(code, message, place, "write the values out instead of reusing them");
  }

  #placeOf(name: string, before: number): Place {
    const at = this.#reports.source.text.lastIndexOf(`&${name}`, before);
    return this.#reports.source.place(at, at + name.length + 1);
  }
}
