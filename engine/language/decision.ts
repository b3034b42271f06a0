import type { Condition } from "./condition.ts";
import type { ClauseId, Name, RevisionNumber, Text } from "./primitives.ts";

/** The file of decisions. */
export interface DecisionsFile {
  /**
   * The decisions, in the order in which a reader wants them.
   * @minItems 1
   */
  decisions: DecisionEntry[];
}

/** A question that the procedure answers about a case. */
export interface DecisionEntry {
  /** The name of the decision. */
  id: Name;
  /** The question, in plain words. */
  title: Text;
  /**
   * Its versions, oldest first.
   * @minItems 1
   */
  versions: DecisionVersion[];
}

/** A decision as one revision has it. */
export interface DecisionVersion {
  /** The revision that brought this version. */
  revision: RevisionNumber;
  /** True where this revision no longer takes the decision. */
  retired?: boolean;
  /**
   * The possible outcomes, from best to worst for the applicant.
   * @minItems 1
   */
  outcomes: OutcomeEntry[];
  /**
   * The rows, in the order in which they are tried. The first that holds decides; the last has no `when`.
   * @minItems 1
   */
  rows: DecisionRow[];
}

/** A possible outcome of a decision. */
export interface OutcomeEntry {
  /** The name of the outcome. */
  outcome: Name;
  /** The sentence that says it. */
  says: Text;
}

/** One row of a decision. */
export interface DecisionRow {
  /** What is decided where the row holds. */
  outcome: Name;
  /** When the row decides; the last row has none and decides whatever is left. */
  when?: Condition;
  /** The clauses that the row rests on, where its condition does not already name them. */
  clauses?: ClauseId[];
}
