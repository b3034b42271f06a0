import { known, lessValue } from "../smt/symbolic.ts";
import type { Operator } from "./operator.ts";
import { around, withoutValue } from "./operator.ts";

/** The left date comes after the right one. */
export const after: Operator = {
  name: "after",
  takes: ["date"],
  right: "same",
  test: (left, right) =>
    typeof left === "number" && typeof right === "number" ? left > right : withoutValue(left, right),
  smt: (left, right) => known(left, right, () => lessValue(right, left)),
  negation: "onOrBefore",
  boundaries: around,
  phrase: "is after",
  jsonRulesEngine: "greaterThan",
};
