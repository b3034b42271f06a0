import { unreachable } from "../value-type.ts";
import type { SymbolicDate } from "./date.ts";
import { chooseDate, earlierDate, sameDate } from "./date.ts";
import type { SymbolicNumber } from "./number.ts";
import { chooseNumber, lessNumber, sameNumber } from "./number.ts";
import { and, atMost, ite, less, no, not, or, type Sort, same, type Term, whole } from "./term.ts";

/**
 * A value that is not known but described: for every case at once. `none` is true in the cases in which it is none;
 * what the rest says of those cases means nothing.
 */
export type Symbolic = SymbolicFlag | SymbolicCode | SymbolicNumber | SymbolicDate | SymbolicList | SymbolicRecord;

/** Yes or no. */
export interface SymbolicFlag {
  readonly kind: "boolean";
  readonly none: Term;
  readonly term: Term;
}

/** An option of a choice, or a text, as the number that stands for it. */
export interface SymbolicCode {
  readonly kind: "code";
  readonly none: Term;
  readonly term: Term;
}

/** A list of as many elements as `length` says, of those written down. */
export interface SymbolicList {
  readonly kind: "list";
  readonly none: Term;
  readonly length: Term;
  readonly elements: readonly Symbolic[];
}

/** An element with fields. */
export interface SymbolicRecord {
  readonly kind: "record";
  readonly none: Term;
  readonly fields: readonly Symbolic[];
}

/** What the encoding of a value may add to the description of all cases. */
export interface SmtContext {
  /** A name for a term, the same for the same term. */
  name(sort: Sort, term: Term): Term;
  /** A new number that the constraints added with it must settle. */
  number(): Term;
  /** Something that holds in every case. */
  constrain(term: Term): void;
}

/** The value that is none. */
export const none: SymbolicFlag = { kind: "boolean", none: "true", term: no };

/** Both are there, and the condition holds of them. */
export function known(left: Symbolic, right: Symbolic, condition: () => Term): Term {
  if (left.none === "true" || right.none === "true") return no;
  return and(not(left.none), not(right.none), condition());
}

/** The two values are the same, given that neither is none. */
export function sameValue(left: Symbolic, right: Symbolic): Term {
  if (left.kind === "boolean" && right.kind === "boolean") return same(left.term, right.term);
  if (left.kind === "code" && right.kind === "code") return same(left.term, right.term);
  if (left.kind === "number" && right.kind === "number") return sameNumber(left, right);
  if (left.kind === "date" && right.kind === "date") return sameDate(left, right);
  if (left.kind === "list" && right.kind === "list") {
    const pairs = left.elements.map((element, at) => {
      const other = right.elements[at];
      return other === undefined
        ? atMost(left.length, whole(at))
        : or(atMost(left.length, whole(at)), identical(element, other));
    });
    return and(same(left.length, right.length), ...pairs);
  }
  if (left.kind === "record" && right.kind === "record") {
    return and(...left.fields.map((field, at) => identical(field, right.fields[at] ?? none)));
  }
  return no;
}

/** The two values are the same, or both are none. */
export function identical(left: Symbolic, right: Symbolic): Term {
  if (left.none === "true" || right.none === "true") return and(left.none, right.none);
  return and(same(left.none, right.none), or(left.none, sameValue(left, right)));
}

/** The left number or date is less than the right one, given that neither is none. */
export function lessValue(left: Symbolic, right: Symbolic): Term {
  if (left.kind === "number" && right.kind === "number") return lessNumber(left, right);
  if (left.kind === "date" && right.kind === "date") return earlierDate(left, right);
  return no;
}

/** A list holds the value, given that neither is none. */
export function holdsValue(list: Symbolic, value: Symbolic): Term {
  if (list.kind !== "list") return no;
  return or(
    ...list.elements.map((element, at) =>
      and(
        less(whole(at), list.length),
        known(element, value, () => sameValue(element, value)),
      ),
    ),
  );
}

/** One value or the other, as a condition decides. */
export function chooseValue(condition: Term, then: Symbolic, otherwise: Symbolic): Symbolic {
  if (condition === "true") return then;
  if (condition === "false") return otherwise;
  const isNone = ite(condition, then.none, otherwise.none);
  // What is none has every type.
  if (then.none === "true") return { ...otherwise, none: isNone };
  if (otherwise.none === "true") return { ...then, none: isNone };
  switch (then.kind) {
    case "boolean":
    case "code":
      if (otherwise.kind !== then.kind) return unlike(then, otherwise);
      return { ...then, none: isNone, term: ite(condition, then.term, otherwise.term) };
    case "number":
      return otherwise.kind === "number" ? chooseNumber(condition, then, otherwise, isNone) : unlike(then, otherwise);
    case "date":
      return otherwise.kind === "date" ? chooseDate(condition, then, otherwise, isNone) : unlike(then, otherwise);
    case "list":
      if (otherwise.kind !== "list") return unlike(then, otherwise);
      return {
        kind: "list",
        none: isNone,
        length: ite(condition, then.length, otherwise.length),
        elements: merged(condition, then.elements, otherwise.elements),
      };
    case "record":
      if (otherwise.kind !== "record") return unlike(then, otherwise);
      return { kind: "record", none: isNone, fields: merged(condition, then.fields, otherwise.fields) };
    default:
      return unreachable(then);
  }
}

function merged(condition: Term, then: readonly Symbolic[], otherwise: readonly Symbolic[]): readonly Symbolic[] {
  const longer = then.length >= otherwise.length ? then : otherwise;
  return longer.map((_element, at) => chooseValue(condition, then[at] ?? none, otherwise[at] ?? none));
}

function unlike(left: Symbolic, right: Symbolic): never {
  throw new Error(`the linker let a choice between a ${left.kind} and a ${right.kind} through`);
}
