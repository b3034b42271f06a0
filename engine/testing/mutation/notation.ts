import { formatDay } from "../../calendar/day.ts";
import type { Known } from "../../language/known.ts";
import { unreachable, type ValueType } from "../../language/value-type.ts";
import type { Condition, Row, Value } from "../../procedure/model.ts";

/** A line longer than this is cut: the place says where the whole stands. */
const longest = 160;

/** A condition as a rule file has it, on one line. */
export function conditionText(condition: Condition): string {
  return cut(ofCondition(condition));
}

/** A value as a rule file has it, on one line. */
export function valueText(value: Value): string {
  return cut(ofValue(value));
}

/** A row of a decision as a rule file has it, on one line. */
export function rowText({ outcome, when }: Row): string {
  return cut(when === undefined ? `outcome: ${outcome}` : `outcome: ${outcome}, when: ${ofCondition(when)}`);
}

/** A written value. */
export function literalText(value: Known | null | undefined, type: ValueType): string {
  if (Array.isArray(value)) {
    const of: ValueType = type.kind === "list" ? type.of : { kind: "none" };
    return `[${(value as readonly (Known | null | undefined)[]).map((part) => literalText(part, of)).join(", ")}]`;
  }
  return type.kind === "date" && typeof value === "number" ? formatDay(value) : String(value ?? null);
}

function ofCondition(condition: Condition): string {
  switch (condition.kind) {
    case "all":
    case "any":
      return `{ ${condition.kind}: [${condition.of.map(ofCondition).join(", ")}] }`;
    case "not":
      return `{ not: ${ofCondition(condition.of)} }`;
    case "compare": {
      const { left, operator, right } = condition;
      const value = right === undefined ? "" : `, value: ${ofValue(right)}`;
      return `{ ${bare(left)}, operator: ${operator.name}${value} }`;
    }
    case "some":
    case "every":
      return `{ ${condition.kind}: { in: ${condition.list.id}, where: ${ofCondition(condition.where)} } }`;
    case "clause":
      return `{ clause: "${condition.clause}", is: ${condition.is} }`;
    case "decision":
      return `{ decision: ${condition.decision}, is: ${outcomesText(condition.is)} }`;
    case "reading":
      return `{ reading: ${condition.reading}, is: ${condition.is} }`;
    default:
      return unreachable(condition);
  }
}

/** The outcomes that a decision is asked for. */
export function outcomesText(is: readonly string[]): string {
  return is.length === 1 ? String(is[0]) : `[${is.join(", ")}]`;
}

function ofValue(value: Value): string {
  switch (value.kind) {
    case "literal":
      return literalText(value.value, value.type);
    case "fact":
    case "derived":
    case "asOf":
    case "item":
      return `{ ${bare(value)} }`;
    case "function":
      return ofFunction(value);
    case "aggregate": {
      const of = value.field === undefined ? "" : `, of: ${bare(value.field).replace("item: ", "")}`;
      const where = value.where === undefined ? "" : `, where: ${ofCondition(value.where)}`;
      return `{ ${value.row.name}: { in: ${value.list.id}${of}${where} } }`;
    }
    case "choose":
      return `{ choose: [${value.branches.map(branchText).join(", ")}] }`;
    case "condition":
      return ofCondition(value.of);
    default:
      return unreachable(value);
  }
}

function ofFunction({ row, body, operands }: Value & { kind: "function" }): string {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return `{ ${row.name}: [${operands.map(ofValue).join(", ")}] }`;
  }
  const keys = row.operands(body).map(({ key }) => String(key));
  const parts = Object.entries(body).map(([key, written]) => {
    const operand = operands[keys.indexOf(key)];
    return `${key}: ${operand === undefined ? String(written) : ofValue(operand)}`;
  });
  return `{ ${row.name}: { ${parts.join(", ")} } }`;
}

/** A branch of `choose` as a rule file has it. */
export function branchText({ when, value }: { readonly when: Condition | undefined; readonly value: Value }): string {
  return cut(
    when === undefined ? `{ otherwise: ${ofValue(value)} }` : `{ when: ${ofCondition(when)}, then: ${ofValue(value)} }`,
  );
}

/** A reference without its braces. */
function bare(value: Value): string {
  switch (value.kind) {
    case "fact":
    case "derived":
    case "asOf":
      return `fact: ${value.id}`;
    case "item":
      return `item: ${value.name}`;
    default:
      return ofValue(value);
  }
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
