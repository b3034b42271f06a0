import { caseSchema } from "./case-schema.ts";
import type { Json, Schema } from "./json-schema.ts";
import { resultSchema } from "./result-schema.ts";
import { ruleSchema } from "./rule-schema.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What is made of the schema of each kind of file to fit one procedure. */
const makers = {
  case: caseSchema,
  clauses: ruleSchema,
  decisions: ruleSchema,
  facts: ruleSchema,
  interpretations: ruleSchema,
  procedure: ruleSchema,
  result: resultSchema,
} satisfies Readonly<Record<string, (generic: Schema, words: Vocabulary) => Schema>>;

/** A kind of file that has a schema of its own for each procedure. */
export type SchemaKind = keyof typeof makers;

/** The kinds of file, in the order of their names. */
export const schemaKinds = Object.keys(makers) as readonly SchemaKind[]; // The keys are those written above.

/**
 * The schema of a kind of file, for one procedure.
 *
 * @param generic the published schema of such files of any procedure
 */
export function specialisedSchema(kind: SchemaKind, generic: Schema, words: Vocabulary): Schema {
  return makers[kind](generic, words);
}

/** Several schemas as one, each under `definitions` by its kind, with an `$id` against which its references resolve. */
export function bundled(schemas: ReadonlyMap<SchemaKind, Schema>): Json {
  const definitions = [...schemas].map(([kind, schema]) => [kind, { $id: `${kind}.schema.json`, ...schema }]);
  return { $schema: "http://json-schema.org/draft-07/schema#", definitions: Object.fromEntries(definitions) };
}
