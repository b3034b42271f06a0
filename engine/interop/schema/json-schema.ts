/** Anything that JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A JSON Schema (draft 7), or a part of one. */
export type Schema = { readonly [key: string]: Json };

/** Whether a part is a block of keys. */
export function isSchema(part: Json | undefined): part is Schema {
  return typeof part === "object" && part !== null && !Array.isArray(part);
}

/** A name that can stand in a place, and what an editor says about it. */
export interface Listed {
  readonly name: string | null;
  readonly says: string;
}

/** Exactly the names of a list, each explained. */
export function oneOf(names: readonly Listed[]): Schema {
  return { enum: names.map(({ name }) => name), enumDescriptions: names.map(({ says }) => says) };
}

/**
 * The names of a list, each explained, or any other of the same form: an editor offers those that there are, and lets
 * pass one that is only being written. Nothing but the form, where the list is empty.
 */
export function oneOfOrNew(names: readonly Listed[], form: Schema): Schema {
  if (names.length === 0) return form;
  if (!isLong(names)) return { anyOf: [oneOf(names), form] };
  return { anyOf: [...names.map(({ name, says }) => ({ const: name, description: says })), form] };
}

/**
 * Whether a list is too long to be shown whole beside one of its names. Each name is then a branch of its own, so that an
 * editor explains the name that is written alone.
 */
export function isLong(names: readonly Listed[]): boolean {
  return names.length > 12;
}

/** A block with these keys and no others. */
export function block(properties: Readonly<Record<string, Schema>>): Schema {
  return { type: "object", properties, additionalProperties: false };
}

/** The one schema, or a choice of several; parts that are the same count once. */
export function anyOf(parts: readonly Schema[]): Schema {
  const different = [...new Map(parts.map((part) => [JSON.stringify(part), part])).values()];
  const [first = {}] = different;
  return different.length < 2 ? first : { anyOf: different };
}

/** The definition of this name in the same schema. */
export function reference(definition: string): Schema {
  return { $ref: `#/definitions/${definition}` };
}
