import { canBeNone } from "../../explain/scope.ts";
import type { ObligationStatus } from "../../language/result.ts";
import type { Condition, Obligation, RevisionModel, Value } from "../../procedure/model.ts";
import { constant, type Truths } from "./truths.ts";
import { canBeThere } from "./value-forms.ts";

/** What has to be known of the parts of a duty. */
interface DutyQuestions {
  readonly truths: (condition: Condition) => Truths;
  readonly canBeUnknown: (value: Value) => boolean;
}

/** The statuses that a duty can come to. */
export function dutyStatuses(
  { appliesWhen, keepUntil, performedWhen, done, due }: Obligation,
  model: RevisionModel,
  { truths, canBeUnknown }: DutyQuestions,
): ReadonlySet<ObligationStatus> {
  const applies = appliesWhen === undefined ? constant(true) : truths(appliesWhen);
  const statuses = new Set<ObligationStatus>();
  const add = (status: ObligationStatus, isPossible: boolean): void => {
    if (isPossible) statuses.add(status);
  };
  add("not_applicable", applies.false);
  add("undetermined", applies.unknown);
  if (!applies.true) return statuses;
  if (keepUntil !== undefined) {
    add("pending", true);
    add("fulfilled", canBeThere(keepUntil));
    add("undetermined", canBeUnknown(keepUntil));
  } else if (performedWhen !== undefined) {
    const performed = truths(performedWhen);
    add("fulfilled", performed.true);
    add("pending", performed.false);
    add("undetermined", performed.unknown);
  } else if (done === undefined) {
    add("pending", true);
  } else {
    const isOpen = canBeNone(done, { model });
    const isDue = due !== undefined && canBeThere(due);
    add("fulfilled", canBeThere(done));
    add("fulfilled_late", isDue && canBeThere(done));
    add("pending", isOpen);
    add("overdue", isDue && isOpen);
    add(
      "undetermined",
      [due, done].some((value) => value !== undefined && canBeUnknown(value)),
    );
  }
  return statuses;
}
