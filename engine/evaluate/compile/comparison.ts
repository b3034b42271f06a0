import type { Truth } from "../../language/truth.ts";
import { unreachable } from "../../language/value-type.ts";
import type { Comparison } from "../../procedure/model.ts";
import type { Frame } from "../frame.ts";
import { type Answers, answersOf } from "./answers.ts";
import type { CompiledCondition, CompiledValue } from "./compiled.ts";
import type { Names } from "./names.ts";
import { compileValue } from "./value.ts";

/** Compiles a comparison. */
export function compileComparison(comparison: Comparison, names: Names): CompiledCondition {
  const { operator, left, right } = comparison;
  const a = compileValue(left, names);
  const b = right && compileValue(right, names);
  const sides = b === undefined ? [a] : [a, b];
  const answers = answersOf(comparison, isGiven(comparison, names));
  const { test } = operator;
  return {
    test:
      answers === undefined
        ? (frame) => test(a.get(frame), b === undefined ? undefined : b.get(frame))
        : choice(answers, a.get),
    missing: (frame, sink) => {
      for (const side of sides) if (side.get(frame) === undefined) side.missing(frame, sink);
    },
    because: (frame, marks) => {
      for (const side of sides) side.because(frame, marks);
    },
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
