import type { Measured } from "./measure.ts";

/** How the outcomes of a contender compare with the library's. */
export interface Compared {
  readonly id: string;
  /** The decisions that it expresses. */
  readonly decisions: readonly string[];
  readonly cases: number;
  /** The cases in which a decision came out otherwise, each with that decision; no more than the first few. */
  readonly differences: readonly string[];
  readonly differing: number;
}

const shown = 5;

/** Compares case by case. */
export function compareOutcomes({ id, decided = [] }: Measured, { decided: wanted = [] }: Measured): Compared {
  const decisions = Object.keys(decided[0] ?? {});
  const differences: string[] = [];
  for (const [at, outcomes] of decided.entries()) {
    for (const decision of decisions) {
      const [one, other] = [outcomes[decision], wanted[at]?.[decision]];
      if (one !== other) differences.push(`case ${at + 1}, ${decision}: ${String(one)} instead of ${String(other)}`);
    }
  }
  return {
    id,
    decisions,
    cases: decided.length,
    differences: differences.slice(0, shown),
    differing: differences.length,
  };
}
