import type { Scan } from "./scan.ts";

const minus = 45;
const point = 46;
const zero = 48;
const nine = 57;

/** So many digits make a whole number that is exact, and divided by a power of ten it is rounded once: as `JSON.parse` does. */
const mostDigits = 15;
const powersOfTen = Array.from({ length: mostDigits + 1 }, (_, power) => 10 ** power);

/**
 * Reads a number with few digits and no exponent, and passes over it. Whoever asks looks at what follows.
 *
 * @returns NaN where it is another one, or none
 */
export function takeNumber(scan: Scan): number {
  const { bytes } = scan;
  const isNegative = bytes[scan.at] === minus;
  const start = isNegative ? scan.at + 1 : scan.at;
  let at = start;
  let digits = 0;
  let byte = bytes[at] ?? 0;
  for (; byte >= zero && byte <= nine; byte = bytes[at] ?? 0) {
    digits = digits * 10 + byte - zero;
    at++;
  }
  const whole = at - start;
  if (whole === 0 || whole > mostDigits || (whole > 1 && bytes[start] === zero)) return Number.NaN;
  let decimals = 0;
  if (byte === point) {
    at++;
    byte = bytes[at] ?? 0;
    for (; byte >= zero && byte <= nine; byte = bytes[at] ?? 0) {
      digits = digits * 10 + byte - zero;
      at++;
      decimals++;
    }
    if (decimals === 0 || whole + decimals > mostDigits) return Number.NaN;
  }
  scan.at = at;
  const number = decimals === 0 ? digits : digits / (powersOfTen[decimals] ?? Number.NaN);
  // There is no zero below zero.
  return isNegative && number !== 0 ? -number : number;
}
