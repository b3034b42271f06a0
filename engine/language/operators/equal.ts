import { known, sameValue } from "../smt/symbolic.ts";
import type { Operator } from "./operator.ts";
import { comparison, only } from "./operator.ts";

/** The two sides are the same value. */
export const equal: Operator = {
  name: "equal",
  takes: ["boolean", "date", "number", "choice", "text"],
  right: "same",
  test: comparison((left, right) => left === right),
  smt: (left, right) => known(left, right, () => sameValue(left, right)),
  negation: "notEqual",
  boundaries: only,
  phrase: "is",
  jsonRulesEngine: "equal",
};
