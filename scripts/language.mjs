// Makes docs/language.md, the rule language, from the published schemas, the operator table and the tables of truth.
import { readFileSync } from "node:fs";
import { examples } from "./language-examples.mjs";
import { guide } from "./language-guide.mjs";
import { shapes } from "./language-shapes.mjs";

const files = [
  ["procedure", "procedure.yaml"],
  ["facts", "facts.yaml"],
  ["clauses", "clauses/*.yaml"],
  ["decisions", "decisions.yaml"],
  ["interpretations", "interpretations.yaml"],
  ["case", "A case"],
  ["seal", "seals/*.yaml"],
];

/** How definitions are called that stand outside the files: those with a heading are explained at the top. */
const words = { Name: "name", DashedName: "dashed name", Text: "text" };
const explainedFirst = ["Name", "DashedName"];

/** Definitions whose keys are shown where they are used. */
const inlined = new Set(["ListBody", "ListQuestion"]);

/** Every definition of every schema by its name; the schemas have those they share in common. */
const schemas = files.map(([kind]) => JSON.parse(readFileSync(`schema/${kind}.schema.json`, "utf8")));
const definitions = Object.assign({}, ...schemas.map((schema) => schema.definitions));

const nameOf = (schema) => decodeURIComponent(schema.$ref.replace("#/definitions/", ""));
const isRecord = (name) => name.startsWith("Record<");
const slug = (heading) => heading.toLowerCase().replaceAll(" ", "-");
const headingOf = (name) => (explainedFirst.includes(name) ? capital(words[name]) : name);
const capital = (text) => text[0].toUpperCase() + text.slice(1);

function link(name) {
  const word = words[name] ?? name;
  return name === "Text" ? word : `[${word}](#${slug(headingOf(name))})`;
}

const wordsOfTypes = {
  string: "text",
  boolean: "true or false",
  object: "block of keys",
  null: "`null`",
};

function typeOf(schema) {
  if (schema.$ref) {
    const name = nameOf(schema);
    if (inlined.has(name)) return "block of keys";
    return isRecord(name) ? recordType(name) : link(name);
  }
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (schema.enum) return schema.enum.map((word) => `\`${word}\``).join(", ");
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(" or ");
  if (schema.type === "array") return `list of ${typeOf(schema.items)}`;
  if (schema.if) return "block of keys";
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ type })).join(", ");
  return wordsOfTypes[schema.type] ?? schema.type ?? "anything";
}

/** A block whose keys are free: what its keys are and what its values are. */
function recordType(name) {
  const [, key = ""] = /^Record<(\w+),/.exec(name) ?? [];
  return key in definitions ? `${link(key)} → ${typeOf(definitions[name].additionalProperties)}` : "block of keys";
}

/** The rows for the keys of a block, each followed by the keys inside it. */
function keyRows(schema, outer = "") {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {})
    .filter(([key]) => key !== "$schema")
    .flatMap(([key, value]) => {
      const path = `${outer}\`${key}\``;
      const inner = value.$ref && inlined.has(nameOf(value)) ? definitions[nameOf(value)] : value;
      const description = value.description ?? inner.description ?? "";
      const row = `| ${path} | ${typeOf(value)} | ${required.has(key) ? "yes" : ""} | ${oneLine(description)} |`;
      return [row, ...keyRows(inner, `${path} › `)];
    });
}

function keysTable(schema) {
  const rows = keyRows(schema);
  return rows.length === 0 ? "" : `| key | value | required | |\n|---|---|---|---|\n${rows.join("\n")}\n`;
}

const oneLine = (text) => text.replaceAll("\n", " ").replaceAll("|", "\\|");

/** The members of a choice, which the schema writes as a chain of conditions. */
function membersOf(schema) {
  const inner = schema.then?.if ? schema.then : schema;
  const members = [];
  for (let branch = inner; branch?.then; branch = branch.else) members.push(branch.then);
  for (const branch of schema.allOf ?? []) members.push(branch.then);
  if (schema.then?.if && schema.else?.$ref) members.push(schema.else);
  return members;
}

/** A block whose `type` says which more keys it has: those that every type has, then what each type adds. */
function typedTables(members) {
  const [first, ...others] = members;
  const isShared = (key) => key !== "type" && others.every((member) => key in member.properties);
  const keep = (member, wanted) => ({
    required: member.required,
    properties: Object.fromEntries(Object.entries(member.properties).filter(([key]) => wanted(key))),
  });
  const types = { enum: members.map((member) => member.properties.type.const) };
  const shared = keep(first, isShared);
  const common = {
    required: [...(shared.required ?? []), "type"],
    properties: {
      type: { ...types, description: "The type, which says which more keys there are." },
      ...shared.properties,
    },
  };
  const added = members.flatMap((member) => {
    const rows = keyRows(keep(member, (key) => key !== "type" && !isShared(key)));
    const type = `\`${member.properties.type.const}\``;
    return rows.length === 0 ? [`| ${type} | nothing | | | |`] : rows.map((row) => `| ${type} ${row}`);
  });
  return [
    keysTable(common).trimEnd(),
    "",
    "What each type adds:",
    "",
    `| type | key | value | required | |\n|---|---|---|---|---|\n${added.join("\n")}`,
  ];
}

function definition(name, schema) {
  const members = membersOf(schema);
  const named = members.filter((member) => member.$ref);
  const lines = [`### ${headingOf(name)}`, "", schema.description ?? ""];
  if (schema.pattern) lines.push("", `Form: \`${schema.pattern}\``);
  if (schema.enum) lines.push("", schema.enum.map((word) => `\`${word}\``).join(", "));
  if (named.length > 0) lines.push("", `One of: ${named.map((member) => typeOf(member)).join(", ")}.`);
  else if (members.length > 0) lines.push("", ...typedTables(members));
  else if (schema.properties) lines.push("", keysTable(schema).trimEnd());
  if (name in examples) {
    const { yaml, comesTo } = examples[name];
    lines.push("", `\`\`\`yaml${yaml}\n\`\`\``, "", `In the [example case](#the-example-case): \`${comesTo}\`.`);
  } else if (name in shapes && !inlined.has(name)) {
    lines.push("", `\`\`\`yaml${shapes[name]}\n\`\`\``);
  }
  return lines.join("\n");
}

/** The page, given the operator table and the functions of truth: `not`, `and`, `or`. */
export function languagePage(operators, truth) {
  const seen = new Set([...explainedFirst, "Text", ...inlined]);
  const parts = [
    "# The rule language",
    "",
    "First how the language works, then every key of every file. The page is made from the published schemas, the operator",
    "table and the tables of truth, whose source is `engine/language/`; a test works out every example. New here?",
    "[The tutorial](tutorial.md) takes you through a change by hand.",
    "",
    ...guide(operators, truth),
    "",
    "## Every key",
    "",
    'A key inside a block is written `outer` › `inner`; its "required" holds where the outer key is there. `a → b` is a block',
    "with keys of your own, each an *a*, with a *b* as its value.",
    "",
    explainedFirst.map((name) => definition(name, definitions[name])).join("\n\n"),
  ];
  for (const [at, [, title]] of files.entries()) {
    const schema = schemas[at];
    parts.push("", `## ${title}`, "", schema.description ?? "", "", keysTable(schema).trimEnd());
    for (const [name, part] of Object.entries(schema.definitions)) {
      if (seen.has(name) || isRecord(name)) continue;
      seen.add(name);
      parts.push("", definition(name, part));
    }
  }
  return `${parts.join("\n")}\n`;
}
