import type { Day } from "../calendar/day.ts";
import type { ClauseKind, ObligationEntry } from "../language/clause.ts";
import type { AggregateRow, FunctionRow } from "../language/expressions/expression.ts";
import type { FactEntry } from "../language/fact.ts";
import type { InterpretationEntry } from "../language/interpretation.ts";
import type { Known } from "../language/known.ts";
import type { Operator } from "../language/operators/operator.ts";
import type { RevisionEntry } from "../language/procedure.ts";
import type { ValueType } from "../language/value-type.ts";

/**
 * One revision of a procedure with every name resolved and every type known: what the evaluator compiles, and what the
 * explanations and the second engine read. Nothing in it can fail to be found.
 */
export interface RevisionModel {
  readonly procedure: string;
  readonly title: string;
  readonly entry: RevisionEntry;
  readonly effective: Day;
  /** The first day on which the revision no longer governs, if there is one. */
  readonly until: Day | undefined;
  /** The SHA-256 digest of the resolved content, `sha256:` and 64 hexadecimal digits. */
  readonly digest: string;
  /** The date fact that selects the revision. */
  readonly governedBy: string;
  /** The interpretations that every result rests on. */
  readonly interpretationsThroughout: readonly string[];
  readonly parties: ReadonlyMap<string, string>;
  /** The parties on the applicant's side. */
  readonly applicants: ReadonlySet<string>;
  readonly headline: readonly string[];
  readonly facts: ReadonlyMap<string, Fact>;
  readonly contradictions: readonly Contradiction[];
  readonly derived: ReadonlyMap<string, Derived>;
  readonly clauses: ReadonlyMap<string, Clause>;
  readonly obligations: ReadonlyMap<string, Obligation>;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly interpretations: ReadonlyMap<string, InterpretationEntry>;
  /** The interpretations of which some condition asks for an alternative, and the alternatives asked for. */
  readonly switchable: ReadonlyMap<string, readonly string[]>;
}

/** A fact of the case. */
export interface Fact {
  readonly id: string;
  readonly type: ValueType;
  readonly entry: FactEntry;
}

/** A combination of facts that can't be. */
export interface Contradiction {
  readonly id: string;
  readonly when: Condition;
  /** The facts that it speaks of. */
  readonly facts: readonly string[];
  readonly says: string;
}

/** A value that a clause defines. */
export interface Derived {
  readonly id: string;
  /** The clause that defines it. */
  readonly clause: string;
  readonly value: Value;
}

/** A clause in the version that this revision has. */
export interface Clause {
  readonly id: string;
  readonly title: string;
  readonly kind: ClauseKind;
  readonly section: string;
  readonly sectionTitle: string;
  /** The revision that brought this version. */
  readonly revision: string;
  /** Its effective date, `YYYY-MM-DD`. */
  readonly effective: string;
  readonly summary: string;
  /** Why nothing of it is encoded, for an informative clause. */
  readonly notEncoded: string | undefined;
  readonly appliesWhen: Condition | undefined;
  readonly requires: Condition | undefined;
  readonly derived: readonly string[];
  readonly obligations: readonly string[];
  readonly interpretations: readonly string[];
}

/** A duty. */
export interface Obligation {
  readonly id: string;
  readonly clause: string;
  readonly bearer: string;
  readonly entry: ObligationEntry;
  /** The clause's condition and the duty's own, together. */
  readonly appliesWhen: Condition | undefined;
  /** The duty's own condition alone. */
  readonly ownCondition: Condition | undefined;
  readonly due: Value | undefined;
  readonly done: Value | undefined;
  readonly performedWhen: Condition | undefined;
  readonly keepUntil: Value | undefined;
}

/** A decision. */
export interface Decision {
  readonly id: string;
  readonly title: string;
  /** Outcome to the sentence that says it, from best to worst for the applicant. */
  readonly outcomes: ReadonlyMap<string, string>;
  readonly rows: readonly Row[];
}

/** A row of a decision. */
export interface Row {
  readonly outcome: string;
  /** Nothing for the last row. */
  readonly when: Condition | undefined;
  readonly clauses: readonly string[];
}

/** A condition with its names resolved. */
export type Condition =
  | { readonly kind: "all" | "any"; readonly of: readonly Condition[] }
  | { readonly kind: "not"; readonly of: Condition }
  | Comparison
  | {
      readonly kind: "some" | "every";
      readonly list: Reference;
      readonly where: Condition;
    }
  | { readonly kind: "clause"; readonly clause: string; readonly is: "met" | "unmet" | "not_applicable" }
  | { readonly kind: "decision"; readonly decision: string; readonly is: readonly string[] }
  | { readonly kind: "reading"; readonly reading: string; readonly is: string };

/** A comparison. */
export interface Comparison {
  readonly kind: "compare";
  readonly operator: Operator;
  readonly left: Value;
  /** Nothing for an operator that looks at the left side alone. */
  readonly right: Value | undefined;
}

/** A value with its names resolved and its type known. */
export type Value =
  | { readonly kind: "literal"; readonly type: ValueType; readonly value: Known | null }
  | Reference
  | { readonly kind: "item"; readonly type: ValueType; readonly name: string; readonly position: number | undefined }
  | {
      readonly kind: "function";
      readonly type: ValueType;
      readonly row: FunctionRow;
      readonly body: unknown;
      readonly operands: readonly Value[];
    }
  | {
      readonly kind: "aggregate";
      readonly type: ValueType;
      readonly row: AggregateRow;
      readonly list: Reference;
      readonly field: Value | undefined;
      readonly where: Condition | undefined;
    }
  | {
      readonly kind: "choose";
      readonly type: ValueType;
      readonly branches: readonly { readonly when: Condition | undefined; readonly value: Value }[];
    }
  | { readonly kind: "condition"; readonly type: ValueType; readonly of: Condition };

/** A value that is taken from the case, from a clause's definition, or the evaluation date. */
export interface Reference {
  readonly kind: "fact" | "derived" | "asOf";
  readonly type: ValueType;
  readonly id: string;
}

/** The id under which rules ask for the evaluation date. */
export const evaluationDateId = "evaluation.as_of";
