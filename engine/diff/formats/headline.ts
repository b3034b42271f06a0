import { groupBy } from "../../explain/group.ts";
import { counted } from "../../explain/names.ts";
import { joined } from "../../language/expressions/expression.ts";
import type { Behaviour, DiffReport, EffectName, Finding, StructureChange } from "../report.ts";
import { allEffects, type Direction, isIdentical, saySubject } from "./effect-groups.ts";
import { many, sayCauses, some } from "./words.ts";

/** What a comparison comes to. */
export interface Headline {
  /** The effect of everything taken together. */
  readonly effect: EffectName;
  readonly sentences: readonly string[];
}

/** So many clauses or other things are named at the head of a report. */
const mostNamed = 6;

/** What a reader must know first: who gains, who loses, from what date, and because of which clause. */
export function headlineOf(report: DiffReport): Headline {
  const effects = allEffects(report.behaviour);
  if (effects.some(({ worse, better, otherwise }) => [worse, better, otherwise].some(isFound))) return changed(report);
  const open = effects.filter(({ worse, better, otherwise }) => [worse, better, otherwise].some(isOpen));
  if (open.length === 0) return { effect: "none", sentences: unchanged(report) };
  const subjects = some(open.map(saySubject), mostNamed);
  const tried = many(triedOf(report.behaviour), "case");
  return {
    effect: "unknown",
    sentences: [`No difference was found among ${tried} tried, but none is ruled out: not proved for ${subjects}.`],
  };
}

function changed({ behaviour, head }: DiffReport): Headline {
  const worse = findingsOf(behaviour, "worse");
  const better = findingsOf(behaviour, "better");
  const otherwise = findingsOf(behaviour, "otherwise");
  const gains = better.some(isFound);
  const losses = worse.some(isFound);
  const causes = [...worse, ...better, ...otherwise].flatMap((finding) =>
    finding.kind === "found" ? finding.witness.responsible : [],
  );
  const also = (gains || losses) && otherwise.some(isFound) ? "; some come out otherwise different" : "";
  const because = causes.length === 0 ? "" : `, because of ${sayCauses([...new Set(causes)], mostNamed)}`;
  const date = head.status === "draft" ? `${head.effective} (once the draft is approved)` : head.effective;
  return {
    effect: gains === losses || also !== "" ? "mixed" : gains ? "loosens" : "tightens",
    sentences: [`${sayBalance(worse, better)}${also}.`, `From ${date}${because}.`],
  };
}

function sayBalance(worse: readonly Finding[], better: readonly Finding[]): string {
  if (worse.some(isFound)) {
    if (better.some(isFound)) return "Some cases come out worse, some better";
    return `Some cases come out worse, ${none("better", better)}`;
  }
  if (better.some(isFound)) return `Some cases come out better, ${none("worse", worse)}`;
  const either = [...worse, ...better].some(isOpen) ? "; none was found worse or better (not proved)" : "";
  return `Some cases come out differently${either === "" ? ", neither worse nor better (proved)" : either}`;
}

function none(direction: Direction, findings: readonly Finding[]): string {
  return findings.some(isOpen) ? `none was found ${direction} (not proved)` : `none ${direction} (proved)`;
}

/** Nothing changes, and why that is so. */
function unchanged({ structure, behaviour, base, head }: DiffReport): readonly string[] {
  if (structure.length === 0) {
    const content = base.digest === head.digest ? " Both sides have the same content." : "";
    return [`No changes: nothing is written differently.${content}`];
  }
  const proof = allEffects(behaviour).every(isIdentical) ? "proved (the formulas are the same)" : "proved";
  if (structure.every(isWording)) {
    return [`Only words change: ${sayThings(structure)}; no change in behaviour, ${proof}.`];
  }
  return [`No changes: written differently (${countThings(structure)}), the behaviour is the same, ${proof}.`];
}

/** Whether only words for people are written differently. */
export function isWording({ change, values }: StructureChange): boolean {
  return change === "reworded" || (change === "changed" && values.length > 0 && values.every(({ wording }) => wording));
}

function sayThings(structure: readonly StructureChange[]): string {
  const groups = [...groupBy(structure, ({ subject }) => subject)];
  return joined(
    groups.map(([subject, things]) => {
      if (subject === "procedure") return "the procedure itself";
      const ids = things.map(({ id }) => id);
      return `${subject}${ids.length === 1 ? "" : "s"} ${some(ids, mostNamed)}`;
    }),
    "and",
  );
}

function countThings(structure: readonly StructureChange[]): string {
  const groups = [...groupBy(structure, ({ subject }) => subject)];
  return joined(
    groups.map(([subject, things]) =>
      subject === "procedure" ? "the procedure itself" : counted(things.length, subject),
    ),
    "and",
  );
}

function findingsOf(behaviour: Behaviour, direction: Direction): readonly Finding[] {
  return allEffects(behaviour).map((effect) => effect[direction]);
}

function isFound({ kind }: Finding): boolean {
  return kind === "found";
}

function isOpen({ kind }: Finding): boolean {
  return kind === "not-found";
}

function triedOf(behaviour: Behaviour): number {
  const counts = allEffects(behaviour).flatMap(({ worse, better, otherwise }) =>
    [worse, better, otherwise].map((finding) => (finding.kind === "not-found" ? finding.tried : 0)),
  );
  return Math.max(...counts);
}
