import { loadProcedure } from "../../engine/index.ts";
import type { Result } from "../../engine/language/result.ts";
import { type Problem, ProblemsError } from "../../engine/source/problem.ts";

/** A small procedure with three revisions, the last a draft. */
export const library = loadProcedure("fixtures/procedures/library");

/** A case in which everything is known. */
export const ordinary = {
  loan: { applied_on: "2021-03-01", returned_on: "2021-03-20" },
  reader: { age: 30, guardian_agrees: false, fines: [] as object[] },
};

/** What the procedure says of some facts. */
export function lend(facts: object, options: { asOf?: string; revision?: string } = {}): Result {
  return library.evaluate({ asOf: "2021-04-01", ...options, facts });
}

/** The problems with which an evaluation is refused; none where it is not. */
export function problemsOf(run: () => unknown): readonly Problem[] {
  try {
    run();
    return [];
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
}
