/**
 * A known value: a day number or a number, yes or no, an option's id, a list, or a list element with fields
 * (its field values in the order of their declaration).
 */
export type Known = number | boolean | string | Many;

/** A list, or an element with fields; a part of it can itself be none or unknown. */
export type Many = readonly Operand[];

/** What an operator or an expression is given: a known value, `null` (known to be none) or `undefined` (unknown). */
export type Operand = Known | null | undefined;
