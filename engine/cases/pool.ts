import { endOf, startOf } from "../calendar/arithmetic.ts";
import { type Day, yearMonthDay } from "../calendar/day.ts";
import type { FactEntry, FactType } from "../language/fact.ts";
import type { Known, Operand } from "../language/known.ts";
import type { Years } from "../language/smt/date.ts";
import type { Amounts } from "./amounts.ts";
import type { Pair, SharedFact, TrialCase } from "./pair.ts";

/** Days to try. */
type Days = ReadonlySet<Day>;

/** The values worth trying for each fact of a case: options, limits and their neighbours, days that a formula reaches. */
export class Pool {
  readonly #pair: Pair;
  readonly #amounts: Amounts;
  readonly #years: Years;

  constructor(pair: Pair, amounts: Amounts, years: Years) {
    this.#pair = pair;
    this.#amounts = amounts;
    this.#years = years;
  }

  /** The values for one fact that differ from the one it has in the case, the simplest first. */
  values(fact: SharedFact, at: number, trial: TrialCase, days: Days): readonly Operand[] {
    const current = trial.values[at];
    const none: readonly Operand[] = fact.entry.orNone === true ? [null] : [];
    const candidates = [...none, ...this.#ofType(fact.entry, current, days)];
    return candidates.filter((value) => value !== current && this.#pair.allows(fact, value));
  }

  /** The days that a case speaks of and those that the formulas reach from them. */
  days(trial: TrialCase): ReadonlySet<Day> {
    const given = new Set<Day>([trial.asOf]);
    for (const [at, { entry }] of this.#pair.facts.entries()) {
      for (const day of daysIn(trial.values[at], entry)) given.add(day);
    }
    const found = new Set(given);
    for (const day of given) for (const move of this.#amounts.shifts) found.add(move(day));
    return new Set([...found].filter((day) => this.#isInside(day)));
  }

  /** The same, with the ends of the periods that they lie in and the day before and after each. */
  edges(trial: TrialCase): ReadonlySet<Day> {
    const days = this.days(trial);
    const ends = [...days].flatMap((day) =>
      (["month", "quarter", "year"] as const).flatMap((unit) => [startOf(unit, day), endOf(unit, day)]),
    );
    const edges = new Set<Day>();
    for (const step of [0, 1, -1]) for (const day of [...days, ...ends]) edges.add(day + step);
    return new Set([...edges].filter((day) => this.#isInside(day)));
  }

  #isInside(day: Day): boolean {
    const { year } = yearMonthDay(day);
    return year >= this.#years.from && year <= this.#years.to;
  }

  #ofType(type: FactType, current: Operand, days: Days): readonly Operand[] {
    switch (type.type) {
      case "boolean":
        return [true, false];
      case "choice":
        return Object.keys(type.options);
      case "text":
        return ["text"];
      case "date":
        return [...days];
      case "integer":
      case "number":
        return this.#numbers(type, current);
      case "list":
        return this.#lists(type.of, current, days);
      case "record":
        return this.#records(type, current, days);
      default:
        return type satisfies never;
    }
  }

  #numbers(type: FactType & { type: "integer" | "number" }, current: Operand): readonly number[] {
    const limits = [...this.#amounts.limits].filter((limit) => type.type === "number" || Number.isInteger(limit));
    const own = [type.min, type.max, 0, 1, 100].filter((limit) => limit !== undefined);
    const near = typeof current === "number" ? [current - 1, current + 1] : [];
    return [...new Set([...own, ...near, ...limits])].sort((a, b) => Math.abs(a) - Math.abs(b));
  }

  #lists(of: FactType, current: Operand, days: Days): readonly Operand[] {
    const elements = this.#ofType(of, undefined, days).filter(isKnown);
    const lists: Known[][] = [[], ...elements.map((element) => [element])];
    if (Array.isArray(current)) {
      const own = current as readonly Known[];
      for (const [at, element] of own.entries()) {
        lists.push(own.toSpliced(at, 1));
        for (const other of this.#ofType(of, element, days).filter(isKnown)) lists.push(own.with(at, other));
      }
    }
    if (of.type === "choice") lists.push(elements);
    return lists;
  }

  /** A record with each field changed by itself; where there is none yet, from a first value of each field. */
  #records(type: FactType & { type: "record" }, current: Operand, days: Days): readonly Operand[] {
    const fields = Object.values(type.fields);
    const start = Array.isArray(current)
      ? (current as readonly Known[])
      : fields.map((field) => this.#ofType(field, undefined, days).at(field.type === "number" ? -1 : 0) ?? 0);
    const records: Known[][] = [[...start] as Known[]];
    for (const [at, field] of fields.entries()) {
      for (const value of this.#ofType(field, start[at], days)) {
        if (isKnown(value)) records.push([...start].with(at, value) as Known[]);
      }
    }
    return records;
  }
}

function isKnown(value: Operand): value is Known {
  return value !== null && value !== undefined;
}

function daysIn(value: Operand, type: FactType | FactEntry): readonly Day[] {
  if (type.type === "date") return typeof value === "number" ? [value] : [];
  if (!Array.isArray(value)) return [];
  const parts = value as readonly Operand[];
  if (type.type === "list") return parts.flatMap((part) => daysIn(part, type.of));
  if (type.type !== "record") return [];
  return Object.values(type.fields).flatMap((field, at) => daysIn(parts[at], field));
}
