import type { Day } from "../calendar/day.ts";
import type { Known, Operand } from "../language/known.ts";
import type { ObligationStatus } from "../language/result.ts";

/** What a decision came to: the outcomes still possible, in the order in which they are tried. */
export type Possible = readonly string[];

/** A set of clause statuses that are still possible, one bit each. */
export type StatusSet = number;

/** The bits of a `StatusSet`. */
export const statusBits = { met: 1, unmet: 2, not_applicable: 4 } as const;

/** What an obligation came to. */
export interface ObligationState {
  readonly status: ObligationStatus;
  /** The last day that still counts; none where there is none, unknown while it can't be told. */
  readonly due: Day | null | undefined;
}

/** A derived value that was worked out, and is unknown: an empty place is one that was not worked out yet. */
export const unknownValue = Symbol("unknown");

/** The room for what is worked out of a case: made once, and copied for each, which is the quickest way. */
export interface Room {
  readonly derived: readonly undefined[];
  readonly clauses: readonly undefined[];
  readonly obligations: readonly undefined[];
  readonly decisions: readonly undefined[];
}

/** The room that so many derived values, clauses, obligations and decisions need. */
export function roomFor(size: Readonly<Record<keyof Room, number>>): Room {
  const empty = (length: number): readonly undefined[] => Array.from({ length }, () => undefined);
  return {
    derived: empty(size.derived),
    clauses: empty(size.clauses),
    obligations: empty(size.obligations),
    decisions: empty(size.decisions),
  };
}

const noRoom = roomFor({ derived: 0, clauses: 0, obligations: 0, decisions: 0 });

/**
 * One evaluation under way: the facts of the case, and what has been worked out so far. Everything is worked out at
 * most once, when it is first asked for.
 */
export class Frame {
  /** The values of the facts, each in its slot. */
  readonly facts: readonly Operand[];
  #asOf: Day;
  readonly derived: (Known | null | typeof unknownValue | undefined)[];
  readonly clauses: (StatusSet | undefined)[];
  readonly obligations: (ObligationState | undefined)[];
  readonly decisions: (Possible | undefined)[];
  /** The row that has settled each decision, where it is known; of no worth where the decision was not looked at. */
  readonly rows: (number | undefined)[];
  /** The place of the outcome to which each decision is settled among its outcomes, -1 where it is not; else as `rows`. */
  readonly places: (number | undefined)[];
  /** The list element that a question about a list is looking at. */
  item: Operand = undefined;

  /** @param room for what there is to work out; left out, room is made as it is needed, which is slower */
  constructor(facts: readonly Operand[], asOf: Day, room: Room = noRoom) {
    this.facts = facts;
    this.#asOf = asOf;
    this.derived = room.derived.slice();
    this.clauses = room.clauses.slice();
    this.obligations = room.obligations.slice();
    this.decisions = room.decisions.slice();
    this.rows = room.decisions.slice();
    this.places = room.decisions.slice();
  }

  /** The evaluation date. */
  get asOf(): Day {
    return this.#asOf;
  }

  /** Forgets everything that was worked out, for another case whose facts have taken the places of the former ones. */
  startOver(asOf: Day): void {
    this.#asOf = asOf;
    this.item = undefined;
    clear(this.derived);
    clear(this.clauses);
    clear(this.obligations);
    clear(this.decisions);
  }
}

function clear(places: unknown[]): void {
  for (let at = 0; at < places.length; at++) places[at] = undefined;
}
