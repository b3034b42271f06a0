import type { Comparison, Condition, RevisionModel, Value } from "../../../engine/procedure/model.ts";
import { asOfName } from "../facts.ts";
import { mayBeNone } from "../none.ts";
import { nameOf, type Step } from "../plan.ts";
import type { Spared } from "../spared.ts";

/** Where an expression stands. */
export interface Scope {
  readonly model: RevisionModel;
  readonly spared: Spared;
}

const symbols: Readonly<Record<string, string>> = {
  equal: "==",
  notEqual: "!=",
  lessThan: "<",
  lessThanInclusive: "<=",
  greaterThan: ">",
  greaterThanInclusive: ">=",
  before: "<",
  onOrBefore: "<=",
  after: ">",
  onOrAfter: ">=",
  in: "in",
  notIn: "not in",
};

/** A step as an expression of ZEN. */
export function stepExpression(step: Step, scope: Scope): string {
  switch (step.kind) {
    case "condition":
      return conditionExpression(step.of, scope);
    case "value":
      return valueExpression(step.of, scope);
    case "decision":
      return step.rows
        .map(({ outcome, when }) =>
          when === undefined ? text(outcome) : `${conditionExpression(when, scope)} ? ${text(outcome)} : `,
        )
        .join("");
    default:
      return step satisfies never;
  }
}

function conditionExpression(condition: Condition, scope: Scope): string {
  switch (condition.kind) {
    case "all":
    case "any": {
      if (condition.of.length === 0) return String(condition.kind === "all");
      const parts = condition.of.map((part) => conditionExpression(part, scope));
      return `(${parts.join(condition.kind === "all" ? " and " : " or ")})`;
    }
    case "not":
      return `(not (${conditionExpression(condition.of, scope)}))`;
    case "compare":
      return compareExpression(condition, scope);
    case "some":
    case "every":
      return listExpression(condition, scope);
    case "clause":
      return variable(nameOf("clause", condition.clause, condition.is));
    case "decision":
      return `(${variable(nameOf("decision", condition.decision))} in ${list(condition.is)})`;
    case "reading":
      return "false";
    default:
      return condition satisfies never;
  }
}

function compareExpression({ operator, left, right }: Comparison, scope: Scope): string {
  const side = valueExpression(left, scope);
  if (right === undefined) return `(${side} ${operator.name === "exists" ? "!=" : "=="} null)`;
  const symbol = symbols[operator.name];
  if (symbol === undefined) throw new Error(`ZEN has nothing for the operator ${operator.name}`);
  const compared = `${side} ${symbol} ${valueExpression(right, scope)}`;
  const needed = operator.name === "equal" && right.kind === "literal" ? [] : [left, right];
  const there = needed
    .filter((value) => mayBeNone(value, scope.model))
    .map((value) => `${valueExpression(value, scope)} != null`);
  return `(${[...there, compared].join(" and ")})`;
}

/** A question about a list; where ZEN can't ask it, because of a date worked out in it, its answer is given. */
function listExpression(condition: Condition & { readonly kind: "some" | "every" }, scope: Scope): string {
  if (!isSayable(condition.where)) {
    return scope.spared.condition(condition, `what is asked of the list ${condition.list.id}`);
  }
  const of = valueExpression(condition.list, scope);
  const asked = `${condition.kind === "some" ? "some" : "all"}(${of}, ${conditionExpression(condition.where, scope)})`;
  return mayBeNone(condition.list, scope.model) ? `(${of} != null and ${asked})` : asked;
}

function isSayable(condition: Condition): boolean {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.every(isSayable);
    case "not":
      return isSayable(condition.of);
    case "compare":
      return [condition.left, condition.right].every((side) => side?.kind !== "function" || side.row.name === "times");
    default:
      return false;
  }
}

function valueExpression(value: Value, scope: Scope): string {
  switch (value.kind) {
    case "literal":
      return literal(value.value);
    case "fact":
      return nameOf("fact", value.id);
    case "derived":
      return variable(nameOf("derived", value.id));
    case "asOf":
      return asOfName;
    case "item":
      return value.position === undefined ? "#" : `#.${value.name}`;
    case "function":
      return functionExpression(value, scope);
    case "aggregate": {
      if (value.row.name !== "sum" || value.where !== undefined || value.field?.kind !== "item") {
        return scope.spared.value(value, `a value by ${value.row.name}`);
      }
      return `sum(map(${valueExpression(value.list, scope)}, #.${value.field.name}))`;
    }
    case "choose":
      return value.branches
        .map(({ when, value: then }) => {
          const chosen = valueExpression(then, scope);
          return when === undefined ? chosen : `${conditionExpression(when, scope)} ? ${chosen} : `;
        })
        .join("");
    case "condition":
      return conditionExpression(value.of, scope);
    default:
      return value satisfies never;
  }
}

function functionExpression(value: Value & { readonly kind: "function" }, scope: Scope): string {
  const { operands, row } = value;
  const [first = "", second = ""] = operands.map((operand) => valueExpression(operand, scope));
  const formula = formulaOf(row.name, first, second);
  if (formula === undefined) return scope.spared.value(value, `a date by ${row.name}`);
  const there = operands.flatMap(needed).filter((operand) => mayBeNone(operand, scope.model));
  if (there.length === 0) return formula;
  return `(${there.map((operand) => `${valueExpression(operand, scope)} == null`).join(" or ")} ? null : ${formula})`;
}

/** What must be there for an operand to be there; a sum is there where its list is. */
function needed(operand: Value): readonly Value[] {
  return operand.kind === "aggregate" ? [operand.list] : [operand];
}

function formulaOf(name: string, first: string, second: string): string | undefined {
  switch (name) {
    case "addDays":
      return `${first} + ${second}`;
    case "times":
      return `${first} * ${second}`;
    case "earliest":
      return `min([${first}, ${second}])`;
    case "latest":
      return `max([${first}, ${second}])`;
    case "percentage":
      return `${first} * 100 / ${second}`;
    default:
      return undefined;
  }
}

/** What is written down, as ZEN reads it. */
export function literal(value: unknown): string {
  if (Array.isArray(value)) return list(value);
  return typeof value === "string" ? text(value) : String(value);
}

function list(values: readonly unknown[]): string {
  return `[${values.map(literal).join(", ")}]`;
}

function text(words: string): string {
  return `'${words}'`;
}

/** What an earlier line of the same node worked out. */
function variable(name: string): string {
  return `$.${name}`;
}
