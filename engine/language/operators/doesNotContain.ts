import { holdsValue, known } from "../smt/symbolic.ts";
import { not as negated } from "../smt/term.ts";
import { not } from "../truth.ts";
import type { Operator } from "./operator.ts";
import { holds, only } from "./operator.ts";

/** The list on the left does not have the value on the right among its elements; false where there is no list. */
export const doesNotContain: Operator = {
  name: "doesNotContain",
  takes: ["list"],
  right: "element",
  test: (left, right) => {
    if (left === null || right === null) return false;
    // An unknown that turns out to be none makes it false, even where the list is empty.
    return right === undefined ? undefined : not(holds(left, right));
  },
  smt: (left, right) => known(left, right, () => negated(holdsValue(left, right))),
  negation: "contains",
  boundaries: only,
  phrase: "does not include",
  jsonRulesEngine: "doesNotContain",
};
