import { known, lessValue } from "../smt/symbolic.ts";
import type { Operator } from "./operator.ts";
import { around, ordered } from "./operator.ts";

/** The left number is smaller than the right one. */
export const lessThan: Operator = {
  name: "lessThan",
  takes: ["number"],
  right: "same",
  test: ordered((left, right) => left < right),
  smt: (left, right) => known(left, right, () => lessValue(left, right)),
  negation: "greaterThanInclusive",
  boundaries: around,
  phrase: "is less than",
  jsonRulesEngine: "lessThan",
};
