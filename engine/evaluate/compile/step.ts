import { keyText } from "../../language/key-text.ts";
import type { Operand } from "../../language/known.ts";
import type { Truth } from "../../language/truth.ts";
import { type Frame, type StatusSet, statusBits, unknownValue } from "../frame.ts";

/** Where a step leads: to another step, or to an end. */
export type Way = number;

/** Leads nowhere: the quick way can't tell. */
export const nowhere: Way = -1;

/** The way to one of several ends, by its place among them. */
export function wayTo(end: number): Way {
  return -2 - end;
}

/** The place of the end that a way has led to; below zero where it led nowhere. */
export function endOf(way: Way): number {
  return -2 - way;
}

/** What a step looks at, and how. */
const kinds = { order: 0, text: 1, truth: 2, presence: 3, both: 4, clause: 5, derived: 6, decision: 7 } as const;

/** At which of the numbers of a step each of its ways stands. */
const ways = { below: 3, at: 4, above: 5, none: 6, unknown: 7 } as const;

/** Where a step leads, as the answers of a comparison are told apart. */
export interface Ways {
  readonly below: Way;
  readonly at: Way;
  readonly above: Way;
  readonly none: Way;
  readonly unknown: Way;
}

/** The slot of a fact, or what gives another value. */
export type Source = number | ((frame: Frame) => Operand);

/** What the ways to the status of a clause end at. */
export const clauseEnds: readonly StatusSet[] = [statusBits.met, statusBits.unmet, statusBits.not_applicable];

type Get = (frame: Frame) => Operand;

/** The numbers that a step is written in, one after the other: kind, source, limit, and the five ways. */
const width = 8;

/**
 * The steps of a program: the quick ways through its conditions. Each step looks at one thing and leads to the next;
 * nothing is put together on the way, so that where a way ends says what everything came to. All steps are written into one
 * row of numbers, since what lies close together is at hand when it is needed.
 */
export class Steps {
  #code = new Int32Array(64 * width);
  #end = 0;
  readonly #gets: Get[] = [];
  readonly #texts: string[] = [];
  /** The way to the status of each clause that has one, by the slot of the clause. */
  readonly #clauses: Way[] = [];
  /** The same for derived values that are truths: the first end is true, the second false. */
  readonly #derived: Way[] = [];

  /** A step that compares a number or day with a written one. */
  order(source: Source, limit: number, leads: Ways): Way {
    // Whole numbers of this size can stand in the row itself.
    if ((limit | 0) !== limit) return this.both(source, () => limit, leads);
    return this.#write(kinds.order, this.#sourceOf(source), limit, leads);
  }

  /** A step that compares a text, or the id of an option, with a written one. */
  text(source: Source, limit: string, leads: Ways): Way {
    return this.#write(kinds.text, this.#sourceOf(source), this.#texts.push(keyText(limit)) - 1, leads);
  }

  /** A step that takes a truth as it is found. */
  truth(source: Source, leads: Ways): Way {
    return this.#write(kinds.truth, this.#sourceOf(source), 0, leads);
  }

  /** A step that asks whether there is a value. */
  presence(source: Source, leads: Ways): Way {
    return this.#write(kinds.presence, this.#sourceOf(source), 0, leads);
  }

  /** A step that compares two numbers or days. */
  both(source: Source, other: Get, leads: Ways): Way {
    return this.#write(kinds.both, this.#sourceOf(source), this.#gets.push(other) - 1, leads);
  }

