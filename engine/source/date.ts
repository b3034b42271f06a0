import { type Day, parseDay } from "../calendar/day.ts";
import type { Place } from "./place.ts";
import type { Problem } from "./problem.ts";

/** Reads a date that a person wrote at `place`: the day, or the problem to show. */
export function readDay(text: string, place?: Place): Day | Problem {
  const result = parseDay(text);
  if (typeof result === "number") return result;
  return {
    code: "not-a-date",
    severity: "error",
    message: `\`${text}\` is not a date: ${result.reason}`,
    ...(place === undefined ? {} : { place }),
    expected: "a calendar date as YYYY-MM-DD",
    ...(result.meant === undefined ? {} : { nearest: result.meant }),
    remedy: result.meant === undefined ? "write a date that exists, as YYYY-MM-DD" : `write ${result.meant}`,
  };
}
