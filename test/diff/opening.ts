import { type OpenedSide, openSides, type SidesOptions } from "../../engine/diff/sides/open.ts";
import { type Problem, ProblemsError } from "../../engine/source/problem.ts";

/** What is wrong with naming the sides so. */
export function problemsOf(base: string, head: string, options: SidesOptions): readonly Problem[] {
  try {
    openSides(base, head, options);
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
  throw new Error("nothing is wrong");
}

/** Both sides: as they were named, where they come from, and the revision that was found. */
export function opened(base: string, head: string, options: SidesOptions): readonly (readonly string[])[] {
  const sides = openSides(base, head, options);
  return [sides.base, sides.head].map(({ given, from, model }: OpenedSide) => [given, from, model.entry.revision]);
}
