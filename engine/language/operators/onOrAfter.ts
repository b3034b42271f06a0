import type { Operator } from "./operator.ts";
import { around, ordered } from "./operator.ts";

/** The left date is the right one or comes after it. */
export const onOrAfter: Operator = {
  name: "onOrAfter",
  takes: ["date"],
  right: "same",
  test: ordered((left, right) => left >= right),
  negation: "before",
  boundaries: around,
  phrase: "is on or after",
  jsonRulesEngine: "greaterThanInclusive",
};
