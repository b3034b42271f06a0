import type { Operator } from "./operator.ts";
import { only } from "./operator.ts";

/** The left side is known to be none. */
export const isNone: Operator = {
  name: "isNone",
  takes: ["boolean", "date", "number", "choice", "text", "list"],
  right: "nothing",
  test: (left) => (left === undefined ? undefined : left === null),
  smt: (left) => left.none,
  negation: "exists",
  boundaries: only,
  phrase: "there is no",
  jsonRulesEngine: "equal",
};
