import type { PlacedCondition } from "../../procedure/conditions.ts";

/** Something that was proved to be so in every case, and that nobody writes on purpose. */
export type Fault = ConstantCondition | IdleRow | Contradiction;

/** A condition that comes out the same in every case. */
export interface ConstantCondition {
  readonly kind: "constant";
  readonly placed: PlacedCondition;
  readonly truth: boolean;
}

/** A row that never decides, though its condition can hold. */
export interface IdleRow {
  readonly kind: "idle-row";
  readonly decision: string;
  readonly row: number;
}

/** Two clauses that can apply together and can't be met together, though each can by itself. */
export interface Contradiction {
  readonly kind: "contradiction";
  readonly clauses: readonly [string, string];
}
