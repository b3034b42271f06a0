import type { Clause, Condition, Contradiction, Decision, Derived, Fact, Obligation, Row, Value } from "./model.ts";
import type { Spot } from "./reporter.ts";

/** A part of a revision that stands somewhere in the rule files. */
export type Part = Fact | Contradiction | Derived | Clause | Obligation | Decision | Row | Condition | Value;

/** Where the parts of the linked revisions stand in the rule files. */
export class Origins {
  readonly #spots = new WeakMap<Part, Spot>();

  /** Remembers where a part stands, and gives the part back. */
  note<One extends Part>(part: One, spot: Spot): One {
    this.#spots.set(part, spot);
    return part;
  }

  /**
   * Where a part stands. Nothing for one that no line states by itself: a duty's condition that is put together from its
   * own and its clause's.
   */
  of(part: Part): Spot | undefined {
    return this.#spots.get(part);
  }
}
