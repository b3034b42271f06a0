import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { bundled, schemaKinds, specialisedSchema } from "../../interop/schema/export.ts";
import type { Schema } from "../../interop/schema/json-schema.ts";
import { vocabularyOf } from "../../interop/schema/vocabulary.ts";
import { json } from "../layout.ts";
import { addRules, type RulesOption } from "../options.ts";
import { replaceFiles } from "../replace-files.ts";
import { loadRules, revisionFor } from "../rules.ts";
import type { Shell } from "../shell.ts";

interface SchemaOptions extends RulesOption {
  readonly revision?: string;
  readonly out?: string;
}

/** Declares `export schema`. */
export function declare(command: Command, shell: Shell): void {
  command
    .description(
      "Makes JSON Schemas that know this procedure: an editor then completes and explains its facts, clauses, decisions " +
        "and interpretations in rule files, and its facts, options and outcomes in cases. Without --revision they know " +
        "the names of all revisions, since a rule file holds all of them.",
    )
    .option("--revision <number>", "the names of this revision alone")
    .option("--out <dir>", "the directory for one file a kind; standard output, as one schema, without it")
    .addHelpText(
      "after",
      `
Example:
  ${shell.package.name} export schema --out schema`,
    );
  addRules(command, shell).action(async ({ rules: directory, revision, out }: SchemaOptions) => {
    const rules = loadRules(directory);
    const revisions = revision === undefined ? rules.revisions : [revisionFor(rules, revision)];
    const words = vocabularyOf(rules.sources, revisions);
    const schemas = new Map(schemaKinds.map((kind) => [kind, specialisedSchema(kind, published(kind, shell), words)]));
    if (out === undefined) return shell.print(json(bundled(schemas)));
    replaceFiles(
      [...schemas].map(([kind, schema]) => ({ path: join(out, `${kind}.schema.json`), text: json(schema) })),
    );
    await shell.tell(`Wrote ${schemas.size} schemas to ${out}\n`);
  });
}

/** The published schema of a kind of file, which the build made from the types of the language. */
function published(kind: string, { package: { schemas } }: Shell): Schema {
  const text = readFileSync(join(schemas, `${kind}.schema.json`), "utf8");
  // What the build wrote is a schema, and JSON holds nothing that the type has not.
  return JSON.parse(text) as Schema;
}
