import { not } from "../truth.ts";
import type { Operator } from "./operator.ts";
import { holds, only } from "./operator.ts";

/** The list on the left does not have the value on the right among its elements; false where there is no list. */
export const doesNotContain: Operator = {
  name: "doesNotContain",
  takes: ["list"],
  right: "element",
  test: (left, right) => (left === null || right === null ? false : not(holds(left, right))),
  negation: "contains",
  boundaries: only,
  phrase: "does not include",
  jsonRulesEngine: "doesNotContain",
};
