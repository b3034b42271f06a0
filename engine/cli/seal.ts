import type { Command } from "commander";
import { approvedContent } from "../check/approved-content.ts";
import { wrap } from "../explain/wrap.ts";
import { openProcedure } from "../procedure/open.ts";
import { planSeal, type SealPlan } from "../procedure/seal.ts";
import { ProblemsError } from "../source/problem.ts";
import { counted, json } from "./layout.ts";
import { addFormat, addRules, type RulesOption } from "./options.ts";
import { replaceFiles } from "./replace-files.ts";
import type { Shell } from "./shell.ts";
import { unknownName } from "./usage.ts";

interface SealOptions extends RulesOption {
  readonly approvedBy: string;
  readonly on: string;
  readonly format: "text" | "json";
}

/** Declares `seal`. */
export function declare(command: Command, shell: Shell): void {
  command
    .argument("<number>", "the number of the draft")
    .description(
      "Makes an approved revision of a draft. It records who approved it and when, the digest of its content, and, in a file " +
        "of its own, the digest of every part, so that any later change is found and named. A revision before it that has no " +
        "end is ended.",
    )
    .requiredOption("--approved-by <who>", "who approved it")
    .requiredOption("--on <date>", "the day of the approval, YYYY-MM-DD")
    .addHelpText(
      "after",
      `
Example:
  ${shell.package.name} seal 1.1 --approved-by "The board" --on 2021-12-01`,
    );
  addFormat(addRules(command, shell), ["text", "json"]).action(async (number: string, options: SealOptions) => {
    const plan = plannedSeal(number, options);
    replaceFiles(plan.files);
    await shell.print(options.format === "json" ? asJson(plan) : asText(plan, shell));
  });
}

function plannedSeal(number: string, { rules, approvedBy, on }: SealOptions): SealPlan {
  const opened = openProcedure(rules);
  const numbers = opened.revisions.map(({ entry }) => entry.revision);
  if (!numbers.includes(number)) throw unknownName("revision", number, numbers);
  const plan = planSeal(opened, number, { by: approvedBy, on });
  const wrong = approvedContent(opened, number).filter(({ severity }) => severity === "error");
  if (wrong.length > 0) throw new ProblemsError(wrong);
  return plan;
}

function asJson({ files, entry, seal, previous, endsPrevious }: SealPlan): string {
  return json({
    ...entry,
    files: files.map(({ path }) => path),
    parts: countOf(seal),
    ended: endsPrevious ? { revision: previous?.revision, until: entry.effective } : null,
  });
}

function asText({ files: [sealed, changed], entry, seal, previous, endsPrevious }: SealPlan, shell: Shell): string {
  const { revision, effective, until, approval, digest } = entry;
  const governs = until === undefined ? "on" : `up to, not including, ${until}`;
  const lines = [
    `Revision ${revision} is approved by ${approval?.by} on ${approval?.on}, in ${changed.path}.`,
    `It governs from ${effective} ${governs}.`,
    ...(endsPrevious ? [`Revision ${previous?.revision} now ends where it begins: until ${effective}.`] : []),
    ...(previous?.until !== undefined && previous.until < effective
      ? [`From ${previous.until} up to, not including, ${effective}, no revision governs.`]
      : []),
    ...((approval?.on ?? "") > effective
      ? ["It was approved after the day on which it takes effect: cases since then are decided by it from now on."]
      : []),
    `The digests of its ${counted(countOf(seal), "part")} are in ${sealed.path}; keep both files.`,
    `From now on \`${shell.package.name} check\` names whatever changes in it.`,
  ];
  return [...lines.flatMap((line) => wrap(line, width)), digest ?? ""].map((line) => `${line}\n`).join("");
}

/** Columns to fill. */
const width = 100;

function countOf({ parts: { procedure: _, ...kinds } }: SealPlan["seal"]): number {
  return Object.values(kinds).reduce((count, digests) => count + Object.keys(digests).length, 1);
}
