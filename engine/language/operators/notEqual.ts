import { known, sameValue } from "../smt/symbolic.ts";
import { not } from "../smt/term.ts";
import type { Operator } from "./operator.ts";
import { areKnown, only, withoutValue } from "./operator.ts";

/** The two sides are different values; false where one of them is none. */
export const notEqual: Operator = {
  name: "notEqual",
  takes: ["boolean", "date", "number", "choice", "text"],
  right: "same",
  test: (left, right) => (areKnown(left, right) ? left !== right : withoutValue(left, right)),
  smt: (left, right) => known(left, right, () => not(sameValue(left, right))),
  negation: "equal",
  boundaries: only,
  phrase: "is not",
  jsonRulesEngine: "notEqual",
};
