import fc from "fast-check";
import { completeCase } from "../test/oracle/generate.ts";
import type { GivenCase } from "./hand-written/case.ts";

/** The seed of every run, so that every run decides the same cases. */
export const seed = 20_190_101;

/**
 * Complete cases of the shipped procedure with which nothing is wrong, weighted to its limits; no reading is switched.
 * The same number gives the same cases.
 */
export function generateCases(count: number): readonly GivenCase[] {
  const plain = completeCase.map(({ asOf, facts }) => ({ asOf, facts: nested(facts) }));
  return fc.sample(plain, { numRuns: count, seed });
}

/** Facts with their dots in the keys, nested by them. */
function nested(flat: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const groups: Record<string, Record<string, unknown>> = {};
  for (const [id, value] of Object.entries(flat)) {
    const [group = "", key = ""] = id.split(".");
    groups[group] ??= {};
    Object.assign(groups[group], { [key]: value });
  }
  return groups;
}
