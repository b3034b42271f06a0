import { groupBy } from "../../explain/group.ts";
import type { FactType } from "../../language/fact.ts";
import { operators } from "../../language/operators/table.ts";
import type { Decision } from "../../procedure/model.ts";
import type { Listed } from "./json-schema.ts";
import { evaluationDate, type Named, type Vocabulary } from "./vocabulary.ts";

/** The numbers of the revisions, each with what it changes. */
export function revisionNames({ revisions }: Vocabulary): readonly Listed[] {
  return revisions.map(({ entry }) => ({
    name: entry.revision,
    says: `In force from ${entry.effective}, ${entry.status}. ${entry.note.trim()}`,
  }));
}

/** Everything that `fact` can name: facts, derived values and the evaluation date. */
export function factNames({ facts, derived }: Vocabulary): readonly Listed[] {
  return [...named(facts), ...named(derived), evaluationDate];
}

/** The facts that are lists. */
export function listNames({ facts }: Vocabulary): readonly Listed[] {
  return named(facts.filter(({ newest }) => newest.type.kind === "list"));
}

/** The facts that are dates. */
export function dateNames({ facts }: Vocabulary): readonly Listed[] {
  return named(facts.filter(({ newest }) => newest.type.kind === "date"));
}

/** The fields of the elements of all lists, and `this`. */
export function fieldNames({ facts }: Vocabulary): readonly Listed[] {
  const fields = facts.flatMap(({ newest: { id, type } }) =>
    type.kind === "list" && type.of.kind === "record" ? [...type.of.fields.keys()].map((name) => ({ name, id })) : [],
  );
  const lists = groupBy(fields, ({ name }) => name);
  return [
    ...[...lists].map(([name, of]) => ({ name, says: `A field of ${of.map(({ id }) => `\`${id}\``).join(", ")}.` })),
    { name: "this", says: "The element itself, where the list has no fields." },
  ];
}

/** The operators, each as it reads between its two sides. */
export const operatorNames: readonly Listed[] = Object.values(operators).map(({ name, phrase, takes, right }) => ({
  name,
  says: `${right === "nothing" ? `${phrase} …` : `… ${phrase} …`} (of ${takes.join(", ")})`,
}));

/** The outcomes of a decision in any revision, each with its sentence. */
export function outcomesOf({ parts }: Named<Decision>): readonly Listed[] {
  const outcomes = new Map(parts.flatMap((decision) => [...decision.outcomes]));
  return [...outcomes].map(([name, says]) => ({ name, says }));
}

/** The options of a choice, or of a list of choices, in any revision; none of another type. */
export function optionsOf(types: readonly FactType[]): readonly Listed[] {
  const options = types.flatMap((type) => {
    const inner = type.type === "list" ? type.of : type;
    return inner.type === "choice" ? Object.entries(inner.options) : [];
  });
  return [...new Map(options)].map(([name, says]) => ({ name, says }));
}

/** Parts by their ids, each with what an editor says about it. */
export function named(parts: readonly Named<unknown>[]): readonly Listed[] {
  return parts.map(({ id, says }) => ({ name: id, says }));
}
