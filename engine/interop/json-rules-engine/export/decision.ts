import type { Decision, RevisionModel } from "../../../procedure/model.ts";
import { allOf, anyOf, constant, type RuleCondition } from "../rule-condition.ts";
import type { TwoRules } from "../two-rules.ts";
import { exportedCondition } from "./condition.ts";
import type { FactRegister } from "./fact-register.ts";
import { decidedName, notPossible, rowName } from "./names.ts";
import { held, type RuleBook } from "./rule-book.ts";

/**
 * Writes down which outcomes of a decision are no longer possible, and to which it has come. An outcome is impossible
 * where each row that leads to it is known to fail, or comes after one that is known to hold; and it is the decision's
 * where no other is left.
 */
export function writeDecision(decision: Decision, model: RevisionModel, facts: FactRegister, book: RuleBook): void {
  const { id, outcomes } = decision;
  const rows = decision.rows.map(({ when }, at): TwoRules => {
    if (when === undefined) return { isTrue: constant(true), isFalse: constant(false) };
    return book.shareBoth(rowName(id, at), exportedCondition(when, model, facts));
  });
  for (const [outcome, says] of outcomes) {
    const leading = rows.flatMap((row, at): readonly RuleCondition[] => {
      if (decision.rows[at]?.outcome !== outcome) return [];
      return [anyOf([row.isFalse, ...rows.slice(0, at).map(({ isTrue }) => isTrue)])];
    });
    const impossible = notPossible(id, outcome);
    book.share(impossible, allOf(leading));
    book.says(impossible, "not-possible", { decision: id, outcome });
    const others = [...outcomes.keys()].filter((other) => other !== outcome);
    const name = decidedName(id, outcome);
    book.share(name, allOf(others.map((other) => held(notPossible(id, other)))));
    book.says(name, "decision", { decision: id, outcome, says });
  }
}
