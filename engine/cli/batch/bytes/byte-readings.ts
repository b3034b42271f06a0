import type { Switch, Switches } from "../../../evaluate/compile/switches.ts";
import { readingProblems } from "../../../evaluate/readings.ts";
import type { RevisionModel } from "../../../procedure/model.ts";
import { INPUT_LIMITS } from "../../../source/limits.ts";
import { misreadingIn } from "../../json-misreading.ts";

const none: readonly Switch[] = [];

/** Switches the readings of lines on, found by how they are written. */
export class ByteReadings {
  readonly #model: RevisionModel;
  readonly #switches: Switches;
  /** Nothing for readings about which there is something to say. */
  readonly #written = new Map<string, readonly Switch[] | undefined>();

  constructor(model: RevisionModel, switches: Switches) {
    this.#model = model;
    this.#switches = switches;
  }

  /** Switches every alternative off. */
  clear(): void {
    this.#switches.set(none);
  }

  /**
   * Switches the readings of a line on, and all others off.
   *
   * @param written a block of texts in JSON
   * @returns whether the revision has them all
   */
  set(written: string): boolean {
    let on = this.#written.get(written);
    if (on === undefined && !this.#written.has(written)) {
      on = this.#read(written);
      if (this.#written.size >= INPUT_LIMITS.maxPrograms) this.#written.clear();
      this.#written.set(written, on);
    }
    if (on === undefined) return false;
    this.#switches.set(on);
    return true;
  }

  #read(written: string): readonly Switch[] | undefined {
    if (misreadingIn(written) !== undefined) return undefined;
    // Whoever passed over it has seen that it is a block of texts.
    const readings = Object.entries(JSON.parse(written) as Record<string, string>);
    const on: Switch[] = [];
    for (const [id, alternative] of readings) {
      if (readingProblems(this.#model, id, alternative, undefined).length > 0) return undefined;
      on.push(this.#switches.of(id, alternative));
    }
    return on;
  }
}
