import type { Command } from "commander";
import { wrap } from "../explain/wrap.ts";
import type { RevisionModel } from "../procedure/model.ts";
import { json } from "./layout.ts";
import { addFormat, addRules, type RulesOption } from "./options.ts";
import { loadRules, type Rules } from "./rules.ts";
import type { Shell } from "./shell.ts";

interface RevisionsOptions extends RulesOption {
  readonly format: "text" | "json";
}

/** Declares `revisions`. */
export function declare(command: Command, shell: Shell): void {
  command
    .description("Shows the revisions of the procedure on a line of time: which governs when, and what it brought.")
    .addHelpText(
      "after",
      `
Example:
  ${shell.package.name} revisions --format json`,
    );
  addFormat(addRules(command, shell), ["text", "json"]).action(async ({ rules, format }: RevisionsOptions) => {
    const loaded = loadRules(rules);
    await shell.print(format === "json" ? asJson(loaded) : asText(loaded));
  });
}

function asText(rules: Rules): string {
  const { procedure, revisions } = rules;
  const blocks = revisions.map((model, at) => {
    const next = revisions.slice(at + 1).find(({ entry }) => entry.status === "approved");
    return revisionText(model, rules) + gapText(model, next);
  });
  const { publisher } = rules.sources.procedure.entry;
  return `${procedure.title} (${procedure.id}), published by ${publisher}
governed by \`${revisions[0]?.governedBy ?? ""}\`, else by the evaluation date

${blocks.join("\n")}`;
}

function revisionText(model: RevisionModel, rules: Rules): string {
  const { entry, digest } = model;
  const { approval } = entry;
  const brought = broughtBy(model, rules);
  const clauses =
    brought.length === model.clauses.size ? `all ${brought.length}` : brought.join(", ") || "none changed";
  const lines = [
    `${entry.revision}  ${entry.effective} ${entry.until === undefined ? "on" : `up to, not including, ${entry.until}`}, ${entry.status}`,
    ...wrap(entry.note, width, "  "),
    ...(approval === undefined ? [] : [`  approved by ${approval.by} on ${approval.on}`]),
    ...wrap(`clauses: ${clauses}`, width, "  "),
    `  ${digest}${entry.digest === undefined ? " (not recorded)" : ""}`,
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** Columns to fill. */
const width = 100;

/** The clauses of which a revision brought a version, retirements included. */
function broughtBy({ entry }: RevisionModel, { sources }: Rules): readonly string[] {
  return sources.clauses.flatMap((clause) =>
    clause.entry.versions.some(({ revision }) => revision === entry.revision) ? [clause.entry.id] : [],
  );
}

/** The time between an approved revision and the next, in which a case has no revision to be decided by. */
function gapText({ entry: { status, until }, ...model }: RevisionModel, next: RevisionModel | undefined): string {
  if (status !== "approved" || until === undefined || next?.effective === model.until) return "";
  return `\n--  ${until} ${next === undefined ? "on" : `up to, not including, ${next.entry.effective}`}: no revision governs\n`;
}

function asJson(rules: Rules): string {
  const { procedure, revisions } = rules;
  return json({
    procedure: procedure.id,
    title: procedure.title,
    governedBy: revisions[0]?.governedBy ?? null,
    revisions: revisions.map((model) => ({
      revision: model.entry.revision,
      status: model.entry.status,
      effective: model.entry.effective,
      until: model.entry.until ?? null,
      approval: model.entry.approval ?? null,
      note: model.entry.note,
      digest: model.digest,
      recordedDigest: model.entry.digest ?? null,
      clauses: broughtBy(model, rules),
    })),
  });
}
