import type { Value } from "../../procedure/model.ts";
import type { Element } from "./element.ts";

/** The ids under which rules find the values that they compare. */
export interface FactNames {
  /** The id of the fact that holds a value. */
  value(value: Value, element: Element | undefined): string;
  /** The ids of the facts about a list. */
  list(value: Value, element: Element | undefined): ListFacts;
  /** The id of the fact that says whether the fact with this id is known. */
  knownId(id: string): string;
}

/** The ids of the facts that say what there is to know of a list. */
export interface ListFacts {
  /** The list itself. */
  readonly id: string;
  /** Its known elements; an empty list where it is none or unknown, since the library's `in` fails without a list. */
  readonly elements: string;
  /** Its length; not given while it is unknown. */
  readonly length: string;
  /** Whether it is known, with every element. */
  readonly complete: string;
}

/** The id of the fact that says whether another is known. */
export function knownIdOf(id: string): string {
  return `${id} is known`;
}

/** The ids of the facts about the list with this id. */
export function listFactsOf(id: string): ListFacts {
  return {
    id,
    elements: `known elements of ${id}`,
    length: `length of ${id}`,
    complete: `every element of ${id} is known`,
  };
}

/** The id of the fact that holds the alternative to which an interpretation is switched, none where it is not. */
export function readingId(interpretation: string): string {
  return `alternative of ${interpretation}`;
}
