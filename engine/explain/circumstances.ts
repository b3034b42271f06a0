import { operators } from "../language/operators/table.ts";
import type { Condition, RevisionModel } from "../procedure/model.ts";

const known = new WeakMap<RevisionModel, ReadonlySet<string>>();

/**
 * The facts that say what kind of case it is, rather than how it does: those by whose very value clauses tell whether
 * they apply. Advice to change one of these is advice to be another case, so it is given only where there is no other.
 */
export function circumstancesOf(model: RevisionModel): ReadonlySet<string> {
  const before = known.get(model);
  if (before !== undefined) return before;
  const found = new Set<string>();
  for (const { appliesWhen } of model.clauses.values()) if (appliesWhen) gather(appliesWhen, found);
  known.set(model, found);
  return found;
}

function gather(condition: Condition, found: Set<string>): void {
  switch (condition.kind) {
    case "all":
    case "any":
      for (const part of condition.of) gather(part, found);
      return;
    case "not":
      gather(condition.of, found);
      return;
    case "compare": {
      const { left, right, operator } = condition;
      if (left.kind === "fact" && right?.kind === "literal" && operator.name === operators.equal.name)
        found.add(left.id);
      return;
    }
    default:
      return;
  }
}
