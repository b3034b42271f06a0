const KEYWORD = /^(?:~|[Nn]ull|NULL|[Tt]rue|TRUE|[Ff]alse|FALSE)$/;
const INTEGER = /^[-+]?[0-9]+$/;
const OCTAL = /^0o[0-7]+$/;
const HEXADECIMAL = /^0x[0-9a-fA-F]+$/;
const DECIMAL = /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/;
const EXPONENT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/;
const NO_NUMBER = /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/;

/**
 * What text without quotes means in the core schema of YAML 1.2: a number, true, false, null, or else itself. Infinity
 * and not-a-number come out as such, for the caller to refuse.
 */
export function coreScalar(text: string): string | number | boolean | null {
  const first = text.charCodeAt(0);
  // Most texts start with a letter that no keyword starts with.
  if (first > 57) return KEYWORD.test(text) ? keyword(text) : text;
  if (INTEGER.test(text)) return Number.parseInt(text, 10);
  if (DECIMAL.test(text) || EXPONENT.test(text)) return Number.parseFloat(text);
  if (OCTAL.test(text)) return Number.parseInt(text.slice(2), 8);
  if (HEXADECIMAL.test(text)) return Number.parseInt(text.slice(2), 16);
  return NO_NUMBER.test(text) ? Number.NaN : text;
}

function keyword(text: string): boolean | null {
  const first = text.charAt(0).toLowerCase();
  return first === "t" ? true : first === "f" ? false : null;
}
