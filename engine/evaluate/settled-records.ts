import type { Settled } from "../language/result.ts";
import type { CompiledDecision } from "./compile/compiled.ts";
import type { Frame } from "./frame.ts";

/** So many points are kept at which the outcomes of decisions part; whatever goes beyond is written anew each time. */
const mostKept = 4_096;

/** Where the outcomes of some decisions have led; at the end of the way stands their record. */
class Point {
  /** Where each outcome of the next decision leads. */
  readonly next: (Point | undefined)[] = [];
  record: Readonly<Record<string, Settled>> | undefined;
}

/**
 * Writes down what the decisions come to. Cases come to the same few combinations of outcomes over and over, so the
 * record of each combination is made once and then copied.
 */
export class SettledRecords {
  readonly #ids: readonly string[];
  readonly #decisions: readonly CompiledDecision[];
  readonly #settled: readonly (readonly Settled[])[];
  readonly #start = new Point();
  #kept = 0;

  constructor(decisions: ReadonlyMap<string, CompiledDecision>) {
    this.#ids = [...decisions.keys()];
    this.#decisions = [...decisions.values()];
    this.#settled = this.#decisions.map(({ settled }) =>
      settled.map((possible) => Object.freeze({ outcome: possible[0] ?? null, possible })),
    );
  }

  /** What each decision comes to on a frame, by the ids of the decisions. */
  write(frame: Frame): Readonly<Record<string, Settled>> {
    let point = this.#start;
    const decisions = this.#decisions;
    for (let at = 0; at < decisions.length; at++) {
      const outcome = decisions[at]?.place(frame) ?? -1;
      const next = outcome === -1 ? undefined : (point.next[outcome] ?? this.#wayOn(point, outcome));
      if (next === undefined) return this.#written(frame);
      point = next;
    }
    point.record ??= this.#written(frame);
    return { ...point.record };
  }

  #wayOn(point: Point, outcome: number): Point | undefined {
    if (this.#kept === mostKept) return undefined;
    this.#kept += 1;
    const next = new Point();
    point.next[outcome] = next;
    return next;
  }

  #written(frame: Frame): Readonly<Record<string, Settled>> {
    const entries = this.#decisions.map((decision, at): readonly [string, Settled] => {
      const known = this.#settled[at]?.[decision.place(frame)];
      return [this.#ids[at] ?? "", known ?? { outcome: null, possible: decision.possible(frame) }];
    });
    return Object.fromEntries(entries);
  }
}
