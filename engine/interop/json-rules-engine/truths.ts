import type { Names } from "../../evaluate/compile/names.ts";
import type { Frame } from "../../evaluate/frame.ts";
import type { Truth } from "../../language/truth.ts";
import type { Condition } from "../../procedure/model.ts";
import { conditionByRules } from "./condition.ts";
import type { Element } from "./element.ts";
import { GivenFacts } from "./given-facts.ts";
import type { RuleCondition } from "./rule-condition.ts";
import { rulesThatHold } from "./run.ts";

/** A condition whose truth is asked for. */
export interface Asked {
  /** Its name; no two conditions asked for at once share one. */
  readonly id: string;
  readonly condition: Condition;
  /** The list element that its `item`s look at. */
  readonly element?: Element | undefined;
}

/** What json-rules-engine says of a condition; `contradictory` where its two rules both hold, which is a bug. */
export type RuleTruth = Truth | "contradictory";

/**
 * The truths of conditions by json-rules-engine, all in one run.
 *
 * @param names the names of the program whose frame it is
 * @param frame the facts; what is worked out on the way is kept in it
 */
export function truthsByJsonRulesEngine(
  conditions: readonly Asked[],
  names: Names,
  frame: Frame,
): Promise<ReadonlyMap<string, RuleTruth>> {
  return truthsOf(conditions, new GivenFacts(names, frame));
}

/** Like `truthsByJsonRulesEngine`, and leaves behind which facts were given. */
export async function truthsOf(
  conditions: readonly Asked[],
  given: GivenFacts,
): Promise<ReadonlyMap<string, RuleTruth>> {
  const rules: (readonly [string, RuleCondition])[] = [];
  for (const { id, condition, element } of conditions) {
    const { isTrue, isFalse } = conditionByRules(condition, element, given);
    rules.push([trueName(id), isTrue], [falseName(id), isFalse]);
  }
  const hold = await rulesThatHold(rules, given.values);
  return new Map(conditions.map(({ id }) => [id, truthOf(hold.has(trueName(id)), hold.has(falseName(id)))]));
}

function trueName(id: string): string {
  return `${id} is true`;
}

function falseName(id: string): string {
  return `${id} is false`;
}

function truthOf(isTrue: boolean, isFalse: boolean): RuleTruth {
  if (isTrue && isFalse) return "contradictory";
  return isTrue || isFalse ? isTrue : undefined;
}
