import type { Check } from "../check.ts";
import { constantConditions } from "./constant-condition.ts";

/** A condition that is true in every case, and is not so merely because of another one that is reported. */
export const conditionAlwaysTrue: Check = {
  code: "condition-always-true",
  severity: "error",
  finds: "a condition that is true in every case",
  why: "It asks nothing: a demand that is always met, or a row that takes every case that comes to it.",
  run: async (subject) => await constantConditions(subject, true),
};
