import type { Known, Many } from "../../../language/known.ts";
import type { ValueType } from "../../../language/value-type.ts";
import type { Value } from "../../../procedure/model.ts";
import type { Change, MutationKind } from "../kind.ts";
import { neighbour, nothing } from "../kind.ts";
import { literalText } from "../notation.ts";

/** A number, a date, an option or a truth value written wrong by the least there is; a list one element short or long. */
export const literal: MutationKind = {
  name: "literal",
  ofValue: (value) => {
    if (value.kind !== "literal" || value.value === null) return [];
    const { type } = value;
    if (typeof value.value === "object") return listChanges(value, value.value);
    const before = literalText(value.value, type);
    return othersThan(value.value, type).map(
      (other): Change<Value> => ({
        to: { ...value, value: other },
        at: value,
        before,
        after: literalText(other, type),
      }),
    );
  },
};

function othersThan(value: Exclude<Known, Many>, type: ValueType): readonly Known[] {
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number") {
    if (type.kind === "date" || Number.isInteger(value)) return [value + 1, value - 1];
    return [oneDecimal(value + 0.1), oneDecimal(value - 0.1)];
  }
  const other = type.kind === "choice" ? neighbour(type.options, value) : undefined;
  return other === undefined ? [] : [other];
}

/** Sums of decimals are a little off in binary; what would be written is not. */
function oneDecimal(value: number): number {
  return Number(value.toFixed(6));
}

/** Each element left out, and each option that is not there put in. */
function listChanges(value: Value & { kind: "literal" }, list: Many): readonly Change<Value>[] {
  const of: ValueType = value.type.kind === "list" ? value.type.of : { kind: "none" };
  const options = of.kind === "choice" ? of.options.filter((option) => !list.includes(option)) : [];
  const shorter = list.map((element, at): Change<Value> => {
    const to: Value = { ...value, value: list.toSpliced(at, 1) };
    return { to, at: value, before: `- ${literalText(element, of)}`, after: nothing };
  });
  const longer = options.map((option): Change<Value> => {
    const to: Value = { ...value, value: [...list, option] };
    return { to, at: value, before: nothing, after: `- ${option}` };
  });
  return [...(list.length > 1 ? shorter : []), ...longer];
}
