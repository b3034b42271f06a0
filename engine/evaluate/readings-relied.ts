import { type Frame, statusBits } from "./frame.ts";
import type { Program } from "./program.ts";

/**
 * The interpretations that a result relies on: those that every result rests on, and those of every clause that can apply
 * to the case. One whose alternative is switched on says so.
 */
export class ReadingsRelied {
  /** What each interpretation is called in a result. */
  readonly #names: readonly string[];
  /** The interpretations that every result names, by their places. */
  readonly #throughout: Uint8Array;
  /** The interpretations of each clause that has any. */
  readonly #clauses: readonly { readonly slot: number; readonly places: readonly number[] }[];
  /** Which interpretations the result at hand names; used for frame after frame. */
  readonly #relied: Uint8Array;

  constructor(program: Program) {
    const { model, readings } = program;
    const ids = [...model.interpretations.keys()];
    this.#names = ids.map((id) => (Object.hasOwn(readings, id) ? `${id}=${readings[id]}` : id));
    this.#throughout = Uint8Array.from(ids, (id) =>
      model.interpretationsThroughout.includes(id) || Object.hasOwn(readings, id) ? 1 : 0,
    );
    this.#relied = this.#throughout.slice();
    this.#clauses = [...model.clauses.values()].flatMap(({ interpretations }, slot) =>
      interpretations.length === 0 ? [] : [{ slot, places: interpretations.map((id) => ids.indexOf(id)) }],
    );
  }

  /** The interpretations that a result of this frame relies on, in the order of the register. */
  of(frame: Frame): readonly string[] {
    const relied = this.#relied;
    relied.set(this.#throughout);
    for (const { slot, places } of this.#clauses) {
      if (frame.clauses[slot] === statusBits.not_applicable) continue;
      for (let at = 0; at < places.length; at++) relied[places[at] ?? -1] = 1;
    }
    const all = this.#names;
    const names: string[] = [];
    for (let place = 0; place < all.length; place++) if (relied[place] === 1) names.push(all[place] ?? "");
    return names;
  }
}
