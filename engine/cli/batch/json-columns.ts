import type { Locate } from "../../evaluate/facts.ts";
import { scanJson } from "./json-scan.ts";

/** A block that is being gone through, with the value that stands for it. */
interface Block {
  readonly value: unknown;
  key: string | number;
  /** Where the key stands. */
  keyAt: number;
}

/** Where the keys and values of a line of JSON stand: only asked for where something is wrong with one. */
export class JsonColumns {
  readonly #columns = new Map<object, Map<string | number, { readonly key: number; readonly value: number }>>();

  /** @param value what `JSON.parse` makes of the text */
  constructor(text: string, value: unknown) {
    const around: Block[] = [];
    let last: unknown = value;
    scanJson(text, {
      key: (start, end) => {
        const block = around.at(-1);
        if (block === undefined) return;
        block.key = JSON.parse(text.slice(start, end)) as string;
        block.keyAt = start;
      },
      value: (start) => {
        const block = around.at(-1);
        if (block === undefined) return;
        const isList = Array.isArray(block.value);
        if (isList) block.key = Number(block.key) + 1;
        if (typeof block.value !== "object" || block.value === null) return;
        last = (block.value as Readonly<Record<string | number, unknown>>)[block.key];
        const known = this.#columns.get(block.value) ?? new Map();
        known.set(block.key, { key: (isList ? start : block.keyAt) + 1, value: start + 1 });
        this.#columns.set(block.value, known);
      },
      open: () => around.push({ value: last, key: -1, keyAt: 0 }),
      close: () => around.pop(),
    });
  }

  /** The column of a key or its value, from 1, in UTF-16 code units; nothing where it isn't in the line. */
  of(container: object, key: string | number, part: "key" | "value"): number | undefined {
    return this.#columns.get(container)?.get(key)?.[part];
  }

  /** The same, as a place of which the column is meant alone. */
  readonly locate: Locate = (container, key, part) => {
    const column = this.of(container, key, part);
    return column === undefined ? undefined : { file: "", line: 1, column, length: 1, text: "" };
  };
}

/** The column at which a text stops being JSON, from 1; nothing where all of it is JSON. */
export function columnOfSyntaxError(text: string): number | undefined {
  const ignore = (): void => {};
  const at = scanJson(text, { key: ignore, value: ignore, open: ignore, close: ignore });
  return at === undefined ? undefined : at + 1;
}
