import { formatDay, yearMonthDay } from "../../calendar/day.ts";
import { unreachable } from "../../language/value-type.ts";
import type { Clause, Comparison, Condition, RevisionModel, Value } from "../../procedure/model.ts";
import type { Origins } from "../../procedure/origins.ts";
import type { Place } from "../../source/place.ts";
import type { StatedNumber } from "./number.ts";

/** A number or date that is written in a formula. */
export interface FormulaNumber extends StatedNumber {
  readonly place: Place | undefined;
}

/** The numbers and dates that are written in the formulas of a clause: its own, those of its values and its duties. */
export function numbersOfClause(clause: Clause, model: RevisionModel, origins: Origins): readonly FormulaNumber[] {
  const walk = new Walk(origins);
  for (const condition of [clause.appliesWhen, clause.requires]) if (condition) walk.condition(condition, true);
  for (const id of clause.derived) {
    const derived = model.derived.get(id);
    if (derived) walk.value(derived.value, true);
  }
  for (const id of clause.obligations) {
    const { ownCondition, performedWhen, due, done, keepUntil } = model.obligations.get(id) ?? {};
    for (const condition of [ownCondition, performedWhen]) if (condition) walk.condition(condition, true);
    for (const value of [due, done, keepUntil]) if (value) walk.value(value, true);
  }
  return walk.found;
}

/** The numbers and dates that are written in the formula of one derived value. */
export function numbersOfValue(value: Value, origins: Origins): readonly FormulaNumber[] {
  const walk = new Walk(origins);
  walk.value(value, true);
  return walk.found;
}

/** Goes through formulas. What holds only when a reading is switched on is not what a summary surely states. */
class Walk {
  readonly found: FormulaNumber[] = [];
  readonly #origins: Origins;

  constructor(origins: Origins) {
    this.#origins = origins;
  }

  condition(condition: Condition, isSure: boolean): void {
    switch (condition.kind) {
      case "all":
      case "any": {
        const isReading = condition.kind === "all" && condition.of.some(({ kind }) => kind === "reading");
        for (const part of condition.of) this.condition(part, isSure && !isReading);
        return;
      }
      case "not":
        this.condition(condition.of, isSure);
        return;
      case "compare":
        this.value(condition.left, isSure);
        if (condition.right) this.value(condition.right, isSure, condition);
        return;
      case "some":
      case "every":
        this.condition(condition.where, isSure);
        return;
      case "clause":
      case "decision":
      case "reading":
        return;
      default:
        unreachable(condition);
    }
  }

  value(value: Value, isSure: boolean, inside?: Comparison): void {
    switch (value.kind) {
      case "literal":
        this.#literal(value, isSure, inside);
        return;
      case "item":
      case "fact":
      case "derived":
      case "asOf":
        return;
      case "function":
        for (const operand of value.operands) this.value(operand, isSure);
        return;
      case "aggregate":
        if (value.where) this.condition(value.where, isSure);
        return;
      case "choose":
        for (const { when, value: branch } of value.branches) {
          if (when) this.condition(when, isSure);
          this.value(branch, isSure && when?.kind !== "reading");
        }
        return;
      case "condition":
        this.condition(value.of, isSure);
        return;
      default:
        unreachable(value);
    }
  }

  #literal(literal: Value & { readonly kind: "literal" }, isSure: boolean, inside: Comparison | undefined): void {
    const { value, type } = literal;
    const isDate = type.kind === "date";
    if (typeof value !== "number" || (type.kind !== "number" && !isDate)) return;
    const spot = this.#origins.of(literal);
    this.found.push({
      text: isDate ? formatDay(value) : String(value),
      values: isDate ? [formatDay(value), yearMonthDay(value).dayOfMonth] : [value],
      cut: isDate ? undefined : cutOf(value, inside),
      isDate,
      // Nobody writes that something is more than nothing.
      isSure: isSure && (isDate || value !== 0),
      place: spot?.document.valuePlace(spot.container, spot.key),
    });
  }
}

function cutOf(value: number, comparison: Comparison | undefined): number | undefined {
  const { left } = comparison ?? {};
  if (left?.type.kind !== "number" || !left.type.integer || !Number.isInteger(value)) return undefined;
  switch (comparison?.operator.name) {
    case "greaterThan":
    case "lessThanInclusive":
      return value + 0.5;
    case "lessThan":
    case "greaterThanInclusive":
      return value - 0.5;
    default:
      return undefined;
  }
}
