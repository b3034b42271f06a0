import type { ProcedureSources } from "../../procedure/sources.ts";
import { isSchema, type Json, type Schema } from "./json-schema.ts";

/**
 * Gives each definition an example out of the procedure itself: its shortest part of that form. The examples of the
 * generic schema speak of another procedure, and an editor would offer their words; only a written-out date is the same
 * everywhere.
 */
export function withOwnExamples(definitions: Schema, parts: readonly Schema[]): Schema {
  return Object.fromEntries(
    Object.entries(definitions).map(([name, definition]) => {
      if (!isSchema(definition) || definition.format === "date") return [name, definition];
      const own = parts.find((part) => hasForm(part, definition));
      return [name, { ...withoutExamples(definition), ...(own === undefined ? {} : { examples: [own] }) }];
    }),
  );
}

function withoutExamples(schema: Schema): Schema {
  return Object.fromEntries(
    Object.entries(schema).flatMap(([key, part]) => {
      if (key === "examples" && Array.isArray(part)) return [];
      return [[key, isSchema(part) ? withoutExamples(part) : part]];
    }),
  );
}

/** Every block of keys in the rule files of a procedure, the shortest first. */
export function partsOf({ procedure, ...rest }: ProcedureSources): readonly Schema[] {
  const { facts, contradictions, decisions, interpretations, clauses } = rest;
  const entries = [procedure, ...facts, ...contradictions, ...decisions, ...interpretations, ...clauses];
  // What was read from YAML and has the shape of the language holds nothing that JSON has not.
  const blocks = entries.flatMap(({ entry }) => blocksIn(JSON.parse(JSON.stringify(entry)) as Json));
  return blocks
    .map((part) => ({ part, length: JSON.stringify(part).length }))
    .sort((a, b) => a.length - b.length)
    .map(({ part }) => part);
}

function blocksIn(part: Json): readonly Schema[] {
  if (Array.isArray(part)) return part.flatMap(blocksIn);
  return isSchema(part) ? [part, ...Object.values(part).flatMap(blocksIn)] : [];
}

/** Whether a part has the keys of a definition: all that must be there, and none that can't. */
function hasForm(part: Schema, { properties, required, additionalProperties }: Schema): boolean {
  if (additionalProperties !== false || !isSchema(properties) || !Array.isArray(required)) return false;
  const hasKey = (key: Json) => typeof key === "string" && Object.hasOwn(part, key);
  if (!required.every(hasKey) || !Object.keys(part).every((key) => Object.hasOwn(properties, key))) return false;
  return Object.entries(properties).every(
    ([key, property]) => !isSchema(property) || property.const === undefined || property.const === part[key],
  );
}
