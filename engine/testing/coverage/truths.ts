/** What a condition can come to. */
export interface Truths {
  readonly true: boolean;
  readonly false: boolean;
  readonly unknown: boolean;
}

/** What a condition can come to that is always the same. */
export function constant(truth: boolean): Truths {
  return { true: truth, false: !truth, unknown: false };
}
