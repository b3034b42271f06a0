import type { ClauseStatus } from "../language/condition.ts";
import type { ObligationStatus } from "../language/result.ts";

/** Whether something holds, for people and for tools. */
export type TraceTruth = "true" | "false" | "unknown";

/** A condition as it came out: what it says, whether it holds, and the parts that make it so. */
export interface ConditionTrace {
  readonly says: string;
  readonly truth: TraceTruth;
  /** What the sides of a comparison came to, and the status or outcome that was asked for. */
  readonly found: readonly FoundValue[];
  readonly parts: readonly ConditionTrace[];
}

/** A value that was looked at, in words. */
export interface FoundValue {
  readonly says: string;
  readonly value: string;
}

/** A row of a decision as it was tried. */
export interface RowTrace {
  readonly outcome: string;
  /** Rows after the one that decided are not tried. */
  readonly tried: boolean;
  readonly truth: TraceTruth;
  readonly when: ConditionTrace | undefined;
}

/** A decision, row by row. */
export interface DecisionTrace {
  readonly id: string;
  readonly title: string;
  readonly possible: readonly string[];
  readonly rows: readonly RowTrace[];
}

/** A clause, with what it asks for. */
export interface ClauseTrace {
  readonly id: string;
  readonly title: string;
  readonly status: ClauseStatus;
  /** Why nothing of it is encoded. */
  readonly notEncoded: string | undefined;
  readonly appliesWhen: ConditionTrace | undefined;
  readonly requires: ConditionTrace | undefined;
  readonly derived: readonly DerivedTrace[];
  readonly obligations: readonly ObligationTrace[];
}

/** A value that a clause defines, its formula, and what it came to. */
export interface DerivedTrace {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  /** The formula in words; for one that is yes or no, the condition behind it instead. */
  readonly formula: string | undefined;
  /** What the formula was worked out from. */
  readonly from: readonly FoundValue[];
  readonly condition: ConditionTrace | undefined;
  /** The branches of a choice, as far as they were tried. */
  readonly branches: readonly BranchTrace[];
}

/** A branch of a choice between values. */
export interface BranchTrace {
  readonly when: ConditionTrace | undefined;
  readonly truth: TraceTruth;
  readonly says: string;
  readonly value: string;
}

/** A duty as it came out. */
export interface ObligationTrace {
  readonly id: string;
  readonly status: ObligationStatus;
  readonly duty: string;
  readonly due: string | null;
  readonly done: string | undefined;
  readonly appliesWhen: ConditionTrace | undefined;
  readonly performedWhen: ConditionTrace | undefined;
}

/** Everything that was tried in an evaluation, and what it came to. */
export interface Trace {
  readonly decisions: readonly DecisionTrace[];
  readonly clauses: readonly ClauseTrace[];
}
