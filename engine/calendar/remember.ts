import { type Day, dayOf, formatDay } from "./day.ts";

/** The span of days for which answers are kept: wide enough for whatever a case speaks of, at 0.4 MB a question. */
const FIRST = dayOf(1900, 1, 1);
const LAST = dayOf(2199, 12, 31);

/** Stands where nothing was worked out yet; no day is as small. */
const UNKNOWN = -2_147_483_648;

/**
 * Keeps the answers to a question about days, so that each day is asked about once: the library's answers are right, and
 * too slow for millions of cases that speak of the same few years.
 */
export function remembered(ask: (day: Day) => Day): (day: Day) => Day {
  let answers: Int32Array | undefined;
  return (day) => {
    if (!(day >= FIRST && day <= LAST)) return ask(day);
    answers ??= new Int32Array(LAST - FIRST + 1).fill(UNKNOWN);
    const known = answers[day - FIRST];
    if (known !== undefined && known !== UNKNOWN) return known;
    const answer = ask(day);
    answers[day - FIRST] = answer;
    return answer;
  };
}

let texts: (string | undefined)[] | undefined;

/** What `formatDay` gives, kept in the same way. */
export function writtenDay(day: Day): string {
  if (!(day >= FIRST && day <= LAST)) return formatDay(day);
  texts ??= new Array(LAST - FIRST + 1).fill(undefined);
  const known = texts[day - FIRST];
  if (known !== undefined) return known;
  const text = formatDay(day);
  texts[day - FIRST] = text;
  return text;
}
