import type { RuleCondition } from "./rule-condition.ts";

/**
 * A three-valued condition as two conditions of json-rules-engine: known to be true, known to be false. Where neither
 * holds it is unknown, and both never hold.
 */
export interface TwoRules {
  readonly isTrue: RuleCondition;
  readonly isFalse: RuleCondition;
}
