import { holdsValue, known } from "../smt/symbolic.ts";
import type { Operator } from "./operator.ts";
import { holds, only } from "./operator.ts";

/** The list on the left has the value on the right among its elements. */
export const contains: Operator = {
  name: "contains",
  takes: ["list"],
  right: "element",
  test: holds,
  smt: (left, right) => known(left, right, () => holdsValue(left, right)),
  negation: "doesNotContain",
  boundaries: only,
  phrase: "includes",
  jsonRulesEngine: "contains",
};
