import type { Place } from "./place.ts";

/** A text under the name of its file, which turns offsets into places. Lines are found on the first question. */
export class SourceText {
  readonly file: string;
  readonly text: string;
  #lineStarts: readonly number[] | undefined;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  /** The place from offset `start` up to `end`, or up to the end of the line that it starts on. */
  place(start: number, end: number): Place {
    const from = Math.max(0, Math.min(start, this.text.length));
    const line = this.lineOf(from);
    const lineStart = this.lineStart(line);
    const text = this.lineText(line);
    const column = Math.min(from - lineStart, text.length);
    const length = Math.max(1, Math.min(end - lineStart, text.length) - column);
    return { file: this.file, line, column: column + 1, length, text };
  }

  /** The number of the line (from 1) that an offset is on. */
  lineOf(offset: number): number {
    const starts = this.#starts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** The offset at which a line (from 1) starts; the end of the text for a line beyond the last. */
  lineStart(line: number): number {
    return this.#starts()[line - 1] ?? this.text.length;
  }

  /** A line without its line break. */
  lineText(line: number): string {
    const start = this.lineStart(line);
    let end = this.lineStart(line + 1);
    if (end > start && this.text[end - 1] === "\n") end--;
    if (end > start && this.text[end - 1] === "\r") end--;
    return this.text.slice(start, end);
  }

  #starts(): readonly number[] {
    if (this.#lineStarts !== undefined) return this.#lineStarts;
    const starts = [0];
    for (let at = this.text.indexOf("\n"); at !== -1; at = this.text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.#lineStarts = starts;
    return starts;
  }
}
