import type { Day } from "../calendar/day.ts";
import type { Operand } from "../language/known.ts";
import { Frame } from "./frame.ts";
import type { Program } from "./program.ts";

/**
 * An evaluation of facts that are known to be right, of which nothing is worked out yet.
 *
 * @param values the value of each fact, in the order of the revision's facts
 * @returns nothing where the facts contradict each other: a case to be refused, by those who can say why
 * @throws CalendarRangeError where a date that is worked out lies outside the years 1 to 9999; so may what is asked of
 *   the evaluation afterwards
 */
export function evaluationOf(program: Program, values: readonly Operand[], asOf: Day): Frame | undefined {
  const frame = new Frame(values, asOf, program.room);
  for (const { test } of program.contradictions) if (test(frame) === true) return undefined;
  return frame;
}
