import type { Decision } from "../../procedure/model.ts";

/** What an outcome is called where the decision does not arise, as the status of a clause that does not apply. */
const notApplicable = "not_applicable";

/** Whether one outcome is better for the applicant than another. That a decision does not arise is neither. */
export function isBetter(outcome: string, other: string, decision: Decision): boolean {
  const ranked = rankedIn(decision);
  const [rank, otherRank] = [ranked.indexOf(outcome), ranked.indexOf(other)];
  return rank !== -1 && rank < otherRank;
}

/** Whether an outcome is the worst of those that say something for or against the applicant. */
export function isWorst(outcome: string, decision: Decision): boolean {
  return rankedIn(decision).at(-1) === outcome;
}

/** The outcomes from best to worst, as the decision lists them. */
function rankedIn({ outcomes }: Decision): readonly string[] {
  return [...outcomes.keys()].filter((outcome) => outcome !== notApplicable);
}
