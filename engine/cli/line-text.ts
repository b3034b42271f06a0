import type { Locate } from "../evaluate/facts.ts";
import type { LocateInput } from "../evaluate/input-places.ts";
import { parseDocument, type SourceDocument } from "../source/document.ts";
import type { Place } from "../source/place.ts";

/** Where a line of a batch stands. */
export interface LineSpot {
  /** What the file is called in messages. */
  readonly file: string;
  /** From 1. */
  readonly number: number;
}

/** A line of JSON that knows where its parts stand. It is read a second time for that, on the first question. */
export class LineText {
  readonly #text: string;
  readonly #spot: LineSpot;
  readonly #value: object;
  #document: SourceDocument | undefined;
  /** The lists and blocks of the document that the parts of the value were read from. */
  #counterparts: ReadonlyMap<object, object> | undefined;

  /** @param value what the line was read as */
  constructor(text: string, spot: LineSpot, value: object) {
    this.#text = text;
    this.#spot = spot;
    this.#value = value;
  }

  /** Where the facts stand. */
  readonly locate: Locate = (container, key, part) => this.#place(container, key, part);

  /** Where what stands beside the facts does. */
  readonly locateInput: LocateInput = (key, id, part = "value") => {
    const container: unknown = id === undefined ? this.#value : Reflect.get(this.#value, key);
    const name = id ?? key;
    const isThere = typeof container === "object" && container !== null && Object.hasOwn(container, name);
    return isThere ? this.#place(container, name, part) : undefined;
  };

  /** Where a key of the case stands. */
  keyPlace(key: string): Place {
    return this.#place(this.#value, key, "key");
  }

  /** Where the value of a key of the case stands. */
  valuePlace(key: string): Place {
    return this.#place(this.#value, key, "value");
  }

  #place(container: object, key: string | number, part: "key" | "value"): Place {
    const counterpart = this.#read().get(container);
    const { file, number } = this.#spot;
    if (counterpart === undefined || this.#document === undefined) return wholeLine(this.#text, this.#spot);
    const { column, length } =
      part === "key" ? this.#document.keyPlace(counterpart, key) : this.#document.valuePlace(counterpart, key);
    return { file, line: number, column, length, text: this.#text };
  }

  #read(): ReadonlyMap<object, object> {
    if (this.#counterparts !== undefined) return this.#counterparts;
    const counterparts = new Map<object, object>();
    const document = parseDocument(this.#text, this.#spot.file);
    if ("value" in document) {
      this.#document = document;
      pair(this.#value, document.value, counterparts);
    }
    this.#counterparts = counterparts;
    return counterparts;
  }
}

/** The place of a line as a whole. */
export function wholeLine(text: string, { file, number }: LineSpot): Place {
  return { file, line: number, column: 1, length: Math.max(1, text.trimEnd().length), text };
}

/** Notes which part of one value is which part of another that was read from the same text. The reader limits the depth. */
function pair(one: unknown, other: unknown, counterparts: Map<object, object>): void {
  if (typeof one !== "object" || one === null || typeof other !== "object" || other === null) return;
  counterparts.set(one, other);
  for (const key of Object.keys(other)) pair(Reflect.get(one, key), Reflect.get(other, key), counterparts);
}
