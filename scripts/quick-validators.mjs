// Writes schema/quick-validators.cjs: the schemas as functions that say yes or no, and not what is wrong. A program
// starts with these; validators.cjs, which is many times as long, is loaded where there is something to report. A
// keyword of JSON Schema that is not known here ends the build: it must not be passed over.
import { readFileSync, writeFileSync } from "node:fs";
import { datePattern, kinds } from "./schema-kinds.mjs";

const schemas = new Map(kinds.map((kind) => [kind, JSON.parse(readFileSync(`schema/${kind}.schema.json`, "utf8"))]));
const differing = namesThatDiffer([...schemas.values()].map(({ definitions = {} }) => definitions));

/** The functions that are written so far, each name by its text: schemas have much in common. */
const functions = new Map();
/** The functions of definitions by name. They ask for one another, so that a name comes before its text. */
const definitions = new Map();
/** The regular expressions, each name by its source. */
const patterns = new Map();

const types = {
  object: "isBlock(v)",
  array: "Array.isArray(v)",
  string: "isText(v)",
  number: "Number.isFinite(v)",
  integer: "Number.isInteger(v)",
  boolean: "isTruth(v)",
  null: "isNone(v)",
};

/** What has to hold of a value `v`, by keyword. A keyword has nothing to say of a value of another type than its own. */
const keywords = {
  type: (names) => some([names].flat().map((name) => types[name] ?? refuse("type", name))),
  enum: (values) => some(values.map(isSame)),
  const: isSame,
  pattern: (pattern) => where("string", `${patternFor(pattern)}.test(v)`),
  format: (name) => where("string", name === "date" ? "date.test(v)" : refuse("format", name)),
  // What has a character is not empty, and only then is it needed to tell characters from code units.
  minLength: (length) => where("string", length <= 1 ? `v.length >= ${length}` : `[...v].length >= ${length}`),
  items: (schema, kind) => where("array", `v.every((w) => ${functionFor(schema, kind)}(w))`),
  minItems: (count) => where("array", `v.length >= ${count}`),
  maxItems: (count) => where("array", `v.length <= ${count}`),
  required: (keys) => where("object", every(keys.map((key) => `${part(key)} !== undefined`))),
  properties: (parts, kind) =>
    where(
      "object",
      every(
        Object.entries(parts).map(
          ([key, schema]) => `(${part(key)} === undefined || ${functionFor(schema, kind)}(${part(key)}))`,
        ),
      ),
    ),
  additionalProperties: (schema, kind, { properties = {} }) => {
    const named = Object.keys(properties).map((key) => `k === ${JSON.stringify(key)}`);
    const others = schema === false ? [] : [`${functionFor(schema, kind)}(w)`];
    return where("object", `all(v, (k, w) => ${some([...named, ...others])})`);
  },
  propertyNames: (schema, kind) => where("object", `all(v, ${functionFor(schema, kind)})`),
  oneKeyOf: (keys) =>
    where("object", `${keys.map((key) => `Object.hasOwn(v, ${JSON.stringify(key)})`).join(" + ")} === 1`),
  allOf: (schemas, kind) => every(schemas.map((schema) => testOf(schema, kind))),
  anyOf: (schemas, kind) => some(schemas.map((schema) => testOf(schema, kind))),
  if: (condition, kind, { then: met = true, else: unmet = true }) =>
    `(${testOf(condition, kind)} ? ${testOf(met, kind)} : ${testOf(unmet, kind)})`,
  $ref: (path, kind) => `${definitionFor(path, kind)}(v)`,
};

/** Keywords that say nothing of a value by themselves. */
const silent = ["$schema", "description", "definitions", "examples", "then", "else"];

