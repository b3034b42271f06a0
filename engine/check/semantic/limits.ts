import type { FactEntry } from "../../language/fact.ts";
import type { Comparison, Condition, RevisionModel, Value } from "../../procedure/model.ts";

/** What the declarations of the facts that a comparison names say of it, in words: "`x` is at least 1". */
export function limitsIn(condition: Condition, model: RevisionModel): readonly string[] {
  if (condition.kind !== "compare") return [];
  const { left, right }: Comparison = condition;
  const sides: readonly Value[] = right === undefined ? [left] : [left, right];
  return sides.flatMap((side) => {
    const entry = side.kind === "fact" ? model.facts.get(side.id)?.entry : undefined;
    return entry === undefined ? [] : limitsOf(entry, right === undefined);
  });
}

function limitsOf(entry: FactEntry, asksForNone: boolean): readonly string[] {
  const name = `\`${entry.id}\``;
  if (asksForNone) return entry.orNone === true ? [] : [`${name} is never none`];
  switch (entry.type) {
    case "integer":
    case "number":
      return between(name, entry.min, entry.max, "at least", "at most");
    case "date":
      return between(name, entry.from, entry.to, "never before", "never after");
    case "boolean":
    case "choice":
    case "text":
    case "list":
    case "record":
      return [];
    default:
      return entry satisfies never;
  }
}

function between(
  name: string,
  least: number | string | undefined,
  most: number | string | undefined,
  from: string,
  to: string,
): readonly string[] {
  const parts = [
    ...(least === undefined ? [] : [`${from} ${least}`]),
    ...(most === undefined ? [] : [`${to} ${most}`]),
  ];
  return parts.length === 0 ? [] : [`${name} is ${parts.join(" and ")}`];
}
