import type { ClauseStatus } from "./condition.ts";

/** What an obligation comes to at the evaluation date. */
export type ObligationStatus =
  | "fulfilled"
  | "fulfilled_late"
  | "pending"
  | "overdue"
  | "not_applicable"
  | "undetermined";

/** Everything that was decided about a case. All dates are `YYYY-MM-DD`. */
export interface Result {
  readonly procedure: string;
  readonly revision: string;
  /** The digest of the revision's resolved content. */
  readonly digest: string;
  /** The name of the case, where it has one. */
  readonly case?: string;
  /** The evaluation date. */
  readonly asOf: string;
  readonly governedBy: GovernedBy;
  readonly decisions: Readonly<Record<string, DecisionResult>>;
  readonly clauses: Readonly<Record<string, ClauseResult>>;
  readonly obligations: Readonly<Record<string, ObligationResult>>;
  /** Derived values by id; an unknown one is left out, `null` is known to be none. */
  readonly derived: Readonly<Record<string, string | number | boolean | null>>;
  /** The interpretations relied on; one whose alternative was switched on is written `id=alternative`. */
  readonly readings: readonly string[];
  readonly warnings: readonly Warning[];
}

/** What a decision came to, without what it rests on. */
export type Settled = Pick<DecisionResult, "outcome" | "possible">;

/** The decisions about a case alone, each without what it rests on and what is missing: what a large batch asks for. */
export interface Decided
  extends Pick<Result, "procedure" | "revision" | "digest" | "case" | "asOf" | "governedBy" | "warnings"> {
  readonly decisions: Readonly<Record<string, Settled>>;
}

/** Which date selected the revision. */
export interface GovernedBy {
  /** The governing fact, `evaluation.as_of` where that fact is none, or `revision` where the caller named one. */
  readonly fact: string;
  /** The date; `null` where the governing fact is unknown. */
  readonly date: string | null;
}

/** What a decision came to. */
export interface DecisionResult {
  /** The outcome, or `null` while it is undetermined. */
  readonly outcome: string | null;
  /** The outcomes that are still possible, in the order in which they are tried. */
  readonly possible: readonly string[];
  /** The clauses that the outcome rests on. */
  readonly because: readonly string[];
  /** The input facts that could still settle it, the most useful first. */
  readonly missing: readonly string[];
}

/** What a clause came to. */
export interface ClauseResult {
  readonly status: ClauseStatus;
  /** The revision that brought the version applied. */
  readonly revision: string;
  readonly effective: string;
  readonly missing: readonly string[];
}

/** What an obligation came to. */
export interface ObligationResult {
  readonly clause: string;
  readonly bearer: string;
  /** The last day that still counts; `null` where there is none or it is unknown. */
  readonly due: string | null;
  readonly status: ObligationStatus;
  readonly missing: readonly string[];
}

/** Something that a reader of the result should know. The code stays; the words may change. */
export interface Warning {
  readonly code: WarningCode;
  readonly message: string;
  /** The facts it is about. */
  readonly facts: readonly string[];
}

/** The kinds of warning. */
export type WarningCode =
  | "future-date"
  | "revision-overridden"
  | "revision-not-settled"
  | "draft-revision"
  | "approved-content-changed";
