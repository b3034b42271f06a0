import type { Operand } from "../../language/known.ts";
import type { Truth } from "../../language/truth.ts";
import type { Frame, Possible, StatusSet } from "../frame.ts";
import type { ClauseMarks } from "./clause-marks.ts";

/** Receives the ids of facts, the same one perhaps more than once. */
export type Sink = (id: string) => void;

/** A condition compiled into closures. */
export interface CompiledCondition {
  readonly test: (frame: Frame) => Truth;
  /** The input facts for want of which the condition is unknown. To be asked only while it is. */
  readonly missing: (frame: Frame, sink: Sink) => void;
  /** Marks the clauses that make the condition what it is, given what it is. To be asked only when it is known. */
  readonly because: (frame: Frame, marks: ClauseMarks, truth: Truth) => void;
}

/** A value compiled into closures. */
export interface CompiledValue {
  readonly get: (frame: Frame) => Operand;
  /** The input facts for want of which the value is unknown. To be asked only while it is. */
  readonly missing: (frame: Frame, sink: Sink) => void;
  /** Marks the clauses that define what the value is worked out from. */
  readonly because: (frame: Frame, marks: ClauseMarks) => void;
}

/** A clause compiled into closures. */
export interface CompiledClause {
  readonly statuses: (frame: Frame) => StatusSet;
  readonly missing: (frame: Frame, sink: Sink) => void;
}

/** A decision compiled into closures. */
export interface CompiledDecision {
  /** Its outcomes, each as the only one possible: what `possible` gives where the decision is settled is one of these. */
  readonly settled: readonly Possible[];
  readonly possible: (frame: Frame) => Possible;
  /** The place among those of what it is settled to; -1 where it is not. */
  readonly place: (frame: Frame) => number;
  readonly missing: (frame: Frame, sink: Sink) => void;
  /** Marks the clauses that the outcome rests on. To be asked only when it is settled. */
  readonly because: (frame: Frame, marks: ClauseMarks) => void;
}

/** Asks nothing, names nothing. */
export const nothing = (): void => {};

/** Those parts that can rest on a clause: there is no need to look at what the others come to. */
export function grounded<Part extends { readonly because: unknown }>(parts: readonly Part[]): readonly Part[] {
  return parts.filter(({ because }) => because !== nothing);
}

/** Marks the clauses that any of the values is worked out from. */
export function becauseOfAll(values: readonly CompiledValue[]): CompiledValue["because"] {
  const [only, ...others] = grounded(values);
  if (only === undefined) return nothing;
  if (others.length === 0) return only.because;
  const all = [only, ...others];
  return (frame, marks) => {
    for (let at = 0; at < all.length; at++) all[at]?.because(frame, marks);
  };
}

/** A condition as a value: what it comes to. */
export function truthAsValue({ test, missing, because }: CompiledCondition): CompiledValue {
  if (because === nothing) return { get: test, missing, because: nothing };
  return { get: test, missing, because: (frame, marks) => because(frame, marks, test(frame)) };
}
