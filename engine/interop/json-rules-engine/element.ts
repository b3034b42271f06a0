import type { Operand } from "../../language/known.ts";

/** The list element that a condition with `item` looks at. */
export interface Element {
  /** The list and the position, `a.list[2]`: elements with the same id are the same. */
  readonly id: string;
  readonly value: Operand;
}
