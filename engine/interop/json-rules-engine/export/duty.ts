import { type OperatorName, operators } from "../../../language/operators/table.ts";
import type { ObligationStatus } from "../../../language/result.ts";
import { evaluationDateId, type Obligation, type RevisionModel, type Value } from "../../../procedure/model.ts";
import { compareByRules } from "../comparison.ts";
import { allOf, constant, type RuleCondition } from "../rule-condition.ts";
import type { TwoRules } from "../two-rules.ts";
import { exportedCondition } from "./condition.ts";
import type { FactRegister } from "./fact-register.ts";
import type { Settled } from "./names.ts";

/** When a duty is known to have come to each status that it can settle on. With none of them it is undetermined. */
export type DutyRules = ReadonlyMap<Settled<ObligationStatus>, RuleCondition>;

const asOf: Value = { kind: "asOf", type: { kind: "date" }, id: evaluationDateId };
const always: TwoRules = { isTrue: constant(true), isFalse: constant(false) };

/** The statuses of a duty as conditions on the facts and the evaluation date. */
export function dutyRules(obligation: Obligation, model: RevisionModel, facts: FactRegister): DutyRules {
  const { appliesWhen } = obligation;
  const applies = appliesWhen === undefined ? always : exportedCondition(appliesWhen, model, facts);
  const within = inForce(obligation, model, facts).map(
    ([status, condition]) => [status, allOf([applies.isTrue, condition])] as const,
  );
  return new Map([...within, ["not_applicable", applies.isFalse] as const]);
}

type InForce = readonly (readonly [status: Settled<ObligationStatus>, condition: RuleCondition])[];

/** The statuses of a duty that applies. */
function inForce(obligation: Obligation, model: RevisionModel, facts: FactRegister): InForce {
  const { due, done, performedWhen, keepUntil } = obligation;
  const ask = (left: Value, name: OperatorName, right?: Value): TwoRules =>
    compareByRules({ kind: "compare", operator: operators[name], left, right }, undefined, facts);
  if (keepUntil !== undefined) return doneOrNot(ask(keepUntil, "onOrBefore", asOf));
  if (performedWhen !== undefined) return doneOrNot(exportedCondition(performedWhen, model, facts));
  if (done === undefined) return [["pending", constant(true)]];
  const isDone = ask(done, "exists");
  if (due === undefined) return doneOrNot(isDone);
  // A comparison with a day that is known to be none is false: a duty without a due day can't be late.
  const late = ask(done, "after", due);
  const passed = ask(asOf, "after", due);
  return [
    ["fulfilled", allOf([isDone.isTrue, late.isFalse])],
    ["fulfilled_late", allOf([isDone.isTrue, late.isTrue])],
    ["pending", allOf([isDone.isFalse, passed.isFalse])],
    ["overdue", allOf([isDone.isFalse, passed.isTrue])],
  ];
}

function doneOrNot({ isTrue, isFalse }: TwoRules): InForce {
  return [
    ["fulfilled", isTrue],
    ["pending", isFalse],
  ];
}
