import { FIRST_DAY, LAST_DAY } from "../calendar/day.ts";
import type { FactType } from "../language/fact.ts";
import type { Operand } from "../language/known.ts";
import type { Edges } from "./edges.ts";
import { isPossible } from "./edit.ts";
import { listValues } from "./list-values.ts";

/** What values are looked for with. */
export interface Wanted {
  /** Whether a value would do, as far as can be told while other things are open. */
  readonly accepts: (value: Operand) => boolean;
  /** Whether all is settled with it; where nothing can be yet, whether it is whole. */
  readonly isEnough: (value: Operand) => boolean;
  /** Where something can turn. */
  readonly edges: Edges;
  /** The evaluation date, which a date that there is none of yet is near to. */
  readonly asOf: number;
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
      return stretches(type, typeof now === "number" ? now : wanted.asOf, now, daysToTry(now, wanted), 1, wanted);
    case "integer":
    case "number": {
      const step = type.type === "number" && typeof now === "number" && !Number.isInteger(now) ? 0.01 : 1;
      return stretches(type, typeof now === "number" ? now : 0, now, numbersToTry(type, now, wanted), step, wanted);
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

function daysToTry(now: Operand, { edges, asOf }: Wanted): readonly number[] {
  const around = [...edges.days, ...(typeof now === "number" ? [now] : [])];
  const days = around.flatMap((day) => [day - 1, day, day + 1]);
  for (let away = -reach; away <= reach; away += stride) days.push(asOf + away);
  return days.filter((day) => day >= FIRST_DAY && day <= LAST_DAY);
}

function numbersToTry(
  type: FactType & { type: "integer" | "number" },
  now: Operand,
  { edges }: Wanted,
): readonly number[] {
  const turning = [...edges.numbers, ...(typeof now === "number" ? [now] : [])];
  const near = turning.flatMap((value) => [value - 1, value, value + 1]);
  return [...near, type.min ?? 0, type.max ?? 100, 0, 1, 100].filter(
    (value) => type.type === "number" || Number.isInteger(value),
  );
}

/** The ends of every stretch of values that would do: the stretches are found by trying, their ends by halving. */
function stretches(
  type: FactType,
  origin: number,
  now: Operand,
  tried: readonly number[],
  step: number,
  { accepts }: Wanted,
): readonly number[] {
  const isGood = (value: number): boolean => isPossible(value, type) && accepts(value);
  const values = [...new Set(tried)].sort((a, b) => a - b);
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
