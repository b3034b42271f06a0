/** A stretch of one line of a file: what an editor would jump to and what a message underlines. */
export interface Place {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units, as editors count. */
  readonly column: number;
  /** Characters to underline, at least 1. What runs over several lines is underlined on its first. */
  readonly length: number;
  /** The whole line, without its line break. */
  readonly text: string;
}
