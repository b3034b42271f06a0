import type { Check } from "../check.ts";
import { constantConditions } from "./constant-condition.ts";

/** A condition that is true in no case, and is not so merely because of another one that is reported. */
export const conditionNeverTrue: Check = {
  code: "condition-never-true",
  severity: "error",
  finds: "a condition that is true in no case",
  why: "It looks like a rule and is none: what hangs on it never happens.",
  run: async (subject) => await constantConditions(subject, false),
};
