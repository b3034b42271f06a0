import type { Truth } from "../../../language/truth.ts";
import type { Condition } from "../../../procedure/model.ts";
import type { Element } from "../element.ts";
import type { Asked, RuleTruth } from "../truths.ts";

/** The truths that json-rules-engine settled, by condition and list element. */
export class SettledTruths {
  readonly #truths = new Map<Condition, Map<string, RuleTruth>>();

  constructor(asked: readonly Asked[], truths: ReadonlyMap<string, RuleTruth>) {
    for (const { id, condition, element } of asked) {
      const byElement = this.#truths.get(condition) ?? new Map<string, RuleTruth>();
      this.#truths.set(condition, byElement.set(element?.id ?? "", truths.get(id)));
    }
  }

  /** The truth of a condition, true where there is none. A contradictory one is unknown here, and reported elsewhere. */
  of(condition: Condition | undefined, element?: Element): Truth {
    if (condition === undefined) return true;
    const byElement = this.#truths.get(condition);
    const where = element?.id ?? "";
    if (byElement === undefined || !byElement.has(where)) throw new Error("a condition was not asked for");
    const truth = byElement.get(where);
    return truth === "contradictory" ? undefined : truth;
  }
}
