import { ite, less, or, plus, same, type Term, times, whole } from "./term.ts";

/** A number as a fraction, so that a percentage stays exact. The denominator is positive. */
export interface SymbolicNumber {
  readonly kind: "number";
  readonly none: Term;
  readonly numerator: Term;
  readonly denominator: Term;
  /** Whether the terms are of sort `Real`, else `Int`. */
  readonly real: boolean;
}

/** A number that is written out, exactly as its decimal digits say. */
export function literalNumber(value: number): SymbolicNumber {
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  const [digits = "0", fraction = ""] = mantissa.split(".");
  const decimals = fraction.length - Number(exponent);
  const scaled = BigInt(digits + fraction);
  const size = 10n ** BigInt(Math.abs(decimals));
  return decimals > 0 ? wholeNumber(scaled, size) : wholeNumber(scaled * size, 1n);
}

function wholeNumber(numerator: bigint, denominator: bigint): SymbolicNumber {
  return { kind: "number", none: "false", numerator: whole(numerator), denominator: whole(denominator), real: false };
}

/** The numerator and denominator of several numbers in one sort. */
function aligned(numbers: readonly SymbolicNumber[]): readonly SymbolicNumber[] {
  if (numbers.every(({ real }) => !real)) return numbers;
  return numbers.map((number) =>
    number.real
      ? number
      : { ...number, numerator: asReal(number.numerator), denominator: asReal(number.denominator), real: true },
  );
}

function asReal(term: Term): Term {
  // A whole number written out has both sorts.
  return /^(?:\(- \d+\)|\d+)$/.test(term) ? term : `(to_real ${term})`;
}

/** The two numbers are equal. */
export function sameNumber(left: SymbolicNumber, right: SymbolicNumber): Term {
  return crossed(left, right, same);
}

/** The left number is less than the right one. */
export function lessNumber(left: SymbolicNumber, right: SymbolicNumber): Term {
  return crossed(left, right, less);
}

function crossed(left: SymbolicNumber, right: SymbolicNumber, compare: (a: Term, b: Term) => Term): Term {
  const [a = left, b = right] = aligned([left, right]);
  return compare(times(b.denominator, a.numerator), times(a.denominator, b.numerator));
}

/** The sum of some numbers. */
export function sumOf(numbers: readonly SymbolicNumber[], isNone: Term): SymbolicNumber {
  const terms = aligned(numbers);
  const denominators = [...new Set(terms.map(({ denominator }) => denominator))];
  const common = denominators.reduce(times, whole(1));
  const scaled = terms.map(({ numerator, denominator }) =>
    denominators.filter((other) => other !== denominator).reduce((term, other) => times(other, term), numerator),
  );
  return { kind: "number", none: isNone, numerator: plus(...scaled), denominator: common, real: isReal(terms) };
}

/** The product of some numbers. */
export function productOf(numbers: readonly SymbolicNumber[], isNone: Term): SymbolicNumber {
  const factors = aligned(numbers);
  return {
    kind: "number",
    none: isNone,
    numerator: factors.map(({ numerator }) => numerator).reduce(times, whole(1)),
    denominator: factors.map(({ denominator }) => denominator).reduce(times, whole(1)),
    real: isReal(factors),
  };
}

/** The quotient of two numbers; none where the divisor is zero. */
export function quotientOf(part: SymbolicNumber, divisor: SymbolicNumber, isNone: Term): SymbolicNumber {
  const [a = part, b = divisor] = aligned([part, divisor]);
  const isNegative = less(b.numerator, whole(0));
  const sign = (term: Term): Term => ite(isNegative, times(whole(-1), term), term);
  return {
    kind: "number",
    none: or(isNone, same(b.numerator, whole(0))),
    numerator: sign(times(b.denominator, a.numerator)),
    denominator: times(a.denominator, sign(b.numerator)),
    real: a.real,
  };
}

function isReal(numbers: readonly SymbolicNumber[]): boolean {
  return numbers.some(({ real }) => real);
}

/** One number or the other, as a condition decides. */
export function chooseNumber(
  condition: Term,
  then: SymbolicNumber,
  otherwise: SymbolicNumber,
  isNone: Term,
): SymbolicNumber {
  const [a = then, b = otherwise] = aligned([then, otherwise]);
  return {
    kind: "number",
    none: isNone,
    numerator: ite(condition, a.numerator, b.numerator),
    denominator: ite(condition, a.denominator, b.denominator),
    real: a.real,
  };
}
