import { ProblemsError } from "../source/problem.ts";

/** Reads years as `--years` has them, `2010..2040`. @throws ProblemsError where they are not written so. */
export function readYears(text: string): { readonly from: number; readonly to: number } {
  const [, first, last] = /^(\d{4})\.\.(\d{4})$/.exec(text) ?? [];
  const from = Number(first);
  const to = Number(last);
  if (from >= 1 && from <= to) return { from, to };
  const isReversed = from > to && to >= 1;
  throw new ProblemsError([
    {
      code: "usage",
      severity: "error",
      message: isReversed ? `\`--years ${text}\` ends before it begins` : `\`--years ${text}\` is not a range of years`,
      expected: "the first and the last year, four digits each, joined by two dots",
      ...(isReversed ? { nearest: `${last}..${first}` } : {}),
      remedy: `write --years ${isReversed ? `${last}..${first}` : "2010..2040"}`,
    },
  ]);
}
