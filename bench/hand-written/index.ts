import type { Decisions, GivenCase } from "./case.ts";
import { readChecked } from "./checked.ts";
import { refuseContradictions } from "./contradictions.ts";
import { decide } from "./decide.ts";
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

/** The same for a case with which nothing is wrong; what it makes of another is not said. */
export function decideTrusted(given: GivenCase): Decisions {
  return decide(readTrusted(given));
}
