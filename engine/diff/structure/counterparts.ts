import type { Subject } from "../report.ts";
import { inOrder } from "./order.ts";
import { similarity, wordsOf } from "./similarity.ts";
import type { Thing } from "./things.ts";

/** One thing on both sides, or on the one side that has it. */
export interface Counterparts {
  readonly base: Thing | undefined;
  readonly head: Thing | undefined;
}

/**
 * How much two things under different ids must have in common to be the same one. Different clauses of one document
 * rarely have two thirds of their words in common. The questions for two facts often differ in a single word, so that a
 * fact is the same one only with all its words.
 */
const alike: Readonly<Record<Subject, number>> = {
  // A directory holds one procedure, whatever its id.
  procedure: 0,
  clause: 0.75,
  fact: 1,
  contradiction: 0.75,
  decision: 0.75,
  interpretation: 0.75,
};

/** How much a clause must have in common with one of another number, while its own number is there on both sides. */
const moved = 0.95;

/**
 * Finds for the things of one kind on either side which is the same one on the other: the one of the same id; of
 * those left over, the most alike. The number of a clause only says where it stands: a clause that has become quite
 * another one under its number is looked for under the others first, and found there only if it is nearly unchanged.
 *
 * @returns in the order of the head side, each thing that only the base side has behind the one it followed
 */
export function counterparts(base: readonly Thing[], head: readonly Thing[]): readonly Counterparts[] {
  const found = new Map<Thing, Thing>();
  const byId = new Map(base.map((thing) => [thing.id, thing]));
  const words = new Map([...base, ...head].map((thing) => [thing, wordsOf(thing)]));
  const none = new Map<string, number>();
  const likeness = (one: Thing, other: Thing) => similarity(words.get(one) ?? none, words.get(other) ?? none);
  const pairById = (isSame: (one: Thing, other: Thing) => boolean) => {
    const taken = new Set(found.values());
    for (const thing of head) {
      const other = byId.get(thing.id);
      if (other === undefined || found.has(thing) || taken.has(other) || !isSame(other, thing)) continue;
      found.set(thing, other);
    }
  };
  pairById((one, other) => one.subject !== "clause" || likeness(one, other) >= alike.clause);
  const taken = new Set(found.values());
  const headIds = new Set(head.map(({ id }) => id));
  // Where a number stands on both sides, it takes nearly all of the words to say that another clause moved to it.
  const leastFor = (one: Thing, other: Thing): number =>
    headIds.has(one.id) || byId.has(other.id) ? Math.max(moved, alike[other.subject]) : alike[other.subject];
  const candidates = head.flatMap((thing, at) =>
    found.has(thing)
      ? []
      : base.flatMap((other, otherAt) => {
          if (taken.has(other)) return [];
          return { base: other, head: thing, distance: at + otherAt, likeness: likeness(other, thing) };
        }),
  );
  // The sum of the two positions puts every pair that competes with another in an order that is the same both ways.
  candidates.sort((a, b) => b.likeness - a.likeness || a.distance - b.distance);
  for (const pair of candidates) {
    if (pair.likeness < leastFor(pair.base, pair.head) || found.has(pair.head) || taken.has(pair.base)) continue;
    found.set(pair.head, pair.base);
    taken.add(pair.base);
  }
  pairById(() => true);
  return inOrder(
    head.map((thing) => ({ base: found.get(thing), head: thing })),
    base,
  );
}
