import { groupBy } from "../../explain/group.ts";
import { type Paint, PLAIN } from "../../source/render.ts";
import type { Behaviour, DiffReport, Effect, Impact, SideView } from "../report.ts";
import { headlineOf } from "./headline.ts";
import { proofOf } from "./proof.ts";
import { type ShownCase, shownCases } from "./shown-cases.ts";
import { caseLinesOf } from "./text-case.ts";
import { changeLines } from "./text-changes.ts";
import { groupLines, tone } from "./text-effects.ts";
import { impactLines } from "./text-impact.ts";
import { type Line, line, paragraph } from "./text-lines.ts";
import { visibleReport } from "./visible-report.ts";
import { many, sayForce } from "./words.ts";

/** More cases than this are only counted. */
const mostCases = 8;
/**
 * A report as text: who gains and who loses, shown on a few cases, what becomes of the given population, what is
 * written differently, and how sure all of that is. Facts that a case has in common with an ordinary one are left out.
 *
 * @param paint colours; they add nothing that the words do not say
 * @param width columns; only a word longer than that makes a longer line
 */
export function diffText(report: DiffReport, paint: Paint = PLAIN, width = 80): string {
  const shown = visibleReport(report);
  const { impact, structure, base, head } = shown;
  const { behaviour, further } = withoutFurther(shown);
  const { cases, numberOf } = shownCases(behaviour);
  const headline = headlineOf(shown);
  const differs = headline.effect !== "none";
  const sections: readonly (readonly Line[])[] = [
    [
      ...headline.sentences.flatMap((sentence) => paragraph(sentence, width, "", tone[headline.effect])),
      ...sideLines("base", base, width),
      ...sideLines("head", head, width),
    ],
    structure.length === 0 ? [] : section("Written differently", changeLines(structure, width)),
    differs
      ? section("Who gains, who loses", [...groupLines(behaviour, numberOf, width), ...furtherLines(further, width)])
      : [],
    ...cases.slice(0, mostCases).map((each) => caseLinesOf(each, width)),
    moreCases(cases, width),
    impact === undefined ? [] : impactSection(impact, width),
    closing(shown, cases, width),
  ];
  const lines = sections
    .filter((each) => each.length > 0)
    .flatMap((each, at) => (at === 0 ? each : [line(""), ...each]));
  return `${lines.map((each) => painted(each, paint)).join("\n")}\n`;
}

/** Without the clauses that come out differently only because of others; the formats with more room show them in full. */
function withoutFurther({ behaviour, structure }: DiffReport): {
  readonly behaviour: Behaviour;
  readonly further: readonly Effect[];
} {
  const isWritten = ({ id }: Effect) => structure.some((change) => change.subject === "clause" && change.id === id);
  const clauses = behaviour.clauses.filter(isWritten);
  return { behaviour: { ...behaviour, clauses }, further: behaviour.clauses.filter((effect) => !isWritten(effect)) };
}

function furtherLines(further: readonly Effect[], width: number): readonly Line[] {
  if (further.length === 0) return [];
  const groups = [...groupBy(further, ({ effect }) => effect)];
  const said = groups.map(([effect, effects]) => `${effect} clause ${effects.map(({ id }) => id).join(", ")}`);
  return paragraph(`Which in turn ${said.join("; ")}.`, width, "  ");
}

function section(heading: string, lines: readonly Line[]): readonly Line[] {
  return [line(heading, "message"), ...lines];
}

function sideLines(name: string, side: SideView, width: number): readonly Line[] {
  const given = side.given === side.revision ? "" : ` (${side.given})`;
  const text = `${side.procedure} ${side.revision}${given}, ${sayForce(side)}`;
  const note = name === "head" ? paragraph(side.note, width, "        ") : [];
  return [...paragraph(text, width, `  ${name}  `), ...note];
}

function moreCases(cases: readonly ShownCase[], width: number): readonly Line[] {
  const more = cases.length - mostCases;
  if (more <= 0) return [];
  return paragraph(`${many(more, "more case")}: see --format html, markdown or json.`, width);
}

function impactSection(impact: Impact, width: number): readonly Line[] {
  return section(`Of ${many(impact.cases, "given case")}`, impactLines(impact, width));
}

function closing({ behaviour }: DiffReport, cases: readonly ShownCase[], width: number): readonly Line[] {
  const { sentences, assumptions } = proofOf(behaviour);
  return [
    ...paragraph(sentences.join(" "), width, "", "frame"),
    ...paragraph(assumptions.join(" "), width, "Taken for granted: ", "frame"),
    ...(cases.length === 0
      ? []
      : paragraph("The complete cases: --format json. To accept a finding: --ignore FINGERPRINT.", width, "", "frame")),
  ];
}

function painted(parts: Line, paint: Paint): string {
  return parts
    .map(({ text, part }, at) => {
      const last = at === parts.length - 1 ? text.trimEnd() : text;
      const indent = last.length - last.trimStart().length;
      return part === undefined || last.trim() === "" ? last : last.slice(0, indent) + paint[part](last.slice(indent));
    })
    .join("");
}
