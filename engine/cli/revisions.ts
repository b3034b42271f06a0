import type { Command } from "commander";
import { wrap } from "../explain/wrap.ts";
import { changesBetween, changingKinds } from "../procedure/changes.ts";
import type { RevisionModel } from "../procedure/model.ts";
import { periodsOf } from "../procedure/periods.ts";
import { aligned, counted, json } from "./layout.ts";
import { addFormat, addRules, type RulesOption } from "./options.ts";
import { loadRules, type Rules } from "./rules.ts";
import type { Shell } from "./shell.ts";

interface RevisionsOptions extends RulesOption {
  readonly format: "text" | "json";
}

/** Declares `revisions`. */
export function declare(command: Command, shell: Shell): void {
  command
    .description(
      "Shows which revision governs when, and what each changes: what is new in it, what is changed, and what is retired.",
    )
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
  const { publisher } = rules.sources.procedure.entry;
  return `${procedure.title} (${procedure.id}), published by ${publisher}
governed by \`${revisions[0]?.governedBy ?? ""}\`, else by the evaluation date

What governs when
${timeline(revisions)}
${revisions.map((model, at) => revisionText(model, revisions[at - 1], rules)).join("\n")}`;
}

function timeline(revisions: readonly RevisionModel[]): string {
  const rows = periodsOf(revisions.map(({ entry }) => entry)).map(({ from, until, revision, drafts }) => {
    const days = from === null ? (until === null ? "at any time" : `before ${until}`) : stretch(from, until);
    const starts = drafts.map((number) => {
      const effective = revisions.find(({ entry }) => entry.revision === number)?.entry.effective;
      return `; ${number} is a draft for ${effective} on`;
    });
    return [days, (revision === null ? "no revision" : `revision ${revision}`) + starts.join("")];
  });
  return aligned(rows, "  ");
}

function stretch(from: string, until: string | null): string {
  return until === null ? `${from} on` : `${from} up to, not including, ${until}`;
}

function revisionText(model: RevisionModel, previous: RevisionModel | undefined, rules: Rules): string {
  const { entry } = model;
  const { approval } = entry;
  const lines = [
    `${entry.revision}  ${stretch(entry.effective, entry.until ?? null)}, ${entry.status}`,
    ...wrap(entry.note, width, "  "),
    ...(approval === undefined ? [] : [`  approved by ${approval.by} on ${approval.on}`]),
    ...(previous === undefined ? firstLines(model) : changeLines(model, previous, rules)),
    ...digestLines(model),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** Columns to fill. */
const width = 100;

function firstLines({ clauses, decisions, facts, contradictions, interpretations }: RevisionModel): readonly string[] {
  const counts = [
    counted(clauses.size, "clause"),
    counted(decisions.size, "decision"),
    counted(facts.size, "fact"),
    counted(contradictions.length, "contradiction"),
    counted(interpretations.size, "interpretation"),
  ];
  return wrap(`the first: ${counts.join(", ")}`, width, "  ");
}

/** What a revision does to those before it, a line for each kind of thing that it touches. */
function changeLines(model: RevisionModel, previous: RevisionModel, { sources }: Rules): readonly string[] {
  const changes = changesBetween(sources, previous.entry.revision, model.entry.revision);
  const lines = changingKinds.flatMap((kind) => {
    const { added, changed, retired } = changes[kind];
    const parts = [...list("new", added), ...list("changed", changed), ...list("retired", retired)];
    return parts.length === 0 ? [] : wrap(`${kind}: ${parts.join("; ")}`, width, "  ");
  });
  return lines.length > 0 ? lines : [`  the same as revision ${previous.entry.revision}`];
}

function list(what: string, ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? [] : [`${what} ${ids.join(", ")}`];
}

function digestLines({ entry, digest }: RevisionModel): readonly string[] {
  if (entry.digest === undefined) return [`  ${digest} (not recorded)`];
  if (entry.digest === digest) return [`  ${digest}`];
  return [`  ${digest}`, `  CHANGED: ${entry.digest} was approved`];
}

/** The clauses of which a revision brought a version, retirements included. */
function broughtBy({ entry }: RevisionModel, { sources }: Rules): readonly string[] {
  return sources.clauses.flatMap((clause) =>
    clause.entry.versions.some(({ revision }) => revision === entry.revision) ? [clause.entry.id] : [],
  );
}

function asJson(rules: Rules): string {
  const { procedure, revisions, sources } = rules;
  return json({
    procedure: procedure.id,
    title: procedure.title,
    governedBy: revisions[0]?.governedBy ?? null,
    periods: periodsOf(revisions.map(({ entry }) => entry)),
    revisions: revisions.map((model, at) => {
      const previous = revisions[at - 1]?.entry.revision;
      return {
        revision: model.entry.revision,
        status: model.entry.status,
        effective: model.entry.effective,
        until: model.entry.until ?? null,
        approval: model.entry.approval ?? null,
        note: model.entry.note,
        digest: model.digest,
        recordedDigest: model.entry.digest ?? null,
        clauses: broughtBy(model, rules),
        changes: previous === undefined ? null : changesBetween(sources, previous, model.entry.revision),
      };
    }),
  });
}
