import type { Known } from "../../language/known.ts";

/**
 * The part of json-rules-engine's language that is used here: comparisons and `all`/`any`. `not` is left out on purpose,
 * for it makes a missing fact true.
 */
export type RuleCondition = AllOf | AnyOf | Leaf;

/** Every part holds. */
export interface AllOf {
  all: RuleCondition[];
}

/** One part at least holds. */
export interface AnyOf {
  any: RuleCondition[];
}

/** A comparison of a fact with a value or with another fact. */
export interface Leaf {
  fact: string;
  operator: string;
  value: RuleValue;
}

/** The right side of a comparison. */
export type RuleValue = Known | null | { fact: string };

/** The fact that is always given, and always true. */
export const alwaysId = "always";

/** A comparison. */
export function leaf(fact: string, operator: string, value: RuleValue): Leaf {
  return { fact, operator, value };
}

/** A condition that always holds, or never: the library takes an empty `all` for true, and an empty `any` too. */
export function constant(holds: boolean): Leaf {
  return leaf(alwaysId, "equal", holds);
}

/** Every part holds; so also where there is no part. */
export function allOf(parts: readonly RuleCondition[]): RuleCondition {
  const [first, ...others] = parts;
  if (first === undefined) return constant(true);
  return others.length === 0 ? first : { all: [...parts] };
}

/** One part at least holds; so not where there is no part. */
export function anyOf(parts: readonly RuleCondition[]): RuleCondition {
  const [first, ...others] = parts;
  if (first === undefined) return constant(false);
  return others.length === 0 ? first : { any: [...parts] };
}

/** A condition as the root of a rule, which has to be `all` or `any`. */
export function rootOf(condition: RuleCondition): AllOf | AnyOf {
  return "fact" in condition ? { all: [condition] } : condition;
}
