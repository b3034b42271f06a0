import { isStatus } from "./contender.ts";
import type { Measured } from "./measure.ts";

/** How the outcomes of a contender compare with the library's. */
export interface Compared {
  readonly id: string;
  /** The decisions that it expresses. */
  readonly decisions: readonly string[];
  /** The clauses and obligations whose status it gives; left out where there are none. */
  readonly statuses?: readonly string[];
  readonly cases: number;
  /** The cases in which a part came out otherwise, each with that part; no more than the first few. */
  readonly differences: readonly string[];
  readonly differing: number;
}

const shown = 5;

/** Compares case by case. */
export function compareOutcomes({ id, decided = [] }: Measured, { decided: wanted = [] }: Measured): Compared {
  const names = Object.keys(decided[0] ?? {});
  const statuses = names.filter(isStatus);
  const differences: string[] = [];
  for (const [at, outcomes] of decided.entries()) {
    for (const name of names) {
      const [one, other] = [outcomes[name], wanted[at]?.[name]];
      if (one !== other) differences.push(`case ${at + 1}, ${name}: ${String(one)} instead of ${String(other)}`);
    }
  }
  return {
    id,
    decisions: names.filter((name) => !isStatus(name)),
    ...(statuses.length === 0 ? {} : { statuses }),
    cases: decided.length,
    differences: differences.slice(0, shown),
    differing: differences.length,
  };
}
