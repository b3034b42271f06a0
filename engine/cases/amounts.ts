import { addDays, addMonths, addYears } from "../calendar/arithmetic.ts";
import { CalendarRangeError, type Day } from "../calendar/day.ts";
import { unreachable, type ValueType } from "../language/value-type.ts";
import type { Clause, Condition, RevisionModel, Value } from "../procedure/model.ts";

/** What a revision's formulas measure with: the constants at which some result can change. */
export interface Amounts {
  /** Ways in which formulas move dates, and back. */
  readonly shifts: readonly ((day: Day) => Day)[];
  /** The numbers and dates that formulas compare with, and those beside them. */
  readonly limits: ReadonlySet<number>;
  /** The dates that are written out. */
  readonly days: ReadonlySet<Day>;
  /** The words that are written out: options and texts. */
  readonly words: ReadonlySet<string>;
}

/** The constants in the formulas of some revisions. */
export function amountsIn(models: readonly RevisionModel[]): Amounts {
  const numbers = new Set<number>();
  const limits = new Set<number>();
  const days = new Set<Day>();
  const words = new Set<string>();
  const shifts = new Map<string, (day: Day) => Day>();
  const add = (name: string, count: number): void => {
    for (const sign of [1, -1]) {
      const amount = sign * count;
      shifts.set(`${name} ${amount}`, (day) => shift(name, day, amount));
    }
  };
  const value = (of: Value): void => {
    switch (of.kind) {
      case "literal":
        for (const part of [of.value].flat()) {
          if (typeof part === "number") numbers.add(part);
          if (typeof part === "number" && isDate(of.type)) days.add(part);
          if (typeof part === "string") words.add(part);
        }
        return;
      case "function": {
        for (const operand of of.operands) value(operand);
        const amounts = of.operands.slice(1).flatMap(literalsIn);
        for (const amount of amounts) add(of.row.name, amount);
        return;
      }
      case "aggregate":
        if (of.where) condition(of.where);
        return;
      case "choose":
        for (const branch of of.branches) {
          if (branch.when) condition(branch.when);
          value(branch.value);
        }
        return;
      case "condition":
        condition(of.of);
        return;
      case "fact":
      case "derived":
      case "asOf":
      case "item":
        return;
      default:
        unreachable(of);
    }
  };
  const condition = (of: Condition): void => {
    switch (of.kind) {
      case "all":
      case "any":
        for (const part of of.of) condition(part);
        return;
      case "not":
        condition(of.of);
        return;
      case "compare":
        for (const side of [of.left, of.right]) {
          if (side === undefined) continue;
          value(side);
          for (const limit of literalsIn(side)) {
            for (const near of of.operator.boundaries(limit)) if (typeof near === "number") limits.add(near);
          }
        }
        return;
      case "some":
      case "every":
        condition(of.where);
        return;
      case "clause":
      case "decision":
      case "reading":
        return;
      default:
        unreachable(of);
    }
  };
  for (const model of models) {
    for (const clause of model.clauses.values()) for (const part of conditionsOf(clause)) condition(part);
    for (const { value: derived } of model.derived.values()) value(derived);
    for (const { due, done, keepUntil, appliesWhen, performedWhen } of model.obligations.values()) {
      for (const part of [due, done, keepUntil]) if (part) value(part);
      for (const part of [appliesWhen, performedWhen]) if (part) condition(part);
    }
    for (const { rows } of model.decisions.values()) for (const row of rows) if (row.when) condition(row.when);
    for (const { when } of model.contradictions) condition(when);
  }
  return { shifts: [...shifts.values()], limits: new Set([...limits, ...numbers]), days, words };
}

function isDate(type: ValueType): boolean {
  return type.kind === "list" ? isDate(type.of) : type.kind === "date";
}

function conditionsOf({ appliesWhen, requires }: Clause): readonly Condition[] {
  return [appliesWhen, requires].filter((part) => part !== undefined);
}

/** The whole numbers that a value can be, as it is written out. */
function literalsIn(value: Value): readonly number[] {
  if (value.kind === "literal") return [value.value].flat().filter((part) => typeof part === "number");
  return value.kind === "choose" ? value.branches.flatMap((branch) => literalsIn(branch.value)) : [];
}

function shift(name: string, day: Day, amount: number): Day {
  try {
    if (name === "addDays") return addDays(day, amount);
    if (name === "addMonths") return addMonths(day, amount, amount < 0 ? "down" : "up");
    if (name === "addYears") return addYears(day, amount, amount < 0 ? "down" : "up");
    return day;
  } catch (error) {
    if (error instanceof CalendarRangeError) return day;
    throw error;
  }
}
