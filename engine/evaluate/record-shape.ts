import type { Frame } from "./frame.ts";

/** A record of more keys is slower to copy than to make: engines keep it as a dictionary. */
const mostCopied = 1_000;

/**
 * Makes records of the same keys over and over. Copying a model and changing what differs is much quicker than giving an
 * empty record its keys one by one.
 */
export class RecordShape<Part> {
  readonly #keys: readonly string[];
  readonly #writers: readonly ((frame: Frame) => Part | undefined)[];
  #parts: readonly Part[] = [];
  #model: Readonly<Record<string, Part>> | undefined;

  constructor(keys: readonly string[], writers: readonly ((frame: Frame) => Part | undefined)[]) {
    this.#keys = keys;
    this.#writers = writers;
  }

  /** The record of what the writers give for a frame; a part that is undefined is left out. */
  write(frame: Frame): Readonly<Record<string, Part>> {
    if (this.#keys.length > mostCopied) return this.#written(frame);
    if (this.#model === undefined) return this.#first(frame);
    const record: Record<string, Part> = { ...this.#model };
    const parts = this.#parts;
    const keys = this.#keys;
    const writers = this.#writers;
    let isWhole = true;
    let at = 0;
    for (const write of writers) {
      const part = write(frame);
      if (part === undefined) isWhole = false;
      else if (part !== parts[at]) record[keys[at] ?? ""] = part;
      at += 1;
    }
    return isWhole ? record : this.#written(frame);
  }

  /** The first whole record becomes the model of the others; it is a copy, for whoever gets a record may change it. */
  #first(frame: Frame): Readonly<Record<string, Part>> {
    const parts = this.#writers.map((write) => write(frame));
    const record = this.#written(frame);
    const known = parts.filter((part) => part !== undefined);
    if (known.length < parts.length) return record;
    this.#parts = known;
    this.#model = { ...record };
    return record;
  }

  #written(frame: Frame): Record<string, Part> {
    const record: Record<string, Part> = {};
    const keys = this.#keys;
    let at = 0;
    for (const write of this.#writers) {
      const part = write(frame);
      if (part !== undefined) record[keys[at] ?? ""] = part;
      at += 1;
    }
    return record;
  }
}
