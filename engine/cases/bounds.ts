import { type Day, yearMonthDay } from "../calendar/day.ts";
import type { Years } from "../language/smt/date.ts";
import type { RevisionModel } from "../procedure/model.ts";
import type { Bounds } from "../prove/encode/bounds.ts";

/** The most elements of a list that the description of all cases has. */
const longestList = 3;
/** How many years around the revisions the description of all cases reaches. */
const yearsAround = 10;

/** How far a comparison looks: the years given, or ten around those in which the revisions begin and end. */
export function boundsFor(models: readonly RevisionModel[], years: Years | undefined): Bounds {
  const days = models.flatMap(({ effective, until }) => (until === undefined ? [effective] : [effective, until]));
  const found = days.map(yearOf);
  const around: Years = {
    from: Math.max(1, Math.min(...found) - yearsAround),
    to: Math.min(9999, Math.max(...found) + yearsAround),
  };
  return { years: years ?? around, longestList };
}

function yearOf(day: Day): number {
  return yearMonthDay(day).year;
}

/** The day from which the newer of two revisions governs. */
export function newest(models: readonly RevisionModel[]): Day {
  return Math.max(...models.map(({ effective }) => effective));
}
