import type { Operator } from "../../language/operators/operator.ts";
import { type OperatorName, operators } from "../../language/operators/table.ts";
import { unreachable } from "../../language/value-type.ts";
import type { Comparison, Value } from "../../procedure/model.ts";
import type { Element } from "./element.ts";
import type { FactNames } from "./fact-names.ts";
import { allOf, anyOf, leaf, type RuleCondition, type RuleValue } from "./rule-condition.ts";
import type { TwoRules } from "./two-rules.ts";

/** One side of a comparison: how rules name it, and the comparisons that tell what is known of it. */
interface Side {
  readonly value: RuleValue;
  /** All hold where the side is known, be it none or not. */
  readonly known: readonly RuleCondition[];
  /** One holds where the side is none. */
  readonly none: readonly RuleCondition[];
  /** All hold where the side is known and not none. */
  readonly there: readonly RuleCondition[];
}

/** A side that is a list. Its `value` is the list of its known elements. */
interface ListSide extends Side {
  /** All hold where every element is known too. */
  readonly complete: readonly RuleCondition[];
  /** One holds where the list is known to have no element. */
  readonly empty: readonly RuleCondition[];
}

/** The operators of the library that look for a value in a list; those that deny it have their negation. */
const finding: readonly string[] = ["in", "contains"];

/**
 * A comparison as rules. It is true where both sides are there and the library's operator holds; false where a side is
 * none, and where both are known and the operator of the negation holds.
 */
export function compareByRules(
  { operator, left, right }: Comparison,
  element: Element | undefined,
  given: FactNames,
): TwoRules {
  const affirm = operator.jsonRulesEngine;
  const deny = negationOf(operator).jsonRulesEngine;
  const fact = (value: Value) => given.value(value, element);
  switch (operator.right) {
    case "nothing": {
      const id = fact(left);
      const known = isKnown(id, given);
      return {
        isTrue: allOf([known, leaf(id, affirm, null)]),
        isFalse: allOf([known, leaf(id, deny, null)]),
      };
    }
    case "same": {
      const a = factSide(fact(left), given);
      const b = right === undefined ? unheard(operator) : side(right, element, given);
      return {
        isTrue: allOf([...a.there, ...b.there, leaf(a.value.fact, affirm, b.value)]),
        isFalse: anyOf([...a.none, ...b.none, allOf([...a.known, ...b.known, leaf(a.value.fact, deny, b.value)])]),
      };
    }
    case "list": {
      const a = factSide(fact(left), given);
      const list = right === undefined ? unheard(operator) : listSide(right, element, given);
      return search(operator, a, list, (name) => leaf(a.value.fact, name, list.value));
    }
    case "element": {
      const list = factListSide(left, element, given);
      const b = right === undefined ? unheard(operator) : side(right, element, given);
      return search(operator, b, list, (name) => leaf(list.value.fact, name, b.value));
    }
    default:
      return unreachable(operator.right);
  }
}

/**
 * The search of a value in a list. Found is found, whatever the unknown elements are; not found holds only where every
 * element is known. In a list without elements nothing is found, not even a value that is unknown.
 */
function search(operator: Operator, value: Side, list: ListSide, compare: (name: string) => RuleCondition): TwoRules {
  const affirm = operator.jsonRulesEngine;
  const deny = negationOf(operator).jsonRulesEngine;
  const affirmed = compare(affirm);
  const denied = compare(deny);
  const none = [...value.none, ...list.none];
  if (finding.includes(affirm)) {
    return {
      isTrue: allOf([...value.there, ...list.there, affirmed]),
      isFalse: anyOf([...none, ...list.empty, allOf([...value.known, ...list.complete, denied])]),
    };
  }
  if (!finding.includes(deny)) throw new Error(`no rule is known for the operator ${operator.name}`);
  return {
    isTrue: allOf([...value.there, ...list.there, ...list.complete, affirmed]),
    isFalse: anyOf([...none, allOf([...value.known, ...list.known, denied])]),
  };
}

function negationOf(operator: Operator): Operator {
  const negation: Operator | undefined = operators[operator.negation as OperatorName];
  if (negation === undefined) throw new Error(`the operator ${operator.name} has no negation`);
  return negation;
}

function side(value: Value, element: Element | undefined, given: FactNames): Side {
  if (isWritten(value)) return { value: value.value, known: [], none: [], there: [] };
  return factSide(given.value(value, element), given);
}

function listSide(value: Value, element: Element | undefined, given: FactNames): ListSide {
  if (isWritten(value)) return { value: value.value, known: [], none: [], there: [], complete: [], empty: [] };
  return factListSide(value, element, given);
}

function factSide(id: string, given: FactNames): Side & { readonly value: { fact: string } } {
  const known = isKnown(id, given);
  return {
    value: { fact: id },
    known: [known],
    none: [leaf(id, "equal", null)],
    there: [known, leaf(id, "notEqual", null)],
  };
}

function factListSide(
  value: Value,
  element: Element | undefined,
  given: FactNames,
): ListSide & { readonly value: { fact: string } } {
  const list = given.list(value, element);
  return {
    ...factSide(list.id, given),
    value: { fact: list.elements },
    complete: [leaf(list.complete, "equal", true)],
    empty: [leaf(list.length, "equal", 0)],
  };
}

function isKnown(id: string, given: FactNames): RuleCondition {
  return leaf(given.knownId(id), "equal", true);
}

/** A literal stands in the rule as it is; none has to be a fact, to be compared with null. */
function isWritten(value: Value): value is Value & { kind: "literal"; value: NonNullable<RuleValue> } {
  return value.kind === "literal" && value.value !== null;
}

function unheard(operator: Operator): never {
  throw new Error(`the linker let ${operator.name} through without a right side`);
}
