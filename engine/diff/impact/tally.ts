import type { RevisionModel } from "../../procedure/model.ts";
import { byNumber } from "../../source/by-number.ts";
import { directionOf } from "../outcome-order.ts";
import type { Transition } from "../report.ts";

/** How many cases of a transition are named. */
const mostNamed = 5;

const directions: readonly Transition["direction"][] = ["worse", "otherwise", "better"];

type Step = Pick<Transition, "decision" | "before" | "after">;

/** The cases that take one step, counted. */
interface Count extends Step {
  count: number;
  readonly clauses: Map<string, number>;
  readonly first: string[];
}

/** Counts cases by the transition that they make. It grows with the outcomes that there are, not with the cases. */
export class Tally {
  readonly #base: RevisionModel;
  readonly #head: RevisionModel;
  readonly #counts = new Map<string, Count>();

  constructor(base: RevisionModel, head: RevisionModel) {
    this.#base = base;
    this.#head = head;
  }

  /** Counts a case, with the clauses that make the difference in it. */
  add(step: Step, name: string, clauses: readonly string[]): void {
    const key = JSON.stringify([step.decision, step.before, step.after]);
    const known = this.#counts.get(key);
    const count: Count = known ?? { ...step, count: 0, clauses: new Map(), first: [] };
    if (known === undefined) this.#counts.set(key, count);
    count.count++;
    if (count.first.length < mostNamed) count.first.push(name);
    for (const clause of clauses) count.clauses.set(clause, (count.clauses.get(clause) ?? 0) + 1);
  }

  /** The transitions: decision by decision, those for the worse first and the frequent ones before the rare. */
  transitions(): readonly Transition[] {
    const decisions = [...this.#head.decisions.keys()];
    const rank = (one: Transition): number => decisions.indexOf(one.decision);
    return [...this.#counts.values()]
      .map((count) => this.#transition(count))
      .sort(
        (a, b) =>
          rank(a) - rank(b) ||
          directions.indexOf(a.direction) - directions.indexOf(b.direction) ||
          b.count - a.count ||
          byNumber(a.before, b.before) ||
          byNumber(a.after, b.after),
      );
  }

  #transition({ decision, before, after, count, clauses, first }: Count): Transition {
    const direction = directionOf(
      this.#base.decisions.get(decision),
      this.#head.decisions.get(decision),
      before,
      after,
    );
    return {
      decision,
      before,
      after,
      count,
      // Nothing that stays the same is counted.
      direction: direction === "same" ? "otherwise" : direction,
      clauses: [...clauses]
        .map(([clause, times]) => ({ clause, count: times }))
        .sort((a, b) => b.count - a.count || byNumber(a.clause, b.clause)),
      first,
    };
  }
}
