/** Decimals shown where fewer would do no harm. */
const usualDecimals = 2;
const mostDecimals = 12;

/**
 * A number in digits, with no more decimals than a reader wants; but beside a limit that it misses, with as many as
 * show that it misses it: 79.999 is not shown as 80.
 */
export function digits(value: number, beside?: number): string {
  if (Number.isInteger(value)) return String(value);
  for (let decimals = usualDecimals; decimals <= mostDecimals; decimals++) {
    const shown = Number(value.toFixed(decimals));
    if (beside === undefined || Math.sign(shown - beside) === Math.sign(value - beside)) return String(shown);
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
