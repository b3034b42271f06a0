import type { TrialCase } from "../../cases/pair.ts";

/** A table of what was shown, by two places: the first case that showed it. */
export class Table {
  readonly #cases: (TrialCase | undefined)[][] = [];

  /** The first case that showed something. */
  at(row: number, column: number): TrialCase | undefined {
    return this.#cases[row]?.[column];
  }

  /** Remembers a case for something, unless there is one already. */
  note(row: number, column: number, trial: TrialCase): boolean {
    const cases = this.#cases[row] ?? [];
    this.#cases[row] = cases;
    if (cases[column] !== undefined) return false;
    cases[column] = trial;
    return true;
  }
}

/** Remembers a case for every pair that can be made of some places, each with itself too. */
export function notePairs(table: Table, places: readonly number[], trial: TrialCase): boolean {
  let isNew = false;
  for (const [at, first] of places.entries()) {
    for (let later = at; later < places.length; later += 1)
      isNew = table.note(first, places[later] ?? first, trial) || isNew;
  }
  return isNew;
}
