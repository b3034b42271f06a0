import type { Operand } from "../language/known.ts";
import type { Operator } from "../language/operators/operator.ts";
import { operators } from "../language/operators/table.ts";
import type { Comparison, Value } from "../procedure/model.ts";
import { type Asking, subjectOf } from "./asking.ts";
import { changesOf, comparisonChanges } from "./changes.ts";
import { type Element, sayElement } from "./element.ts";
import { factsIn } from "./facts-in.ts";
import { type Saying, sayKnown } from "./known.ts";
import { inclusive } from "./nearest-value.ts";
import { leftNoneLack, noneLack, noneThere } from "./none-lack.ts";
import { declaredType, type Scope } from "./scope.ts";
import { type Lack, needed, type Shortfall } from "./shortfall.ts";
import { sayValue } from "./value-words.ts";
import { resolve, sayFound, sayWorked } from "./worked.ts";

/** What a comparison lacks that is false and should be true. */
export function comparisonLack(comparison: Comparison, asking: Asking): Shortfall | undefined {
  const { operator, left, right } = comparison;
  const { probe, scope } = asking;
  if (right === undefined) return existenceLack(operator, left, asking);
  const found = probe.value(left, scope);
  const limit = probe.value(right, scope);
  if (found === null) return leftNoneLack(comparison, rightWords(comparison, limit, asking), limit, asking);
  if (limit === null) return noneLack(right, comparison, asking);
  if (found === undefined || limit === undefined) return undefined;
  const wanted = rightWords(comparison, limit, asking);
  const isElement = left.kind === "item" && left.position === undefined && asking.element !== undefined;
  return {
    kind: "lack",
    subject: subjectOf(left, asking),
    ...(isElement
      ? elementWords(wanted, operator, asking.element, scope)
      : { wanted, was: `was ${sayFound(left, probe, scope, typeof limit === "number" ? { beside: limit } : {})}` }),
    facts: [...new Set([...factsIn(left, asking), ...factsIn(right, asking)])],
    changes: comparisonChanges(comparison, found, limit, asking),
  };
}

/** An element that may not stand in a list, said of the list. */
function elementWords(
  wanted: string,
  operator: Operator,
  element: Element,
  scope: Scope,
): Pick<Lack, "wanted" | "was"> {
  const options = operator.name === operators.in.name ? wanted.replace(`${predicate(operator, "")} `, "") : wanted;
  return { wanted: `only ${options}`, was: `${includes}${sayElement(element, scope)}` };
}

/** How what a list has too much is introduced. */
export const includes = "but there is also ";

/** What a comparison asks for on its left, in words: "at most 10 people", "on or before 2019-12-31 (the end of term)". */
function rightWords(comparison: Comparison, limit: Operand, { probe, scope }: Asking): string {
  const { operator, left, right } = comparison;
  if (right === undefined) return predicate(operator, "");
  if (limit === undefined || limit === null) return predicate(operator, sayWorked(right, probe, scope, left));
  const end = resolve(right, probe, scope);
  if (end.kind === "literal") {
    const near = inclusive(operator, limit, left.type);
    return predicate(near.operator, sayValue({ ...end, value: near.limit }, scope, left));
  }
  const words = sayKnown(limit, sayingOf(right, left, scope));
  return `${predicate(operator, words)} (${sayWorked(right, probe, scope, left)})`;
}

/** A worked-out number without a unit takes that of what it is compared with. */
function sayingOf(value: Value, beside: Value, scope: Scope): Saying {
  const bare = value.type.kind === "number" && value.type.unit === undefined;
  return { type: bare ? beside.type : value.type, declared: declaredType(value, scope) };
}

/** An operator's phrase as what is wanted: without its "is", or as a must. */
function predicate(operator: Operator, right: string): string {
  if (operator.name === operators.equal.name) return right;
  const phrase = operator.phrase
    .replace(/^is /, "")
    .replace(/^includes/, "must include")
    .replace(/^does not /, "must not ");
  return `${phrase} ${right}`.trim();
}

/** What one has to know about a value that should be there, or should not. */
function existenceLack(operator: Operator, left: Value, asking: Asking): Lack {
  const wantsValue = operator.name === operators.exists.name;
  const end = resolve(left, asking.probe, asking.scope);
  const subject = subjectOf(left, asking);
  if (wantsValue) {
    const { asOf } = asking.probe.frame;
    const isDate = left.type.kind === "date";
    return {
      kind: "lack",
      subject,
      wanted: needed,
      was: noneThere,
      facts: factsIn(left, asking),
      changes: isDate ? changesOf(end, [asOf], asking) : [],
    };
  }
  return {
    kind: "lack",
    subject,
    wanted: "none",
    was: `was ${sayFound(left, asking.probe, asking.scope)}`,
    facts: factsIn(left, asking),
    // What has happened can't be made not to have happened.
    changes: [],
  };
}
