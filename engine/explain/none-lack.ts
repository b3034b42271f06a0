import type { Operand } from "../language/known.ts";
import type { Comparison, Value } from "../procedure/model.ts";
import { type Asking, subjectOf } from "./asking.ts";
import { changesOf } from "./changes.ts";
import { dateThreshold } from "./date-threshold.ts";
import { factsIn, referencesIn } from "./facts-in.ts";
import { nearestSatisfying } from "./nearest-value.ts";
import { group, type Lack, needed, type Shortfall } from "./shortfall.ts";
import { sayValue } from "./value-words.ts";
import { resolve } from "./worked.ts";

/** How the lack of a value is said. */
export const noneThere = "but there is none";

/** What a comparison lacks whose left side is none: what that has to be is known as far as the right side is. */
export function leftNoneLack(
  comparison: Comparison,
  wanted: string,
  limit: Operand,
  asking: Asking,
): Shortfall | undefined {
  const end = resolve(comparison.left, asking.probe, asking.scope);
  if (end.kind !== "fact" && end.kind !== "item") return noneLack(comparison.left, comparison, asking);
  const to = limit === undefined || limit === null ? undefined : nearestSatisfying(comparison.operator, limit, null);
  return {
    kind: "lack",
    subject: subjectOf(end, asking),
    wanted,
    was: noneThere,
    facts: factsIn(end, asking),
    changes: to === undefined ? [] : changesOf(end, [to], asking),
  };
}

/** What a comparison lacks because a side of it is none: the facts to blame are those behind it that are none. */
export function noneLack(side: Value, comparison: Comparison, asking: Asking): Shortfall | undefined {
  const blamed = referencesIn(side, asking).filter((reference) => asking.probe.value(reference) === null);
  const lacks = blamed.map((reference): Lack => {
    const threshold = blamed.length === 1 ? dateThreshold(reference, comparison, asking) : undefined;
    const turns = threshold === "never" ? undefined : threshold;
    return {
      kind: "lack",
      subject: sayValue(reference, asking.scope),
      wanted: turns?.says ?? needed,
      was: noneThere,
      facts: [reference.id],
      // Where no date would do, this is no way to mend it.
      ...(threshold === "never" ? { given: true } : {}),
      changes: turns === undefined ? [] : changesOf(reference, [turns.day], asking),
    };
  });
  if (lacks.length > 0) return group("all", lacks);
  return {
    kind: "lack",
    subject: subjectOf(side, asking),
    wanted: needed,
    was: noneThere,
    facts: factsIn(side, asking),
    changes: [],
  };
}
