import type { Check } from "../check.ts";
import { constantConditions } from "./constant-condition.ts";

/** A condition that is true in every case, and is not so merely because of another one that is reported. */
export const conditionAlwaysTrue: Check = {
  code: "condition-always-true",
  severity: "error",
  finds: "a condition that is true in every case",
  why: "It looks like a condition and is none: what hangs on it never stops anything.",
  run: async (subject) => await constantConditions(subject, true),
};
