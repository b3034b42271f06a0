// Writes schema/validators.cjs: the schemas compiled into plain code, so that nothing is compiled when a program starts.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { datePattern, kinds } from "./schema-kinds.mjs";

const require = createRequire(import.meta.url);
const { Ajv, _ } = require("ajv");
const standaloneCode = require("ajv/dist/standalone").default;

const ajv = new Ajv({
  allErrors: true,
  verbose: true,
  strictSchema: true,
  strictTypes: false,
  strictRequired: false,
  allowUnionTypes: true,
  code: { source: true, lines: true },
});

ajv.addFormat("date", datePattern);

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
