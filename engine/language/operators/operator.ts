import type { Known, Operand } from "../known.ts";
import type { Symbolic } from "../smt/symbolic.ts";
import type { Term } from "../smt/term.ts";
import type { Truth } from "../truth.ts";
import type { Kind } from "../value-type.ts";

/**
 * One row of the operator table: everything that any part of the program knows of an operator, so that the
 * evaluator, the checks, the explanations and the second engine can't drift apart.
 */
export interface Operator {
  readonly name: string;
  /** The kinds of value that may stand on the left. */
  readonly takes: readonly Kind[];
  /** What must stand on the right: nothing, one comparable value, a list of them, or an element of the left list. */
  readonly right: "nothing" | "same" | "list" | "element";
  /** The three-valued test. */
  readonly test: (left: Operand, right: Operand) => Truth;
  /** The same test as a term of SMT-LIB, for facts of which each is known: to have a value, or to be none. */
  readonly smt: (left: Symbolic, right: Symbolic) => Term;
  /** The operator that is true exactly where this one is false, for values that are neither none nor unknown. */
  readonly negation: string;
  /** The values around a limit at which the truth can change, in steps of one; empty where no order is involved. */
  readonly boundaries: (limit: Known) => readonly Known[];
  /** How it reads between its two sides, "<left> is at most <right>"; before its one side where it has no right one. */
  readonly phrase: string;
  /** The operator of an unmodified json-rules-engine that does the same for known values. */
  readonly jsonRulesEngine: string;
}

/** Whether both sides of a comparison have a value. */
export function areKnown(left: Operand, right: Operand): boolean {
  return left !== undefined && right !== undefined && left !== null && right !== null;
}

/**
 * What a comparison comes to where a side has no value to compare: false where a side is none, which settles it even while
 * the other is unknown; else unknown. Each operator compares values itself, for a function that is handed the comparison
 * takes noticeably longer.
 */
export function withoutValue(left: Operand, right: Operand): Truth {
  if (left === null || right === null) return false;
  return left === undefined || right === undefined ? undefined : false;
}

/** The boundaries of an ordered comparison: the limit and its two neighbours. */
export function around(limit: Known): readonly Known[] {
  return typeof limit === "number" ? [limit - 1, limit, limit + 1] : [limit];
}

/** The boundaries of an operator without order: the value itself. */
export function only(limit: Known): readonly Known[] {
  return [limit];
}

/** Whether a list holds the value; unknown while an unknown element could be it. */
export function holds(list: Operand, value: Operand): Truth {
  if (list === null || value === null) return false;
  if (list === undefined || !Array.isArray(list)) return undefined;
  if (list.length === 0) return false;
  if (value === undefined) return undefined;
  if (list.includes(value)) return true;
  return list.includes(undefined) ? undefined : false;
}
