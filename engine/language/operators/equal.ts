import { known, sameValue } from "../smt/symbolic.ts";
import type { Operator } from "./operator.ts";
import { areKnown, only, withoutValue } from "./operator.ts";

/** The two sides are the same value. */
export const equal: Operator = {
  name: "equal",
  takes: ["boolean", "date", "number", "choice", "text"],
  right: "same",
  test: (left, right) => (areKnown(left, right) ? left === right : withoutValue(left, right)),
  smt: (left, right) => known(left, right, () => sameValue(left, right)),
  negation: "notEqual",
  boundaries: only,
  phrase: "is",
  jsonRulesEngine: "equal",
};