const exported = kinds.map((kind) => `  ${JSON.stringify(kind)}: ${functionFor(schemas.get(kind), kind)},`);
const lines = [
  '"use strict";',
  'const isBlock = (v) => typeof v === "object" && v !== null && !Array.isArray(v);',
  'const isText = (v) => typeof v === "string";',
  'const isTruth = (v) => typeof v === "boolean";',
  "const isNone = (v) => v === null;",
  "function all(v, test) {",
  "  for (const k in v) if (!test(k, v[k])) return false;",
  "  return true;",
  "}",
  `const date = ${datePattern};`,
  ...[...patterns].map(([source, name]) => `const ${name} = ${new RegExp(source, "u")};`),
  ...[...definitions].map(([, { name, text }]) => `const ${name} = ${text};`),
  ...[...functions].map(([text, name]) => `const ${name} = ${text};`),
  "module.exports = {",
  ...exported,
  "};",
];
writeFileSync("schema/quick-validators.cjs", `${lines.join("\n")}\n`);

/** The test of a schema, an expression about `v`. */
function testOf(schema, kind) {
  if (typeof schema === "boolean") return String(schema);
  const { type, ...others } = schema;
  const tests = Object.entries(others).flatMap(([keyword, value]) => {
    if (silent.includes(keyword)) return [];
    const write = keywords[keyword] ?? refuse("keyword", keyword);
    const test = write(value, kind, schema);
    if (typeof test === "string") return [test];
    return [test.type === type ? test.text : `(!${types[test.type]} || ${test.text})`];
  });
  return every(type === undefined ? tests : [keywords.type(type), ...tests]);
}

/** A test that only values of a type have to pass. */
function where(type, text) {
  return { type, text };
}

/** The name of the function with the test of a schema. */
function functionFor(schema, kind) {
  if (Object.keys(schema).length === 1 && schema.$ref !== undefined) return definitionFor(schema.$ref, kind);
  const text = `(v) => ${testOf(schema, kind)}`;
  const name = functions.get(text) ?? `t${functions.size}`;
  functions.set(text, name);
  return name;
}

/** The name of the function with the test of a definition, one for all kinds of file that mean the same by it. */
function definitionFor(path, kind) {
  const id = decodeURIComponent(path.replace(/^#\/definitions\//, ""));
  const definition = schemas.get(kind).definitions?.[id] ?? refuse("definition", path);
  const key = differing.has(id) ? `${kind} ${id}` : id;
  const known = definitions.get(key);
  if (known !== undefined) return known.name;
  const own = { name: `d${definitions.size}`, text: "" };
  definitions.set(key, own);
  own.text = `(v) => ${testOf(definition, kind)}`;
  return own.name;
}

/** The name of a regular expression. */
function patternFor(source) {
  const name = patterns.get(source) ?? `p${patterns.size}`;
  patterns.set(source, name);
  return name;
}

/** The names by which not all schemas mean the same: their definitions differ, or lead to one that differs. */
function namesThatDiffer(all) {
  const known = new Map();
  const found = new Set();
  const references = [];
  for (const [id, definition] of all.flatMap(Object.entries)) {
    const text = JSON.stringify(definition);
    if ((known.get(id) ?? text) !== text) found.add(id);
    known.set(id, text);
    const paths = [...text.matchAll(/"#\/definitions\/([^"]*)"/g)];
    references.push(...paths.map(([, path]) => ({ from: id, to: decodeURIComponent(path) })));
  }
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const { from, to } of references) if (found.has(to)) found.add(from);
  }
  return found;
}

function every(tests) {
  return tests.length > 1 ? `(${tests.join(" && ")})` : (tests[0] ?? "true");
}

function some(tests) {
  return tests.length > 1 ? `(${tests.join(" || ")})` : (tests[0] ?? "false");
}

function part(key) {
  return `v[${JSON.stringify(key)}]`;
}

function isSame(value) {
  if (typeof value === "object" && value !== null) refuse("value", JSON.stringify(value));
  return `v === ${JSON.stringify(value)}`;
}

function refuse(what, name) {
  throw new Error(`scripts/quick-validators.mjs knows no ${what} ${name}: add it there`);
}
