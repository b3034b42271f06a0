import { readPackage } from "./cli/package.ts";
import { Procedure } from "./evaluate/procedure.ts";
import type { ProcedureOf, ProcedureTypes } from "./evaluate/typed.ts";
import { assertAgreement } from "./interop/json-rules-engine/agreement.ts";
import { openProcedure } from "./procedure/open.ts";
import { Records } from "./records/records.ts";

export { type Evaluation, type EvaluationInput, Procedure } from "./evaluate/procedure.ts";
export type {
  ProcedureOf,
  ProcedureTypes,
  TypedDecided,
  TypedEvaluation,
  TypedInput,
  TypedProcedure,
  TypedResult,
} from "./evaluate/typed.ts";
export type { OtherReadings } from "./explain/other-readings.ts";
export type { DecisionState, FromTo, ObligationState, ResultChanges } from "./explain/result-changes.ts";
export { type ReadingEffect, type Sensitivity, sensitivityOf } from "./explain/sensitivity.ts";
export { assertAgreement } from "./interop/json-rules-engine/agreement.ts";
export type { ClauseStatus } from "./language/condition.ts";
export type { RecordedInput, RecordedRevision, RecordFile } from "./language/record.ts";
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
export type { Difference } from "./records/differences.ts";
export type { Recorded, Records } from "./records/records.ts";
export type { Reason, ReasonCode, Replayed, Verdict } from "./records/replayed.ts";
export type { Place } from "./source/place.ts";
export { type Problem, ProblemsError } from "./source/problem.ts";

/**
 * Loads a procedure from a directory of rule files: the procedure that comes with the package, where none is named.
 * After loading nothing is read any more.
 *
 * With the types of a revision, as `export types` makes them, the compiler knows its facts and outcomes.
 *
 * @throws ProblemsError with every problem of the rule files, each with its place.
 */
export function loadProcedure<Types extends ProcedureTypes = ProcedureTypes>(
  directory: string = readPackage().rules,
): ProcedureOf<Types> {
  const procedure: Procedure = new Procedure(openProcedure(directory).revisions);
  // The types are the compiler's alone: with them or without, it is the same procedure.
  return procedure as ProcedureOf<Types>;
}

/**
 * Loads a procedure as `loadProcedure` does, to record what is decided by it and to recompute what was.
 *
 * @throws ProblemsError with every problem of the rule files, each with its place.
 */
export function loadRecords(directory: string = readPackage().rules): Records {
  return new Records({ rules: openProcedure(directory), engine: readPackage().version, confirm: assertAgreement });
}
