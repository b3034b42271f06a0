import type { Decided, GovernedBy, Settled } from "../../engine/language/result.ts";
import type { Decisions, Facts, GivenCase } from "./case.ts";
import { readChecked } from "./checked.ts";
import { refuseContradictions } from "./contradictions.ts";
import { none } from "./dates.ts";
import { decide } from "./decide.ts";
import { Plans } from "./plans.ts";
import { readTrusted } from "./trusted.ts";

/**
 * Decides a complete case with code written for this one procedure: what a rule engine can hope to come near.
 *
 * @throws RangeError for the first thing that is wrong with the case
 */
export function decideChecked(given: GivenCase): Decisions {
  const facts = readChecked(given);
  refuseContradictions(facts);
  return decide(facts);
}

/** What a result says of the procedure: a function can't know the digest of its rules. */
export type Identity = Pick<Decided, "procedure" | "revision" | "digest">;

/**
 * The same, with everything that the library gives beside the outcomes: which revision governs and why, what is possible,
 * and the warnings.
 *
 * @throws RangeError as `decideChecked` does
 */
export function decideInFull(given: GivenCase, { procedure, revision, digest }: Identity): Decided {
  const plans = new Plans();
  const facts = readChecked(given, plans);
  refuseContradictions(facts);
  const { scope, eligibility, programme, training, submission, certification, maintenance } = decide(facts);
  const { asOf } = given;
  return {
    procedure,
    revision,
    digest,
    asOf,
    governedBy: governedBy(given, facts),
    decisions: {
      scope: settled(scope),
      eligibility: settled(eligibility),
      programme: settled(programme),
      training: settled(training),
      submission: settled(submission),
      certification: settled(certification),
      maintenance: settled(maintenance),
    },
    warnings: plans.warnings,
  };
}

function settled(outcome: string): Settled {
  return { outcome, possible: [outcome] };
}

function governedBy({ asOf, facts: { audit } }: GivenCase, { submitted }: Facts): GovernedBy {
  // The cast is safe, for the case was read.
  const date = submitted === none ? asOf : (audit as { readonly submitted_on: string }).submitted_on;
  return { fact: submitted === none ? "evaluation.as_of" : "audit.submitted_on", date };
}

/** The same outcomes for a case with which nothing is wrong; what it makes of another is not said. */
export function decideTrusted(given: GivenCase): Decisions {
  return decide(readTrusted(given));
}
