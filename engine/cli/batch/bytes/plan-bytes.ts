import type { Day } from "../../../calendar/day.ts";
import type { Plans } from "../../../evaluate/plans.ts";

/** So many warnings are kept for each fact; a few years have fewer days. */
const mostKept = 5_000;

/** Warnings about plans, as rows say them: written once for each fact and day. */
export class PlanBytes {
  readonly #plans: Plans;
  readonly #kept: Map<Day, Uint8Array>[] = [];

  constructor(plans: Plans) {
    this.#plans = plans;
  }

  /** The warning about a date of the fact at a place. */
  of(at: number, day: Day): Uint8Array {
    const ofFact = this.#kept[at] ?? new Map<Day, Uint8Array>();
    this.#kept[at] = ofFact;
    const known = ofFact.get(day);
    if (known !== undefined) return known;
    const written = new TextEncoder().encode(JSON.stringify(this.#plans.warning(at, day)));
    if (ofFact.size >= mostKept) ofFact.clear();
    ofFact.set(day, written);
    return written;
  }
}
