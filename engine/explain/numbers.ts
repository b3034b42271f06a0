/** A number that was given has no more decimals than this, and is shown as it was given. */
const givenDecimals = 6;
/** Decimals shown of a number that was worked out and has more than that. */
const usualDecimals = 2;
const mostDecimals = 12;

/**
 * A number in digits. One that was worked out is shortened, but never so far that it looks whole, or as if it met a
 * limit that it misses: 79.9999999 is not shown as 80.
 *
 * @param beside the limit that it is compared with
 */
export function digits(value: number, beside?: number): string {
  if (Number(value.toFixed(givenDecimals)) === value) return String(value);
  for (let decimals = usualDecimals; decimals <= mostDecimals; decimals++) {
    const shown = Number(value.toFixed(decimals));
    const misleads =
      Number.isInteger(shown) || (beside !== undefined && Math.sign(shown - beside) !== Math.sign(value - beside));
    if (!misleads) return String(shown);
  }
  return String(value);
}

/** A number with its unit: "10 people", "1 day", "80%". */
export function measured(value: number, unit: string | undefined, beside?: number): string {
  const number = digits(value, beside);
  if (unit === undefined) return number;
  if (unit === "percent") return `${number}%`;
  return `${number} ${value === 1 ? singular(unit) : unit.replaceAll("_", " ")}`;
}

/** The unit for exactly one; units are declared in the plural. */
function singular(unit: string): string {
  const words = unit.replaceAll("_", " ");
  if (words === "people") return "person";
  if (words.endsWith("ies")) return `${words.slice(0, -3)}y`;
  return words.endsWith("s") && !words.endsWith("ss") ? words.slice(0, -1) : words;
}
