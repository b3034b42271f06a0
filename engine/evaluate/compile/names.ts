import type { RevisionModel } from "../../procedure/model.ts";
import type { CompiledClause, CompiledDecision, CompiledValue } from "./compiled.ts";
import type { Steps } from "./step.ts";
import type { Switches } from "./switches.ts";

/**
 * What the names in a revision stand for while it is being compiled. Facts, clauses, decisions and derived values have
 * slots; all but facts are looked up when they are first used, so that they can be compiled in any order.
 */
export interface Names {
  readonly model: RevisionModel;
  /** The alternatives switched on: interpretation to alternative. */
  readonly readings: Readonly<Record<string, string>>;
  readonly factSlots: ReadonlyMap<string, number>;
  readonly clauseSlots: ReadonlyMap<string, number>;
  readonly derivedSlots: ReadonlyMap<string, number>;
  readonly decisionSlots: ReadonlyMap<string, number>;
  readonly derived: (id: string) => CompiledValue;
  readonly clause: (id: string) => CompiledClause;
  readonly decision: (id: string) => CompiledDecision;
  /** Takes the quick ways through conditions that are tried often. */
  readonly steps: Steps;
  /** Facts that are taken to be there, even while they are unknown; a case itself never takes that for granted. */
  readonly given?: ReadonlySet<string>;
  /** What says from case to case which alternatives are switched on; without it, the readings say so for all. */
  readonly switches?: Switches | undefined;
  /** The list that `item` belongs to; nothing outside a list. */
  readonly list: string | undefined;
}
