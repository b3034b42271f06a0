import type { InterpretationEntry } from "../../language/interpretation.ts";
import type { ValueType } from "../../language/value-type.ts";
import {
  type Clause,
  type Contradiction,
  type Decision,
  evaluationDateId,
  type Fact,
  type Obligation,
  type RevisionModel,
} from "../../procedure/model.ts";
import type { ProcedureSources } from "../../procedure/sources.ts";
import { partsOf } from "./examples.ts";
import type { Schema } from "./json-schema.ts";
import { clauseWords, derivedWords, factWords, inOne, obligationWords } from "./words.ts";

/** A part of a procedure in every revision that has it, oldest first, and what an editor says about it. */
export interface Named<Part> {
  readonly id: string;
  readonly says: string;
  readonly parts: readonly Part[];
  /** The part as the newest revision has it. */
  readonly newest: Part;
}

/** A value that a clause defines, with its type. */
export interface NamedDerived {
  readonly type: ValueType;
}

/** All the names that files about a procedure can use, over one revision or several. */
export interface Vocabulary {
  readonly revisions: readonly RevisionModel[];
  /** Every block of keys in the rule files, the shortest first. */
  readonly parts: readonly Schema[];
  readonly facts: readonly Named<Fact>[];
  readonly derived: readonly Named<NamedDerived>[];
  readonly clauses: readonly Named<Clause>[];
  readonly obligations: readonly Named<Obligation>[];
  readonly decisions: readonly Named<Decision>[];
  readonly interpretations: readonly Named<InterpretationEntry>[];
  /** Interpretation to the alternatives that a caller can switch on. */
  readonly switchable: ReadonlyMap<string, readonly string[]>;
  readonly parties: readonly Named<string>[];
  readonly contradictions: readonly Named<Contradiction>[];
}

/** Gathers the names of some revisions of a procedure, oldest first. */
export function vocabularyOf(sources: ProcedureSources, revisions: readonly RevisionModel[]): Vocabulary {
  const switchable = new Map<string, readonly string[]>();
  for (const model of revisions) {
    for (const [id, names] of model.switchable)
      switchable.set(id, [...new Set([...(switchable.get(id) ?? []), ...names])]);
  }
  return {
    revisions,
    parts: partsOf(sources),
    facts: gather(revisions, ({ facts }) => facts, factWords),
    derived: gather(
      revisions,
      ({ derived }) => new Map([...derived].map(([id, one]) => [id, { ...one, type: one.value.type }])),
      derivedWords,
    ),
    clauses: gather(revisions, ({ clauses }) => clauses, clauseWords),
    obligations: gather(revisions, ({ obligations }) => obligations, obligationWords),
    decisions: gather(
      revisions,
      ({ decisions }) => decisions,
      ({ title }) => title,
    ),
    interpretations: gather(
      revisions,
      ({ interpretations }) => interpretations,
      ({ question, reading }) => `${question} ${reading}`,
    ),
    switchable,
    parties: gather(
      revisions,
      ({ parties }) => parties,
      (name) => name,
    ),
    contradictions: gather(
      revisions,
      ({ contradictions }) => new Map(contradictions.map((one) => [one.id, one])),
      ({ says }) => says,
    ),
  };
}

/** The evaluation date, which rules ask for like a fact and no case gives as one. */
export const evaluationDate = {
  name: evaluationDateId,
  says: "The evaluation date: the day from which a case is looked at.",
};

function gather<Part>(
  revisions: readonly RevisionModel[],
  partsOf: (model: RevisionModel) => ReadonlyMap<string, Part>,
  say: (part: Part, model: RevisionModel) => string,
): readonly Named<Part>[] {
  const found = new Map<string, { readonly model: RevisionModel; readonly part: Part }[]>();
  for (const model of revisions) {
    for (const [id, part] of partsOf(model)) found.set(id, [...(found.get(id) ?? []), { model, part }]);
  }
  return [...found].flatMap(([id, versions]) => {
    const last = versions.at(-1);
    if (last === undefined) return [];
    const where = versions.length === revisions.length ? "" : inOne(versions.map(({ model }) => model.entry.revision));
    return [
      { id, says: say(last.part, last.model) + where, parts: versions.map(({ part }) => part), newest: last.part },
    ];
  });
}
