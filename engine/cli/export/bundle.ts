import type { Command } from "commander";
import { bundleOf } from "../../procedure/bundle.ts";
import { addRules, type RulesOption } from "../options.ts";
import { replaceFiles } from "../replace-files.ts";
import { loadRules } from "../rules.ts";
import type { Shell } from "../shell.ts";

interface BundleOptions extends RulesOption {
  readonly out?: string;
}

/** Declares `export bundle`. */
export function declare(command: Command, shell: Shell): void {
  const { name } = shell.package;
  command
    .description(
      "Makes one JSON file of all revisions, every name in them resolved: what the evaluator decides by in a browser, " +
        `where it reads no rule files. \`loadProcedure\` of \`${name}/browser\` takes it.`,
    )
    .option("--out <file>", "the file to write; standard output without it")
    .addHelpText(
      "after",
      `
Example:
  ${name} export bundle --out procedure.json`,
    );
  addRules(command, shell).action(async ({ rules, out }: BundleOptions) => {
    const { revisions } = loadRules(rules);
    const text = `${JSON.stringify(bundleOf(revisions))}\n`;
    if (out === undefined) return shell.print(text);
    replaceFiles([{ path: out, text }]);
    await shell.tell(`Wrote ${revisions.length} ${revisions.length === 1 ? "revision" : "revisions"} to ${out}\n`);
  });
}
