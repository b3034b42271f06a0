/** The truth of a condition: true, false, or `undefined` for unknown (strong Kleene logic). */
export type Truth = boolean | undefined;

/** Negation: unknown stays unknown. */
export function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

/** Conjunction: false as soon as one is false, true when all are true, else unknown. */
export function and(truths: Iterable<Truth>): Truth {
  let result: Truth = true;
  for (const truth of truths) {
    if (truth === false) return false;
    if (truth === undefined) result = undefined;
  }
  return result;
}

/** Disjunction: true as soon as one is true, false when all are false, else unknown. */
export function or(truths: Iterable<Truth>): Truth {
  let result: Truth = false;
  for (const truth of truths) {
    if (truth === true) return true;
    if (truth === undefined) result = undefined;
  }
  return result;
}
