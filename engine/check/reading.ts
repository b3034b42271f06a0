import type { Rule } from "./check.ts";

/** Mistakes that reading and linking report, and that have a page of their own: with one of them, nothing is decided. */
export const readingRules: readonly Rule[] = (
  [
    {
      code: "cycle",
      finds: "clauses, decisions or values that need each other",
      why: "None of them can be worked out before the others.",
    },
    {
      code: "not-a-date",
      finds: "a date that is not in the calendar, or not written YYYY-MM-DD",
      why: "Whatever day is meant, nobody can tell which.",
    },
    {
      code: "version-order",
      finds: "versions that don't stand oldest first",
      why: "A reader takes the last one for the newest.",
    },
    {
      code: "revision-order",
      finds: "a revision that takes effect no later than the one above it",
      why: "Which of the two follows the other decides what a clause says.",
    },
    {
      code: "overlapping-revisions",
      finds: "two revisions that would govern on the same dates",
      why: "A case of such a day would have two answers.",
    },
    {
      code: "effective-date",
      finds: "a version of a clause whose effective date is not that of its revision",
      why: "One of the two dates is wrong, and readers act by either.",
    },
    {
      code: "wrong-type",
      finds: "a value of another type or another unit than its place asks for",
      why: "A comparison of euros with years says nothing, whatever it comes to.",
    },
  ] as const
).map((rule) => ({ ...rule, severity: "error", isFirm: true }));
