import type { Decision } from "../procedure/model.ts";

/** Which way an outcome goes from one side to the other, for the applicant. */
export type Direction = "same" | "worse" | "better" | "otherwise";

/** What an outcome that can't be told is called; it has no rank. */
export const undetermined = "undetermined";

/**
 * Which way a case goes that comes to `before` on the base side and to `after` on the head side of a decision.
 *
 * A decision lists its outcomes from best to worst for the applicant. Where both sides list both outcomes, they must rank
 * them alike; where one side alone knows both, its order counts. Everything else is `otherwise`, and so is an outcome
 * that can't be told. Seen from the other side, worse is better and better is worse.
 *
 * @param base the decision on the base side; nothing where that side doesn't have it
 * @param head the same on the head side
 */
export function directionOf(
  base: Decision | undefined,
  head: Decision | undefined,
  before: string,
  after: string,
): Direction {
  if (before === after) return "same";
  if (before === undetermined || after === undetermined) return "otherwise";
  const orders = new Set([base, head].flatMap((decision) => orderIn(decision, before, after)));
  const [order, other] = orders;
  return order === undefined || other !== undefined ? "otherwise" : order;
}

/** How a decision ranks two different outcomes; nothing where it doesn't list both. */
function orderIn(decision: Decision | undefined, before: string, after: string): readonly ("worse" | "better")[] {
  const outcomes = [...(decision?.outcomes.keys() ?? [])];
  const from = outcomes.indexOf(before);
  const to = outcomes.indexOf(after);
  if (from === -1 || to === -1) return [];
  return [to > from ? "worse" : "better"];
}
