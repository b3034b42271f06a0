import type { Evaluation } from "../../evaluate/procedure.ts";
import { evaluatorSays, neverAsked } from "./evaluator-says.ts";
import { GivenFacts } from "./given-facts.ts";
import { rootsOf } from "./roots.ts";
import { rulesSay } from "./rules-say.ts";
import { truthsOf } from "./truths.ts";

/** A part of a case on which the two engines disagree. */
export interface Disagreement {
  /** What it is about: `clause 2.1`, `decision lending`, `condition clause 2.1 requires`. */
  readonly part: string;
  readonly evaluator: string;
  readonly jsonRulesEngine: string;
}

/**
 * Decides a case once more on json-rules-engine and compares every part of it: each condition's truth, and what follows
 * from the truths for derived values, obligations, clauses and decisions. None is agreement.
 *
 * The library compares, and joins comparisons. Dates and numbers that have to be worked out are beyond it: a rule that
 * compares such a value is given the evaluator's, and the value is then worked out once more from the library's truths
 * by a plain reading of the tree, with the same rows of the expression table. The rows themselves (date arithmetic,
 * sums, percentages) are what this check can't judge.
 *
 * While it is not settled which revision governs, what is checked is the revision shown, before the others made its
 * result more cautious.
 */
export async function crossCheck(evaluation: Evaluation): Promise<readonly Disagreement[]> {
  const { program, frame } = evaluation;
  const given = new GivenFacts(program.names, frame);
  const asked = rootsOf(program.model, (list) => given.elements(list));
  const truths = await truthsOf(asked, given);
  const one = evaluatorSays(evaluation, asked, given);
  const other = rulesSay(program.model, asked, truths, given);
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((part): readonly Disagreement[] => {
    const evaluator = one.get(part) ?? "nothing";
    const jsonRulesEngine = other.get(part) ?? "nothing";
    return evaluator === jsonRulesEngine || evaluator === neverAsked ? [] : [{ part, evaluator, jsonRulesEngine }];
  });
}
