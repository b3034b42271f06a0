import type { Known, Operand } from "../language/known.ts";
import type { Operator } from "../language/operators/operator.ts";
import { operators } from "../language/operators/table.ts";
import type { ValueType } from "../language/value-type.ts";

/** The value on the left that satisfies a comparison with a known limit and lies nearest to what it is now. */
export function nearestSatisfying(operator: Operator, limit: Known, now: Operand): Known | undefined {
  return nearestOf(operator.boundaries(limit), (value) => operator.test(value, limit) === true, limit, now);
}

/** The value on the right for which a comparison of a known left side is true: the mirror of `nearestSatisfying`. */
export function nearestSatisfied(operator: Operator, left: Known, now: Operand): Known | undefined {
  return nearestOf(operator.boundaries(left), (value) => operator.test(left, value) === true, left, now);
}

/** Where there is nothing yet to be near to, the limit itself is nearest. */
function nearestOf(
  values: readonly Known[],
  fits: (value: Known) => boolean,
  limit: Known,
  now: Operand,
): Known | undefined {
  const origin = typeof now === "number" ? now : limit;
  const distance = (value: Known) =>
    typeof value === "number" && typeof origin === "number" ? Math.abs(value - origin) : 0;
  return values.filter(fits).sort((a, b) => distance(a) - distance(b))[0];
}

/**
 * A strict limit as the inclusive one that means the same for whole numbers and dates: "less than 10" is "at most 9". So
 * the words name the nearest value itself. Any other comparison stays as it is.
 */
export function inclusive(operator: Operator, limit: Known, type: ValueType): { operator: Operator; limit: Known } {
  const stepped = type.kind === "date" || (type.kind === "number" && type.integer);
  if (!stepped || operator.test(limit, limit) !== false) return { operator, limit };
  const neighbours = operator.boundaries(limit).filter((value) => operator.test(value, limit) === true);
  const [neighbour] = neighbours;
  if (neighbours.length !== 1 || neighbour === undefined) return { operator, limit };
  const same = Object.values(operators).find(
    (other) =>
      other.right === operator.right &&
      other.takes.join() === operator.takes.join() &&
      other.test(neighbour, neighbour) === true &&
      other.test(limit, neighbour) === false,
  );
  return same === undefined ? { operator, limit } : { operator: same, limit: neighbour };
}
