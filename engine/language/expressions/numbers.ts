import type { NumberValueType, ValueType } from "../value-type.ts";
import { firstUnlike, type TypeComplaint } from "./expression.ts";

/** The numeric types among some types. */
export function numberTypes(types: readonly ValueType[]): readonly NumberValueType[] {
  return types.filter((type) => type.kind === "number");
}

/** The type of a function that adds or subtracts: all operands are numbers of one unit, and so is the result. */
export function sameUnit(types: readonly ValueType[]): ValueType | TypeComplaint {
  const complaint = firstUnlike(types, "number", "a number");
  if (complaint) return complaint;
  const of = numberTypes(types);
  const unit = of.find((type) => type.unit !== undefined)?.unit;
  const unlike = types.findIndex((type) => type.kind === "number" && (type.unit ?? unit) !== unit);
  if (unlike !== -1) return { operand: unlike, expected: `a number of ${unit}, as the others` };
  return { kind: "number", unit, integer: of.every((type) => type.integer) };
}
