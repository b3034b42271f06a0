import { joined } from "../language/expressions/expression.ts";
import type { RevisionModel } from "../procedure/model.ts";

/**
 * The sentence that says that one revision does not know a fact, or a group of facts, and which others do; undefined where
 * none does. Facts come and go with revisions, so that a case of one time can be wrong for another.
 */
export function knownElsewhere(id: string, model: RevisionModel, all: readonly RevisionModel[]): string | undefined {
  const having = all.filter(
    ({ facts }) => facts.has(id) || [...facts.keys()].some((fact) => fact.startsWith(`${id}.`)),
  );
  if (having.length === 0) return undefined;
  const numbers = joined(
    having.map(({ entry }) => entry.revision),
    "and",
  );
  const who = having.length === 1 ? `revision ${numbers} has` : `revisions ${numbers} have`;
  return `revision ${model.entry.revision} has no fact \`${id}\`, which ${who}`;
}
