import type { Decision } from "../../../procedure/model.ts";
import type { SettledTruths } from "./settled.ts";

/**
 * The outcomes that a decision may still come to by json-rules-engine's truths, in the order in which they are tried:
 * those of the rows not known to fail, up to the first that is known to hold.
 */
export function rederiveOutcomes({ rows }: Decision, truths: SettledTruths): readonly string[] {
  const deciding = rows.findIndex(({ when }) => truths.of(when) === true);
  const tried = deciding === -1 ? rows : rows.slice(0, deciding + 1);
  return [...new Set(tried.filter(({ when }) => truths.of(when) !== false).map(({ outcome }) => outcome))];
}
