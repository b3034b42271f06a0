import { type Day, formatDay } from "../../../calendar/day.ts";
import { type Governing, govern } from "../../../evaluate/govern.ts";
import type { Operand } from "../../../language/known.ts";
import type { RevisionModel } from "../../../procedure/model.ts";
import { ProblemsError } from "../../../source/problem.ts";

/** Which revision decides, and how a row says why, ready to be written. */
export interface Governed {
  readonly model: RevisionModel;
  readonly governedBy: Uint8Array;
}

/** So many dates are kept; whoever decides cases of more of them in turn looks them up again. */
const mostKept = 20_000;

type Kept = Map<Day, Governed | undefined>;

/** Which revision governs on each date, asked once for each. */
export class Governings {
  readonly #revisions: readonly RevisionModel[];
  readonly #fact: string;
  /** By the date of the governing fact. */
  readonly #known: Kept = new Map();
  /** By the evaluation date, where that fact is none, and where it is unknown. */
  readonly #none: Kept = new Map();
  readonly #unknown: Kept = new Map();

  constructor(revisions: readonly RevisionModel[]) {
    this.#revisions = revisions;
    this.#fact = revisions[0]?.governedBy ?? "";
  }

  /**
   * The revision that certainly decides.
   *
   * @param date of the governing fact; `null` where it is none, `undefined` where it is unknown
   * @returns nothing where none governs, where it is not settled which does, or where there is something to warn of
   */
  of(date: Operand, asOf: Day): Governed | undefined {
    const kept = typeof date === "number" ? this.#known : date === null ? this.#none : this.#unknown;
    const day = typeof date === "number" ? date : asOf;
    const known = kept.get(day);
    if (known !== undefined || kept.has(day)) return known;
    const governed = this.#governed(date, asOf);
    if (kept.size >= mostKept) kept.clear();
    kept.set(day, governed);
    return governed;
  }

  #governed(date: Operand, asOf: Day): Governed | undefined {
    const value = typeof date === "number" ? formatDay(date) : date;
    try {
      const governing = govern(this.#revisions, value === undefined ? {} : { [this.#fact]: value }, asOf, undefined);
      return isPlain(governing) ? { model: governing.model, governedBy: written(governing) } : undefined;
    } catch (error) {
      if (error instanceof ProblemsError) return undefined;
      throw error;
    }
  }
}

function isPlain({ model: { entry, digest }, rivals, perhapsNone, warnings }: Governing): boolean {
  const isAsApproved = entry.digest === undefined || entry.digest === digest;
  return isAsApproved && rivals.length === 0 && !perhapsNone && warnings.length === 0;
}

function written({ governedBy: { fact, date } }: Governing): Uint8Array {
  return new TextEncoder().encode(`","governedBy":${JSON.stringify({ fact, date })},"decisions":{`);
}
