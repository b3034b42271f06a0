import type { ClauseStatus } from "../../language/condition.ts";
import type { ObligationStatus } from "../../language/result.ts";
import { type Term, whole } from "../../language/smt/term.ts";

/** What a clause comes to once every fact is known. */
export const clauseCodes: Readonly<Record<Exclude<ClauseStatus, "undetermined">, Term>> = {
  met: whole(1),
  unmet: whole(2),
  not_applicable: whole(3),
};

/** What an obligation comes to once every fact is known. */
export const obligationCodes: Readonly<Record<Exclude<ObligationStatus, "undetermined">, Term>> = {
  fulfilled: whole(1),
  fulfilled_late: whole(2),
  pending: whole(3),
  overdue: whole(4),
  not_applicable: whole(5),
};
