import { holdsValue, known } from "../smt/symbolic.ts";
import type { Operator } from "./operator.ts";
import { holds, only } from "./operator.ts";

/** The left side is one of the values in the list on the right. */
export const isIn: Operator = {
  name: "in",
  takes: ["date", "number", "choice"],
  right: "list",
  test: (left, right) => holds(right, left),
  smt: (left, right) => known(left, right, () => holdsValue(right, left)),
  negation: "notIn",
  boundaries: only,
  phrase: "is one of",
  jsonRulesEngine: "in",
};
