import type { Condition } from "../condition.ts";
import type { FactId, Name } from "../primitives.ts";

/** Which field of which elements of which list is looked at. */
export interface ListBody {
  /** A fact that is a list. */
  in: FactId;
  /** The field; `this` for the element itself where the list has no fields. */
  of: Name;
  /** Which elements count; all of them, where left out. */
  where?: Condition;
}
