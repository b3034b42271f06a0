import type { Years } from "../../language/smt/date.ts";

/** How far the description of all cases reaches. */
export interface Bounds {
  /** The years in which every date of a case lies. */
  readonly years: Years;
  /** The most elements that a list has. */
  readonly longestList: number;
}
