import type { ClauseStatus } from "../language/condition.ts";
import type { DecisionResult, ObligationResult, Result } from "../language/result.ts";

/** What something is, and what it would be otherwise. */
export interface FromTo<State> {
  readonly from: State;
  readonly to: State;
}

/** What a decision comes to. */
export type DecisionState = Pick<DecisionResult, "outcome" | "possible">;
/** When an obligation is due, and how it stands. */
export type ObligationState = Pick<ObligationResult, "due" | "status">;

/** What two results of one case say differently; what they say alike is left out. */
export interface ResultChanges {
  readonly decisions: Readonly<Record<string, FromTo<DecisionState>>>;
  readonly clauses: Readonly<Record<string, FromTo<ClauseStatus>>>;
  readonly obligations: Readonly<Record<string, FromTo<ObligationState>>>;
}

/** What a second result of the same case, by the same revision, says differently from the first. */
export function resultChanges(before: Result, after: Result): ResultChanges {
  return {
    decisions: decisionChanges(before.decisions, after.decisions),
    clauses: differences(before.clauses, after.clauses, ({ status }) => status),
    obligations: differences(
      before.obligations,
      after.obligations,
      ({ due, status }): ObligationState => ({
        due,
        status,
      }),
    ),
  };
}

/** The decisions of a case that come to something else. */
export function decisionChanges(
  before: Readonly<Record<string, DecisionState>>,
  after: Readonly<Record<string, DecisionState>>,
): ResultChanges["decisions"] {
  return differences(before, after, ({ outcome, possible }): DecisionState => ({ outcome, possible }));
}

/** Whether two results say anything differently. */
export function isChanged({ decisions, clauses, obligations }: ResultChanges): boolean {
  return [decisions, clauses, obligations].some((changes) => Object.keys(changes).length > 0);
}

function differences<Thing, State>(
  before: Readonly<Record<string, Thing>>,
  after: Readonly<Record<string, Thing>>,
  state: (thing: Thing) => State,
): Readonly<Record<string, FromTo<State>>> {
  return Object.fromEntries(
    Object.entries(before).flatMap(([id, thing]) => {
      const other = after[id];
      if (other === undefined) return [];
      const [from, to] = [state(thing), state(other)];
      return JSON.stringify(from) === JSON.stringify(to) ? [] : [[id, { from, to }] as const];
    }),
  );
}
