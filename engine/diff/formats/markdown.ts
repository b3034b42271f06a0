import { caseLines } from "../../cases/case-yaml.ts";
import { escaped } from "../../explain/markdown-text.ts";
import type { DiffReport, Effect, StructureChange, ValueChange } from "../report.ts";
import { sayFate, sayPlaces, sayThing } from "./change-words.ts";
import { effectGroups, saySubject } from "./effect-groups.ts";
import { sayFactLabel, sayFactValue } from "./fact-words.ts";
import { headlineOf } from "./headline.ts";
import { proofOf } from "./proof.ts";
import { type ShownCase, type ShownCases, shownCases } from "./shown-cases.ts";
import { sayFirst } from "./text-impact.ts";
import { visibleReport } from "./visible-report.ts";
import { casesOf, many, number, sayApproval, sayCauses, sayForce, sayTitle, signs } from "./words.ts";

/**
 * A report as Markdown, fit for a pull request: who gains and who loses, each with a case that shows it; what is written
 * differently; and how sure all of that is. The complete cases are folded away.
 */
export function diffMarkdown(report: DiffReport): string {
  const shown = visibleReport(report);
  const { base, head, behaviour, impact, structure } = shown;
  const { effect, sentences } = headlineOf(shown);
  const found = shownCases(behaviour);
  const proof = proofOf(behaviour);
  const blocks = [
    `## ${escaped(sayTitle(base, head))}`,
    `**${signs[effect]} ${sentences.map(escaped).join(" ")}**`,
    [base, head]
      .map(
        (side, at) =>
          `- ${at === 0 ? "base" : "head"} \`${side.given}\`: ${escaped(`${sayForce(side)}. ${sayApproval(side)}`)}`,
      )
      .join("\n"),
    ...(effect === "none" ? [] : ["### Who gains, who loses", effectTable(shown, found)]),
    ...found.cases.map(caseBlock),
    ...(impact === undefined ? [] : [`### Of ${many(impact.cases, "given case")}`, impactTable(shown)]),
    ...(structure.length === 0 ? [] : ["### Written differently", structure.map(changeBlock).join("\n")]),
    [...proof.sentences, ...proof.assumptions].map((sentence) => `- ${escaped(sentence)}`).join("\n"),
  ];
  return `${blocks.filter((block) => block.trim() !== "").join("\n\n")}\n`;
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headings, headings.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function effectTable({ behaviour }: DiffReport, found: ShownCases): string {
  const rows = effectGroups(behaviour).flatMap(({ effect, known, effects }) => {
    if (effect !== "none") return effects.map((one) => effectRow(one, known, found));
    const subjects = effects.map((one) => escaped(saySubject(one))).join(", ");
    return [[`${signs.none} none`, subjects, "", escaped(known), ""]];
  });
  return table(["effect", "on", "case", "what is known", "fingerprint"], rows);
}

function effectRow(effect: Effect, known: string, found: ShownCases): readonly string[] {
  const title = effect.subject === "input" ? "" : `: ${effect.title}`;
  return [
    `${signs[effect.effect]} **${effect.effect}**`,
    escaped(`${saySubject(effect)}${title}`),
    casesOf(effect, found.numberOf),
    escaped(known),
    `\`${effect.fingerprint}\``,
  ];
}

function caseBlock({ number: at, case: complete, unusual, rows }: ShownCase): string {
  const facts = unusual.map((fact) => {
    return `- ${escaped(sayFactLabel(fact))}: **${escaped(sayFactValue(fact.value))}** (ordinarily ${escaped(sayFactValue(fact.ordinary))})`;
  });
  const outcomes = rows.map(({ shows, before, after, responsible }) => {
    return [escaped(shows), escaped(before), `**${escaped(after)}**`, escaped(sayCauses(responsible))];
  });
  const yaml = caseLines(complete).map(({ text }) => text);
  return [
    `#### Case ${at}, as of ${complete.asOf}`,
    facts.length === 0 ? "An ordinary case: no fact sets it apart." : facts.join("\n"),
    table(["in this case", "before", "after", "because of"], outcomes),
    ["<details><summary>The complete case</summary>", "", "```yaml", ...yaml, "```", "", "</details>"].join("\n"),
  ].join("\n\n");
}

function impactTable({ impact }: DiffReport): string {
  if (impact === undefined) return "";
  const { transitions, unchanged, refused, refusedCount } = impact;
  const rows = transitions.map((transition) => [
    escaped(transition.decision),
    escaped(`${transition.before} → ${transition.after}`),
    number(transition.count),
    transition.direction,
    escaped(sayFirst(transition)),
  ]);
  const same = `${many(unchanged, "case")} came out the same in every decision.`;
  const lost = refused.map(({ case: name, side, message }) => `- ${escaped(`${name} (${side}): ${message}`)}`);
  return [
    ...(rows.length === 0 ? [] : [table(["decision", "outcome", "cases", "direction", "which"], rows)]),
    same,
    ...(refusedCount === 0 ? [] : [`${many(refusedCount, "case")} could not be decided:`, lost.join("\n")]),
  ].join("\n\n");
}

function changeBlock(change: StructureChange): string {
  const fate = sayFate(change);
  const head = `- **${escaped(sayThing(change))}** ${escaped(change.title)}${fate === "" ? "" : ` (${escaped(fate)})`}`;
  const places = change.values.length === 0 ? [`  - ${escaped(sayPlaces(change))}`] : [];
  return [head, ...places, ...change.values.map(valueLine)].join("\n");
}

function valueLine(value: ValueChange): string {
  const said = (text: string | undefined): string => (text === undefined ? "nothing" : escaped(text));
  const words = value.wording ? " (words only)" : "";
  return `  - \`${value.path}\`${words}: ${said(value.before)} → ${said(value.after)}; ${escaped(sayPlaces(value))}`;
}
