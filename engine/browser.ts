import { Procedure } from "./evaluate/procedure.ts";
import { revisionsOf } from "./procedure/bundle.ts";

export { type EvaluationInput, Procedure } from "./evaluate/procedure.ts";
export type { ClauseStatus } from "./language/condition.ts";
export type {
  ClauseResult,
  Decided,
  DecisionResult,
  GovernedBy,
  ObligationResult,
  ObligationStatus,
  Result,
  Settled,
  Warning,
  WarningCode,
} from "./language/result.ts";
export type { Place } from "./source/place.ts";
export { type Problem, ProblemsError } from "./source/problem.ts";

/**
 * Loads a procedure where there are no files: in a browser, or in any other place that runs JavaScript and nothing of
 * Node. It decides cases exactly as the procedure does that was bundled.
 *
 * @param bundle what `export bundle` wrote, or its text
 * @throws ProblemsError where it is no bundle, or one of another version
 */
export function loadProcedure(bundle: string | object): Procedure {
  return new Procedure(revisionsOf(bundle));
}
