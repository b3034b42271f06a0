import { CalendarRangeError } from "../../calendar/day.ts";
import type { Pair, Run, TrialCase } from "../../cases/pair.ts";
import { shrink } from "../../cases/shrink.ts";
import { differing } from "../../cases/variations.ts";
import type { WitnessCase } from "../../cases/witness-case.ts";
import type { RowTruths } from "./probe.ts";
import type { Sightings } from "./sightings.ts";

/** What a valid case is asked to show. */
export type Shows = (look: {
  readonly run: Run;
  readonly rows: (decision: string) => RowTruths | undefined;
}) => boolean;

/** Makes examples of cases: as near to ordinary ones as they can be and still show what they are to show. */
export class Examples {
  readonly #pair: Pair;
  readonly #sightings: Sightings;
  readonly #plain: TrialCase;
  #ordinary: readonly TrialCase[] | undefined;

  constructor(pair: Pair, sightings: Sightings, plain: TrialCase) {
    this.#pair = pair;
    this.#sightings = sightings;
    this.#plain = plain;
  }

  /**
   * Ordinary cases: one for each headline decision, which goes as well there as any that was run, and is otherwise as
   * plain as can be.
   */
  get ordinary(): readonly TrialCase[] {
    this.#ordinary ??= this.#found();
    return this.#ordinary;
  }

  /** A small case that shows something, made from one that does; nothing where it doesn't. */
  from(trial: TrialCase, shows: Shows): WitnessCase | undefined {
    const does = (one: TrialCase): boolean => this.#shows(one, shows);
    if (!does(trial)) return undefined;
    const near = this.ordinary.toSorted((a, b) => differing(trial, a).length - differing(trial, b).length);
    return this.#pair.write(shrink(trial, near.slice(0, 1), this.#pair, does).trial);
  }

  #found(): readonly TrialCase[] {
    const { model, decisions } = this.#sightings;
    return model.headline.flatMap((id): readonly TrialCase[] => {
      const decision = model.decisions.get(id);
      const outcomes = [...(decision?.outcomes.keys() ?? [])];
      const rankOf = (row: number): number => outcomes.indexOf(decision?.rows[row]?.outcome ?? "");
      const seen = [...(decisions.get(id)?.deciding ?? [])].sort(([a], [b]) => rankOf(a) - rankOf(b));
      const [best] = seen;
      if (best === undefined) return [];
      const [row, trial] = best;
      const isAsGood: Shows = ({ rows }) => rankOf(rows(id)?.deciding ?? -1) === rankOf(row);
      return [shrink(trial, [this.#plain], this.#pair, (one) => this.#shows(one, isAsGood)).trial];
    });
  }

  #shows(trial: TrialCase, shows: Shows): boolean {
    const runs = this.#pair.startValid(trial);
    if (runs === undefined) return false;
    const [run] = runs;
    try {
      return shows({ run, rows: (decision) => this.#sightings.rowsOf(decision, run, trial) });
    } catch (error) {
      if (error instanceof CalendarRangeError) return false;
      throw error;
    }
  }
}
