import { undetermined } from "../../diff/outcome-order.ts";
import type { Result } from "../../language/result.ts";
import type { RevisionModel } from "../../procedure/model.ts";
import { count, counts, decisionIn, type Tally } from "./tally.ts";

/** Counts what a case came to: every outcome, what is missing, and the clauses that an outcome other than the best rests on. */
export function countResult(tally: Tally, { decisions }: Result, model: RevisionModel): void {
  for (const [id, { outcome, because, missing }] of Object.entries(decisions)) {
    const counted = decisionIn(tally, id);
    count(counted.outcomes, outcome ?? undetermined);
    if (outcome === null) {
      for (const fact of missing) count(counted.missing, fact);
      continue;
    }
    const [best] = model.decisions.get(id)?.outcomes.keys() ?? [];
    if (outcome === best) continue;
    const clauses = counted.because[outcome] ?? counts();
    counted.because[outcome] = clauses;
    for (const clause of because) count(clauses, clause);
  }
}
