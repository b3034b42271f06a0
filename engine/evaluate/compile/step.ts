import type { Known, Operand } from "../../language/known.ts";
import type { Truth } from "../../language/truth.ts";
import type { Frame } from "../frame.ts";

/** What a step looks at. */
export const kinds = { end: 0, order: 1, text: 2, truth: 3, presence: 4, both: 5 } as const;

type Kind = (typeof kinds)[keyof typeof kinds];

/**
 * One step on the quick way through a condition. Each looks at one thing and leads to the next step; nothing is put
 * together on the way, so that where a way ends says what everything came to. One class, with every field always
 * there: what is alike in shape is quickest to go through.
 */
export class Step<End> {
  readonly kind: Kind;
  /** The slot of the fact that is looked at, where it is one. */
  readonly slot: number;
  /** Gives what is looked at, where it is no fact. */
  readonly get: ((frame: Frame) => Operand) | undefined;
  /** What it is compared with: a written value, or what this gives. */
  readonly limit: Known;
  readonly other: ((frame: Frame) => Operand) | undefined;
  /** Where it leads, as the answers of a comparison are told apart. */
  readonly below: Step<End> | undefined;
  readonly at: Step<End> | undefined;
  readonly above: Step<End> | undefined;
  readonly none: Step<End> | undefined;
  readonly unknown: Step<End> | undefined;
  /** What the way has come to, where this is its end. */
  readonly end: End | undefined;

  constructor(kind: Kind, parts: StepParts<End>) {
    this.kind = kind;
    this.slot = parts.slot ?? -1;
    this.get = parts.get;
    this.limit = parts.limit ?? 0;
    this.other = parts.other;
    this.below = parts.below;
    this.at = parts.at;
    this.above = parts.above;
    this.none = parts.none;
    this.unknown = parts.unknown;
    this.end = parts.end;
  }
}

/** The parts of a step that it needs. A way that is left out leads nowhere: the quick way can't tell. */
export interface StepParts<End> {
  readonly slot?: number | undefined;
  readonly get?: ((frame: Frame) => Operand) | undefined;
  readonly limit?: Known;
  readonly other?: (frame: Frame) => Operand;
  readonly below?: Step<End> | undefined;
  readonly at?: Step<End> | undefined;
  readonly above?: Step<End> | undefined;
  readonly none?: Step<End> | undefined;
  readonly unknown?: Step<End> | undefined;
  readonly end?: End;
}

/** What the way from a step comes to on a frame; nothing where something unknown stands in the way. */
export function follow<End>(from: Step<End>, frame: Frame): End | undefined {
  let step: Step<End> | undefined = from;
  const { facts } = frame;
  while (step !== undefined) {
    const { kind } = step;
    if (kind === kinds.end) return step.end;
    const value: Operand = step.get === undefined ? facts[step.slot] : step.get(frame);
    if (value === undefined) step = step.unknown;
    else if (value === null) step = step.none;
    else if (kind === kinds.truth) step = value === true ? step.at : step.below;
    else if (kind === kinds.text) step = value === step.limit ? step.at : step.above;
    else if (kind === kinds.presence) step = step.at;
    else step = byOrder(step, value, kind === kinds.both ? step.other?.(frame) : step.limit);
  }
  return undefined;
}

function byOrder<End>(step: Step<End>, value: Known, limit: Operand): Step<End> | undefined {
  if (typeof value !== "number") return step.unknown;
  if (typeof limit !== "number") return limit === null ? step.none : step.unknown;
  return value < limit ? step.below : value > limit ? step.above : step.at;
}

/** A step that takes a truth as it is found. */
export function testStep<End>(
  test: (frame: Frame) => Truth,
  yes: Step<End> | undefined,
  no: Step<End> | undefined,
): Step<End> {
  return new Step(kinds.truth, { get: test, at: yes, below: no });
}
