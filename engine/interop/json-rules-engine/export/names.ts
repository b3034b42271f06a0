import type { ClauseStatus } from "../../../language/condition.ts";
import type { ObligationStatus } from "../../../language/result.ts";

/** A status that is settled. */
export type Settled<Status extends string> = Exclude<Status, "undetermined">;

/** The name of the condition that a clause has come to a status. */
export function clauseName(clause: string, status: Settled<ClauseStatus>): string {
  return `clause ${clause} is ${status}`;
}

/** The name of a derived value that is a condition. */
export function derivedName(id: string): string {
  return `value ${id}`;
}

/** The name of the condition that a decision can no longer come to an outcome. */
export function notPossible(decision: string, outcome: string): string {
  return `decision ${decision} can't be ${outcome}`;
}

/** The name of the condition that a decision has come to an outcome. */
export function decidedName(decision: string, outcome: string): string {
  return `decision ${decision} is ${outcome}`;
}

/** The name of the condition that a duty has come to a status. */
export function dutyName(obligation: string, status: Settled<ObligationStatus>): string {
  return `obligation ${obligation} is ${status}`;
}

/** The name of the condition of a decision's row, of which the first has the position 0. */
export function rowName(decision: string, at: number): string {
  return `decision ${decision} row ${at + 1}`;
}

/** The name of the condition that another is known to be false. */
export function falseName(name: string): string {
  return `not: ${name}`;
}
