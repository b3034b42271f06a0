import type { Command } from "commander";
import type { FormulaPart } from "../explain/clause-formula.ts";
import { type ClauseView, clauseView, type InterpretationView, type VersionView } from "../explain/clause-view.ts";
import { outlineLines } from "../explain/outline.ts";
import { wrap } from "../explain/wrap.ts";
import { joined } from "../language/expressions/expression.ts";
import type { RevisionModel } from "../procedure/model.ts";
import { json } from "./layout.ts";
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
  const inResults = [
    ...view.derived.map((id) => `  derived value ${id}`),
    ...view.obligations.map((id) => `  obligation ${id}`),
  ];
  const lines = [
    `${view.clause}  ${view.title}`,
    `${view.kind} in section ${view.section} (${view.sectionTitle}), as revision ${view.shownFor} has it`,
    ...retirement(view),
    "",
    ...wrap(view.summary, width),
    ...(view.notEncoded === undefined ? [] : ["", ...wrap(`Nothing of it is encoded: ${view.notEncoded}`, width)]),
    ...block("Formula", view.formula.flatMap(formulaLines)),
    ...block("In results", inResults),
    ...block("Readings", view.interpretations.flatMap(interpretationLines)),
    ...block(
      "Asked about by",
      view.askedBy.map(({ kind, id }) => `  ${kind} ${id}`),
    ),
    ...block("Versions", view.versions.flatMap(versionLines)),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** What a reader of a clause that is there no more must know first. */
function retirement({ versions, shownFor }: ClauseView): readonly string[] {
  const shown = versions.findIndex(({ revision, keptBy }) => revision === shownFor || keptBy.includes(shownFor));
  const end = versions.slice(shown + 1).find(({ retired }) => retired);
  if (end === undefined) return [];
  const { revision, status, effective } = end;
  return [`${status === "draft" ? "to be retired" : "retired"} by revision ${revision} from ${effective} on`];
}

/** Columns to fill. */
const width = 100;

function block(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", heading, ...lines];
}

function formulaLines({ heading, outline }: FormulaPart): readonly string[] {
  return [`  ${heading}`, ...outlineLines(outline, "    ").flatMap(wrapFurther)];
}

/** A line of an outline, whose own indentation says where it belongs, with what does not fit on it further in. */
function wrapFurther(line: string): readonly string[] {
  const indent = /^ */.exec(line)?.[0] ?? "";
  const [first = "", ...rest] = wrap(line.trimStart(), width, `${indent}  `);
  return [first.replace("  ", ""), ...rest];
}

function interpretationLines({ id, question, reading, why, alternatives }: InterpretationView): readonly string[] {
  return [
    ...wrap(`${id}: ${question}`, width, "  "),
    ...wrap(`read: ${reading}`, width, "    "),
    ...wrap(`because: ${why}`, width, "    "),
    ...alternatives.flatMap((one) =>
      wrap(`or ${one.id}: ${one.says}${one.switchable ? ` (--reading ${id}=${one.id})` : ""}`, width, "    "),
    ),
  ];
}

function versionLines({ revision, effective, status, summary, retired, keptBy }: VersionView): readonly string[] {
  const first = `  ${revision}  `;
  const kept = `${retired ? "gone" : "unchanged"} in ${joined(keptBy, "and")}`;
  return [
    ...wrap(`${status}, from ${effective}: ${retired ? "retired. " : ""}${summary}`, width, first),
    ...(keptBy.length === 0 ? [] : wrap(kept, width, " ".repeat(first.length))),
  ];
}
