import type { GivenCase } from "./hand-written/case.ts";

/** What a contender decided: the outcome of each decision that it can express. */
export type Outcomes = Readonly<Record<string, unknown>>;

/** The name under which the status of a clause or an obligation is compared; no decision has such a one. */
export function statusName(kind: "clause" | "obligation", id: string): string {
  return `${kind} ${id}`;
}

/** Whether a name is that of a status, and not of a decision. */
export function isStatus(name: string): boolean {
  return name.includes(" ");
}

/** A contender with its rules loaded. */
export interface Loaded<Made> {
  /**
   * Makes a case ready, which is not in the time measured, and gives what decides it, which is. Where the contender
   * takes the case as it is given there is nothing to make ready.
   */
  prepare(given: GivenCase): () => Made | Promise<Made>;
  /** The outcomes in what was made. */
  outcomes(made: Made): Outcomes;
  /** What clauses and obligations came to in what was made, by `statusName`; left out where they are not all given. */
  statuses?(made: Made): Outcomes;
  /** How many cases it is given at once, where it decides them beside each other; 1 where that is left out. */
  readonly atOnce?: number;
  /** What it was spared: worked out beforehand since its language can't say it. */
  readonly spared?: readonly string[];
}

/** One way of deciding the cases. */
export interface Contender<Made = unknown> {
  readonly id: string;
  readonly title: string;
  /** What it is given and what it gives, in a few words. */
  readonly does: string;
  load(): Promise<Loaded<Made>>;
}
