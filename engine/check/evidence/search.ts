import { addDays } from "../../calendar/arithmetic.ts";
import type { Amounts } from "../../cases/amounts.ts";
import { Changes } from "../../cases/changes.ts";
import type { Pair, TrialCase } from "../../cases/pair.ts";
import { plainCase } from "../../cases/plain.ts";
import { randomNumbers } from "../../cases/random.ts";
import type { Bounds } from "../../prove/encode/bounds.ts";
import { chancesOf, type Goal, goalsOf } from "./goals.ts";
import { Sightings } from "./sightings.ts";

/** How long after a revision takes effect its plainest case is looked at, in days: not on its very edge. */
const settledAfter = 164;
/** Cases that are run wherever they lead, which is how most of what can be seen is seen. */
const wandering = 3_000;
/** Cases that are run towards one thing that was not seen yet, before it is the turn of the next. */
const turn = 400;
/** How often each thing has its turn, and how many cases all of them have together. */
const mostTurns = 8;
const aiming = 12_000;
/** Cases that are run towards one thing that need not be in any. */
const glance = 300;
/** Which part of the cases to start from, those nearest, is tried once the nearest has led nowhere. */
const nearerShare = 0.2;
/** How often a case that is farther by so much at most is gone on from. */
const detourShare = 0.03;
const detour = 1;
/** The most changes that are made to a case at once. */
const mostChanges = 4;
/** Below 1, a case that showed something lately is built on more often than an earlier one. */
const lateness = 0.5;

/** The plainest case of a revision, which need not be valid. */
export function plainestCase(pair: Pair): TrialCase {
  return plainCase(pair, addDays(pair.models[1].effective, settledAfter));
}

/**
 * Runs complete cases on a revision, the same ones every time: first from the plainest case on to wherever something new
 * shows, then towards each thing that was not seen yet.
 */
export function look(pair: Pair, amounts: Amounts, bounds: Bounds): Sightings {
  const search = new Search(pair, amounts, bounds);
  search.wander();
  search.aim();
  return search.sightings;
}

class Search {
  readonly sightings: Sightings;
  readonly #changes: Changes;
  readonly #random = randomNumbers(20_260_811);
  /** The cases that showed something for the first time. */
  #starts: TrialCase[] = [];
  #contradictions = Number.POSITIVE_INFINITY;

  constructor(pair: Pair, amounts: Amounts, bounds: Bounds) {
    this.sightings = new Sightings(pair);
    this.#changes = new Changes(pair, amounts, bounds, this.#random);
    const plain = plainestCase(pair);
    this.#starts = [plain];
    this.#run(plain);
  }

  wander(): void {
    for (let done = 1; done < wandering; done += 1) {
      const start = this.#starts[Math.floor(this.#starts.length * this.#random() ** lateness)];
      if (start !== undefined) this.#run(this.#changed(start));
    }
  }

  aim(): void {
    let left = aiming;
    for (let round = 0; round < mostTurns && left > 0; round += 1) {
      for (const goal of goalsOf(this.sightings)) {
        left -= this.#approach(goal, round === 0, Math.min(turn, left));
        if (left <= 0) break;
      }
    }
    for (const chance of chancesOf(this.sightings)) this.#approach(chance, true, glance);
  }

  /**
   * Goes from a near case on to nearer ones, and now and then to one that is farther, for the way can lead over such. Says
   * how many cases it ran.
   *
   * @param isFirst whether to start from the nearest case; later from any of the nearer ones
   */
  #approach(goal: Goal, isFirst: boolean, most: number): number {
    const measured = this.#starts.map((trial) => ({ trial, distance: this.sightings.distance(goal, trial) }));
    measured.sort((a, b) => a.distance - b.distance);
    const nearer = Math.floor(this.#random() * measured.length * nearerShare);
    let current = measured[isFirst ? 0 : nearer];
    if (current === undefined) return most;
    let best = current.distance;
    for (let done = 0; done < most; done += 1) {
      if (goal.isSeen()) return done;
      const trial = this.#changed(current.trial);
      if (!this.#run(trial)) continue;
      const distance = this.sightings.distance(goal, trial);
      const isFarther = distance > current.distance;
      if (isFarther && (distance > current.distance + detour || this.#random() > detourShare)) continue;
      current = { trial, distance };
      if (distance >= best) continue;
      best = distance;
      this.#starts.push(trial);
    }
    return most;
  }

  #changed(start: TrialCase): TrialCase {
    let trial = start;
    const count = 1 + Math.floor(this.#random() * mostChanges);
    for (let change = 0; change < count; change += 1) trial = this.#changes.one(trial);
    return trial;
  }

  /** Runs a case, and says whether it is as valid as the cases to start from are. */
  #run(trial: TrialCase): boolean {
    const { isNew, contradictions } = this.sightings.run(trial);
    if (contradictions > this.#contradictions) return false;
    // Until a valid case is known, the way to one goes over cases with fewer and fewer contradictions.
    if (contradictions < this.#contradictions) this.#starts = [trial];
    else if (isNew) this.#starts.push(trial);
    this.#contradictions = contradictions;
    return true;
  }
}
