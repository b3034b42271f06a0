import { not } from "../smt/term.ts";
import type { Operator } from "./operator.ts";
import { only } from "./operator.ts";

/** The left side is known to have a value; false where it is known to be none. */
export const exists: Operator = {
  name: "exists",
  takes: ["boolean", "date", "number", "choice", "text", "list"],
  right: "nothing",
  test: (left) => (left === undefined ? undefined : left !== null),
  smt: (left) => not(left.none),
  negation: "isNone",
  boundaries: only,
  phrase: "there is",
  jsonRulesEngine: "notEqual",
};
