import { excerpt } from "../source/excerpt.ts";
import { ProblemsError } from "../source/problem.ts";

/** How many values of an input are tried. */
const mostValues = 100_000;

/**
 * What to throw for an error that came up while a case was decided. Where the input itself fails when it is read (a getter
 * or a proxy that throws, as objects of other libraries have), that is a problem of the input. Any other error is thrown
 * as it is, for it is a mistake in this program.
 */
export function blamed(error: unknown, input: unknown): unknown {
  if (error instanceof ProblemsError) return error;
  const path = failingPart(input);
  if (path === undefined) return error;
  return new ProblemsError([
    {
      code: "unreadable-input",
      severity: "error",
      message: `${path === "" ? "the input" : `\`${excerpt(path)}\` of the input`} throws an error when it is read`,
      expected: "plain values, as JSON has them",
      remedy: "copy the values into an object of their own, and give that",
    },
  ]);
}

/** The path of the first part that can't be read; undefined where all can. Each object is read once, however often it stands there. */
function failingPart(input: unknown): string | undefined {
  const seen = new Set<object>();
  const waiting: { readonly value: unknown; readonly path: string }[] = [{ value: input, path: "" }];
  for (const { value, path } of waiting) {
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    let part = path;
    try {
      for (const key of Object.keys(value)) {
        if (waiting.length >= mostValues) break;
        part = path === "" ? key : `${path}.${key}`;
        waiting.push({ value: (value as Readonly<Record<string, unknown>>)[key], path: part });
        part = path;
      }
      // What the reader asks of an object beside its keys.
      Object.getPrototypeOf(value);
      if (Array.isArray(value)) Number(value.length);
    } catch {
      return part;
    }
  }
  return undefined;
}
