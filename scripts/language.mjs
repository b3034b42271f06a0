// Makes docs/language.md, the rule language, from the published schemas and the operator table.
import { readFileSync } from "node:fs";

const files = [
  ["procedure", "procedure.yaml"],
  ["facts", "facts.yaml"],
  ["clauses", "clauses/*.yaml"],
  ["decisions", "decisions.yaml"],
  ["interpretations", "interpretations.yaml"],
  ["case", "A case"],
];

/** Definitions that are better explained where they are used than by themselves. */
const plain = new Set(["Text", "Name", "DashedName", "Literal"]);

const nameOf = (schema) => decodeURIComponent(schema.$ref.replace("#/definitions/", ""));

function typeOf(schema) {
  if (schema.$ref) {
    const name = nameOf(schema);
    const record = /^Record<(\w+),(\w+)>$/.exec(name);
    return record ? `${link(record[1])} → ${link(record[2])}` : link(name);
  }
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (schema.enum) return schema.enum.map((word) => `\`${word}\``).join(", ");
  if (schema.type === "array") return `list of ${typeOf(schema.items)}`;
  if (schema.if) return "block of keys";
  if (Array.isArray(schema.type)) return schema.type.join(", ");
  return (
    { string: "text", boolean: "true or false", object: "block of keys" }[schema.type] ?? schema.type ?? "anything"
  );
}

const link = (name) => (plain.has(name) ? name.toLowerCase() : `[${name}](#${name.toLowerCase()})`);

function keysTable(schema) {
  const required = new Set(schema.required ?? []);
  const rows = Object.entries(schema.properties ?? {})
    .filter(([key]) => key !== "$schema")
    .map(([key, value]) => {
      const need = required.has(key) ? "yes" : "";
      return `| \`${key}\` | ${typeOf(value)} | ${need} | ${oneLine(value.description ?? "")} |`;
    });
  return rows.length === 0 ? "" : `| key | value | required | |\n|---|---|---|---|\n${rows.join("\n")}\n`;
}

const oneLine = (text) => text.replaceAll("\n", " ").replaceAll("|", "\\|");

/** The members of a choice, which the schema writes as a chain of conditions. */
function membersOf(schema) {
  const inner = schema.then?.if ? schema.then : schema;
  const members = [];
  for (let branch = inner; branch?.then; branch = branch.else) members.push(branch.then);
  for (const branch of schema.allOf ?? []) members.push(branch.then);
  return members;
}

function definition(name, schema) {
  const members = membersOf(schema).filter((member) => member.$ref);
  const lines = [`### ${name}`, "", schema.description ?? ""];
  if (schema.pattern) lines.push("", `Form: \`${schema.pattern}\``);
  if (schema.enum) lines.push("", schema.enum.map((word) => `\`${word}\``).join(", "));
  if (members.length > 0) lines.push("", `One of: ${members.map((member) => typeOf(member)).join(", ")}.`);
  const table = keysTable(schema);
  if (table) lines.push("", table.trimEnd());
  return lines.join("\n");
}

function operatorsTable(operators) {
  const rows = Object.values(operators).map(
    ({ name, takes, right, negation, phrase }) =>
      `| \`${name}\` | ${phrase} | ${takes.join(", ")} | ${right} | \`${negation}\` |`,
  );
  return `| operator | reads | left side | right side | opposite |\n|---|---|---|---|---|\n${rows.join("\n")}`;
}

/** The page, given the operator table. */
export function languagePage(operators) {
  const seen = new Set();
  const parts = [
    "# The rule language",
    "",
    "This page is made from the published schemas and the operator table; the types in `engine/language/` are their source.",
    "",
    "## Operators",
    "",
    "A comparison with a side that is known to be none is false; one with an unknown side is unknown.",
    "",
    operatorsTable(operators),
  ];
  for (const [kind, title] of files) {
    const schema = JSON.parse(readFileSync(`schema/${kind}.schema.json`, "utf8"));
    parts.push("", `## ${title}`, "", schema.description ?? "", "", keysTable(schema).trimEnd());
    for (const [name, part] of Object.entries(schema.definitions)) {
      if (seen.has(name) || plain.has(name) || name.startsWith("Record<")) continue;
      seen.add(name);
      parts.push("", definition(name, part));
    }
  }
  return `${parts.join("\n")}\n`;
}
