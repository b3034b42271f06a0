/** The middle of some numbers and their ends. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** The median with the least and the greatest. @throws RangeError where there is no number */
export function spreadOf(numbers: readonly number[]): Spread {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [min] = sorted;
  const max = sorted.at(-1);
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  const upper = sorted[Math.ceil((sorted.length - 1) / 2)];
  if (min === undefined || max === undefined || lower === undefined || upper === undefined) {
    throw new RangeError("no numbers, no median");
  }
  return { median: (lower + upper) / 2, min, max };
}

/** How many times one number goes into another, round by round. */
export function ratios(numbers: readonly number[], by: readonly number[]): Spread {
  const pairs = numbers.flatMap((number, round) => {
    const other = by[round];
    return other === undefined ? [] : [number / other];
  });
  return spreadOf(pairs);
}
