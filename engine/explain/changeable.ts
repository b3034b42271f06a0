import type { RevisionModel } from "../procedure/model.ts";

/**
 * Whether anybody can still change a fact. Advice to change what kind of case it is, or what has gone before, is advice to
 * be another case; which facts are of that sort is declared with them.
 */
export function isChangeable(fact: string, model: RevisionModel): boolean {
  return model.facts.get(fact)?.entry.changeable !== false;
}
