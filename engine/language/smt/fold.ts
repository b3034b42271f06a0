import type { SymbolicNumber } from "./number.ts";
import { chooseValue, none, type Symbolic } from "./symbolic.ts";
import { and, not, or, type Term } from "./term.ts";

/** The value among several, none of which is none, that is better than every other; the first of equals. */
export function foldValues(values: readonly Symbolic[], isBetter: (value: Symbolic, best: Symbolic) => Term): Symbolic {
  const [first = none, ...others] = values;
  return others.reduce((best, value) => chooseValue(isBetter(value, best), value, best), first);
}

/** The value of the element that counts and is better than every other one that does; none where none counts. */
export function extremeOf(
  elements: readonly { readonly counts: Term; readonly value: Symbolic }[],
  isBetter: (value: Symbolic, best: Symbolic) => Term,
): Symbolic {
  return elements.reduce<Symbolic>((best, { counts, value }) => {
    const takes = and(counts, not(value.none), or(best.none, isBetter(value, best)));
    return chooseValue(takes, value, best);
  }, none);
}

/** The values as numbers; their kinds were checked when the rules were loaded. What is none has no number. */
export function symbolicNumbers(values: readonly Symbolic[]): readonly SymbolicNumber[] {
  return values.map((value) =>
    value.kind === "number"
      ? value
      : { kind: "number", none: value.none, numerator: "0", denominator: "1", real: false },
  );
}
