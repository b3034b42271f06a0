import type { Command } from "commander";
import { typesBeginning, typesOf } from "../../interop/types/export.ts";
import { checkMadeFile } from "../made-file.ts";
import { addRules, type RulesOption } from "../options.ts";
import { replaceFiles } from "../replace-files.ts";
import { loadRules, revisionFor } from "../rules.ts";
import type { Shell } from "../shell.ts";

interface TypesOptions extends RulesOption {
  readonly revision?: string;
  readonly out?: string;
}

/** Declares `export types`. */
export function declare(command: Command, shell: Shell): void {
  command
    .description(
      "Makes a TypeScript module of a revision: its facts with their options, the outcomes of its decisions, its clauses, " +
        "duties, derived values and readings. Given to `loadProcedure`, its types let no misspelled name compile.",
    )
    .option("--revision <number>", "this revision; the newest approved one, without it")
    .option("--out <file>", "the file to write or to make anew; standard output, without it")
    .addHelpText(
      "after",
      `
Example:
  ${shell.package.name} export types --out src/procedure-types.ts`,
    );
  addRules(command, shell).action(async ({ rules: directory, revision, out }: TypesOptions) => {
    if (out !== undefined) checkMadeFile(out, typesBeginning, "was not made by this command", "--out");
    const text = typesOf(revisionFor(loadRules(directory), revision));
    if (out === undefined) return shell.print(text);
    replaceFiles([{ path: out, text }]);
    await shell.tell(`Wrote the types to ${out}\n`);
  });
}
