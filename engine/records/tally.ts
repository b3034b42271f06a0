import type { Replayed, Verdict } from "./replayed.ts";

/** How many records there are of each verdict. */
export function tallyOf(replayed: readonly Replayed[]): Readonly<Record<Verdict, number>> {
  const tally = { identical: 0, differs: 0, unreadable: 0 };
  for (const { verdict } of replayed) tally[verdict]++;
  return tally;
}
