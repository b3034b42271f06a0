import { derivedSchema } from "./case-schema.ts";
import { block, isSchema, type Json, oneOf, reference, type Schema } from "./json-schema.ts";
import { outcomesOf } from "./lists.ts";
import type { Named, Vocabulary } from "./vocabulary.ts";

/**
 * The schema of results, for one procedure: its decisions with their outcomes, its clauses, duties and derived values.
 *
 * @param generic the schema of results of any procedure
 */
export function resultSchema(generic: Schema, words: Vocabulary): Schema {
  const { properties } = generic;
  if (!isSchema(properties)) return generic;
  const decided = words.decisions.map((decision): readonly [string, Schema] => {
    const outcomes = outcomesOf(decision);
    const outcome = oneOf([...outcomes, { name: null, says: "Undetermined." }]);
    const own = { properties: { outcome, possible: { items: oneOf(outcomes) } } };
    return [decision.id, { description: decision.says, allOf: [reference("DecisionResult"), own] }];
  });
  return {
    ...generic,
    properties: {
      ...properties,
      decisions: all(words, Object.fromEntries(decided), properties.decisions),
      clauses: all(words, same(words.clauses, "ClauseResult"), properties.clauses),
      obligations: all(words, same(words.obligations, "ObligationResult"), properties.obligations),
      derived: {
        ...block(Object.fromEntries(words.derived.map((one) => [one.id, derivedOf(one)]))),
        ...saying(properties.derived),
      },
    },
  };
}

function derivedOf(one: Vocabulary["derived"][number]): Schema {
  return { description: one.says, ...derivedSchema(one.newest) };
}

function same(parts: readonly Named<unknown>[], definition: string): Readonly<Record<string, Schema>> {
  return Object.fromEntries(parts.map(({ id, says }) => [id, { description: says, ...reference(definition) }]));
}

/** A block with these keys; all of them are there in a result of one revision. */
function all({ revisions }: Vocabulary, keys: Readonly<Record<string, Schema>>, generic: Json | undefined): Schema {
  const required = revisions.length === 1 ? { required: Object.keys(keys) } : {};
  return { ...block(keys), ...required, ...saying(generic) };
}

function saying(part: Json | undefined): Schema {
  return isSchema(part) && part.description !== undefined ? { description: part.description } : {};
}
