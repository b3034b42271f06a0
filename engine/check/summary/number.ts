/** A number or a date that a summary or a formula states. */
export interface StatedNumber {
  /** As it is written. */
  readonly text: string;
  /** What it may be in other units or forms, as numbers and as dates (`YYYY-MM-DD`): "50 percent" is 50 and 0.5. */
  readonly values: readonly (number | string)[];
  /**
   * For a limit, the number between what is within and what is beyond it: 10.5 for "more than 10" and for "at least 11".
   * Only whole numbers have one.
   */
  readonly cut: number | undefined;
  /** Whether it is a date, or the day of one. */
  readonly isDate: boolean;
  /** Whether it surely is a number that a formula has, or a formula that a summary states; "a" may be one, or none. */
  readonly isSure: boolean;
}

/** Whether two may state the same. */
export function agree(a: StatedNumber, b: StatedNumber): boolean {
  return (a.cut !== undefined && a.cut === b.cut) || a.values.some((value) => b.values.includes(value));
}

/** Those of which none of the others may state the same. */
export function unmatched<Stated extends StatedNumber>(
  numbers: readonly Stated[],
  others: readonly StatedNumber[],
): readonly Stated[] {
  return numbers.filter((number) => !others.some((other) => agree(number, other)));
}

/** Those that are left when each of the others has taken away one that states the same. */
export function left<Stated extends StatedNumber>(
  numbers: readonly Stated[],
  others: readonly StatedNumber[],
): readonly Stated[] {
  const rest = [...numbers];
  for (const other of others) {
    const at = rest.findIndex((number) => agree(number, other));
    if (at !== -1) rest.splice(at, 1);
  }
  return rest;
}
