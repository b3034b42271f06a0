import type { Operand } from "../language/known.ts";
import type { Truth } from "../language/truth.ts";
import { conditionsIn, type PlacedCondition } from "../procedure/conditions.ts";
import type { CompiledCondition } from "./compile/compiled.ts";
import { compileCondition } from "./compile/condition.ts";
import type { Frame } from "./frame.ts";
import type { Program } from "./program.ts";

interface Watched {
  readonly placed: PlacedCondition;
  readonly compiled: CompiledCondition;
  /** What gives the list of whose elements it is asked. */
  readonly list: ((frame: Frame) => Operand) | undefined;
}

/** Watches what each single condition of a revision comes to in case after case, whether or not an answer hangs on it. */
export class Watch {
  #watched: readonly Watched[];

  /** @param placed the conditions to watch; all of the revision, where left out */
  constructor(program: Program, placed: readonly PlacedCondition[] = conditionsIn(program.model)) {
    const { names } = program;
    const giver = (id: string): ((frame: Frame) => Operand) => {
      const slot = names.factSlots.get(id);
      return slot === undefined ? names.derived(id).get : (frame) => frame.facts[slot];
    };
    this.#watched = placed.map((one) => ({
      placed: one,
      compiled: compileCondition(one.condition, { ...names, list: one.list }),
      list: one.list === undefined ? undefined : giver(one.list),
    }));
  }

  /**
   * Tells what each condition comes to on a frame; one that is asked of the elements of a list, once for each.
   *
   * @throws CalendarRangeError where a date that is worked out leaves the calendar
   */
  run(frame: Frame, tell: (placed: PlacedCondition, truth: Truth) => void): void {
    for (const { placed, compiled, list } of this.#watched) {
      if (list === undefined) {
        tell(placed, compiled.test(frame));
        continue;
      }
      const elements = list(frame);
      if (!Array.isArray(elements)) continue;
      const outer = frame.item;
      for (const element of elements as readonly Operand[]) {
        frame.item = element;
        tell(placed, compiled.test(frame));
      }
      frame.item = outer;
    }
  }

  /** Watches no longer what is not worth watching any more. */
  keep(isWanted: (placed: PlacedCondition) => boolean): void {
    this.#watched = this.#watched.filter(({ placed }) => isWanted(placed));
  }
}
