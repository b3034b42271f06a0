import { known, lessValue } from "../smt/symbolic.ts";
import type { Operator } from "./operator.ts";
import { around, ordered } from "./operator.ts";

/** The left number is larger than the right one. */
export const greaterThan: Operator = {
  name: "greaterThan",
  takes: ["number"],
  right: "same",
  test: ordered((left, right) => left > right),
  smt: (left, right) => known(left, right, () => lessValue(right, left)),
  negation: "lessThanInclusive",
  boundaries: around,
  phrase: "is more than",
  jsonRulesEngine: "greaterThan",
};
