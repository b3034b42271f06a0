import { after } from "./after.ts";
import { before } from "./before.ts";
import { contains } from "./contains.ts";
import { doesNotContain } from "./doesNotContain.ts";
import { equal } from "./equal.ts";
import { exists } from "./exists.ts";
import { greaterThan } from "./greaterThan.ts";
import { greaterThanInclusive } from "./greaterThanInclusive.ts";
import { isIn } from "./in.ts";
import { isNone } from "./isNone.ts";
import { lessThan } from "./lessThan.ts";
import { lessThanInclusive } from "./lessThanInclusive.ts";
import { notEqual } from "./notEqual.ts";
import { notIn } from "./notIn.ts";
import { onOrAfter } from "./onOrAfter.ts";
import { onOrBefore } from "./onOrBefore.ts";
import type { Operator } from "./operator.ts";

/** The name of an operator. */
export type OperatorName =
  | "equal"
  | "notEqual"
  | "in"
  | "notIn"
  | "lessThan"
  | "lessThanInclusive"
  | "greaterThan"
  | "greaterThanInclusive"
  | "before"
  | "onOrBefore"
  | "after"
  | "onOrAfter"
  | "contains"
  | "doesNotContain"
  | "exists"
  | "isNone";

/**
 * The operator table, by the name used in rule files. Adding an operator is adding its file, its name above and its
 * row here; the compiler asks for the one when the other is there.
 */
export const operators: Readonly<Record<OperatorName, Operator>> = {
  equal,
  notEqual,
  in: isIn,
  notIn,
  lessThan,
  lessThanInclusive,
  greaterThan,
  greaterThanInclusive,
  before,
  onOrBefore,
  after,
  onOrAfter,
  contains,
  doesNotContain,
  exists,
  isNone,
};
