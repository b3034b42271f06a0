import type { Known, Operand } from "../../language/known.ts";
import type { Operator } from "../../language/operators/operator.ts";
import type { Truth } from "../../language/truth.ts";
import type { Comparison } from "../../procedure/model.ts";

/** What the left side of a comparison is compared by. */
export type ComparedBy = "order" | "text" | "truth" | "presence";

/**
 * A comparison with a written value, of which the operator was asked beforehand: once for every way in which the left side
 * can stand to it. What is left to do in a case is to choose among the answers.
 */
export interface Answers {
  readonly way: ComparedBy;
  /** The written value, for `order` and `text`. */
  readonly limit: Known;
  /** Where the left side is less; false, for `truth`; another text, for `text`. */
  readonly below: Truth;
  /** Where it is the same; true, for `truth`; anything, for `presence`. */
  readonly at: Truth;
  /** Where it is more; another text, for `text`. */
  readonly above: Truth;
  /** Where it is none. */
  readonly none: Truth;
  /** Where it is unknown. */
  readonly unknown: Truth;
}

/**
 * The answers of a comparison; nothing where they are more than a few: of lists, and of two values of the case.
 *
 * @param isGiven whether the left side is taken to be there even while it is unknown
 */
export function answersOf({ operator, left, right }: Comparison, isGiven: boolean): Answers | undefined {
  // A test of the left side alone asks whether it is there; so any value answers for all.
  if (right === undefined) return answers(operator, "presence", true, undefined, [true, true, true], isGiven);
  if (operator.right !== "same" || right.kind !== "literal" || right.value === null) return undefined;
  const limit = right.value;
  switch (left.type.kind) {
    case "boolean":
      return answers(operator, "truth", limit, limit, [false, true, true], false);
    case "choice":
    case "text": {
      const other = `other than ${limit}`;
      return answers(operator, "text", limit, limit, [other, limit, other], false);
    }
    case "date":
    case "number":
      return answers(
        operator,
        "order",
        limit,
        limit,
        [Number.NEGATIVE_INFINITY, limit, Number.POSITIVE_INFINITY],
        false,
      );
    default:
      return undefined;
  }
}

/** The answers of an ordered comparison of two numbers or days of the case; nothing for any other comparison. */
export function orderOf({ operator, left, right }: Comparison): Omit<Answers, "limit"> | undefined {
  const isOrdered = left.type.kind === "date" || left.type.kind === "number";
  if (operator.right !== "same" || right === undefined || !isOrdered) return undefined;
  return answers(operator, "order", 0, 0, [-1, 0, 1], false);
}

function answers(
  { test }: Operator,
  way: ComparedBy,
  limit: Known,
  right: Operand,
  [below, at, above]: readonly [Known, Known, Known],
  isGiven: boolean,
): Answers {
  return {
    way,
    limit,
    below: test(below, right),
    at: test(at, right),
    above: test(above, right),
    none: test(null, right),
    unknown: isGiven ? test(at, right) : test(undefined, right),
  };
}
