/** How often something was counted, by name. */
export type Counts = Record<string, number>;

/** What is counted of a decision. */
export interface DecisionCounts {
  /** How many cases came to each outcome; `null` is kept as `undetermined`. */
  readonly outcomes: Counts;
  /** By outcome, for those worse than the best: the clauses that it rested on. */
  readonly because: Record<string, Counts>;
  /** The facts that were missing where it was undetermined. */
  readonly missing: Counts;
}

/** What is counted in a batch, as plain data: it comes from workers, and is kept beside an interrupted run. */
export interface Tally {
  /** The lines that are not blank. */
  rows: number;
  failed: number;
  /** The rows without an evaluation date of their own. */
  undated: number;
  /** The rows that the second engine came to the same on. */
  checked: number;
  /** The codes of the errors; a row can have several. */
  readonly errors: Counts;
  readonly decisions: Record<string, DecisionCounts>;
}

/** Nothing counted yet. The counts have no prototype, because their names come from outside. */
export function newTally(): Tally {
  return { rows: 0, failed: 0, undated: 0, checked: 0, errors: counts(), decisions: Object.create(null) };
}

/** Counts of nothing yet. */
export function counts(): Counts {
  return Object.create(null);
}

/** Counts one more, or several. */
export function count(into: Counts, name: string, times = 1): void {
  into[name] = (into[name] ?? 0) + times;
}

/** What is counted of a decision, made where it is not there yet. */
export function decisionIn(tally: Tally, id: string): DecisionCounts {
  const known = tally.decisions[id];
  if (known !== undefined) return known;
  const made: DecisionCounts = { outcomes: counts(), because: Object.create(null), missing: counts() };
  tally.decisions[id] = made;
  return made;
}

/** Adds what was counted elsewhere. */
export function add(into: Tally, other: Tally): void {
  into.rows += other.rows;
  into.failed += other.failed;
  into.undated += other.undated;
  into.checked += other.checked;
  addCounts(into.errors, other.errors);
  for (const [id, decision] of Object.entries(other.decisions)) {
    const mine = decisionIn(into, id);
    addCounts(mine.outcomes, decision.outcomes);
    addCounts(mine.missing, decision.missing);
    for (const [outcome, clauses] of Object.entries(decision.because)) {
      const known = mine.because[outcome] ?? counts();
      mine.because[outcome] = known;
      addCounts(known, clauses);
    }
  }
}

function addCounts(into: Counts, other: Counts): void {
  for (const [name, times] of Object.entries(other)) count(into, name, times);
}
