// Writes schema/*.schema.json from the types in engine/language, their only source.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createGenerator } from "ts-json-schema-generator";
import { parse } from "yaml";
import { examples } from "./language-examples.mjs";
import { shapes } from "./language-shapes.mjs";

const files = {
  procedure: ["procedure.ts", "ProcedureFile"],
  facts: ["fact.ts", "FactsFile"],
  decisions: ["decision.ts", "DecisionsFile"],
  interpretations: ["interpretation.ts", "InterpretationsFile"],
  clauses: ["clause.ts", "ClausesFile"],
  case: ["case.ts", "CaseFile"],
  diff: ["../diff/report.ts", "DiffReport"],
  seal: ["seal.ts", "SealFile"],
  record: ["record.ts", "RecordFile"],
  result: ["result.ts", "Result"],
};

/** Follows references until a schema that says something itself. */
function followed(schema, definitions) {
  return schema.$ref ? followed(definitions[nameOf(schema)], definitions) : schema;
}

function nameOf(schema) {
  return decodeURIComponent(schema.$ref.replace("#/definitions/", ""));
}

/** The members of a union, unions within it opened. */
function members(schema, definitions) {
  const inner = followed(schema, definitions);
  return inner.anyOf ? inner.anyOf.flatMap((member) => members(member, definitions)) : [schema];
}

/**
 * Replaces a union by a choice on what tells its members apart, so that a mistake is reported against the one member
 * that was meant and not against all of them: a `type` with different constants, or the keys that a member requires.
 */
function dispatched(union, definitions) {
  const all = members(union, definitions);
  const objects = all.filter((member) => followed(member, definitions).properties);
  const scalars = all.filter((member) => !followed(member, definitions).properties);
  if (objects.length < 2) return union;
  const rest = (key) => (key === "anyOf" ? undefined : union[key]);
  const described = {
    ...(union.description ? { description: rest("description") } : {}),
    ...(union.examples ? { examples: rest("examples") } : {}),
  };
  const bodies = objects.map((member) => followed(member, definitions));
  const choice = bodies.every((body) => body.properties.type?.const)
    ? byType(objects, bodies)
    : byKeys(objects, bodies);
  if (scalars.length === 0) return { ...described, type: "object", ...choice };
  const scalar = scalars.length === 1 ? scalars[0] : { anyOf: scalars };
  return { ...described, if: { type: "object" }, then: choice, else: flatScalars(scalar, definitions) };
}

/** A union of plain types as one list of types, which gives one message instead of one for each. */
function flatScalars(schema, definitions) {
  const parts = members(schema, definitions).map((part) => followed(part, definitions));
  const types = [...new Set(parts.flatMap((part) => part.type))];
  const array = parts.find((part) => part.type === "array");
  return array ? { type: types, items: array.items } : { type: types };
}

function byType(objects, bodies) {
  return {
    required: ["type"],
    properties: { type: { enum: bodies.map((body) => body.properties.type.const) } },
    allOf: objects.map((member, at) => ({
      if: { required: ["type"], properties: { type: { const: bodies[at].properties.type.const } } },
      then: member,
    })),
  };
}

/** The keys that say what a node is: each stands in some member's required keys, and tells it from the others. */
function byKeys(objects, bodies) {
  const seen = (key) => bodies.filter((body) => key in body.properties).length;
  const rows = objects
    .map((member, at) => {
      const required = bodies[at].required ?? [];
      const keys = required.filter((key) => seen(key) === 1);
      return {
        member,
        keys: keys.length > 0 ? keys.slice(0, 1) : required.filter((key) => key !== "value").slice(0, 2),
      };
    })
    .sort((a, b) => b.keys.length - a.keys.length);
  const branches = rows.reduceRight(
    (otherwise, { member, keys }) => ({
      if: { required: keys },
      then: member,
      ...(otherwise ? { else: otherwise } : {}),
    }),
    undefined,
  );
  return { oneKeyOf: [...new Set(rows.map(({ keys }) => keys[0]))], ...branches };
}

function transformed(schema, definitions) {
  if (Array.isArray(schema)) return schema.map((part) => transformed(part, definitions));
  if (schema === null || typeof schema !== "object") return schema;
  const own = schema.anyOf ? dispatched(schema, definitions) : namedKeys(schema, definitions);
  return Object.fromEntries(Object.entries(own).map(([key, part]) => [key, transformed(part, definitions)]));
}

/** Holds the keys of a `Record<Key, …>` to the form of `Key`, which the generator leaves out. */
function namedKeys(schema, definitions) {
  const key = schema.$ref && /^Record<(\w+),/.exec(nameOf(schema))?.[1];
  const form = key && definitions[key];
  return form ? { ...schema, propertyNames: { $ref: `#/definitions/${key}` } } : schema;
}

/** A definition with the example that the documentation shows of it, so that an editor shows it too. */
function withExample([name, definition]) {
  const yaml = shapes[name] ?? examples[name]?.yaml;
  return [name, yaml === undefined || definition.examples ? definition : { ...definition, examples: [parse(yaml)] }];
}

/** The published schema of one kind of file, as text. */
export function schemaOf(kind) {
  const [file, type] = files[kind];
  const schema = createGenerator({
    path: `engine/language/${file}`,
    type,
    tsconfig: "scripts/schema.tsconfig.json",
    expose: "all",
    topRef: false,
    jsDoc: "extended",
    additionalProperties: false,
    skipTypeCheck: true,
  }).createSchema(type);
  const definitions = Object.fromEntries(Object.entries(schema.definitions).map(withExample));
  const withModeline =
    schema.properties === undefined
      ? schema
      : { ...schema, properties: { $schema: { type: "string" }, ...schema.properties } };
  return `${JSON.stringify(
    { $schema: schema.$schema, ...transformed({ ...withModeline, definitions }, definitions) },
    null,
    2,
  )}\n`;
}

export const kinds = Object.keys(files);

if (process.argv[1] === import.meta.filename) {
  mkdirSync("schema", { recursive: true });
  for (const kind of kinds) {
    const path = `schema/${kind}.schema.json`;
    const text = schemaOf(kind);
    let before = "";
    try {
      before = readFileSync(path, "utf8");
    } catch {}
    if (before !== text) writeFileSync(path, text);
  }
}
