import { unreachable } from "../../language/value-type.ts";
import type { Condition, RevisionModel, Value } from "../../procedure/model.ts";
import type { Change } from "./kind.ts";
import { type MutationName, mutationKinds } from "./kinds/table.ts";

/** A change and the kind that it is of. */
export interface NamedChange<Thing> extends Change<Thing> {
  readonly kind: MutationName;
}

type Changes<Thing> = readonly NamedChange<Thing>[];

/** Every change of a condition and of whatever stands inside it, each as the whole condition that comes of it. */
export function conditionChanges(condition: Condition, model: RevisionModel): Changes<Condition> {
  const own = named((kind) => kind.ofCondition?.(condition, model) ?? []);
  return [...own, ...insideCondition(condition, model)];
}

/** Every change of a value and of whatever stands inside it, each as the whole value that comes of it. */
export function valueChanges(value: Value, model: RevisionModel): Changes<Value> {
  return [...named((kind) => kind.ofValue?.(value) ?? []), ...insideValue(value, model)];
}

/** What each kind changes, with its name. */
export function named<Thing>(
  changesOf: (kind: (typeof mutationKinds)[keyof typeof mutationKinds]) => readonly Change<Thing>[],
): Changes<Thing> {
  const kinds = Object.keys(mutationKinds) as (keyof typeof mutationKinds)[];
  return kinds.flatMap((kind) => changesOf(mutationKinds[kind]).map((change) => ({ ...change, kind })));
}

/** The same changes, each as a change of something that the part stands in. */
export function lifted<Inner, Outer>(changes: Changes<Inner>, whole: (inner: Inner) => Outer): Changes<Outer> {
  return changes.map((change) => ({ ...change, to: whole(change.to) }));
}

function insideCondition(condition: Condition, model: RevisionModel): Changes<Condition> {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.flatMap((part, at) =>
        lifted(conditionChanges(part, model), (to): Condition => ({ ...condition, of: condition.of.with(at, to) })),
      );
    case "not":
      return lifted(conditionChanges(condition.of, model), (of): Condition => ({ ...condition, of }));
    case "compare": {
      const { left, right } = condition;
      const onRight = right === undefined ? [] : valueChanges(right, model);
      return [
        ...lifted(valueChanges(left, model), (to): Condition => ({ ...condition, left: to })),
        ...lifted(onRight, (to): Condition => ({ ...condition, right: to })),
      ];
    }
    case "some":
    case "every":
      return lifted(conditionChanges(condition.where, model), (where): Condition => ({ ...condition, where }));
    case "clause":
    case "decision":
    case "reading":
      return [];
    default:
      return unreachable(condition);
  }
}

function insideValue(value: Value, model: RevisionModel): Changes<Value> {
  switch (value.kind) {
    case "literal":
    case "fact":
    case "derived":
    case "asOf":
    case "item":
      return [];
    case "function":
      return value.operands.flatMap((operand, at) =>
        lifted(valueChanges(operand, model), (to): Value => ({ ...value, operands: value.operands.with(at, to) })),
      );
    case "aggregate": {
      const { where } = value;
      if (where === undefined) return [];
      return lifted(conditionChanges(where, model), (to): Value => ({ ...value, where: to }));
    }
    case "choose":
      return value.branches.flatMap((branch, at) => {
        const put = (changed: typeof branch): Value => ({ ...value, branches: value.branches.with(at, changed) });
        const { when } = branch;
        const whens = when === undefined ? [] : conditionChanges(when, model);
        return [
          ...lifted(whens, (to) => put({ ...branch, when: to })),
          ...lifted(valueChanges(branch.value, model), (to) => put({ ...branch, value: to })),
        ];
      });
    case "condition":
      return lifted(conditionChanges(value.of, model), (of): Value => ({ ...value, of }));
    default:
      return unreachable(value);
  }
}
