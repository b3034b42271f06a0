import { joined } from "../language/expressions/expression.ts";
import type { Result } from "../language/result.ts";
import type { RevisionModel } from "../procedure/model.ts";
import { capital, humanise, sentence } from "./names.ts";

/** A decision and what it came to. */
export interface DecisionReport {
  readonly id: string;
  /** The question. */
  readonly title: string;
  /** Nothing while it is undetermined. */
  readonly outcome: string | null;
  /** The answer as a sentence. */
  readonly sentence: string;
  /** The answers that are still possible, each as a sentence; none where it is settled. */
  readonly possible: readonly string[];
  /** The clauses that the outcome rests on. */
  readonly because: readonly string[];
}

/**
 * The decision that opens a report: the first of the procedure's headline decisions that arises in the case. Where none
 * does, the first other decision that does, which says why.
 */
export function headlineOf(result: Result, model: RevisionModel): DecisionReport {
  const others = [...model.decisions.keys()].filter((id) => !model.headline.includes(id));
  const arises = (id: string) => result.decisions[id]?.outcome !== "not_applicable";
  const id = model.headline.find(arises) ?? others.find(arises) ?? model.headline[0] ?? "";
  return decisionReport(id, result, model);
}

/** One decision of a result. */
export function decisionReport(id: string, result: Result, model: RevisionModel): DecisionReport {
  const decision = model.decisions.get(id);
  const { outcome = null, possible = [], because = [] } = result.decisions[id] ?? {};
  const ranked = [...(decision?.outcomes.keys() ?? [])].filter((name) => possible.includes(name));
  const open = [...ranked, ...possible.filter((name) => !ranked.includes(name))];
  const say = (name: string) => sentence(decision?.outcomes.get(name) ?? humanise(name));
  const settled = outcome !== null;
  return {
    id,
    title: decision?.title ?? capital(humanise(id)),
    outcome,
    sentence: settled ? say(outcome) : `Cannot tell yet: ${joined(open.map(humanise), "or")}.`,
    possible: settled ? [] : open.map(say),
    because,
  };
}
