import type { Evaluation } from "../evaluate/procedure.ts";

/**
 * The fact to ask for next: one for want of which a decision is undetermined. The fact that selects the revision comes
 * first, because everything rests on it; then the one that most decisions wait for, and among equals the one that is most
 * useful to a decision. Nothing where no fact that has not been asked for can settle anything.
 *
 * @param asked the facts that have been asked for, whether they could be told or not
 */
export function nextQuestion({ result, program }: Evaluation, asked: ReadonlySet<string>): string | undefined {
  const waiting = new Map<string, { decisions: number; rank: number }>();
  for (const { outcome, missing } of Object.values(result.decisions)) {
    if (outcome !== null) continue;
    for (const [rank, id] of missing.entries()) {
      if (asked.has(id)) continue;
      const seen = waiting.get(id);
      if (seen === undefined) waiting.set(id, { decisions: 1, rank });
      else waiting.set(id, { decisions: seen.decisions + 1, rank: Math.min(seen.rank, rank) });
    }
  }
  if (waiting.size === 0) return undefined;
  const { governedBy } = program.model;
  const unsettled = result.warnings.some(({ code }) => code === "revision-not-settled");
  if (waiting.has(governedBy) || (unsettled && !asked.has(governedBy))) return governedBy;
  const [first] = [...waiting].sort(([, a], [, b]) => b.decisions - a.decisions || a.rank - b.rank);
  return first?.[0];
}
