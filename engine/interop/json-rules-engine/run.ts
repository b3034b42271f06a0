import type { Known } from "../../language/known.ts";
import { type RuleCondition, rootOf } from "./rule-condition.ts";

/**
 * Runs rules on facts, and gives back the names of those that hold. The library is loaded when first needed; each run
 * has an engine of its own, and all rules one priority, for runs and priorities share state in the library.
 */
export async function rulesThatHold(
  rules: Iterable<readonly [name: string, condition: RuleCondition]>,
  facts: ReadonlyMap<string, Known | null>,
): Promise<ReadonlySet<string>> {
  const { Engine, Fact } = await import("json-rules-engine");
  const engine = new Engine([], { allowUndefinedFacts: true });
  // Nothing is worked out, so nothing needs the cache, whose keys take long to make.
  for (const [id, value] of facts) engine.addFact(new Fact(id, value, { cache: false }));
  for (const [type, condition] of rules) {
    engine.addRule({ conditions: rootOf(condition), event: { type } });
  }
  const { events } = await engine.run();
  return new Set(events.map(({ type }) => type));
}
