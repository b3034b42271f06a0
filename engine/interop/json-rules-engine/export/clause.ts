import type { ClauseStatus } from "../../../language/condition.ts";
import type { ObligationStatus } from "../../../language/result.ts";
import type { Clause, RevisionModel } from "../../../procedure/model.ts";
import { allOf, anyOf, constant, type RuleCondition } from "../rule-condition.ts";
import type { TwoRules } from "../two-rules.ts";
import { exportedCondition } from "./condition.ts";
import type { DutyRules } from "./duty.ts";
import type { FactRegister } from "./fact-register.ts";
import { dutyName, type Settled } from "./names.ts";
import { held } from "./rule-book.ts";

/** When a clause is known to have a status, and when it is known not to have it. */
export type ClauseRules = Readonly<Record<Settled<ClauseStatus>, TwoRules>>;

const always: TwoRules = { isTrue: constant(true), isFalse: constant(false) };
const never: TwoRules = { isTrue: constant(false), isFalse: constant(true) };

/** The statuses of a clause as conditions. */
export function clauseRules(
  clause: Clause,
  duties: ReadonlyMap<string, DutyRules>,
  model: RevisionModel,
  facts: FactRegister,
): ClauseRules {
  if (clause.notEncoded !== undefined) return { met: never, unmet: never, not_applicable: always };
  const applies = clause.appliesWhen === undefined ? always : exportedCondition(clause.appliesWhen, model, facts);
  const within =
    clause.requires === undefined
      ? judgedBy(clause.obligations, duties)
      : demanded(exportedCondition(clause.requires, model, facts));
  const where = ({ isTrue, isFalse }: TwoRules): TwoRules => ({
    isTrue: allOf([applies.isTrue, isTrue]),
    isFalse: anyOf([applies.isFalse, isFalse]),
  });
  return {
    met: where(within.met),
    unmet: where(within.unmet),
    not_applicable: {
      isTrue: anyOf([applies.isFalse, within.not_applicable.isTrue]),
      isFalse: allOf([applies.isTrue, within.not_applicable.isFalse]),
    },
  };
}

function demanded(requires: TwoRules): ClauseRules {
  return { met: requires, unmet: { isTrue: requires.isFalse, isFalse: requires.isTrue }, not_applicable: never };
}

/** A clause that demands nothing is met, unless one of its duties is missed; one whose duties don't apply doesn't either. */
function judgedBy(ids: readonly string[], duties: ReadonlyMap<string, DutyRules>): ClauseRules {
  if (ids.length === 0) return { met: always, unmet: never, not_applicable: never };
  const is = (id: string, ...statuses: readonly Settled<ObligationStatus>[]): RuleCondition =>
    anyOf(statuses.filter((one) => duties.get(id)?.has(one)).map((one) => held(dutyName(id, one))));
  const kept = (id: string) => is(id, "fulfilled", "pending");
  const anyMissed = anyOf(ids.map((id) => is(id, "overdue", "fulfilled_late")));
  const anyKept = anyOf(ids.map(kept));
  const noneApplies = allOf(ids.map((id) => is(id, "not_applicable")));
  const noneMissed = allOf(ids.map((id) => anyOf([kept(id), is(id, "not_applicable")])));
  return {
    met: { isTrue: allOf([noneMissed, anyKept]), isFalse: anyOf([anyMissed, noneApplies]) },
    unmet: { isTrue: anyMissed, isFalse: noneMissed },
    not_applicable: { isTrue: noneApplies, isFalse: anyOf([anyMissed, anyKept]) },
  };
}
