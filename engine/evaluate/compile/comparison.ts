import type { Truth } from "../../language/truth.ts";
import { unreachable } from "../../language/value-type.ts";
import type { Comparison } from "../../procedure/model.ts";
import type { Frame } from "../frame.ts";
import { type Answers, answersOf, orderOf } from "./answers.ts";
import { becauseOfAll, type CompiledCondition, type CompiledValue } from "./compiled.ts";
import type { Names } from "./names.ts";
import { compileValue } from "./value.ts";

/** Compiles a comparison. */
export function compileComparison(comparison: Comparison, names: Names): CompiledCondition {
  const a = compileValue(comparison.left, names);
  const b = comparison.right && compileValue(comparison.right, names);
  const sides = b === undefined ? [a] : [a, b];
  return {
    test: testOf(comparison, a.get, b?.get, names),
    missing: (frame, sink) => {
      for (const side of sides) if (side.get(frame) === undefined) side.missing(frame, sink);
    },
    because: becauseOfAll(sides),
  };
}

type Get = CompiledValue["get"];

function testOf(comparison: Comparison, left: Get, right: Get | undefined, names: Names): (frame: Frame) => Truth {
  const answers = answersOf(comparison, isGiven(comparison, names));
  if (answers !== undefined) return choice(answers, left);
  const { test } = comparison.operator;
  if (right === undefined) return (frame) => test(left(frame), undefined);
  const order = orderOf(comparison);
  if (order === undefined) return (frame) => test(left(frame), right(frame));
  const { below, at, above } = order;
  return (frame) => {
    const value = left(frame);
    const limit = right(frame);
    if (typeof value !== "number" || typeof limit !== "number") return test(value, limit);
    return value < limit ? below : value > limit ? above : at;
  };
}

/** Whether the left side is a fact that is taken to be there, even while it is unknown. */
export function isGiven({ left }: Comparison, names: Names): boolean {
  return left.kind === "fact" && names.given?.has(left.id) === true;
}

/** Chooses among the answers. */
function choice(
  { way, limit, below, at, above, none, unknown }: Answers,
  get: CompiledValue["get"],
): (frame: Frame) => Truth {
  switch (way) {
    case "order": {
      const bound = Number(limit);
      return (frame) => {
        const value = get(frame);
        if (typeof value !== "number") return value === null ? none : unknown;
        return value < bound ? below : value > bound ? above : at;
      };
    }
    case "text":
      return (frame) => {
        const value = get(frame);
        return value === limit ? at : value === undefined ? unknown : value === null ? none : above;
      };
    case "truth":
      return (frame) => {
        const value = get(frame);
        return value === true ? at : value === false ? below : value === null ? none : unknown;
      };
    case "presence":
      return (frame) => {
        const value = get(frame);
        return value === undefined ? unknown : value === null ? none : at;
      };
    default:
      return unreachable(way);
  }
}
