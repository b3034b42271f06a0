import type { Known, Operand } from "../../../language/known.ts";
import type { ValueType } from "../../../language/value-type.ts";
import type { Value } from "../../../procedure/model.ts";
import type { Change, MutationKind } from "../kind.ts";
import { neighbour } from "../kind.ts";
import { literalText } from "../notation.ts";

/** A number, a date, an option or a truth value written wrong by the least there is; a list one element short or long. */
export const literal: MutationKind = {
  name: "literal",
  ofValue: (value) => {
    if (value.kind !== "literal" || value.value === null) return [];
    const { type } = value;
    return othersThan(value.value, type).map(
      (other): Change<Value> => ({
        to: { ...value, value: other },
        at: value,
        before: literalText(value.value, type),
        after: literalText(other, type),
      }),
    );
  },
};

function othersThan(value: Known, type: ValueType): readonly Known[] {
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number") {
    if (type.kind === "date" || Number.isInteger(value)) return [value + 1, value - 1];
    return [oneDecimal(value + 0.1), oneDecimal(value - 0.1)];
  }
  if (typeof value === "string") {
    const other = type.kind === "choice" ? neighbour(type.options, value) : undefined;
    return other === undefined ? [] : [other];
  }
  const shorter = value.length > 1 ? value.map((_element, at) => value.toSpliced(at, 1)) : [];
  const options = type.kind === "list" && type.of.kind === "choice" ? type.of.options : [];
  const longer = options
    .filter((option) => !value.includes(option))
    .map((option): readonly Operand[] => [...value, option]);
  return [...shorter, ...longer];
}

/** Sums of decimals are a little off in binary; what would be written is not. */
function oneDecimal(value: number): number {
  return Number(value.toFixed(6));
}
