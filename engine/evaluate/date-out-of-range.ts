import type { Place } from "../source/place.ts";
import { ProblemsError } from "../source/problem.ts";

/** The refusal of a case of which a date that follows from its facts can't be written. */
export function dateOutOfRange(where: { readonly place?: Place }): ProblemsError {
  return new ProblemsError([
    {
      code: "date-out-of-range",
      severity: "error",
      message: "a date worked out from the facts lies outside the years 1 to 9999",
      ...where,
      remedy: "check the dates and numbers of the case",
    },
  ]);
}
