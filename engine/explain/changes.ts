import type { Known, Operand } from "../language/known.ts";
import type { Operator } from "../language/operators/operator.ts";
import type { ValueType } from "../language/value-type.ts";
import type { Comparison, Value } from "../procedure/model.ts";
import { type Asking, subjectOf } from "./asking.ts";
import { sayElement } from "./element.ts";
import { type Saying, sayKnown } from "./known.ts";
import { nearestSatisfied, nearestSatisfying } from "./nearest-value.ts";
import { declaredType } from "./scope.ts";
import type { Change, Edit } from "./shortfall.ts";
import { resolve } from "./worked.ts";

/** The changes of a single fact that would put a comparison right. */
export function comparisonChanges(
  comparison: Comparison,
  found: Known,
  limit: Known,
  asking: Asking,
): readonly Change[] {
  const { operator, left, right } = comparison;
  const { probe, scope } = asking;
  const leftEnd = resolve(left, probe, scope);
  if (leftEnd.kind === "fact" || leftEnd.kind === "item") {
    return changesOf(leftEnd, candidates(operator, limit, found, leftEnd.type), asking);
  }
  const rightEnd = right && resolve(right, probe, scope);
  if (rightEnd?.kind !== "fact" && rightEnd?.kind !== "item") return [];
  const to = nearestSatisfied(operator, found, limit);
  return to === undefined ? [] : changesOf(rightEnd, [to], asking);
}

function candidates(operator: Operator, limit: Known, now: Known, type: ValueType): readonly Known[] {
  if (type.kind === "choice") return type.options.filter((option) => operator.test(option, limit) === true);
  const near = nearestSatisfying(operator, limit, now);
  if (near !== undefined) return [near];
  if (Array.isArray(limit))
    return (limit as readonly Operand[]).filter((value) => typeof value === "number").slice(0, 1);
  return [];
}

/** Changes that give a fact, or a field of the list element, one of some values. */
export function changesOf(target: Value, values: readonly Operand[], asking: Asking): readonly Change[] {
  const { probe, scope, element } = asking;
  const subject = subjectOf(target, asking);
  const saying: Saying = { type: target.type, declared: declaredType(target, scope) };
  const now = probe.value(target, scope);
  return values.flatMap((to): readonly Change[] => {
    const change = (fact: string, edit: Edit): readonly Change[] => [
      { fact, edit, subject, becomes: `is ${sayKnown(to, saying)}`, from: sayKnown(now, saying) },
    ];
    if (target.kind === "fact") return change(target.id, { kind: "set", to });
    if (target.kind !== "item" || element === undefined) return [];
    if (target.position === undefined) {
      return [
        {
          fact: element.list,
          edit: { kind: "without", element: element.value },
          subject: sayElement(element, scope),
          becomes: `is not part of ${subject}`,
          from: undefined,
        },
      ];
    }
    return change(element.list, { kind: "field", index: element.index, position: target.position, to });
  });
}
