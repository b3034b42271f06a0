import type { RevisionModel } from "../procedure/model.ts";

/** A fact that is missing, with its question and who can answer it. */
export interface MissingFact {
  readonly fact: string;
  readonly label: string;
  readonly question: string;
  /** The one who knows, by name. */
  readonly knownBy: string;
}

/** The facts of some ids, in their order. */
export function missingFacts(ids: readonly string[], model: RevisionModel): readonly MissingFact[] {
  return ids.flatMap((id): readonly MissingFact[] => {
    const entry = model.facts.get(id)?.entry;
    if (entry === undefined) return [];
    const knownBy = model.parties.get(entry.knownBy) ?? entry.knownBy;
    return [{ fact: id, label: entry.label, question: entry.question, knownBy }];
  });
}
