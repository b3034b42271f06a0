import type { OperatorName } from "./operators/table.ts";
import type { ClauseId, DashedName, FactId, Name } from "./primitives.ts";
import type { Value } from "./value.ts";

/**
 * A question about the facts. It is true, false or unknown (strong Kleene logic): a missing fact makes it unknown
 * wherever that fact can still matter.
 */
export type Condition =
  | AllCondition
  | AnyCondition
  | NotCondition
  | FactCondition
  | ItemCondition
  | SomeCondition
  | EveryCondition
  | ClauseCondition
  | DecisionCondition
  | ReadingCondition;

/** True when every condition in the list is true; false as soon as one is false. */
export interface AllCondition {
  /**
   * Conditions that must all hold.
   * @minItems 1
   */
  all: Condition[];
}

/** True as soon as one condition in the list is true; false when all are false. */
export interface AnyCondition {
  /**
   * Conditions of which one is enough.
   * @minItems 1
   */
  any: Condition[];
}

/** True when the condition is false, and the other way round; unknown stays unknown. */
export interface NotCondition {
  /** The condition that must not hold. */
  not: Condition;
}

/** Compares a fact or a derived value. A comparison with a fact that is known to be none is false. */
export interface FactCondition {
  /** The fact or derived value on the left. */
  fact: FactId;
  /** How it is compared. */
  operator: OperatorName;
  /** What it is compared with; left out for the operators that look at the fact alone. */
  value?: Value;
}

/** Compares one field of the list element that `some`, `every`, or a list's `where` is looking at. */
export interface ItemCondition {
  /** The field of the element; `this` for the element itself where the list has no fields. */
  item: Name;
  /** How it is compared. */
  operator: OperatorName;
  /** What it is compared with; left out for the operators that look at the field alone. */
  value?: Value;
}

/** Which elements of which list are looked at. */
export interface ListQuestion {
  /** A fact that is a list. */
  in: FactId;
  /** What is asked of each element; its fields are named by `item`. */
  where: Condition;
}

/** True when at least one element satisfies the condition; false for an empty list and for none. */
export interface SomeCondition {
  /** Which elements of which list are looked at. */
  some: ListQuestion;
}

/** True when every element satisfies the condition, so also for an empty list; false for none. */
export interface EveryCondition {
  /** Which elements of which list are looked at. */
  every: ListQuestion;
}

/** What a clause comes to on the facts of a case. */
export type ClauseStatus = "met" | "unmet" | "undetermined" | "not_applicable";

/** Asks what a clause came to. While the clause is undetermined the answer is unknown. */
export interface ClauseCondition {
  /** The clause. */
  clause: ClauseId;
  /** The status asked for. */
  is: "met" | "unmet" | "not_applicable";
}

/** Asks what a decision came to. While several outcomes are possible the answer is unknown, unless all or none fit. */
export interface DecisionCondition {
  /** The decision. */
  decision: Name;
  /** The outcome asked for, or a list of which one is enough. */
  is: Name | Name[];
}

/** Asks whether the caller switched on this alternative of an interpretation. It is never unknown. */
export interface ReadingCondition {
  /** The interpretation. */
  reading: DashedName;
  /** The alternative. */
  is: Name;
}
