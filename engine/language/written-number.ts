/** The significant digits that any number of a program keeps; with more, what is read is not what was written. */
const keptDigits = 15;

/**
 * Whether a number as it is written keeps its value when it is read: 79.99999999999999999 would become 80, and pass a
 * limit that it does not reach.
 */
export function keepsItsDigits(written: string): boolean {
  if (written.length <= keptDigits) return true;
  const [mantissa = ""] = written.split(/[eE]/);
  const digits = mantissa.replace(/^[-+]/, "").replace(".", "").replace(/^0+/, "");
  return digits.length <= keptDigits || (Number.isSafeInteger(Number(written)) && /^[-+]?\d+$/.test(written));
}
