import type { FactType } from "../language/fact.ts";
import type { RevisionModel, Value } from "../procedure/model.ts";

/** Where words are spoken: in which revision, and about the elements of which list, if any. */
export interface Scope {
  readonly model: RevisionModel;
  /** The fact whose elements `item` speaks of. */
  readonly list?: string;
}

/** The same scope, inside a list. */
export function inside(scope: Scope, list: string): Scope {
  return { ...scope, list };
}

/**
 * The declared type that a value goes back to, which knows the phrases of options; none for a value that is worked out
 * from no single fact.
 */
export function declaredType(value: Value, scope: Scope): FactType | undefined {
  switch (value.kind) {
    case "fact":
      return scope.model.facts.get(value.id)?.entry;
    case "derived": {
      const derived = scope.model.derived.get(value.id);
      return derived && declaredType(derived.value, { model: scope.model });
    }
    case "item": {
      const element = elementType(scope);
      if (value.position === undefined) return element;
      return element?.type === "record" ? element.fields[value.name] : undefined;
    }
    case "aggregate":
      return value.field && declaredType(value.field, inside(scope, value.list.id));
    case "choose":
      for (const branch of value.branches) {
        const type = declaredType(branch.value, scope);
        if (type !== undefined) return type;
      }
      return undefined;
    case "literal":
    case "asOf":
    case "function":
    case "condition":
      return undefined;
    default:
      return value satisfies never;
  }
}

/** The declared type of the elements of the list that the scope is in. */
export function elementType(scope: Scope): FactType | undefined {
  const list = scope.list === undefined ? undefined : scope.model.facts.get(scope.list)?.entry;
  return list?.type === "list" ? list.of : undefined;
}

/** Whether a value can be none: then a comparison with it is false, and so is its opposite. */
export function canBeNone(value: Value, scope: Scope): boolean {
  switch (value.kind) {
    case "fact":
      return scope.model.facts.get(value.id)?.entry.orNone === true;
    case "derived": {
      const derived = scope.model.derived.get(value.id);
      return derived === undefined || canBeNone(derived.value, { model: scope.model });
    }
    case "literal":
      return value.value === null;
    case "function":
      return value.row.name === "percentage" || value.operands.some((operand) => canBeNone(operand, scope));
    case "aggregate":
      return true;
    case "choose":
      return value.branches.some((branch) => canBeNone(branch.value, scope));
    case "item":
    case "asOf":
    case "condition":
      return false;
    default:
      return value satisfies never;
  }
}