  /**
   * A step that asks for the status of a clause.
   *
   * @param bit the status, as a bit of a set
   * @param test asks the same where the clause was not looked at yet
   */
  clause(slot: number, bit: number, test: (frame: Frame) => Truth, yes: Way, no: Way): Way {
    // A status is the one asked for or another: where the third way would stand is what asks.
    const leads = { below: no, at: yes, above: this.#gets.push(test) - 1, none: nowhere, unknown: nowhere };
    return this.#write(kinds.clause, slot, bit, leads);
  }

  /** Says which way leads to the status of a clause, so that steps which ask for it go there without a call. */
  leadToClause(slot: number, way: Way): void {
    put(way, slot, this.#clauses);
  }

  /** A step that asks for a derived value that is a truth. @param get works it out where there is no way to it */
  derived(slot: number, get: Get, leads: Ways): Way {
    return this.#write(kinds.derived, slot, this.#gets.push(get) - 1, leads);
  }

  /**
   * A step that asks whether a decision is settled to one of some outcomes.
   *
   * @param places those outcomes among all of the decision, a bit for the place of each
   * @param place works out which one it is
   */
  decision(slot: number, places: number, place: (frame: Frame) => number, yes: Way, no: Way): Way {
    const leads = { below: no, at: yes, above: this.#gets.push(place) - 1, none: nowhere, unknown: nowhere };
    return this.#write(kinds.decision, slot, places, leads);
  }

  /** Says which way leads to a derived truth, in the same sense. */
  leadToDerived(slot: number, way: Way): void {
    put(way, slot, this.#derived);
  }

  /** Goes the way from a step. @returns where it ends */
  follow(from: Way, frame: Frame): Way {
    const code = this.#code;
    const gets = this.#gets;
    const { facts } = frame;
    let step = from;
    while (step >= 0) {
      const kind = code[step];
      const source = code[step + 1] ?? 0;
      const limit = code[step + 2] ?? 0;
      if (kind === kinds.clause) {
        const statuses = frame.clauses[source] ?? this.#statuses(source, frame);
        step +=
          statuses === undefined
            ? wayByTruth(gets[code[step + ways.above] ?? 0]?.(frame))
            : wayByStatuses(statuses, limit);
      } else if (kind === kinds.decision) {
        const place =
          frame.decisions[source] === undefined ? gets[code[step + ways.above] ?? 0]?.(frame) : frame.places[source];
        step += wayByPlace(place, limit);
      } else if (kind === kinds.derived) {
        const known = frame.derived[source] ?? this.#truth(source, frame) ?? gets[limit]?.(frame);
        step += wayByTruth(known === unknownValue ? undefined : known);
      } else {
        const value = source >= 0 ? facts[source] : gets[-1 - source]?.(frame);
        if (kind === kinds.order) step += wayByOrder(value, limit);
        else if (kind === kinds.text) step += wayByText(value, this.#texts[limit]);
        else if (kind === kinds.truth) step += wayByTruth(value);
        else if (kind === kinds.both) step += value === null ? ways.none : wayByOrder(value, gets[limit]?.(frame));
        else step += value === undefined ? ways.unknown : value === null ? ways.none : ways.at;
      }
      step = code[step] ?? nowhere;
    }
    return step;
  }

  /** The status of a clause that was not looked at yet, where there is a way to it. */
  #statuses(slot: number, frame: Frame): StatusSet | undefined {
    const way = this.#clauses[slot] ?? nowhere;
    const end = way === nowhere ? nowhere : this.follow(way, frame);
    if (end === nowhere) return undefined;
    const statuses = clauseEnds[endOf(end)];
    frame.clauses[slot] = statuses;
    return statuses;
  }

  /** A derived truth that was not worked out yet, where there is a way to it. */
  #truth(slot: number, frame: Frame): boolean | undefined {
    const way = this.#derived[slot] ?? nowhere;
    const end = way === nowhere ? nowhere : this.follow(way, frame);
    if (end === nowhere) return undefined;
    const truth = endOf(end) === 0;
    frame.derived[slot] = truth;
    return truth;
  }

  #sourceOf(source: Source): number {
    return typeof source === "number" ? source : -this.#gets.push(source);
  }

  #write(kind: number, source: number, limit: number, { below, at, above, none, unknown }: Ways): Way {
    const step = this.#end;
    this.#end += width;
    if (this.#end > this.#code.length) {
      const code = new Int32Array(this.#code.length * 2);
      code.set(this.#code);
      this.#code = code;
    }
    this.#code.set([kind, source, limit, below, at, above, none, unknown], step);
    return step;
  }
}

function put(way: Way, slot: number, into: Way[]): void {
  while (into.length <= slot) into.push(nowhere);
  into[slot] = way;
}

function wayByOrder(value: Operand, limit: Operand): number {
  if (typeof value !== "number") return value === null ? ways.none : ways.unknown;
  if (typeof limit !== "number") return limit === null ? ways.none : ways.unknown;
  return value < limit ? ways.below : value > limit ? ways.above : ways.at;
}

function wayByText(value: Operand, limit: string | undefined): number {
  if (typeof value === "string") return value === limit ? ways.at : ways.above;
  return value === undefined ? ways.unknown : value === null ? ways.none : ways.above;
}

function wayByTruth(value: Operand): number {
  if (value === true) return ways.at;
  return value === false ? ways.below : value === null ? ways.none : ways.unknown;
}

function wayByPlace(place: Operand, places: number): number {
  if (typeof place !== "number" || place < 0) return ways.unknown;
  return ((places >> place) & 1) === 1 ? ways.at : ways.below;
}

function wayByStatuses(statuses: StatusSet, bit: number): number {
  if (statuses === bit) return ways.at;
  return (statuses & bit) === 0 ? ways.below : ways.unknown;
}
