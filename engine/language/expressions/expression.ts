import type { Known } from "../known.ts";
import type { SmtContext, Symbolic } from "../smt/symbolic.ts";
import type { Term } from "../smt/term.ts";
import type { Value } from "../value.ts";
import type { Kind, ValueType } from "../value-type.ts";

/** One operand of a function: where it stands in the rule file and what it is. */
export interface OperandEntry {
  readonly key: string | number;
  readonly value: Value;
}

/** What is wrong with the type of one operand. */
export interface TypeComplaint {
  /** The position of the operand. */
  readonly operand: number;
  readonly expected: string;
}

/** A row of the expression table for a function: some values in, one value out. */
export interface FunctionRow<Body = unknown> {
  readonly family: "function";
  readonly name: string;
  /** The operands in the order in which `apply` takes them. */
  operands(body: Body): readonly OperandEntry[];
  /** The type of the result, or what is wrong with an operand. */
  type(operands: readonly ValueType[]): ValueType | TypeComplaint;
  /**
   * The result for known operands; none where there is none. It is not asked where an operand is unknown, which makes
   * the result unknown, or where one is none, which makes it none.
   */
  apply(operands: readonly Known[], body: Body): Known | null;
  /** The result as a description of all cases at once; none where an operand is, without the row saying so. */
  smt(operands: readonly Symbolic[], body: Body, context: SmtContext): Symbolic;
  /** The expression in words, its operands already in words. */
  phrase(operands: readonly string[], body: Body): string;
}

/** The field of an element of a list, and the cases in which it is one of those asked for. */
export interface SymbolicElement {
  readonly counts: Term;
  readonly value: Symbolic;
}

/** A row of the expression table for a question about a list: the elements that satisfy `where`, folded into one value. */
export interface AggregateRow {
  readonly family: "aggregate";
  readonly name: string;
  /** The kinds of field it takes with `of`; none where it takes no `of`. */
  readonly takes: readonly Kind[];
  /** The type of the result, given that of the field. */
  type(field: ValueType): ValueType;
  /** The result for the known values of the field; none where there is none. */
  fold(values: readonly Known[]): Known | null;
  /** The result as a description of all cases at once, given which elements count. */
  smt(elements: readonly SymbolicElement[]): Symbolic;
  /** The expression in words, the field and the list already in words; a date is late where a number is great. */
  phrase(field: string, list: string, kind: Kind): string;
}

/** Whether a result of `FunctionRow.type` is a complaint. */
export function isComplaint(result: ValueType | TypeComplaint): result is TypeComplaint {
  return "operand" in result;
}

/** The first operand that is not of the kind, if any; none passes, for it has every type. */
export function firstUnlike(types: readonly ValueType[], kind: Kind, expected: string): TypeComplaint | undefined {
  const operand = types.findIndex((type) => type.kind !== kind && type.kind !== "none");
  return operand === -1 ? undefined : { operand, expected };
}

/** The operands as numbers. Their kinds were checked when the rules were loaded. */
export function numbers(operands: readonly Known[]): readonly number[] {
  if (areNumbers(operands)) return operands;
  throw new Error("expected a number or a day number each");
}

function areNumbers(operands: readonly Known[]): operands is readonly number[] {
  // By their places: lists of several kinds come by here, for which going through one otherwise is a call each time.
  for (let at = 0; at < operands.length; at++) if (typeof operands[at] !== "number") return false;
  return true;
}

/** The operands of a function that takes a list of values. */
export function listed(values: readonly Value[]): readonly OperandEntry[] {
  return values.map((value, key) => ({ key, value }));
}

/** Words joined as in a sentence: "a, b and c". */
export function joined(words: readonly string[], conjunction: string): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${conjunction} ${last}`;
}
