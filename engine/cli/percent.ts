import { ProblemsError } from "../source/problem.ts";

/** Reads a percentage, from 0 to 100. @throws ProblemsError where it is none. */
export function readPercent(text: string, option: string): number {
  const value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (value <= 100) return value;
  throw new ProblemsError([
    {
      code: "usage",
      severity: "error",
      message: `\`${option} ${text}\` is not a percentage`,
      expected: "a number from 0 to 100, without a sign",
      remedy: `write ${option} 100, or a smaller number`,
    },
  ]);
}
