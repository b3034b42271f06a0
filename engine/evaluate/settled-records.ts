import type { Settled } from "../language/result.ts";
import type { CompiledDecision } from "./compile/compiled.ts";
import type { Frame, Possible } from "./frame.ts";

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
    for (const { possible, settled } of this.#decisions) {
      const outcome = placeOf(possible(frame), settled);
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
    const entries = this.#decisions.map(({ possible: possibleOn, settled }, at): readonly [string, Settled] => {
      const possible = possibleOn(frame);
      const known = this.#settled[at]?.[placeOf(possible, settled)];
      return [this.#ids[at] ?? "", known ?? { outcome: null, possible }];
    });
    return Object.fromEntries(entries);
  }
}

function placeOf(possible: Possible, settled: readonly Possible[]): number {
  for (let at = 0; at < settled.length; at++) if (settled[at] === possible) return at;
  return -1;
}
