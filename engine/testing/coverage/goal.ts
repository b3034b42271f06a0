import type { ClauseStatus } from "../../language/condition.ts";
import type { ObligationStatus } from "../../language/result.ts";
import type { PlacedCondition } from "../../procedure/conditions.ts";
import type { RevisionModel } from "../../procedure/model.ts";
import type { Place } from "../../source/place.ts";

/** What a case has to show to reach a goal. */
export type Aim =
  /** A clause comes to a status. */
  | { readonly kind: "status"; readonly clause: string; readonly status: ClauseStatus }
  /** A clause counts: a settled decision rests on it, or a duty of it applies. */
  | { readonly kind: "deciding"; readonly clause: string }
  /** A condition is true, or false. */
  | { readonly kind: "condition"; readonly placed: PlacedCondition; readonly truth: boolean }
  /** A row of a decision, counted from 0 on, decides. */
  | { readonly kind: "row"; readonly decision: string; readonly row: number }
  /** A duty comes to a status. */
  | { readonly kind: "duty"; readonly obligation: string; readonly status: ObligationStatus }
  /** An alternative reading is switched on. */
  | { readonly kind: "reading"; readonly reading: string; readonly alternative: string };

/** The kinds of goal, in the order in which they are counted. */
export const goalKinds = ["status", "deciding", "condition", "row", "duty", "reading"] as const;

export type GoalKind = (typeof goalKinds)[number];

/** What a goal belongs to: a version of a clause, a version of a decision, or an interpretation. */
export interface Part {
  readonly kind: "clause" | "decision" | "reading";
  readonly id: string;
  readonly title: string;
  /** The revision that brought the version; nothing for what has no versions of its own here. */
  readonly revision: string | undefined;
  readonly place: Place;
}

/** Something of the rules that cases can show. */
export interface Goal {
  /** What tells it from all others, in one and the same state of the rules. */
  readonly key: string;
  readonly aim: Aim;
  readonly part: Part;
  /** Where in the rules it stands. */
  readonly place: Place;
  /** The oldest revision in which it can be shown. */
  readonly model: RevisionModel;
}
