import type { ObligationStatus } from "../../../language/result.ts";
import type { Clause } from "../../../procedure/model.ts";
import type { SettledTruths } from "./settled.ts";

/** A status that a clause can settle on. */
export type SettledStatus = "met" | "unmet" | "not_applicable";

/**
 * The statuses that a clause may still come to by json-rules-engine's truths.
 *
 * @param duties the statuses of the clause's own obligations
 */
export function rederiveStatuses(
  clause: Clause,
  duties: readonly ObligationStatus[],
  truths: SettledTruths,
): ReadonlySet<SettledStatus> {
  const applies = truths.of(clause.appliesWhen);
  if (clause.notEncoded !== undefined || applies === false) return new Set(["not_applicable"]);
  const within = clause.requires === undefined ? judgedBy(duties) : demanded(truths.of(clause.requires));
  return new Set(applies === undefined ? [...within, "not_applicable"] : within);
}

function demanded(truth: boolean | undefined): readonly SettledStatus[] {
  return truth === undefined ? ["met", "unmet"] : [truth ? "met" : "unmet"];
}

/** A clause that demands nothing is met, unless one of its duties is missed; one whose duties don't apply doesn't either. */
function judgedBy(duties: readonly ObligationStatus[]): readonly SettledStatus[] {
  const are = (...statuses: ObligationStatus[]) => duties.some((status) => statuses.includes(status));
  if (duties.length === 0) return ["met"];
  if (are("overdue", "fulfilled_late")) return ["unmet"];
  const kept = are("fulfilled", "pending");
  if (are("undetermined")) return kept ? ["met", "unmet"] : ["met", "unmet", "not_applicable"];
  return [kept ? "met" : "not_applicable"];
}
