import type { Bounds } from "../prove/encode/bounds.ts";
import type { ProofScope } from "./report.ts";

/** What a proof says it holds for. */
export function scopeOf(bounds: Bounds, unlike: readonly string[], tried: number): ProofScope {
  const { from, to } = bounds.years;
  const takenApart = unlike.map(
    (id) => `The fact ${id} is of another type on each side, and has a value of its own on each.`,
  );
  return {
    fromYear: from,
    toYear: to,
    longestList: bounds.longestList,
    assumptions: [
      "Every fact is known.",
      "Each side decides by its own revision.",
      "Any reading may be switched on.",
      "Numbers may have any decimals.",
      ...takenApart,
    ],
    tried,
  };
}
