import { toDay } from "./days.ts";
import type { FactId } from "./vocabulary.ts";

/** A training course and the day number on which it was completed. */
export interface Refresher {
  readonly course: string;
  readonly completedOn: number;
}

/** One element's points, as exact integers in millionths of a point. */
export interface ElementScore {
  readonly earned: bigint;
  readonly available: bigint;
}

/** Typed access to a complete case; every reader throws a TypeError for a fact that is absent or of another type. */
export interface FactReader {
  /** A date as a day number, or null for "none". */
  day(id: FactId): number | null;
  flag(id: FactId): boolean;
  word(id: FactId): string;
  count(id: FactId): number;
  words(id: FactId): readonly string[];
  refreshers(id: FactId): readonly Refresher[];
  /** The scored elements, or null where nothing is scored yet. */
  scores(id: FactId): readonly ElementScore[] | null;
}

const SCORE_DECIMALS = 6;

/**
 * A decimal number as an exact integer of millionths.
 * @throws RangeError for a number with more than six decimals or in exponent notation.
 */
export function toMillionths(value: number): bigint {
  // The shortest text that reads back as this number is the decimal that was written, so no binary error enters.
  const parts = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(String(value));
  if (parts === null) throw new RangeError(`not a plain decimal of at most ${SCORE_DECIMALS} places: ${value}`);
  const digits = BigInt(`${parts[2]}${(parts[3] ?? "").padEnd(SCORE_DECIMALS, "0")}`);
  return parts[1] === "-" ? -digits : digits;
}

/** Typed access to the flat facts of a complete case. */
export function readFacts(facts: Readonly<Record<string, unknown>>): FactReader {
  const raw = (id: FactId): unknown => {
    if (!Object.hasOwn(facts, id)) throw new TypeError(`the case is not complete: ${id} is absent`);
    return facts[id];
  };
  const list = (id: FactId): readonly unknown[] => {
    const value = raw(id);
    return Array.isArray(value) ? value : wrong(id, "a list");
  };
  return {
    day(id) {
      const value = raw(id);
      if (value === null) return null;
      return typeof value === "string" ? toDay(value) : wrong(id, "a date or null");
    },
    flag(id) {
      const value = raw(id);
      return typeof value === "boolean" ? value : wrong(id, "a boolean");
    },
    word(id) {
      const value = raw(id);
      return typeof value === "string" ? value : wrong(id, "a word");
    },
    count(id) {
      const value = raw(id);
      return typeof value === "number" && Number.isInteger(value) ? value : wrong(id, "an integer");
    },
    words: (id) => list(id).map((item) => (typeof item === "string" ? item : wrong(id, "a list of words"))),
    refreshers: (id) =>
      list(id).map((item) => {
        const course = field(item, "course");
        const completedOn = field(item, "completed_on");
        if (typeof course !== "string" || typeof completedOn !== "string") return wrong(id, "a list of courses");
        return { course, completedOn: toDay(completedOn) };
      }),
    scores(id) {
      if (raw(id) === null) return null;
      return list(id).map((item) => {
        const earned = field(item, "earned");
        const available = field(item, "available");
        if (typeof earned !== "number" || typeof available !== "number") return wrong(id, "a list of scored elements");
        return { earned: toMillionths(earned), available: toMillionths(available) };
      });
    },
  };
}

function field(item: unknown, key: string): unknown {
  return typeof item === "object" && item !== null ? Reflect.get(item, key) : undefined;
}

function wrong(id: FactId, expected: string): never {
  throw new TypeError(`${id} is not ${expected}`);
}
