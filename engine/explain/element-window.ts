import { CalendarRangeError, type Day, FIRST_DAY, formatDay, LAST_DAY } from "../calendar/day.ts";
import { joined } from "../language/expressions/expression.ts";
import type { Operand } from "../language/known.ts";
import type { Condition, Reference, Value } from "../procedure/model.ts";
import { fieldPhrase, indefinite } from "./names.ts";
import type { Probe } from "./probe.ts";
import { inside } from "./scope.ts";
import type { Lack } from "./shortfall.ts";
import { sayValue } from "./value-words.ts";

/** How far around the evaluation date a fitting date is looked for, in days. */
const reach = 4000;
/** Fitting days in fewer than this are not found, and the condition is said in words instead. */
const stride = 14;

/**
 * What a list lacks in which no element fits, where only one date of an element decides: the days on which it would fit,
 * found by trying them. Nothing where more than that decides, or where the fitting days are not one stretch.
 */
export function elementWindow(list: Reference, where: Condition, probe: Probe): Lack | undefined {
  const items = itemsIn(where);
  const [item] = items;
  if (items.length !== 1 || item === undefined || item.position === undefined || item.type.kind !== "date") {
    return undefined;
  }
  const type = list.type.kind === "list" ? list.type.of : undefined;
  const width = type?.kind === "record" ? type.fields.size : 0;
  const scope = inside(probe.scope, list.id);
  const { asOf } = probe.frame;
  const elementOn = (day: Day): Operand =>
    Array.from({ length: width }, (_field, at) => (at === item.position ? day : undefined));
  const fits = (day: Day) => {
    try {
      return probe.withElement(elementOn(day), () => probe.truth(where, scope) === true);
    } catch (error) {
      if (error instanceof CalendarRangeError) return false;
      throw error;
    }
  };
  const window = stretchWhere(fits, Math.max(FIRST_DAY, asOf - reach), Math.min(LAST_DAY, asOf + reach));
  if (window === undefined) return undefined;
  const [first, last] = window;
  const elements = probe.value(list);
  const days = (Array.isArray(elements) ? (elements as readonly Operand[]) : []).flatMap((element) => {
    const day = Array.isArray(element) ? (element[item.position ?? 0] as Operand) : undefined;
    return typeof day === "number" ? [formatDay(day)] : [];
  });
  const subject = sayValue(list, probe.scope);
  const stretch = stretchOf(first, last, asOf);
  const to = `one with ${indefinite(fieldPhrase(item.name, item.type))} ${stretch}`;
  return {
    kind: "lack",
    subject,
    wanted: `at least ${to}`,
    was:
      days.length === 0
        ? "but there is none"
        : `but ${days.length > 1 ? "those there are are" : "the only one is"} of ${joined(days, "and")}`,
    facts: [list.id],
    changes: [
      {
        fact: list.id,
        edit: { kind: "with", element: elementOn(last) },
        subject: `one of ${subject}`,
        becomes: `has ${indefinite(fieldPhrase(item.name, item.type))} of ${formatDay(last)}`,
        from: undefined,
      },
    ],
  };
}

function stretchOf(first: Day, last: Day, asOf: Day): string {
  if (first === asOf - reach) return last === asOf + reach ? "" : `on or before ${formatDay(last)}`;
  return last === asOf + reach ? `on or after ${formatDay(first)}` : `from ${formatDay(first)} to ${formatDay(last)}`;
}

/**
 * The one stretch of days that fit. It is looked for in strides, its ends are found by halving, and every day in it is
 * tried. Nothing where there is none, or more than one.
 */
function stretchWhere(fits: (day: Day) => boolean, from: Day, to: Day): readonly [Day, Day] | undefined {
  let inside: Day | undefined;
  for (let day = from; day <= to && inside === undefined; day += stride) if (fits(day)) inside = day;
  if (inside === undefined) return undefined;
  const first = inside === from ? from : edge(fits, inside, inside - stride);
  let last = inside;
  while (last < to && fits(last + 1)) last++;
  for (let day = last + 1; day <= to; day += stride) if (fits(day)) return undefined;
  return [first, last];
}

/** The fitting day next to one that does not fit, between the two. */
function edge(fits: (day: Day) => boolean, fitting: Day, unfit: Day): Day {
  let good = fitting;
  let bad = unfit;
  while (good - bad > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (fits(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** The fields of the element that a condition asks of, none twice. */
function itemsIn(condition: Condition): readonly (Value & { kind: "item" })[] {
  const found = new Map<number | undefined, Value & { kind: "item" }>();
  const value = (part: Value): void => {
    if (part.kind === "item") found.set(part.position, part);
    else if (part.kind === "function") part.operands.forEach(value);
    else if (part.kind === "choose") {
      for (const branch of part.branches) {
        if (branch.when) visit(branch.when);
        value(branch.value);
      }
    } else if (part.kind === "condition") visit(part.of);
  };
  const visit = (part: Condition): void => {
    switch (part.kind) {
      case "all":
      case "any":
        part.of.forEach(visit);
        return;
      case "not":
        visit(part.of);
        return;
      case "compare":
        value(part.left);
        if (part.right) value(part.right);
        return;
      default:
        return;
    }
  };
  visit(condition);
  return [...found.values()];
}
