import type { CompiledCondition } from "../../evaluate/compile/compiled.ts";
import { compileCondition } from "../../evaluate/compile/condition.ts";
import type { Frame } from "../../evaluate/frame.ts";
import type { Program } from "../../evaluate/program.ts";
import { Watch } from "../../evaluate/watch.ts";
import type { PlacedCondition } from "../../procedure/conditions.ts";
import { Distances } from "./distance.ts";

/** What the rows of a decision come to in one case. */
export interface RowTruths {
  readonly decision: string;
  /** The place of the row that decides. */
  readonly deciding: number;
  /** The places of the rows after it whose conditions hold as well. */
  readonly alsoHolding: readonly number[];
  /** Whether the last row decides, the one without a condition. */
  readonly isLast: boolean;
}

/** Looks into the cases of one program: into conditions, rows and duties, and not only at what comes of them. */
export class Probe {
  readonly own: Watch;
  readonly contradictions: Watch;
  readonly distances: Distances;
  /** The duties that have a formula for the day until which they are to be done or kept. */
  readonly dated: readonly string[];
  readonly #decisions: ReadonlyMap<string, Whens>;

  constructor(
    program: Program,
    watched: { readonly own: readonly PlacedCondition[]; readonly contradictions: readonly PlacedCondition[] },
  ) {
    const { model, names } = program;
    this.own = new Watch(program, watched.own);
    this.contradictions = new Watch(program, watched.contradictions);
    this.distances = new Distances(program);
    this.dated = [...model.obligations.values()].flatMap(({ id, due, keepUntil }) => ((keepUntil ?? due) ? [id] : []));
    this.#decisions = new Map(
      [...model.decisions.values()].map(({ id, rows }) => [
        id,
        rows.map(({ when }) => when && compileCondition(when, names)),
      ]),
    );
  }

  /** What the rows of each decision come to in a complete case. */
  rows(frame: Frame): readonly RowTruths[] {
    return [...this.#decisions].map(([decision, whens]) => truthsOf(decision, whens, frame));
  }

  /** What the rows of one decision come to in a complete case. */
  rowsOf(decision: string, frame: Frame): RowTruths | undefined {
    const whens = this.#decisions.get(decision);
    return whens && truthsOf(decision, whens, frame);
  }
}

/** The conditions of a decision's rows; the last row has none. */
type Whens = readonly (CompiledCondition | undefined)[];

function truthsOf(decision: string, whens: Whens, frame: Frame): RowTruths {
  const deciding = whens.findIndex((when) => when === undefined || when.test(frame) === true);
  const alsoHolding: number[] = [];
  for (let at = deciding + 1; at < whens.length; at += 1) {
    if (whens[at]?.test(frame) === true) alsoHolding.push(at);
  }
  return { decision, deciding, alsoHolding, isLast: deciding === whens.length - 1 };
}
