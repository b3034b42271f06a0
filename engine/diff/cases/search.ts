import { CalendarRangeError } from "../../calendar/day.ts";
import type { Pair, Runs, TrialCase } from "../../cases/pair.ts";
import type { Pool } from "../../cases/pool.ts";
import { randomNumbers } from "../../cases/random.ts";
import { variationsOf } from "../../cases/variations.ts";
import type { ClausePart, DecisionPart } from "../parts.ts";
import { clauseDifferences, clauseEffects, type Difference, decisionDifference } from "./direction.ts";

/** The things that are looked at: decisions, and clauses that may come out differently. */
export interface Subjects {
  readonly decisions: readonly DecisionPart[];
  readonly clauses: readonly ClausePart[];
}

/** What a search looks for: that a decision or a clause comes out differently in one direction. */
export interface Target {
  readonly part: DecisionPart | ClausePart;
  readonly direction: Difference["direction"];
}

/** The name of a target. */
export function targetKey({ part, direction }: Target): string {
  return `${part.subject} ${part.id} ${direction}`;
}

/** How far random cases stray from an ordinary one, at most. */
const mostChanges = 6;

/** Looks for cases that come out differently, by running them on both sides. */
export class Search {
  readonly #pair: Pair;
  readonly #subjects: Subjects;
  readonly #found = new Map<string, TrialCase>();
  readonly #differing = new Set<string>();

  constructor(pair: Pair, subjects: Subjects) {
    this.#pair = pair;
    this.#subjects = subjects;
  }

  /** A case that shows a target, the first that was found. */
  found(target: Target): TrialCase | undefined {
    return this.#found.get(targetKey(target));
  }

  /** Whether something was seen to come out differently: `decision ID`, `clause ID`, `obligation ID`, `value ID`. */
  differs(name: string): boolean {
    return this.#differing.has(name);
  }

  /** Runs each ordinary case with one thing otherwise, for each value worth trying. */
  aroundOrdinary(ordinary: readonly TrialCase[], pool: Pool): void {
    for (const near of ordinary) {
      this.run(near);
      for (const { trials } of variationsOf(near, this.#pair, pool))
        for (const change of trials) this.run(change(near));
    }
  }

  /** Runs ordinary cases with several things otherwise, picked at random, the same ones in every run. */
  atRandom(ordinary: readonly TrialCase[], pool: Pool, count: number): void {
    const random = randomNumbers(20_260_731);
    const pick = <Thing>(things: readonly Thing[]): Thing | undefined => things[Math.floor(random() * things.length)];
    const starts = ordinary.map((near) => ({ near, variations: variationsOf(near, this.#pair, pool) }));
    for (let done = 0; done < count; done += 1) {
      const start = pick(starts);
      if (start === undefined) return;
      let trial = start.near;
      const changes = 1 + Math.floor(random() * mostChanges);
      for (let change = 0; change < changes; change += 1) {
        const next = pick(pick(start.variations)?.trials ?? []);
        if (next !== undefined) trial = next(trial);
      }
      this.run(trial);
    }
  }

  /** Runs one case, and keeps it for every target that it is the first to show. */
  run(trial: TrialCase): void {
    for (const { part, difference } of this.#effects(trial)) {
      const key = targetKey({ part, direction: difference.direction });
      if (!this.#found.has(key)) this.#found.set(key, trial);
    }
  }

  /** How a case shows a target, if it is valid on both sides and does. */
  shown(trial: TrialCase, target: Target): Difference | undefined {
    const wanted = targetKey(target);
    const effects = this.#effects(trial, target.part);
    return effects.find(({ part, difference }) => targetKey({ part, direction: difference.direction }) === wanted)
      ?.difference;
  }

  /** What comes out differently on a case that is valid on both sides: all that is looked at, or one part. */
  #effects(
    trial: TrialCase,
    only?: DecisionPart | ClausePart,
  ): readonly { readonly part: DecisionPart | ClausePart; readonly difference: Difference }[] {
    try {
      const runs = this.#pair.startValid(trial);
      return runs === undefined ? [] : this.#effectsOf(runs, only);
    } catch (error) {
      if (error instanceof CalendarRangeError) return [];
      throw error;
    }
  }

  #effectsOf(
    runs: Runs,
    only: DecisionPart | ClausePart | undefined,
  ): readonly { readonly part: DecisionPart | ClausePart; readonly difference: Difference }[] {
    const decisions = this.#subjects.decisions.flatMap((part) => {
      if (only?.subject === "decision" && only.id !== part.id) return [];
      const difference = decisionDifference(part, runs);
      return difference === undefined ? [] : [{ part, difference }];
    });
    if (only?.subject === "decision") return decisions;
    const further = decisions.map(({ difference }) => difference);
    if (only?.subject === "clause") {
      return clauseEffects(only, runs, further).map((difference) => ({ part: only, difference }));
    }
    const clauses = this.#subjects.clauses.flatMap((part) => {
      for (const { shows } of clauseDifferences(part, runs)) this.#differing.add(shows);
      return clauseEffects(part, runs, further).map((difference) => ({ part, difference }));
    });
    for (const { shows } of further) this.#differing.add(shows);
    return [...decisions, ...clauses];
  }
}
