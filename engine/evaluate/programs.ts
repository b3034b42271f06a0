import type { RevisionModel } from "../procedure/model.ts";
import { INPUT_LIMITS } from "../source/limits.ts";
import { compileProgram, type Program } from "./program.ts";

/** Readings in an order of their own, so that it does not matter in which they are given. */
export type WantedReadings = readonly (readonly [interpretation: string, alternative: string])[];

/** Revisions compiled, by the readings that are switched on. Of more than are kept, the oldest is compiled anew. */
export class Programs {
  readonly #known = new Map<string, Program>();

  /**
   * A revision under certain readings.
   *
   * @param check is asked before it is compiled; it is to throw where the revision does not have these readings
   */
  of(
    model: RevisionModel,
    readings: Readonly<Record<string, string>>,
    check?: (wanted: WantedReadings) => void,
  ): Program {
    const wanted: WantedReadings = Object.entries(readings).sort(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify([model.entry.revision, wanted]);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    check?.(wanted);
    const program = compileProgram(model, Object.fromEntries(wanted));
    const [oldest] = this.#known.keys();
    if (oldest !== undefined && this.#known.size >= INPUT_LIMITS.maxPrograms) this.#known.delete(oldest);
    this.#known.set(key, program);
    return program;
  }
}
