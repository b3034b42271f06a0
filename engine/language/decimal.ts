/**
 * Exact arithmetic on decimal numbers. Binary floating point can't hold 0.1, and a score that is exactly at its limit
 * must not miss it by a rounding error; whole numbers, by far the commonest, take a fast path.
 */

/** A decimal number as an integer and the number of decimals. */
interface Scaled {
  readonly digits: bigint;
  readonly decimals: number;
}

function scaled(value: number): Scaled {
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  const decimals = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return decimals >= 0 ? { digits, decimals } : { digits: digits * 10n ** BigInt(-decimals), decimals: 0 };
}

function atScale(value: Scaled, decimals: number): bigint {
  return value.digits * 10n ** BigInt(decimals - value.decimals);
}

function toNumber(digits: bigint, decimals: number): number {
  return Number(`${digits}e-${decimals}`);
}

/** The exact sum, as the nearest number. */
export function add(left: number, right: number): number {
  const sum = left + right;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right) && Number.isSafeInteger(sum)) return sum;
  const a = scaled(left);
  const b = scaled(right);
  const decimals = Math.max(a.decimals, b.decimals);
  return toNumber(atScale(a, decimals) + atScale(b, decimals), decimals);
}

/** The exact product, as the nearest number. */
export function multiply(left: number, right: number): number {
  const product = left * right;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right) && Number.isSafeInteger(product)) return product;
  const a = scaled(left);
  const b = scaled(right);
  return toNumber(a.digits * b.digits, a.decimals + b.decimals);
}

/** `part` as a percentage of `whole`: never rounded onto a limit that it does not reach. `whole` must not be 0. */
export function percentage(part: number, whole: number): number {
  const a = scaled(part);
  const b = scaled(whole);
  const decimals = Math.max(a.decimals, b.decimals);
  const numerator = atScale(a, decimals) * 100n;
  const denominator = atScale(b, decimals);
  const quotient = numerator / denominator;
  if (quotient * denominator === numerator) return Number(quotient);
  return Number(numerator) / Number(denominator);
}
