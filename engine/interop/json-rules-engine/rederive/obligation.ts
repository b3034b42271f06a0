import type { Operand } from "../../../language/known.ts";
import type { ObligationStatus } from "../../../language/result.ts";
import type { Truth } from "../../../language/truth.ts";
import type { Obligation, Value } from "../../../procedure/model.ts";
import type { GivenFacts } from "../given-facts.ts";
import type { SettledTruths } from "./settled.ts";
import { rederiveValue } from "./value.ts";

/** What an obligation comes to by json-rules-engine's truths. */
export interface RederivedObligation {
  readonly status: ObligationStatus;
  /** A day number; none where there is no due day, unknown while it can't be told. */
  readonly due: Operand;
}

/** Works out an obligation once more. */
export function rederiveObligation(
  { appliesWhen, due, done, performedWhen, keepUntil }: Obligation,
  truths: SettledTruths,
  given: GivenFacts,
): RederivedObligation {
  const applies = truths.of(appliesWhen);
  if (applies === false) return { status: "not_applicable", due: null };
  const worth = (value: Value) => rederiveValue(value, undefined, truths, given);
  const limits = [keepUntil, due].filter((value) => value !== undefined);
  const limit = limits[0] === undefined ? null : worth(limits[0]);
  const { asOf } = given.frame;
  const status = () => {
    if (applies === undefined) return "undetermined";
    if (keepUntil !== undefined) return statusKept(limit, asOf);
    if (performedWhen !== undefined) return statusPerformed(truths.of(performedWhen));
    return done === undefined ? "pending" : statusDone(limit, worth(done), asOf);
  };
  return { status: status(), due: limit };
}

function statusKept(until: Operand, asOf: number): ObligationStatus {
  if (until === undefined) return "undetermined";
  return typeof until === "number" && until <= asOf ? "fulfilled" : "pending";
}

function statusPerformed(performed: Truth): ObligationStatus {
  return performed === undefined ? "undetermined" : performed ? "fulfilled" : "pending";
}

function statusDone(limit: Operand, done: Operand, asOf: number): ObligationStatus {
  if (limit === undefined || done === undefined) return "undetermined";
  const passedBy = (day: Operand) => typeof limit === "number" && typeof day === "number" && day > limit;
  if (done === null) return passedBy(asOf) ? "overdue" : "pending";
  return passedBy(done) ? "fulfilled_late" : "fulfilled";
}
