import { FIRST_DAY, LAST_DAY } from "../calendar/day.ts";
import type { FactType } from "../language/fact.ts";
import type { Operand } from "../language/known.ts";
import type { Edges } from "./edges.ts";
import { isPossible } from "./edit.ts";
import { listValues } from "./list-values.ts";

/** Where values are looked for. */
export interface Surroundings {
  /** Where something can turn. */
  readonly edges: Edges;
  /** The evaluation date, which a date that there is none of yet is near to. */
  readonly asOf: number;
}

/** What values are looked for with. */
export interface Wanted extends Surroundings {
  /** Whether a value would do, as far as can be told while other things are open. */
  readonly accepts: (value: Operand) => boolean;
  /** Whether all is settled with it; where nothing can be yet, whether it is whole. */
  readonly isEnough: (value: Operand) => boolean;
}

/** How far around a date others are tried, in days, and in what steps; where something can turn, every day is. */
const reach = 1500;
const stride = 100;

/**
 * Values of a type that would do, other than the present one, those nearest to it first: every option; of numbers and
 * dates the ends of each stretch that does. None is not among them: what has happened can't be made not to have happened.
 */
export function factValues(type: FactType, now: Operand, wanted: Wanted): readonly Operand[] {
  switch (type.type) {
    case "boolean":
      return [true, false].filter((value) => value !== now && wanted.accepts(value));
    case "choice":
      return Object.keys(type.options).filter((value) => value !== now && wanted.accepts(value));
    case "date":
      return stretches(type, typeof now === "number" ? now : wanted.asOf, now, 1, wanted);
    case "integer":
    case "number": {
      const step = type.type === "number" && typeof now === "number" && !Number.isInteger(now) ? 0.01 : 1;
      return stretches(type, typeof now === "number" ? now : 0, now, step, wanted);
    }
    case "list":
      return listValues(type, now, wanted);
    case "text":
    case "record":
      return [];
    default:
      return type satisfies never;
  }
}

/** The dates or numbers that are tried, in order: those where something can turn, and some between and beyond. */
export function valuesToTry(type: FactType, now: Operand, { edges, asOf }: Surroundings): readonly number[] {
  const turning = [...(type.type === "date" ? edges.days : edges.numbers), ...(typeof now === "number" ? [now] : [])];
  const near = turning.flatMap((value) => [value - 1, value, value + 1]);
  const further: number[] = [];
  if (type.type === "date") for (let away = -reach; away <= reach; away += stride) further.push(asOf + away);
  if (type.type === "number" || type.type === "integer") further.push(type.min ?? 0, type.max ?? 100, 0, 1, 100);
  return [...new Set([...near, ...further])]
    .filter((value) => type.type === "number" || Number.isInteger(value))
    .filter((value) => type.type !== "date" || (value >= FIRST_DAY && value <= LAST_DAY))
    .filter((value) => isPossible(value, type))
    .sort((a, b) => a - b);
}

/** The ends of every stretch of values that would do: the stretches are found by trying, their ends by halving. */
function stretches(type: FactType, origin: number, now: Operand, step: number, wanted: Wanted): readonly number[] {
  const isGood = (value: number): boolean => isPossible(value, type) && wanted.accepts(value);
  const values = valuesToTry(type, now, wanted);
  const good = values.map((value) => value !== now && isGood(value));
  const ends = new Set<number>();
  for (const [at, value] of values.entries()) {
    if (good[at] !== true) continue;
    const [before, after] = [values[at - 1], values[at + 1]];
    if (good[at - 1] !== true) ends.add(before === undefined ? value : edge(isGood, value, before, step));
    if (good[at + 1] !== true) ends.add(after === undefined ? value : edge(isGood, value, after, step));
    // The day to which a date that there is none of yet is near need not be an end.
    if (value === origin) ends.add(value);
  }
  return [...ends].filter((end) => end !== now).sort((a, b) => Math.abs(a - origin) - Math.abs(b - origin));
}

/** The last value that does on the way from one that does to one that doesn't, in steps. */
function edge(isGood: (value: number) => boolean, good: number, bad: number, step: number): number {
  const sign = bad > good ? step : -step;
  const steps = Math.ceil(Math.abs(bad - good) / step);
  const value = (count: number) => (step === 1 ? good + count * sign : Number((good + count * sign).toFixed(2)));
  let low = 0;
  let high = steps;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isGood(value(middle))) low = middle;
    else high = middle;
  }
  return value(low);
}

/** Whether all of a value is known, names aside: those decide little and can't be made up. */
export function isWhole(value: Operand, type: FactType): boolean {
  if (value === undefined) return type.type === "text";
  if (!Array.isArray(value)) return true;
  const parts = value as readonly Operand[];
  if (type.type === "list") return parts.every((part) => isWhole(part, type.of));
  return type.type !== "record" || Object.values(type.fields).every((field, at) => isWhole(parts[at], field));
}
