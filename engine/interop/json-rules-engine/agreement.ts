import type { Evaluation } from "../../evaluate/procedure.ts";
import { type Problem, ProblemsError } from "../../source/problem.ts";
import { crossCheck, type Disagreement } from "./cross-check.ts";

/** The disagreements shown; one bug makes many. */
const shown = 5;

/**
 * Lets an evaluation pass only where json-rules-engine comes to the same.
 *
 * @throws ProblemsError with the code `engines-disagree` for the first parts on which it does not.
 */
export async function assertAgreement(evaluation: Evaluation): Promise<void> {
  const disagreements = await crossCheck(evaluation);
  if (disagreements.length === 0) return;
  throw new ProblemsError(disagreements.slice(0, shown).map((one) => problemOf(one, evaluation, disagreements.length)));
}

function problemOf({ part, evaluator, jsonRulesEngine }: Disagreement, { result }: Evaluation, count: number): Problem {
  return {
    code: "engines-disagree",
    severity: "error",
    message: `the two engines disagree on ${part}: ${evaluator} by the evaluator, ${jsonRulesEngine} by json-rules-engine`,
    expected: `the same from both; they differ on ${count} ${count === 1 ? "part" : "parts"} of this case`,
    remedy: `no decision is shown: please report this as a bug, with the case and revision ${result.revision}`,
  };
}
