import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { exportRules } from "../../interop/json-rules-engine/export/export.ts";
import { json } from "../layout.ts";
import { checkMadeFile } from "../made-file.ts";
import { addRules, type RulesOption } from "../options.ts";
import { replaceFiles } from "../replace-files.ts";
import { loadRules, revisionFor } from "../rules.ts";
import type { Shell } from "../shell.ts";

interface RulesExportOptions extends RulesOption {
  readonly revision?: string;
  readonly out?: string;
}

/** How the two files begin. */
const beginnings = { rules: '{\n  "procedure": ', companion: "// Gives exported rules the facts of a case." } as const;

/** Declares `export json-rules-engine`. */
export function declare(command: Command, shell: Shell): void {
  command
    .description(
      "Makes rules of a revision that run in an unmodified json-rules-engine 7, without this program: they say the outcome " +
        "of each decision, the status of each clause and duty, and which facts contradict each other. A second file, " +
        "the companion, gives them the facts of a case; it works out the dates and sums that the engine can't, and refuses " +
        "a case that this revision does not govern.",
    )
    .option("--revision <number>", "this revision; the newest approved one, without it")
    .option(
      "--out <dir>",
      "the directory for `rules.json` and its companion `facts.mjs`; the rules alone, on standard output, without it",
    )
    .addHelpText(
      "after",
      `
Example:
  ${shell.package.name} export json-rules-engine --out rules-for-my-engine`,
    );
  addRules(command, shell).action(async ({ rules: directory, revision, out }: RulesExportOptions) => {
    const files = out === undefined ? undefined : { rules: join(out, "rules.json"), companion: join(out, "facts.mjs") };
    for (const file of ["rules", "companion"] as const) {
      if (files !== undefined) checkMadeFile(files[file], beginnings[file], "was not made by this command", "--out");
    }
    const loaded = loadRules(directory);
    const exported = exportRules(revisionFor(loaded, revision), loaded.revisions);
    const text = json(exported);
    if (files === undefined) {
      await shell.print(text);
      return shell.tell("note: the companion, which gives the rules their facts, comes with --out\n");
    }
    const companion = `${beginnings.companion}\n${readFileSync(shell.package.ruleCompanion, "utf8")}`;
    replaceFiles([
      { path: files.rules, text },
      { path: files.companion, text: companion },
    ]);
    await shell.tell(
      `Wrote ${exported.rules.length} rules to ${files.rules}, and their companion ${files.companion}\n`,
    );
  });
}
