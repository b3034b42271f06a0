// Writes schema/validators.cjs: the schemas compiled into plain code, so that nothing is compiled when a program starts.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { Ajv, _ } = require("ajv");
const standaloneCode = require("ajv/dist/standalone").default;

const kinds = ["procedure", "facts", "decisions", "interpretations", "clauses", "case", "seal", "record"];

const ajv = new Ajv({
  allErrors: true,
  verbose: true,
  strictSchema: true,
  strictTypes: false,
  strictRequired: false,
  allowUnionTypes: true,
  code: { source: true, lines: true },
});

// A date of the calendar, the 29th of February in leap years alone, and no year 0000.
ajv.addFormat(
  "date",
  /^(?!0000)(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$/,
);

// Exactly one of these keys says what a node is.
ajv.addKeyword({
  keyword: "oneKeyOf",
  schemaType: "array",
  type: "object",
  code(context) {
    const found = context.schema.map((key) => _`(Object.hasOwn(${context.data}, ${key}) ? 1 : 0)`);
    const count = found.reduce((sum, term) => _`${sum} + ${term}`);
    context.fail(_`${count} !== 1`);
  },
});

for (const kind of kinds) {
  const schema = JSON.parse(readFileSync(`schema/${kind}.schema.json`, "utf8"));
  ajv.addSchema({ ...schema, $id: kind });
}

const code = standaloneCode(ajv, Object.fromEntries(kinds.map((kind) => [kind, kind])));
writeFileSync("schema/validators.cjs", code);
