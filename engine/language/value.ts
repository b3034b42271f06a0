import type { Expression } from "./expressions/table.ts";
import type { FactId, Name } from "./primitives.ts";

/** A value: written out, taken from a fact, or worked out. Its type follows from where it stands. */
export type Value = Literal | FactValue | ItemValue | Expression;

/** A value written out: a date, a choice, a number, yes or no, a list of them, or none (`null`). */
export type Literal = string | number | boolean | null | (string | number | boolean)[];

/** The value of a fact or of a derived value. */
export interface FactValue {
  /** The fact or derived value. */
  fact: FactId;
}

/** The value of a field of the list element that is being looked at; `this` for the element itself. */
export interface ItemValue {
  /** The field of the element; `this` for the element itself. */
  item: Name;
}
