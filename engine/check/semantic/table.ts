import type { Check } from "../check.ts";
import { clausesContradict } from "./clauses-contradict.ts";
import { conditionAlwaysTrue } from "./condition-always-true.ts";
import { conditionNeverTrue } from "./condition-never-true.ts";
import { deadlineOnNone } from "./deadline-on-none.ts";
import { gapHidden } from "./gap-hidden.ts";
import { overlapHidden } from "./overlap-hidden.ts";
import { rowUnreachable } from "./row-unreachable.ts";

/** The checks that say what cases can come to: they run cases and, where those don't tell, ask the solver about all. */
export const semanticChecks: readonly Check[] = [
  conditionNeverTrue,
  conditionAlwaysTrue,
  rowUnreachable,
  overlapHidden,
  gapHidden,
  clausesContradict,
  deadlineOnNone,
];
