import type { Command } from "commander";
import { wrap } from "../explain/wrap.ts";
import { type DraftPlan, planDraft } from "../procedure/revise.ts";
import { json } from "./layout.ts";
import { addFormat, addRules, type RulesOption } from "./options.ts";
import { replaceFiles } from "./replace-files.ts";
import type { Shell } from "./shell.ts";

interface ReviseOptions extends RulesOption {
  readonly effective: string;
  readonly note: string;
  readonly format: "text" | "json";
}

/** Declares `revise`. */
export function declare(command: Command, shell: Shell): void {
  command
    .argument("<number>", "the number of the new revision")
    .description(
      "Starts the draft of a revision: adds it to procedure.yaml, where nothing else changes. It copies nothing; what the " +
        "draft does not change it has from the revisions before it.",
    )
    .requiredOption("--effective <date>", "the first day on which it is to govern, YYYY-MM-DD")
    .option(
      "--note <text>",
      "what it changes, for whoever reads the revisions",
      "A draft; what it changes is still open.",
    )
    .addHelpText(
      "after",
      `
Example:
  ${shell.package.name} revise 1.1 --effective 2022-01-01 --note "A longer time for corrections."`,
    );
  addFormat(addRules(command, shell), ["text", "json"]).action(async (revision: string, options: ReviseOptions) => {
    const plan = planDraft(options.rules, { revision, effective: options.effective, note: options.note });
    replaceFiles([plan.file]);
    await shell.print(options.format === "json" ? asJson(plan) : asText(plan, options, shell));
  });
}

function asJson({ file, entry, previous }: DraftPlan): string {
  return json({ ...entry, file: file.path, previous: previous.revision });
}

function asText({ file, entry, previous }: DraftPlan, { rules }: ReviseOptions, shell: Shell): string {
  const { revision, effective } = entry;
  const call = (words: string) => `${shell.package.name} ${words}${rulesGiven(rules, shell)}`;
  const steps = [
    `Give each clause that changes one more version below the others, from ${effective} on; likewise decisions, facts and interpretations. Each says \`revision: "${revision}"\`, and \`retired: true\` where the thing goes.`,
    `See what is wrong with it: ${call("check")}`,
    `See what it changes: ${call(`diff ${previous.revision} ${revision}`)}`,
    `Decide a case by it: ${call(`evaluate CASE --revision ${revision}`)}`,
    `Once it is approved: ${call(`seal ${revision} --approved-by "WHO" --on YYYY-MM-DD`)}`,
  ];
  const lines = [
    `Revision ${revision} is a draft in ${file.path}, to take effect on ${effective}.`,
    `So far it says what revision ${previous.revision} says. It governs no case unless it is named.`,
    ...meanwhile(previous, revision, effective),
  ];
  return [
    ...lines.flatMap((line) => wrap(line, width)),
    "",
    "Next",
    ...steps.flatMap((step, at) => wrap(step, width, `  ${at + 1}. `)),
  ]
    .map((line) => `${line}\n`)
    .join("");
}

/** Columns to fill. */
const width = 100;

/** The option that leads to the rules, where they are not those that come with the program. */
function rulesGiven(rules: string, shell: Shell): string {
  return rules === shell.package.rules ? "" : ` --rules ${/^[\w./-]+$/.test(rules) ? rules : JSON.stringify(rules)}`;
}

/** What governs until the draft does. */
function meanwhile({ revision, status, until }: DraftPlan["previous"], draft: string, effective: string): string[] {
  if (status === "draft") return [`Revision ${revision} before it is a draft too, and has to be sealed first.`];
  if (until === undefined) {
    return [
      `Revision ${revision} has no end. It goes on governing until revision ${draft} is sealed, which ends it on ${effective}.`,
    ];
  }
  if (until < effective) return [`From ${until} up to, not including, ${effective}, no revision governs.`];
  return [`Revision ${revision} governs up to, not including, ${until}.`];
}
