import type { Comparison, Condition, RevisionModel, Value } from "../../../engine/procedure/model.ts";
import { asOfName } from "../facts.ts";
import { mayBeNone } from "../none.ts";
import { nameOf } from "../plan.ts";
import type { CustomOperators } from "./operators.ts";

/** A rule of JSON Logic. */
export type Logic = unknown;

/** Where a rule stands. */
export interface Scope {
  readonly model: RevisionModel;
  readonly operators: CustomOperators;
  /** Whether it is asked of an element of a list. */
  readonly inList: boolean;
}

const symbols: Readonly<Record<string, string>> = {
  equal: "===",
  notEqual: "!==",
  lessThan: "<",
  lessThanInclusive: "<=",
  greaterThan: ">",
  greaterThanInclusive: ">=",
  before: "<",
  onOrBefore: "<=",
  after: ">",
  onOrAfter: ">=",
};

/** A condition as JSON Logic. */
export function conditionLogic(condition: Condition, scope: Scope): Logic {
  switch (condition.kind) {
    case "all":
    case "any": {
      const parts = condition.of.map((part) => conditionLogic(part, scope));
      if (parts.length === 0) return condition.kind === "all";
      return { [condition.kind === "all" ? "and" : "or"]: parts };
    }
    case "not":
      return { "!": [conditionLogic(condition.of, scope)] };
    case "compare":
      return compareLogic(condition, scope);
    case "some":
    case "every": {
      const list = valueLogic(condition.list, scope);
      const where = conditionLogic(condition.where, { ...scope, inList: true });
      const asked =
        // Of an empty list JSON Logic's own `all` says no.
        condition.kind === "some" ? { some: [list, where] } : { "!": [{ some: [list, { "!": [where] }] }] };
      return mayBeNone(condition.list, scope.model) ? { and: [isThere(list), asked] } : asked;
    }
    case "clause":
      return variable(nameOf("clause", condition.clause, condition.is), scope);
    case "decision": {
      const outcome = variable(nameOf("decision", condition.decision), scope);
      const [only, ...others] = condition.is;
      return others.length === 0 ? { "===": [outcome, only] } : { in: [outcome, [...condition.is]] };
    }
    case "reading":
      return false;
    default:
      return condition satisfies never;
  }
}

function compareLogic({ operator, left, right }: Comparison, scope: Scope): Logic {
  const side = valueLogic(left, scope);
  if (right === undefined) return operator.name === "exists" ? isThere(side) : { "===": [side, null] };
  const other = valueLogic(right, scope);
  const symbol = symbols[operator.name];
  const compared = symbol === undefined ? membership(operator.name, side, other) : { [symbol]: [side, other] };
  const needed = operator.name === "equal" && right.kind === "literal" ? [] : [left, right];
  const there = needed
    .filter((value) => mayBeNone(value, scope.model))
    .map((value) => isThere(valueLogic(value, scope)));
  return there.length === 0 ? compared : { and: [...there, compared] };
}

function membership(operator: string, side: Logic, other: Logic): Logic {
  switch (operator) {
    case "in":
      return { in: [side, other] };
    case "notIn":
      return { "!": [{ in: [side, other] }] };
    case "contains":
      return { in: [other, side] };
    case "doesNotContain":
      return { "!": [{ in: [other, side] }] };
    default:
      throw new Error(`JSON Logic has nothing for the operator ${operator}`);
  }
}

function isThere(side: Logic): Logic {
  return { "!==": [side, null] };
}

/** A value as JSON Logic. */
export function valueLogic(value: Value, scope: Scope): Logic {
  switch (value.kind) {
    case "literal":
      return value.value;
    case "fact":
    case "derived":
      return variable(nameOf(value.kind, value.id), scope);
    case "asOf":
      return variable(asOfName, scope);
    case "item":
      return { var: value.position === undefined ? "" : value.name };
    case "function":
      return functionLogic(value, scope);
    case "aggregate": {
      if (value.where !== undefined || value.field?.kind !== "item") throw new Error("no JSON Logic for this list");
      return { [scope.operators.aggregate(value.row, value.field.name)]: [valueLogic(value.list, scope)] };
    }
    case "choose": {
      const parts = value.branches.flatMap(({ when, value: then }) => [
        ...(when === undefined ? [] : [conditionLogic(when, scope)]),
        valueLogic(then, scope),
      ]);
      return { if: parts };
    }
    case "condition":
      return conditionLogic(value.of, scope);
    default:
      return value satisfies never;
  }
}

/** Days are added by JSON Logic's own `+`; the other functions are operators made of the library's own. */
function functionLogic(value: Value & { kind: "function" }, scope: Scope): Logic {
  const parts = value.operands.map((operand) => valueLogic(operand, scope));
  const [first] = value.operands;
  if (value.row.name === "times") return { "*": parts };
  if (value.row.name !== "addDays" || first === undefined) {
    return { [scope.operators.function(value.row, value.body)]: parts };
  }
  return mayBeNone(first, scope.model) ? { if: [isThere(parts[0]), { "+": parts }, null] } : { "+": parts };
}

/** Out of a list's element the case is two levels up: the element, the list, the case. */
function variable(name: string, { inList }: Scope): Logic {
  return { var: inList ? `../../${name}` : name };
}
