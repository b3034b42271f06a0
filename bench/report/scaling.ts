import type { Scaled } from "../scaling/measure.ts";
import { spreadOf } from "../statistics.ts";
import { short, shown, table } from "./numbers.ts";

/** What the time does as the clauses grow in number. */
export function scalingText(rounds: readonly (readonly Scaled[])[]): string {
  const sizes = (rounds[0] ?? []).map(({ clauses }) => clauses);
  const rows = sizes.map((clauses) => {
    const own = rounds.flatMap((round) => round.filter((one) => one.clauses === clauses));
    return [
      String(clauses),
      shown(spreadOf(own.map(({ full }) => (full.cpu * 1000) / clauses))),
      shown(spreadOf(own.map(({ decisions }) => (decisions.cpu * 1000) / clauses))),
      shown(spreadOf(own.map(({ load }) => load.cpu / 1000))),
      short(spreadOf(own.map(({ peak }) => peak)).median),
    ];
  });
  return table(["clauses", "full result, ns a clause", "decisions, ns a clause", "load, ms", "peak, MiB"], rows);
}

/**
 * The time per clause of the greatest size in times the least of the smaller sizes, round by round: 1 where the time grows
 * as the clauses do. Against the smallest size alone, what every case costs would hide a growth.
 */
export function growth(rounds: readonly (readonly Scaled[])[], part: "full" | "decisions"): readonly number[] {
  return rounds.flatMap((round) => {
    const perClause = round.map((one) => one[part].cpu / one.clauses);
    const last = perClause.at(-1);
    return last === undefined ? [] : [last / Math.min(...perClause.slice(0, -1))];
  });
}
