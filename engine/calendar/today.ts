import { type Day, dayOf } from "./day.ts";

/**
 * The calendar date on the user's wall now, in the zone of this machine.
 *
 * This is the only place that reads the clock. Deciding a case takes its dates as input, so only the command line calls
 * this, for a default that it then shows.
 */
export function today(): Day {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
