import type { Condition } from "../condition.ts";
import type { Value } from "../value.ts";

/** The value of the first branch whose condition holds; the last branch has none and takes whatever is left. */
export interface Choose {
  /**
   * The branches, in the order in which they are tried.
   * @minItems 2
   */
  choose: Branch[];
}

/** A branch of `choose`. */
export type Branch = ConditionalBranch | FinalBranch;

/** A branch that is taken when its condition holds. */
export interface ConditionalBranch {
  /** When the branch is taken. */
  when: Condition;
  /** The value then. */
  then: Value;
}

/** The last branch. */
export interface FinalBranch {
  /** The value where no branch before it is taken. */
  otherwise: Value;
}
