import type { Day } from "../../../calendar/day.ts";
import { planWarning } from "../../../evaluate/plans.ts";

/** So many warnings are kept for each fact; a few years have fewer days. */
const mostKept = 5_000;

/** Warnings about plans, as rows say them: written once for each fact and day. */
export class PlanBytes {
  readonly #kept = new Map<string, Map<Day, Uint8Array>>();

  of(id: string, day: Day): Uint8Array {
    let ofFact = this.#kept.get(id);
    if (ofFact === undefined) {
      ofFact = new Map();
      this.#kept.set(id, ofFact);
    }
    const known = ofFact.get(day);
    if (known !== undefined) return known;
    const written = new TextEncoder().encode(JSON.stringify(planWarning(id, day)));
    if (ofFact.size >= mostKept) ofFact.clear();
    ofFact.set(day, written);
    return written;
  }
}
