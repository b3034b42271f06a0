import type { SourceLimits } from "./limits.ts";
import type { Place } from "./place.ts";

/** A value named for reuse (`&name`). */
export interface Anchor {
  readonly name: string;
  readonly place: Place;
  /** Where the value is written, if it is a scalar. */
  readonly literal: readonly [number, number] | undefined;
  /** Undefined while the value itself is being read: an alias of it would never end. */
  reuse: Reuse | undefined;
  used: boolean;
}

/** What an alias of a value brings in. */
interface Reuse {
  readonly value: unknown;
  /** How many values it is, itself and all inside it. */
  readonly size: number;
  /** How many levels are nested below it. */
  readonly height: number;
}

/** Keeps the anchors of a document, and measures what their aliases would multiply before anything is multiplied. */
export class Anchors {
  /** In the order written, including those that a later anchor of the same name hides. */
  readonly all: Anchor[] = [];
  readonly #current = new Map<string, Anchor>();
  readonly #limits: SourceLimits;
  #size = 0;
  /** The deepest level reached since the innermost unfinished anchor began. */
  #deepest = 0;
  #aliases = 0;
  #aliasedValues = 0;

  constructor(limits: SourceLimits) {
    this.#limits = limits;
  }

  get names(): Iterable<string> {
    return this.#current.keys();
  }

  /** The newest anchor of this name. */
  get(name: string): Anchor | undefined {
    return this.#current.get(name);
  }

  /** Counts a value at a level (0 for the root). */
  count(depth: number): void {
    this.#size++;
    if (depth > this.#deepest) this.#deepest = depth;
  }

  /** Names the value that `read` reads; the value itself has been counted already. */
  define(
    name: string,
    place: Place,
    depth: number,
    literal: readonly [number, number] | undefined,
    read: () => unknown,
  ): unknown {
    const anchor: Anchor = { name, place, literal, reuse: undefined, used: false };
    this.#current.set(name, anchor);
    this.all.push(anchor);
    const sizeBefore = this.#size - 1;
    const deepestBefore = this.#deepest;
    this.#deepest = depth;
    const value = read();
    anchor.reuse = { value, size: this.#size - sizeBefore, height: this.#deepest - depth };
    this.#deepest = Math.max(this.#deepest, deepestBefore);
    return value;
  }

  /** Counts an alias, and says which limit it breaks, if any. The alias itself has been counted as a value already. */
  reuse(reuse: Reuse, depth: number): "maxAliasedValues" | "maxDepth" | undefined {
    this.#size += reuse.size - 1;
    this.#aliasedValues += reuse.size;
    this.#deepest = Math.max(this.#deepest, depth + reuse.height);
    if (this.#aliasedValues > this.#limits.maxAliasedValues) return "maxAliasedValues";
    return depth + reuse.height > this.#limits.maxDepth ? "maxDepth" : undefined;
  }

  /** Whether one more alias is one too many. */
  tooManyAliases(): boolean {
    return ++this.#aliases > this.#limits.maxAliases;
  }
}
