import type { FactEntry, FactType } from "../../language/fact.ts";
import type { Fact } from "../../procedure/model.ts";
import { anyOf, block, oneOf, reference, type Schema } from "./json-schema.ts";
import type { Named } from "./vocabulary.ts";
import { questionWords } from "./words.ts";

/** What a case can write for a fact, over all revisions that have it; a hover shows its label and its question. */
export function factSchema({ parts, newest }: Named<Fact>): Schema {
  const description = questionWords(newest);
  return { title: newest.entry.label, description, ...anyOf(parts.map(({ entry }) => answerSchema(entry))) };
}

/** What can be answered to a fact's question: a value of its type, and `null` where none is an answer. */
function answerSchema(entry: FactEntry): Schema {
  const schema = typeSchema(entry);
  return entry.orNone === true ? { anyOf: [schema, { type: "null", description: "Known to be none." }] } : schema;
}

function typeSchema(type: FactType): Schema {
  switch (type.type) {
    case "boolean":
      return { type: "boolean" };
    case "date":
      return reference("IsoDate");
    case "integer":
    case "number":
      return {
        type: type.type,
        ...(type.min === undefined ? {} : { minimum: type.min }),
        ...(type.max === undefined ? {} : { maximum: type.max }),
      };
    case "choice":
      return oneOf(Object.entries(type.options).map(([name, says]) => ({ name, says })));
    case "text":
      return { type: ["string", "number"] };
    case "list":
      return { type: "array", items: typeSchema(type.of) };
    case "record":
      return block(Object.fromEntries(Object.entries(type.fields).map(([name, field]) => [name, typeSchema(field)])));
    default:
      return type satisfies never;
  }
}

/** Facts as a case nests them: by the dots of their ids, or with dots left in a key, which an editor does not offer. */
export function factsSchema(facts: readonly Named<Fact>[]): Schema {
  return groupSchema(facts.map((fact) => ({ path: fact.id.split("."), schema: factSchema(fact) })));
}

interface Placed {
  readonly path: readonly string[];
  readonly schema: Schema;
}

function groupSchema(facts: readonly Placed[]): Schema {
  const properties: Record<string, Schema> = {};
  const patterns: Record<string, Schema> = {};
  for (const [first, ...rest] of facts.map(({ path }) => path)) {
    if (first === undefined || first in properties) continue;
    const within = facts.flatMap(({ path, schema }) => (path[0] === first ? [{ path: path.slice(1), schema }] : []));
    const [only] = within;
    properties[first] = rest.length === 0 && only !== undefined ? only.schema : groupSchema(within);
  }
  for (const { path, schema } of facts) {
    if (path.length > 1) patterns[`^${path.join("\\.")}$`] = schema;
  }
  return { ...block(properties), ...(Object.keys(patterns).length === 0 ? {} : { patternProperties: patterns }) };
}
