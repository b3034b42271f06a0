import type { DateType, IntegerType, NumberType } from "../language/fact.ts";

/** Dates outside these years are taken for slips of the pen, unless the fact declares bounds of its own. */
const defaultFrom = "1900-01-01";
const defaultTo = "2199-12-31";
/** Numbers are reckoned with exactly, which needs an end to their digits. */
export const mostDecimals = 6;
const scale = 10 ** mostDecimals;
const largestNumber = 1e9;

/** The earliest and the latest date that a fact can have. As texts, dates in this form are in their order. */
export function dateBounds({ from, to }: DateType): { readonly from: string; readonly to: string } {
  return { from: from ?? defaultFrom, to: to ?? defaultTo };
}

/** The smallest and the largest number that a fact can have. */
export function numberBounds({ min, max }: IntegerType | NumberType): { readonly min: number; readonly max: number } {
  return { min: min ?? -largestNumber, max: max ?? largestNumber };
}

/** Whether a number has no more decimals than can be reckoned with exactly. */
export function isPlainNumber(value: number): boolean {
  if (Number.isInteger(value)) return true;
  // Dividing whole numbers rounds once, so this holds only for the decimal that was written, as long as it is not huge.
  return Math.abs(value) <= largestNumber && Math.round(value * scale) / scale === value;
}
