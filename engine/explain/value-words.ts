import { joined } from "../language/expressions/expression.ts";
import type { Known } from "../language/known.ts";
import type { ValueType } from "../language/value-type.ts";
import type { Value } from "../procedure/model.ts";
import { sayCondition } from "./condition-words.ts";
import { type Saying, sayKnown } from "./known.ts";
import { derivedPhrase, fieldPhrase } from "./names.ts";
import { declaredType, inside, type Scope } from "./scope.ts";

/**
 * A value of the model in plain English: a fact by its label, a derived value by its name, an expression by its phrase.
 *
 * @param beside what the value stands beside in a comparison: a written option or number is said as that is
 */
export function sayValue(value: Value, scope: Scope, beside?: Value): string {
  switch (value.kind) {
    case "literal":
      return sayKnown(value.value, literalSaying(value, scope, beside));
    case "fact":
      return scope.model.facts.get(value.id)?.entry.label ?? value.id;
    case "derived":
      return sayDerived(value.id, value.type);
    case "asOf":
      return "the evaluation date";
    case "item":
      return value.position === undefined ? "it" : `its ${fieldPhrase(value.name, value.type)}`;
    case "function":
      return value.row.phrase(
        value.operands.map((operand) => {
          const words = sayValue(operand, scope);
          return operand.kind === "choose" ? `(${words})` : words;
        }),
        value.body,
      );
    case "aggregate": {
      const list = sayValue(value.list, scope);
      const words = value.row.phrase(fieldOf(value), list, value.type.kind);
      return value.where === undefined
        ? words
        : `${words} where ${sayCondition(value.where, inside(scope, value.list.id))}`;
    }
    case "choose":
      return joined(
        value.branches.map(({ when, value: branch }) => {
          const words = sayValue(branch, scope, value);
          return when === undefined ? `otherwise ${words}` : `${words} where ${sayCondition(when, scope)}`;
        }),
        "and",
      );
    case "condition":
      return `whether ${sayCondition(value.of, scope)}`;
    default:
      return value satisfies never;
  }
}

/** The name of a derived value within a sentence; one that is yes or no is quoted, for its name is often a statement. */
export function sayDerived(id: string, type: ValueType): string {
  const name = derivedPhrase(id, type.kind === "date");
  return type.kind === "boolean" ? `“${name}”` : `the ${name}`;
}

/** The field of an aggregate as a bare phrase. */
function fieldOf({ field }: Value & { kind: "aggregate" }): string {
  if (field?.kind !== "item" || field.position === undefined) return "element";
  return fieldPhrase(field.name, field.type);
}

/** How a written value is said: as the value that it stands beside. */
function literalSaying(literal: Value & { kind: "literal" }, scope: Scope, beside: Value | undefined): Saying {
  const conjunction = "or";
  if (beside === undefined) return { type: literal.type, declared: undefined, conjunction };
  const declared = declaredType(beside, scope);
  if (Array.isArray(literal.value as Known)) {
    const of: ValueType = beside.type.kind === "list" ? beside.type.of : beside.type;
    const list = declared && declared.type !== "list" ? ({ type: "list", of: declared } as const) : declared;
    return { type: { kind: "list", of }, declared: list, conjunction };
  }
  if (beside.type.kind === "list") {
    return { type: beside.type.of, declared: declared?.type === "list" ? declared.of : undefined };
  }
  return { type: literal.type.kind === "none" ? literal.type : beside.type, declared, conjunction };
}
