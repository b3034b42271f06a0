import {
  clauseStatusOf,
  derivedOf,
  isSameValue,
  obligationOf,
  obligationWords,
  outcomeOf,
  valueWords,
} from "../../cases/observe.ts";
import type { Runs } from "../../cases/pair.ts";
import { type Direction, directionOf } from "../outcome-order.ts";
import { type ClausePart, type DecisionPart, isBurdenIn } from "../parts.ts";

/** One result that comes out differently on a case, and which way it goes for the applicant. */
export interface Difference {
  readonly direction: Exclude<Direction, "same">;
  /** `decision ID`, `clause ID`, `obligation ID` or `value ID`. */
  readonly shows: string;
  readonly before: string;
  readonly after: string;
}

/** How a decision comes out differently on a case, if it does. */
export function decisionDifference({ id }: DecisionPart, [base, head]: Runs): Difference | undefined {
  const [before, after] = [outcomeOf(base, id), outcomeOf(head, id)];
  const [a, b] = [base.program.model.decisions.get(id), head.program.model.decisions.get(id)];
  const direction = directionOf(a, b, before, after);
  return direction === "same" ? undefined : { direction, shows: `decision ${id}`, before, after };
}

/**
 * How a clause comes out differently on a case, and which way that goes: by its own status and duties, and where those
 * say nothing and it is itself written differently, by the decisions that come out differently on the same case.
 *
 * @param decisions how the decisions come out differently on it
 */
export function clauseEffects(part: ClausePart, runs: Runs, decisions: readonly Difference[]): readonly Difference[] {
  const own = clauseDifferences(part, runs);
  if (own.length === 0) return [];
  const directed = own.filter(isDirected);
  if (directed.length > 0 || !part.isChanged) return directed;
  // Through its values a clause decides for others; what else comes out differently may have another cause.
  const reaches = part.isOnlyChange || derivedDifferences(part, runs).length > 0;
  const further = reaches ? decisions.filter(isDirected) : [];
  return further.length > 0 ? further : own.slice(0, 1);
}

function isDirected({ direction }: Difference): boolean {
  return direction !== "otherwise";
}

/**
 * How a clause by itself comes out differently on a case. Not being kept any more is worse; so is a duty that is new, due earlier
 * or late, for a party on the applicant's side. A value that it derives is neither worse nor better by itself.
 */
export function clauseDifferences(part: ClausePart, runs: Runs): readonly Difference[] {
  return [...statusDifference(part, runs), ...obligationDifferences(part, runs), ...derivedDifferences(part, runs)];
}

function statusDifference({ id, ids }: ClausePart, [base, head]: Runs): readonly Difference[] {
  const [before, after] = [clauseStatusOf(base, ids[0]), clauseStatusOf(head, ids[1])];
  if (before === after) return [];
  const direction = after === "unmet" ? "worse" : before === "unmet" ? "better" : "otherwise";
  return [{ direction, shows: `clause ${id}`, before, after }];
}

function obligationDifferences({ obligations }: ClausePart, [base, head]: Runs): readonly Difference[] {
  return obligations.flatMap((id): readonly Difference[] => {
    const [a, b] = [obligationOf(base, id), obligationOf(head, id)];
    if (a.status === b.status && a.due === b.due) return [];
    const direction = isBurden(id, [base, head]) ? dutyDirection(a, b) : "otherwise";
    return [{ direction, shows: `obligation ${id}`, before: obligationWords(a), after: obligationWords(b) }];
  });
}

function isBurden(id: string, runs: Runs): boolean {
  return runs.every(({ program: { model } }) => isBurdenIn(id, model));
}

type Duty = ReturnType<typeof obligationOf>;

function dutyDirection(before: Duty, after: Duty): Difference["direction"] {
  if (isTighterDuty(before, after)) return "worse";
  return isTighterDuty(after, before) ? "better" : "otherwise";
}

/** New, due earlier, or due on the same day and only now late. */
function isTighterDuty(before: Duty, after: Duty): boolean {
  if (after.status === "not_applicable") return false;
  if (before.status === "not_applicable") return true;
  if (before.due !== after.due) {
    return typeof after.due === "number" && (typeof before.due !== "number" || after.due < before.due);
  }
  return isLate(after) && !isLate(before);
}

function isLate({ status }: Duty): boolean {
  return status === "overdue" || status === "fulfilled_late";
}

function derivedDifferences({ derived }: ClausePart, [base, head]: Runs): readonly Difference[] {
  return derived.flatMap((id): readonly Difference[] => {
    const [a, b] = [derivedOf(base, id), derivedOf(head, id)];
    if (isSameValue(a, b)) return [];
    return [
      { direction: "otherwise", shows: `value ${id}`, before: valueWords(base, id, a), after: valueWords(head, id, b) },
    ];
  });
}
