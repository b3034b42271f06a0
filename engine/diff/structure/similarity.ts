import { isContainer, valueAt } from "./slot.ts";
import type { Thing } from "./things.ts";

/** What things of all sorts share, and what moves with the number of a clause. */
const unspecific: ReadonlySet<string> = new Set(["section", "sectionTitle", "kind", "effective", "knownBy"]);

/** The words that a thing says and the names that it asks for, each with how often. */
export function wordsOf({ parts }: Thing): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [name, slot] of parts) {
    if (!unspecific.has(name)) collect(valueAt(slot), counts);
  }
  return counts;
}

function collect(value: unknown, counts: Map<string, number>): void {
  if (isContainer(value)) {
    for (const part of Object.values(value)) collect(part, counts);
    return;
  }
  for (const word of String(value)
    .toLowerCase()
    .match(/[\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*/gu) ?? []) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
}

/** How much two collections of words have in common, from 0 for nothing to 1 for all (the coefficient of Dice). */
export function similarity(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let common = 0;
  for (const [word, count] of one) common += Math.min(count, other.get(word) ?? 0);
  const total = [...one.values(), ...other.values()].reduce((sum, count) => sum + count, 0);
  return total === 0 ? 1 : (2 * common) / total;
}
