import { groupBy } from "../../explain/group.ts";
import type { Paint } from "../../source/render.ts";
import { displayWidth } from "../../source/visible.ts";
import type { Behaviour, Effect, EffectName, Witness } from "../report.ts";
import { directionWords, type EffectGroup, effectGroups, foundCases, saySubject } from "./effect-groups.ts";
import { type Line, paragraph } from "./text-lines.ts";
import { cut, many } from "./words.ts";

/** The part of the paint that an effect has. */
export const tone: Readonly<Record<EffectName, keyof Paint>> = {
  tightens: "error",
  mixed: "warning",
  loosens: "related",
  unknown: "warning",
  none: "message",
};

const indent = "    ";
const gap = "  ";

/** The effects as text: each with what it comes to in its cases, and those that do nothing in one line. */
export function groupLines(
  behaviour: Behaviour,
  numberOf: (witness: Witness) => number,
  width: number,
): readonly Line[] {
  return effectGroups(behaviour).flatMap((group) => {
    if (group.effect === "none") return noneLines(group, width);
    const { effect, known, effects } = group;
    const name = effect.toUpperCase();
    const column = Math.max(...effects.map((each) => displayWidth(saySubject(each))));
    return [
      ...(known === ""
        ? paragraph(name, width, "  ", tone[effect])
        : paragraph(known, width, `  ${name}: `, tone[effect])),
      ...effects.flatMap((each) => effectLines(each, numberOf, column, width)),
    ];
  });
}

/** An effect on one line where that is wide enough, its fingerprint at the end of the first. */
function effectLines(
  effect: Effect,
  numberOf: (witness: Witness) => number,
  column: number,
  width: number,
): readonly Line[] {
  const { fingerprint, title } = effect;
  const subject = `${indent}${saySubject(effect).padEnd(column)}`;
  const outcomes = foundCases(effect).map(({ direction, witness }, _at, all) => {
    const { shows, before, after } = witness;
    const what = shows === saySubject(effect) ? "" : `${shows}: `;
    const way = all.length > 1 ? `${directionWords[direction]}, ` : "";
    return `${what}${before} → ${after} (${way}case ${numberOf(witness)})`;
  });
  const room = width - displayWidth(subject) - displayWidth(fingerprint) - 2 * gap.length;
  const print = { text: `${gap}${fingerprint}`, part: "frame" } as const;
  const [first = cut(title, Math.max(1, room)), ...others] = outcomes;
  const isShort = displayWidth(first) <= room;
  const rest = isShort ? others : outcomes;
  const pad = " ".repeat(Math.max(0, room - displayWidth(first)));
  return [
    [{ text: isShort ? `${subject}${gap}${first}${pad}` : `${subject}${gap}${" ".repeat(Math.max(0, room))}` }, print],
    ...rest.flatMap((each) => paragraph(each, width, `${" ".repeat(isShort ? displayWidth(subject) : 4)}${gap}`)),
  ];
}

function noneLines({ known, effects }: EffectGroup, width: number): readonly Line[] {
  const kinds = groupBy(effects, ({ subject }) => subject);
  const words = [...kinds].map(([subject, these]) => {
    const ids = these.map(({ id }) => id).join(", ");
    if (subject === "input") return "in what may be given";
    return these.length === 1 ? `in ${subject} ${ids}` : `in ${many(these.length, subject)}: ${ids}`;
  });
  return paragraph(`No change ${words.join("; nor ")} (${known}).`, width, "  ");
}
