import { type Comment, commentsIn } from "./comments.ts";
import type { Layout } from "./layout.ts";
import type { Place } from "./place.ts";
import type { SourceText } from "./source-text.ts";

/**
 * A YAML or JSON file as plain data that remembers where each part of it was written.
 *
 * The methods take a list or mapping of this document (the object itself, not a copy; they throw a TypeError for any
 * other) and a key or index in it. For a key that is not there they give the place of the list or mapping.
 */
export interface SourceDocument {
  readonly file: string;
  /** Objects, arrays, strings, finite numbers, booleans and null. An alias gives the very object that it refers to. */
  readonly value: unknown;
  /** Where the whole value starts; the only place of a document that is a single text or number. */
  readonly start: Place;
  /** Where the value of an entry stands; an empty value stands at its key, an alias where it is written. */
  valuePlace(container: object, key: string | number): Place;
  /** Where the key of an entry stands; for an item of a list, where the item stands. */
  keyPlace(container: object, key: string | number): Place;
  /** Where a list or mapping stands. */
  place(container: object): Place;
  /**
   * A scalar exactly as written, with its quotes, so that `1.10` and `"1.10"` differ. Of an alias: the scalar it refers
   * to. Undefined for lists, mappings, empty values and keys that are not there.
   */
  sourceText(container: object, key: string | number): string | undefined;
  /** The comments from top to bottom; none, without a closer look, where the text has a word nowhere. */
  comments(word: string): readonly Comment[];
}

/** A value with the layout that was recorded while it was read. */
export class PlacedDocument implements SourceDocument {
  readonly value: unknown;
  readonly #source: SourceText;
  readonly #layout: Layout;
  readonly #extent: readonly [number, number];

  /** @param extent where the whole value stands; asked for only when it is no list or mapping */
  constructor(source: SourceText, layout: Layout, value: unknown, extent: readonly [number, number]) {
    this.value = value;
    this.#source = source;
    this.#layout = layout;
    this.#extent = extent;
  }

  get file(): string {
    return this.#source.file;
  }

  get start(): Place {
    const { value } = this;
    const isContainer = typeof value === "object" && value !== null;
    return isContainer ? this.#layout.place(value) : this.#source.place(...this.#extent);
  }

  valuePlace(container: object, key: string | number): Place {
    return this.#layout.valuePlace(container, key);
  }

  keyPlace(container: object, key: string | number): Place {
    return this.#layout.keyPlace(container, key);
  }

  place(container: object): Place {
    return this.#layout.place(container);
  }

  sourceText(container: object, key: string | number): string | undefined {
    return this.#layout.sourceText(container, key);
  }

  comments(word: string): readonly Comment[] {
    return this.#source.text.includes(word) ? commentsIn(this.#source) : [];
  }
}
