import { keyText } from "../language/key-text.ts";

/** Engines keep a record of more keys than this as a dictionary, which they can't copy at a stroke. */
const mostCopied = 1_000;

/**
 * Makes records of the same keys over and over. Copying a model and changing what differs is much quicker than giving an
 * empty record its keys one by one.
 */
export class RecordShape<Part> {
  readonly #keys: readonly string[];
  #parts: readonly Part[] = [];
  #model: Readonly<Record<string, Part>> | undefined;

  constructor(keys: readonly string[]) {
    // Other texts of the same letters are searched for each time that they are used as a key.
    this.#keys = keys.map(keyText);
  }

  /** The record of some parts, in the order of the keys; a part that is undefined is left out. */
  of(parts: readonly (Part | undefined)[]): Readonly<Record<string, Part>> {
    if (this.#keys.length > mostCopied) return this.#dictionary(parts);
    if (this.#model === undefined) return this.#first(parts);
    const record: Record<string, Part> = { ...this.#model };
    const keys = this.#keys;
    const known = this.#parts;
    for (let at = 0; at < keys.length; at++) {
      const part = parts[at];
      if (part === known[at]) continue;
      if (part === undefined) return this.#oneByOne({}, parts);
      record[keys[at] ?? ""] = part;
    }
    return record;
  }

  /** The first whole record becomes the model of the others; it is a copy, for whoever gets a record may change it. */
  #first(parts: readonly (Part | undefined)[]): Readonly<Record<string, Part>> {
    const record = this.#oneByOne({}, parts);
    const known = parts.filter((part) => part !== undefined);
    if (known.length < this.#keys.length) return record;
    this.#parts = known;
    this.#model = { ...record };
    return record;
  }

  /**
   * What inherits nothing is a dictionary from the start: an ordinary empty record would be turned into one under way,
   * after a search for a shape that can't be.
   */
  #dictionary(parts: readonly (Part | undefined)[]): Readonly<Record<string, Part>> {
    const record = this.#oneByOne(Object.create(null), parts);
    Object.setPrototypeOf(record, Object.prototype);
    return record;
  }

  #oneByOne(record: Record<string, Part>, parts: readonly (Part | undefined)[]): Record<string, Part> {
    const keys = this.#keys;
    for (let at = 0; at < keys.length; at++) {
      const part = parts[at];
      if (part !== undefined) record[keys[at] ?? ""] = part;
    }
    return record;
  }
}
