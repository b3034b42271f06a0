import type { Command } from "commander";
import type { RevisionModel } from "../procedure/model.ts";
import { type ClauseView, clauseView, type InterpretationView, type ObligationView } from "./clause-view.ts";
import { json, wrapped } from "./layout.ts";
import { addFormat, addRules, type RulesOption } from "./options.ts";
import { loadRules, type Rules, revisionFor } from "./rules.ts";
import type { Shell } from "./shell.ts";
import { unknownName } from "./usage.ts";

interface ClauseOptions extends RulesOption {
  readonly revision?: string;
  readonly format: "text" | "json";
}

/** Declares `clause`. */
export function declare(command: Command, shell: Shell): void {
  command
    .argument("<id>", "the number of the clause")
    .description(
      "Shows a clause: what it says in our words, its formula in words, its duties, the readings it rests on, who asks about " +
        "it, and its versions.",
    )
    .option("--revision <number>", "as this revision has it; the newest approved one that has it, without it")
    .addHelpText(
      "after",
      `
Example:
  ${shell.package.name} clause 2.1.3`,
    );
  addFormat(addRules(command, shell), ["text", "json"]).action(async (id: string, options: ClauseOptions) => {
    const rules = loadRules(options.rules);
    const model = modelFor(id, rules, options.revision);
    const clause = model.clauses.get(id);
    if (clause === undefined) {
      const where = options.revision === undefined ? "" : ` in revision ${options.revision}`;
      throw unknownName("clause", id, model.clauses.keys(), where);
    }
    const view = clauseView(clause, model, rules.sources);
    await shell.print(options.format === "json" ? json(view) : asText(view));
  });
}

/** The revision to show a clause for: the one named, or the newest that has the clause, approved ones first. */
function modelFor(id: string, rules: Rules, named: string | undefined): RevisionModel {
  if (named !== undefined) return revisionFor(rules, named);
  const having = rules.revisions.filter(({ clauses }) => clauses.has(id));
  return having.findLast(({ entry }) => entry.status === "approved") ?? having.at(-1) ?? revisionFor(rules, named);
}

function asText(view: ClauseView): string {
  const formula = [
    ...(view.appliesWhen === undefined ? [] : [wrapped(`Applies when ${view.appliesWhen}.`, "  ")]),
    ...(view.requires === undefined ? [] : [wrapped(`Requires that ${view.requires}.`, "  ")]),
    ...view.derives.map(({ id, says }) => wrapped(`${id}: ${says}`, "  ")),
  ];
  const askedBy = view.askedBy.map(({ kind, id }) => `  ${kind} ${id}\n`);
  const versions = view.versions.map(({ revision, effective, status, summary, retired }) =>
    wrapped(`${revision}, ${status}, from ${effective}: ${retired ? "retired. " : ""}${summary}`, "  "),
  );
  return [
    `${view.clause}  ${view.title}\n`,
    `${view.kind} in section ${view.section} (${view.sectionTitle}), as revision ${view.shownFor} has it\n\n`,
    wrapped(view.summary),
    ...(view.notEncoded === undefined ? [] : ["\n", wrapped(`Nothing of it is encoded: ${view.notEncoded}`)]),
    ...block("Formula", formula),
    ...block("Duties", view.obligations.map(obligationText)),
    ...block("Readings", view.interpretations.map(interpretationText)),
    ...block("Asked about by", askedBy),
    ...block("Versions", versions),
  ].join("");
}

function block(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`\n${heading}\n`, ...lines];
}

function obligationText(obligation: ObligationView): string {
  const { id, bearer, duty, appliesWhen, due, done, performedWhen, keepUntil } = obligation;
  const detail = (word: string, says: string | undefined) =>
    says === undefined ? "" : wrapped(`${word}: ${says}`, "    ");
  return [
    wrapped(`${id} (${bearer}): ${duty}`, "  "),
    detail("when", appliesWhen),
    detail("due", due),
    detail("done", done),
    detail("performed when", performedWhen),
    detail("until at least", keepUntil),
  ].join("");
}

function interpretationText({ id, question, reading, why, alternatives }: InterpretationView): string {
  return [
    wrapped(`${id}: ${question}`, "  "),
    wrapped(`read: ${reading}`, "    "),
    wrapped(`because: ${why}`, "    "),
    ...alternatives.map((one) =>
      wrapped(`or ${one.id}: ${one.says}${one.switchable ? ` (--reading ${id}=${one.id})` : ""}`, "    "),
    ),
  ].join("");
}
