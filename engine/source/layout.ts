import type { Place } from "./place.ts";
import type { SourceText } from "./source-text.ts";

/** In place of the end of a value that is a list or mapping: its extent is asked of the container itself. */
const CONTAINER = -1;

/** Where one list or mapping and its entries stand, as offsets, because most of them are never asked for. */
export class Extent {
  readonly start: number;
  /** The offset behind the closing bracket; undefined for a list or mapping written by indentation. */
  end: number | undefined = undefined;
  /** The keys of a mapping in the order written; undefined for a list. */
  readonly keys: string[] | undefined;
  /** Start and end of every key (mappings only) and of every value. */
  readonly offsets: number[] = [];
  /** For an entry whose value is an alias of a scalar: where that scalar stands. */
  literals: Map<number, readonly [number, number]> | undefined = undefined;

  constructor(start: number, keys: string[] | undefined) {
    this.start = start;
    this.keys = keys;
  }

  /** Records the key of the entry that comes next; its value follows. */
  key(key: string, start: number, end: number): void {
    this.keys?.push(key);
    this.offsets.push(start, end);
  }

  /** Records a scalar or alias as the value of the next entry. `literal` is where the scalar of an alias is written. */
  value(start: number, end: number, literal?: readonly [number, number]): void {
    this.offsets.push(start, end);
    if (literal === undefined) return;
    this.literals ??= new Map();
    this.literals.set(this.count - 1, literal);
  }

  /** Records that the value of the next entry is a list or mapping, recorded by itself. */
  child(start: number): void {
    this.offsets.push(start, CONTAINER);
  }

  get count(): number {
    return this.offsets.length / (this.keys === undefined ? 2 : 4);
  }

  /** The number of the entry with this key, or -1. */
  indexOf(key: string | number): number {
    if (this.keys !== undefined) return this.keys.indexOf(String(key));
    const index = Number(key);
    return Number.isInteger(index) && index >= 0 && index < this.count ? index : -1;
  }

  /** Where in `offsets` the value of an entry is recorded. */
  valueAt(index: number): number {
    return this.keys === undefined ? 2 * index : 4 * index + 2;
  }
}

/**
 * Where the lists, mappings and values of a document stand in its text.
 *
 * Whoever reads a document records offsets as it goes; places are made from them when a problem needs one.
 */
export class Layout {
  readonly #source: SourceText;
  readonly #extents = new WeakMap<object, Extent>();

  constructor(source: SourceText) {
    this.#source = source;
  }

  /** Starts recording a mapping. */
  mapping(container: object, start: number): Extent {
    const extent = new Extent(start, []);
    this.#extents.set(container, extent);
    return extent;
  }

  /** Starts recording a list. */
  list(container: object, start: number): Extent {
    const extent = new Extent(start, undefined);
    this.#extents.set(container, extent);
    return extent;
  }

  /** See `SourceDocument.place`. */
  place(container: object): Place {
    const extent = this.#extent(container);
    return this.#source.place(extent.start, this.#endOfFirstLine(container, extent));
  }

  /** See `SourceDocument.valuePlace`. */
  valuePlace(container: object, key: string | number): Place {
    const extent = this.#extent(container);
    const index = extent.indexOf(key);
    if (index === -1) return this.place(container);
    const at = extent.valueAt(index);
    const start = extent.offsets[at] ?? extent.start;
    const end = extent.offsets[at + 1] ?? start;
    if (end === CONTAINER) return this.place(childOf(container, key));
    if (end > start) return this.#source.place(start, end);
    return extent.keys === undefined ? this.#markBefore(start) : this.keyPlace(container, key);
  }

  /** See `SourceDocument.keyPlace`. */
  keyPlace(container: object, key: string | number): Place {
    const extent = this.#extent(container);
    if (extent.keys === undefined) return this.valuePlace(container, key);
    const index = extent.indexOf(key);
    if (index === -1) return this.place(container);
    return this.#source.place(extent.offsets[4 * index] ?? 0, extent.offsets[4 * index + 1] ?? 0);
  }

  /** See `SourceDocument.sourceText`. */
  sourceText(container: object, key: string | number): string | undefined {
    const extent = this.#extent(container);
    const index = extent.indexOf(key);
    if (index === -1) return undefined;
    const at = extent.valueAt(index);
    const [start, end] = extent.literals?.get(index) ?? [extent.offsets[at] ?? 0, extent.offsets[at + 1] ?? 0];
    return end > start ? this.#source.text.slice(start, end) : undefined;
  }

  /** Brackets end where they end; what is written by indentation is marked by as much of its first entry as is on the first line. */
  #endOfFirstLine(container: object, extent: Extent): number {
    if (extent.end !== undefined) return extent.end;
    const end = extent.keys === undefined ? extent.start + 1 : (extent.offsets[1] ?? extent.start + 1);
    const at = extent.valueAt(0);
    const start = extent.offsets[at] ?? end;
    const last = extent.offsets[at + 1] ?? start;
    if (start < end || this.#source.lineOf(start) !== this.#source.lineOf(extent.start)) return end;
    if (last !== CONTAINER) return last > start ? last : end;
    const child = childOf(container, extent.keys === undefined ? 0 : (extent.keys[0] ?? ""));
    return this.#endOfFirstLine(child, this.#extent(child));
  }

  /** An empty entry of a list: the dash or bracket that stands before it. */
  #markBefore(offset: number): Place {
    let at = offset;
    while (at > 0 && " \t\r\n".includes(this.#source.text.charAt(at - 1))) at--;
    return this.#source.place(at - 1, at);
  }

  #extent(container: object): Extent {
    const extent = this.#extents.get(container);
    if (extent === undefined) throw new TypeError("this list or mapping does not come from this document");
    return extent;
  }
}

function childOf(container: object, key: string | number): object {
  const child: unknown = Reflect.get(container, key);
  if (typeof child !== "object" || child === null) {
    throw new TypeError("a list or mapping was changed after it was read");
  }
  return child;
}
