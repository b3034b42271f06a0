import type { Condition, Value } from "../../engine/procedure/model.ts";

/** Something that a condition or a value asks for by its name. */
export interface Named {
  readonly kind: "fact" | "derived" | "clause" | "decision";
  readonly id: string;
  /** The status asked for, of a clause. */
  readonly is: string;
}

/** A condition without its readings, none of which is switched: peers are not made to ask what is never so. */
export function plain(condition: Condition): Condition {
  switch (condition.kind) {
    case "all":
    case "any": {
      const { kind } = condition;
      const parts = condition.of.map(plain).filter((part) => !isConstant(part, kind === "all"));
      const settled = parts.find((part) => isConstant(part, kind === "any"));
      const [first, ...others] = parts;
      return settled ?? (first !== undefined && others.length === 0 ? first : { kind, of: parts });
    }
    case "not": {
      const of = plain(condition.of);
      if (isConstant(of, true)) return { kind: "any", of: [] };
      return isConstant(of, false) ? { kind: "all", of: [] } : { kind: "not", of };
    }
    case "some":
    case "every":
      return { ...condition, where: plain(condition.where) };
    case "compare": {
      const { right } = condition;
      return { ...condition, left: plainValue(condition.left), right: right && plainValue(right) };
    }
    case "reading":
      return { kind: "any", of: [] };
    case "clause":
    case "decision":
      return condition;
    default:
      return condition satisfies never;
  }
}

/** A value without its readings. */
export function plainValue(value: Value): Value {
  switch (value.kind) {
    case "function":
      return { ...value, operands: value.operands.map(plainValue) };
    case "choose": {
      const branches = value.branches
        .map(({ when, value: then }) => ({ when: when && plain(when), value: plainValue(then) }))
        .filter(({ when }) => when === undefined || !isConstant(when, false));
      const [first] = branches;
      return first !== undefined && first.when === undefined ? first.value : { ...value, branches };
    }
    case "aggregate":
      return { ...value, where: value.where && plain(value.where) };
    case "condition":
      return { ...value, of: plain(value.of) };
    case "literal":
    case "fact":
    case "derived":
    case "asOf":
    case "item":
      return value;
    default:
      return value satisfies never;
  }
}

/** Whether a condition is always so, or never: an empty `all` and an empty `any` stand for these. */
export function isConstant(condition: Condition, holds: boolean): boolean {
  return condition.kind === (holds ? "all" : "any") && condition.of.length === 0;
}

/** What a condition asks for by name. */
export function namesInCondition(condition: Condition): readonly Named[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.flatMap(namesInCondition);
    case "not":
      return namesInCondition(condition.of);
    case "compare":
      return [condition.left, condition.right].flatMap((side) => (side === undefined ? [] : namesInValue(side)));
    case "some":
    case "every":
      return [...namesInValue(condition.list), ...namesInCondition(condition.where)];
    case "clause":
      return [{ kind: "clause", id: condition.clause, is: condition.is }];
    case "decision":
      return [{ kind: "decision", id: condition.decision, is: "" }];
    case "reading":
      return [];
    default:
      return condition satisfies never;
  }
}

/** What a value asks for by name. */
export function namesInValue(value: Value): readonly Named[] {
  switch (value.kind) {
    case "fact":
    case "derived":
      return [{ kind: value.kind, id: value.id, is: "" }];
    case "function":
      return value.operands.flatMap(namesInValue);
    case "choose":
      return value.branches.flatMap(({ when, value: then }) => [
        ...(when === undefined ? [] : namesInCondition(when)),
        ...namesInValue(then),
      ]);
    case "aggregate":
      return [...namesInValue(value.list), ...(value.where === undefined ? [] : namesInCondition(value.where))];
    case "condition":
      return namesInCondition(value.of);
    case "literal":
    case "asOf":
    case "item":
      return [];
    default:
      return value satisfies never;
  }
}
