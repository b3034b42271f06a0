import { type Day, dayOf, daysInMonth } from "../../../calendar/day.ts";
import { quote, type Scan } from "./scan.ts";

const hyphen = 45;
const zero = 48;
/** A date with its quotes. */
const length = 12;
/** Stands for two bytes that are not two digits: whatever is added to it stays below zero. */
const noPair = -1_000_000;

/** Reads a date in quotes, and passes over it. @returns NaN where there is none */
export function takeDay(scan: Scan): Day {
  const { bytes, at } = scan;
  if (at + length > bytes.length || bytes[at] !== quote || bytes[at + 11] !== quote) return Number.NaN;
  if (bytes[at + 5] !== hyphen || bytes[at + 8] !== hyphen) return Number.NaN;
  const year = pair(bytes, at + 1) * 100 + pair(bytes, at + 3);
  const month = pair(bytes, at + 6);
  const dayOfMonth = pair(bytes, at + 9);
  if (year < 1 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return Number.NaN;
  scan.at = at + length;
  return dayOf(year, month, dayOfMonth);
}

function pair(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - zero;
  const ones = (bytes[at + 1] ?? 0) - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : noPair;
}
