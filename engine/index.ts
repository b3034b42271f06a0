import { readPackage } from "./cli/package.ts";
import { Procedure } from "./evaluate/procedure.ts";
import { openProcedure } from "./procedure/open.ts";

export { type Evaluation, type EvaluationInput, Procedure } from "./evaluate/procedure.ts";
export type { OtherReadings } from "./explain/other-readings.ts";
export type { DecisionState, FromTo, ObligationState, ResultChanges } from "./explain/result-changes.ts";
export { type ReadingEffect, type Sensitivity, sensitivityOf } from "./explain/sensitivity.ts";
export { assertAgreement } from "./interop/json-rules-engine/agreement.ts";
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
 * Loads a procedure from a directory of rule files: the procedure that comes with the package, where none is named.
 * After loading nothing is read any more.
 *
 * @throws ProblemsError with every problem of the rule files, each with its place.
 */
export function loadProcedure(directory: string = readPackage().rules): Procedure {
  return new Procedure(openProcedure(directory).revisions);
}
