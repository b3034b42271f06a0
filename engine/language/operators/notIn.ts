import { holdsValue, known } from "../smt/symbolic.ts";
import { not as negated } from "../smt/term.ts";
import { not } from "../truth.ts";
import type { Operator } from "./operator.ts";
import { holds, only } from "./operator.ts";

/** The left side is none of the values in the list on the right; false where it is none. */
export const notIn: Operator = {
  name: "notIn",
  takes: ["date", "number", "choice"],
  right: "list",
  test: (left, right) => {
    if (left === null || right === null) return false;
    // An unknown that turns out to be none makes it false, even where the list is empty.
    return left === undefined ? undefined : not(holds(right, left));
  },
  smt: (left, right) => known(left, right, () => negated(holdsValue(right, left))),
  negation: "in",
  boundaries: only,
  phrase: "is none of",
  jsonRulesEngine: "notIn",
};
