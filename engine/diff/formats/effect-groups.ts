import { groupBy } from "../../explain/group.ts";
import { joined } from "../../language/expressions/expression.ts";
import type { Behaviour, Effect, EffectName, Finding, Witness } from "../report.ts";
import { many } from "./words.ts";

/** Effects of which the same can be said. */
export interface EffectGroup {
  readonly effect: EffectName;
  /** What is proved of them, or not: "never worse or otherwise different (proved)"; empty where all was found. */
  readonly known: string;
  readonly effects: readonly Effect[];
}

/** The losses first. */
const order: readonly EffectName[] = ["tightens", "mixed", "loosens", "unknown", "none"];

/** Ways of coming out differently, in the order in which they matter. */
export const directions = ["worse", "better", "otherwise"] as const;
export type Direction = (typeof directions)[number];

/** A direction as an adverb. */
export const directionWords: Readonly<Record<Direction, string>> = {
  worse: "worse",
  better: "better",
  otherwise: "otherwise different",
};

/** All effects: of decisions, of clauses, and on what may be given. */
export function allEffects({ decisions, clauses, input }: Behaviour): readonly Effect[] {
  return [...decisions, ...clauses, input];
}

/** The effects in the order in which a reader wants them: the losses first, and those that do nothing last. */
export function effectsInOrder(behaviour: Behaviour): readonly Effect[] {
  const all = allEffects(behaviour);
  return order.flatMap((name) => all.filter(({ effect }) => effect === name));
}

/** The effects in their order, those together of which the same can be said; those that do nothing are one group. */
export function effectGroups(behaviour: Behaviour): readonly EffectGroup[] {
  const groups = groupBy(effectsInOrder(behaviour), (effect) =>
    effect.effect === "none" ? effect.effect : `${effect.effect} ${sayKnown([effect])}`,
  );
  return [...groups.values()].flatMap((effects): readonly EffectGroup[] => {
    const [first] = effects;
    return first === undefined ? [] : [{ effect: first.effect, known: sayKnown(effects), effects }];
  });
}

/** A case in which something comes out differently. */
export interface FoundCase {
  readonly direction: Direction;
  readonly witness: Witness;
}

/** The cases that show an effect, the worse ones first. */
export function foundCases(effect: Effect): readonly FoundCase[] {
  return directions.flatMap((direction): readonly FoundCase[] => {
    const finding = effect[direction];
    return finding.kind === "found" ? [{ direction, witness: finding.witness }] : [];
  });
}

/** Whether an effect was ruled out because the formulas are the same. */
export function isIdentical(effect: Effect): boolean {
  return directions.every((direction) => {
    const finding = effect[direction];
    return finding.kind === "ruled-out" && finding.by === "identity";
  });
}

/** What is proved and what is not of effects that have this in common. */
function sayKnown(effects: readonly Effect[]): string {
  const [effect] = effects;
  if (effect === undefined) return "";
  const findings = directions.map((direction): readonly [Direction, Finding] => [direction, effect[direction]]);
  const ruledOut = findings.flatMap(([direction, { kind }]) => (kind === "ruled-out" ? [direction] : []));
  if (ruledOut.length === directions.length) {
    return effects.every(isIdentical) ? "proved: the formulas are the same" : "proved";
  }
  const tried = findings.flatMap(([direction, finding]) =>
    finding.kind === "not-found" ? [{ direction, count: finding.tried }] : [],
  );
  const open = [...groupBy(tried, ({ count }) => String(count)).values()].map((group) => {
    const cases = many(group[0]?.count ?? 0, "case");
    if (group.length === directions.length) return `not proved: no difference among ${cases} tried`;
    return `not proved: none ${or(group.map(({ direction }) => direction))} among ${cases} tried`;
  });
  return [...open, ...(ruledOut.length > 0 ? [`never ${or(ruledOut)} (proved)`] : [])].join("; ");
}

function or(these: readonly Direction[]): string {
  return joined(
    these.map((direction) => directionWords[direction]),
    "or",
  );
}

/** What an effect is about: "decision submission", "clause 2.1.3", "what may be given". */
export function saySubject({ subject, id }: Effect): string {
  return subject === "input" ? "what may be given" : `${subject} ${id}`;
}
