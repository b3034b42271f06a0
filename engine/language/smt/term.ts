/**
 * A term of SMT-LIB 2, the language of solvers, as its text. The functions below build terms and simplify as they go,
 * so that formulas that say the same in the same way come out as the same text.
 */
export type Term = string;

/** The sorts that terms have here. */
export type Sort = "Bool" | "Int" | "Real";

/** The term that is always true. */
export const yes: Term = "true";

/** The term that is always false. */
export const no: Term = "false";

/** A truth value. */
export function truth(value: boolean): Term {
  return value ? yes : no;
}

/** True when all are. */
export function and(...terms: readonly Term[]): Term {
  return joined("and", terms, yes, no);
}

/** True when one is. */
export function or(...terms: readonly Term[]): Term {
  return joined("or", terms, no, yes);
}

function joined(name: string, terms: readonly Term[], neutral: Term, settling: Term): Term {
  const parts = new Set(terms.filter((term) => term !== neutral));
  for (const part of parts) if (part === settling || parts.has(not(part))) return settling;
  const [first = neutral, ...others] = parts;
  return others.length === 0 ? first : `(${name} ${[...parts].join(" ")})`;
}

/** True when the term is false. */
export function not(term: Term): Term {
  if (term === yes) return no;
  if (term === no) return yes;
  return term.startsWith("(not ") ? term.slice("(not ".length, -1) : `(not ${term})`;
}

/** One of two terms of the same sort. */
export function ite(condition: Term, then: Term, otherwise: Term): Term {
  if (condition === yes || then === otherwise) return then;
  if (condition === no) return otherwise;
  if (then === yes) return or(condition, otherwise);
  if (then === no) return and(not(condition), otherwise);
  if (otherwise === yes) return or(not(condition), then);
  if (otherwise === no) return and(condition, then);
  return `(ite ${condition} ${then} ${otherwise})`;
}

/** True when the two terms, of the same sort, are the same value. */
export function same(left: Term, right: Term): Term {
  if (left === right) return yes;
  if (left === yes) return right;
  if (right === yes) return left;
  if (left === no) return not(right);
  if (right === no) return not(left);
  const [a, b] = [wholeOf(left), wholeOf(right)];
  return a === undefined || b === undefined ? `(= ${left} ${right})` : truth(a === b);
}

/** True when the left number is less than the right one. */
export function less(left: Term, right: Term): Term {
  if (left === right) return no;
  const [a, b] = [wholeOf(left), wholeOf(right)];
  return a === undefined || b === undefined ? `(< ${left} ${right})` : truth(a < b);
}

/** True when the left number is at most the right one. */
export function atMost(left: Term, right: Term): Term {
  return not(less(right, left));
}

/** A whole number. */
export function whole(value: number | bigint): Term {
  return value < 0 ? `(- ${-BigInt(value)})` : String(BigInt(value));
}

/** The value of a term that `whole` wrote. */
function wholeOf(term: Term): bigint | undefined {
  const match = /^(?:\(- (\d+)\)|(\d+))$/.exec(term);
  if (match === null) return undefined;
  return match[1] === undefined ? BigInt(match[2] ?? "0") : -BigInt(match[1]);
}

/** The sum of whole numbers, or of reals. */
export function plus(...terms: readonly Term[]): Term {
  let constant = 0n;
  const others: Term[] = [];
  for (const term of terms) {
    const value = wholeOf(term);
    if (value === undefined) others.push(term);
    else constant += value;
  }
  if (constant !== 0n || others.length === 0) others.push(whole(constant));
  return others.length === 1 ? (others[0] ?? whole(0)) : `(+ ${others.join(" ")})`;
}

/** The product of two whole numbers, or of two reals. */
export function times(left: Term, right: Term): Term {
  const [a, b] = [wholeOf(left), wholeOf(right)];
  if (a !== undefined && b !== undefined) return whole(a * b);
  if (a === 0n || b === 0n) return whole(0);
  if (a === 1n) return right;
  if (b === 1n) return left;
  return `(* ${left} ${right})`;
}

/** The number with the other sign. */
export function minus(term: Term): Term {
  return times(whole(-1), term);
}

/** The whole quotient by a positive constant, rounded down. */
export function quotient(term: Term, by: number): Term {
  const value = wholeOf(term);
  return value === undefined || value < 0n ? `(div ${term} ${by})` : whole(value / BigInt(by));
}

/** The remainder of the division by a positive constant, never negative. */
export function remainder(term: Term, by: number): Term {
  const value = wholeOf(term);
  return value === undefined || value < 0n ? `(mod ${term} ${by})` : whole(value % BigInt(by));
}
