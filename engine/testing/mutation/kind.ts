import type { Clause, Condition, Decision, Obligation, RevisionModel, Value } from "../../procedure/model.ts";
import type { Part } from "../../procedure/origins.ts";

/** One small change of a part of a revision. */
export interface Change<Thing> {
  /** What stands in place of the part. */
  readonly to: Thing;
  /** The part whose place in the rule files is shown. */
  readonly at: Part;
  /** What is written there, in one line. */
  readonly before: string;
  /** What would be written there instead; `(nothing)` where it is left out. */
  readonly after: string;
}

/**
 * A row of the table of mutations: one kind of slip. Each function gives the changes of one part itself; what stands
 * inside it is visited by itself.
 */
export interface MutationKind {
  readonly name: string;
  readonly ofCondition?: (condition: Condition, model: RevisionModel) => readonly Change<Condition>[];
  readonly ofValue?: (value: Value) => readonly Change<Value>[];
  readonly ofClause?: (clause: Clause) => readonly Change<Clause>[];
  readonly ofObligation?: (obligation: Obligation) => readonly Change<Obligation>[];
  readonly ofDecision?: (decision: Decision) => readonly Change<Decision>[];
}

/** How a change that leaves something out reads. */
export const nothing = "(nothing)";

/** The neighbour in an order: the next, or for the last one the one before; nothing where there is no other. */
export function neighbour<Thing>(order: readonly Thing[], one: Thing): Thing | undefined {
  const at = order.indexOf(one);
  return at === -1 ? undefined : (order[at + 1] ?? order[at - 1]);
}
