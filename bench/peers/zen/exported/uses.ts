import type { RuleCondition } from "../../../../engine/interop/json-rules-engine/rule-condition.ts";

/** How often each rule is asked for by others. */
export function usesIn(conditions: ReadonlyMap<string, RuleCondition>): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  const visit = (condition: RuleCondition): void => {
    if ("all" in condition) for (const part of condition.all) visit(part);
    else if ("any" in condition) for (const part of condition.any) visit(part);
    else if (conditions.has(condition.fact)) uses.set(condition.fact, (uses.get(condition.fact) ?? 0) + 1);
  };
  for (const condition of conditions.values()) visit(condition);
  return uses;
}
