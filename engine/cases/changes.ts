import { endOf, startOf } from "../calendar/arithmetic.ts";
import { type Day, yearMonthDay } from "../calendar/day.ts";
import type { FactType } from "../language/fact.ts";
import type { Known, Operand } from "../language/known.ts";
import type { Years } from "../language/smt/date.ts";
import type { Amounts } from "./amounts.ts";
import { isAllowed } from "./fact-value.ts";
import type { Pair, TrialCase } from "./pair.ts";

/** How often a fact that can be none is made none. */
const noneShare = 0.3;
/** How often a day starts from one that the rules write out, and not from one of the case. */
const writtenShare = 0.15;
/** How often a day is moved by what some formula moves days by. */
const shiftShare = 0.6;
/** How often a day is the first or the last of a period. */
const edgeShare = 0.25;
/** How often a day or a number is moved by one, which is where limits are passed. */
const stepShare = 0.35;
/** How often a list gets one more element, and how often it gets one or loses one. */
const longerShare = 0.4;
const lengthShare = 0.7;
/** How often an alternative reading is switched on, and how often a second one. */
const readingShares = [0.5, 0.05];

/**
 * Changes a case in one thing at a time, picked at random. It costs next to nothing, for it works out the one value that
 * it takes and not all that could be taken.
 */
export class Changes {
  readonly #pair: Pair;
  readonly #years: Years;
  readonly #longestList: number;
  readonly #random: () => number;
  readonly #shifts: readonly ((day: Day) => Day)[];
  readonly #numbers: readonly number[];
  readonly #days: readonly Day[];
  readonly #words: readonly string[];
  readonly #readings: readonly (readonly [string, string])[];

  /** @param random numbers from 0 up to, not including, 1 */
  constructor(pair: Pair, amounts: Amounts, bounds: { years: Years; longestList: number }, random: () => number) {
    this.#pair = pair;
    this.#years = bounds.years;
    this.#longestList = bounds.longestList;
    this.#random = random;
    this.#shifts = amounts.shifts;
    this.#numbers = [...new Set([0, 1, 100, ...amounts.limits])].filter((limit) => !amounts.days.has(limit));
    this.#days = [...amounts.days];
    this.#words = [...amounts.words, "text"];
    this.#readings = [...pair.models[1].switchable].flatMap(([id, alternatives]) =>
      alternatives.map((one) => [id, one] as const),
    );
  }

  /** The case with one thing otherwise: a fact, the evaluation date, or the readings. */
  one(trial: TrialCase): TrialCase {
    const { facts } = this.#pair;
    const at = Math.floor(this.#random() * (facts.length + 2));
    const fact = facts[at];
    if (fact !== undefined) {
      const value = this.#value(fact.entry, trial.values[at], trial, fact.entry.orNone === true);
      return isAllowed(fact.entry, value) ? { ...trial, values: trial.values.with(at, value) } : trial;
    }
    return at === facts.length ? { ...trial, asOf: this.#day(trial) } : { ...trial, readings: this.#reading() };
  }

  /** One of some things. */
  pick<Thing>(things: readonly Thing[]): Thing | undefined {
    return things[Math.floor(this.#random() * things.length)];
  }

  /** No alternative, one, or seldom two: every combination has to be compiled by itself. */
  #reading(): Readonly<Record<string, string>> {
    const chosen = readingShares.flatMap((share) => {
      const one = this.#random() < share ? this.pick(this.#readings) : undefined;
      return one === undefined ? [] : [one];
    });
    return Object.fromEntries(chosen);
  }

  #value(type: FactType, current: Operand, trial: TrialCase, orNone: boolean): Operand {
    if (orNone && this.#random() < noneShare) return null;
    switch (type.type) {
      case "boolean":
        return this.#random() < 0.5;
      case "choice":
        return this.pick(Object.keys(type.options));
      case "text":
        return this.pick(this.#words);
      case "date":
        return this.#day(trial);
      case "integer":
      case "number":
        return this.#number(type, current);
      case "list":
        return this.#list(type.of, current, trial);
      case "record": {
        const fields = Object.values(type.fields);
        const own = Array.isArray(current) ? (current as readonly Operand[]) : undefined;
        const changed = Math.floor(this.#random() * fields.length);
        return fields.map((field, at) =>
          own === undefined || at === changed ? this.#value(field, own?.[at], trial, false) : own[at],
        );
      }
      default:
        return type satisfies never;
    }
  }

  #number(type: FactType & { type: "integer" | "number" }, current: Operand): number {
    if (typeof current === "number" && this.#random() < stepShare) return current + this.#step();
    const limits = [type.min, type.max, ...this.#numbers].filter((limit) => limit !== undefined);
    const limit = this.pick(limits) ?? 0;
    return type.type === "integer" ? Math.round(limit) : limit;
  }

  #list(of: FactType, current: Operand, trial: TrialCase): Operand {
    const own = Array.isArray(current) ? (current as readonly Known[]) : [];
    const chance = this.#random();
    const at = Math.floor(this.#random() * own.length);
    if (own.length === 0 || (chance < longerShare && own.length < this.#longestList)) {
      return [...own, this.#value(of, undefined, trial, false)];
    }
    return chance < lengthShare ? own.toSpliced(at, 1) : own.with(at, this.#value(of, own[at], trial, false) ?? 0);
  }

  /** A day that the case or the rules speak of, or one that a formula reaches from there, or the end of its period. */
  #day(trial: TrialCase): Day {
    const fromRules = this.#random() < writtenShare ? this.pick(this.#days) : undefined;
    const start = fromRules ?? this.#dayOf(trial);
    const shifted = this.#random() < shiftShare ? (this.pick(this.#shifts)?.(start) ?? start) : start;
    const unit = this.#random() < edgeShare ? this.pick(["month", "quarter", "year"] as const) : undefined;
    const edge = unit === undefined ? shifted : this.#random() < 0.5 ? startOf(unit, shifted) : endOf(unit, shifted);
    const day = this.#random() < stepShare ? edge + this.#step() : edge;
    const { year } = yearMonthDay(day);
    return year >= this.#years.from && year <= this.#years.to ? day : trial.asOf;
  }

  #step(): number {
    return this.#random() < 0.5 ? 1 : -1;
  }

  /** One of the days of a case; the evaluation date, where the fact that was picked is no date. */
  #dayOf({ asOf, values }: TrialCase): Day {
    const { facts } = this.#pair;
    const at = Math.floor(this.#random() * facts.length);
    const value = values[at];
    return facts[at]?.entry.type === "date" && typeof value === "number" ? value : asOf;
  }
}
