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

/** The powers of ten by which the numbers of a case become whole: they have few decimals. */
const scales = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000] as const;
/** A whole number of which a million still add up without rounding. */
const largestScaled = 1e9;

/** The smallest power of ten that makes a number whole, at least as large as another one; nothing where none does exactly. */
function scaleOf(value: number, least: number): number | undefined {
  for (const scale of scales) {
    if (scale < least) continue;
    const whole = Math.round(value * scale);
    // Dividing whole numbers rounds once, so this holds only for the decimal that was written.
    if (whole / scale === value) return Math.abs(whole) <= largestScaled ? scale : undefined;
  }
  return undefined;
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
  // Adding 0 takes the sign off a negative zero.
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right) && Number.isSafeInteger(product)) return product + 0;
  return scaledProduct(left, right) ?? thoroughProduct(left, right);
}

/** The product by way of whole numbers; nothing where that is not exact. */
function scaledProduct(left: number, right: number): number | undefined {
  const [one, other] = [scaleOf(left, 1), scaleOf(right, 1)];
  if (one === undefined || other === undefined) return undefined;
  const digits = Math.round(left * one) * Math.round(right * other);
  // The scale is exact, so dividing rounds once.
  return Number.isSafeInteger(digits) ? digits / (one * other) + 0 : undefined;
}

function thoroughProduct(left: number, right: number): number {
  const a = scaled(left);
  const b = scaled(right);
  return toNumber(a.digits * b.digits, a.decimals + b.decimals);
}

/** The exact total of several numbers, as the nearest number: rounded once, at the end. */
export function total(values: readonly number[]): number {
  return (values.length < 1e6 ? scaledTotal(values) : undefined) ?? thoroughTotal(values);
}

/** The total by way of whole numbers; nothing where that is not exact. */
function scaledTotal(values: readonly number[]): number | undefined {
  let scale: number | undefined = 1;
  for (let at = 0; at < values.length; at++) {
    scale = scaleOf(values[at] ?? 0, scale);
    if (scale === undefined) return undefined;
  }
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += Math.round((values[at] ?? 0) * scale);
  return sum / scale;
}

function thoroughTotal(values: readonly number[]): number {
  const terms = values.map(scaled);
  const decimals = Math.max(0, ...terms.map((term) => term.decimals));
  return toNumber(
    terms.reduce((digits, term) => digits + atScale(term, decimals), 0n),
    decimals,
  );
}

/** The exact product of several numbers, as the nearest number: rounded once, at the end. */
export function product(values: readonly number[]): number {
  const [first = 1, second = 1, ...others] = values;
  if (others.length === 0) return multiply(first, second);
  const factors = values.map(scaled);
  return toNumber(
    factors.reduce((digits, factor) => digits * factor.digits, 1n),
    factors.reduce((decimals, factor) => decimals + factor.decimals, 0),
  );
}

/** Decimals to which a quotient is worked out: far more than any number has. */
const PLACES = 60;
/** A number with more significant digits than these was not written by a person. */
const WRITTEN_DIGITS = 15;

/**
 * `part` as a percentage of `whole`, as the nearest number, but never rounded onto a limit that it does not reach or
 * does not exceed: a percentage that is no decimal is told from every decimal of up to 15 digits. `whole` must not be 0.
 */
export function percentage(part: number, whole: number): number {
  // The quotient of whole numbers this small is rounded correctly, and further from every limit than the rounding.
  const scale = scaleOf(whole, scaleOf(part, 1) ?? Number.POSITIVE_INFINITY);
  if (scale !== undefined) {
    const [little, all] = [Math.round(part * scale), Math.round(whole * scale)];
    if (isTiny(little) && isTiny(all)) return (little * 100) / all;
  }
  const a = scaled(part);
  const b = scaled(whole);
  const decimals = Math.max(a.decimals, b.decimals);
  const numerator = atScale(a, decimals) * 100n * 10n ** BigInt(PLACES);
  const denominator = atScale(b, decimals);
  const isNegative = numerator < 0n !== denominator < 0n;
  const quotient = absolute(numerator) / absolute(denominator);
  const isExact = quotient * absolute(denominator) === absolute(numerator);
  // A last digit stands for all that were left out, so that what is rounded lies on the right side of every limit.
  const digits = quotient * 10n + (isExact ? 0n : 1n);
  const size = offLimits(toNumber(digits, PLACES + 1), digits);
  return isNegative && size !== 0 ? -size : size;
}

function isTiny(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 1e6;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** The number, or the one beside it where rounding brought it onto a decimal that the exact digits are not. */
function offLimits(rounded: number, digits: bigint): number {
  const decimal = scaled(rounded);
  if (decimal.decimals > PLACES) return rounded;
  if (String(absolute(decimal.digits)).replace(/0+$/, "").length > WRITTEN_DIGITS) return rounded;
  const apart = digits - atScale(decimal, PLACES + 1);
  if (apart === 0n) return rounded;
  return rounded * (apart > 0n ? 1 + Number.EPSILON : 1 - Number.EPSILON);
}
