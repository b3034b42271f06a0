import type { Day } from "../calendar/day.ts";
import type { Operand } from "../language/known.ts";

/** What a decision came to: the outcomes still possible, in the order in which they are tried. */
export type Possible = readonly string[];

/** A set of clause statuses that are still possible, one bit each. */
export type StatusSet = number;

/** The bits of a `StatusSet`. */
export const statusBits = { met: 1, unmet: 2, not_applicable: 4 } as const;

/** How many derived values, clauses and decisions a revision has. */
export interface FrameSizes {
  readonly derived: number;
  readonly clauses: number;
  readonly decisions: number;
}

const unknownSizes: FrameSizes = { derived: 0, clauses: 0, decisions: 0 };

/**
 * One evaluation under way: the facts of the case, and what has been worked out so far. Everything is worked out at
 * most once, when it is first asked for.
 */
export class Frame {
  /** The values of the facts, each in its slot. */
  readonly facts: readonly Operand[];
  /** The evaluation date. */
  readonly asOf: Day;
  readonly derived: Operand[];
  readonly derivedDone: boolean[];
  readonly clauses: (StatusSet | undefined)[];
  readonly decisions: (Possible | undefined)[];
  /** The list element that a question about a list is looking at. */
  item: Operand = undefined;

  /** @param sizes how much there is to work out; left out, room is made as it is needed, which is slower */
  constructor(facts: readonly Operand[], asOf: Day, sizes: FrameSizes = unknownSizes) {
    this.facts = facts;
    this.asOf = asOf;
    this.derived = new Array(sizes.derived).fill(undefined);
    this.derivedDone = new Array(sizes.derived).fill(false);
    this.clauses = new Array(sizes.clauses).fill(undefined);
    this.decisions = new Array(sizes.decisions).fill(undefined);
  }
}
