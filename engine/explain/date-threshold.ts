import { CalendarRangeError, type Day, FIRST_DAY, formatDay, LAST_DAY } from "../calendar/day.ts";
import { operators } from "../language/operators/table.ts";
import type { Comparison, Reference } from "../procedure/model.ts";
import type { Probe } from "./probe.ts";
import type { Scope } from "./scope.ts";

/** How far around the evaluation date a turning point is looked for, in days. */
const reach = 8000;

/** The day from which, or up to which, a date fact makes a comparison true. */
interface DateThreshold {
  readonly day: Day;
  /** What is wanted of the fact: "on or after 2020-01-31". */
  readonly says: string;
}

/**
 * The day at which a comparison turns true when only one date fact is changed, however much is worked out from that
 * fact on the way. It is `never` true where it is not within some twenty years of the evaluation
 * date, and nothing can be said where it is both long before and long after.
 */
export function dateThreshold(
  fact: Reference,
  comparison: Comparison,
  { probe, scope }: { readonly probe: Probe; readonly scope: Scope },
): DateThreshold | "never" | undefined {
  if (fact.type.kind !== "date") return undefined;
  const holds = (day: Day): boolean => {
    try {
      return probe.withFact(fact.id, day).truth(comparison, scope) === true;
    } catch (error) {
      if (error instanceof CalendarRangeError) return false;
      throw error;
    }
  };
  let early = Math.max(FIRST_DAY, probe.frame.asOf - reach);
  let late = Math.min(LAST_DAY, probe.frame.asOf + reach);
  const atFirst = holds(early);
  if (atFirst === holds(late)) return atFirst ? undefined : "never";
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (holds(middle) === atFirst) early = middle;
    else late = middle;
  }
  const [day, operator] = atFirst ? [early, operators.onOrBefore] : [late, operators.onOrAfter];
  return { day, says: `${operator.phrase.replace(/^is /, "")} ${formatDay(day)}` };
}
