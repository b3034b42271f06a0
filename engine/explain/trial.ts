import { CalendarRangeError } from "../calendar/day.ts";
import { Frame } from "../evaluate/frame.ts";
import type { Operand } from "../language/known.ts";
import type { RevisionModel } from "../procedure/model.ts";
import { isChangeable } from "./changeable.ts";
import { edited, isPossible } from "./edit.ts";
import type { Probe } from "./probe.ts";
import type { Change, Shortfall } from "./shortfall.ts";
import { ShortfallFinder } from "./shortfalls.ts";

/** A bound on the work where a shortfall can be mended in many ways. */
export const mostWays = 12;

/** Tries changes of the facts of a case out, for what a decision would come to. */
export class Trial {
  readonly #probe: Probe;
  readonly #decision: string;
  /** Whether the revision was named, so that no date can make another govern. */
  readonly #overridden: boolean;

  constructor(probe: Probe, decision: string, overridden: boolean) {
    this.#probe = probe;
    this.#decision = decision;
    this.#overridden = overridden;
  }

  /** What the decision comes to after the changes; nothing where it is open, or where the facts can't be so. */
  outcome(changes: readonly Change[]): string | undefined {
    const frame = this.#frame(changes);
    if (frame === undefined) return undefined;
    try {
      const possible = this.#probe.program.decisions.get(this.#decision)?.possible(frame) ?? [];
      return possible.length === 1 ? possible[0] : undefined;
    } catch (error) {
      if (error instanceof CalendarRangeError) return undefined;
      throw error;
    }
  }

  /** The sets of changes that would put right, after the changes made so far, what keeps a better outcome away. */
  waysOn(changes: readonly Change[], isBetter: (outcome: string) => boolean): readonly (readonly Change[])[] {
    const frame = changes.length === 0 ? this.#probe.frame : this.#frame(changes);
    if (frame === undefined) return [];
    const finder = new ShortfallFinder(this.#probe.over(frame), "through");
    try {
      const shortfall = finder.ofDecision(this.#decision, isBetter);
      return shortfall === undefined ? [] : waysToMend(shortfall, this.#probe.program.model);
    } catch (error) {
      if (error instanceof CalendarRangeError) return [];
      throw error;
    }
  }

  /** The changes without those that the outcome does not need. */
  shrunk(changes: readonly Change[], outcome: string): readonly Change[] {
    let kept = changes;
    for (const change of changes) {
      const fewer = kept.filter((other) => other !== change);
      if (this.outcome(fewer) === outcome) kept = fewer;
    }
    return kept;
  }

  /** The case with the changes made; nothing where it could not be a case: out of bounds, or contradictory. */
  #frame(changes: readonly Change[]): Frame | undefined {
    const { program, frame } = this.#probe;
    const { model } = program;
    const facts = [...frame.facts];
    for (const { fact, edit } of changes) {
      const slot = program.names.factSlots.get(fact);
      const entry = model.facts.get(fact)?.entry;
      if (slot === undefined || entry === undefined) return undefined;
      const value = edited(facts[slot], edit);
      if (value === undefined || !isPossible(value, entry, entry.orNone === true)) return undefined;
      if (fact === model.governedBy && !this.#overridden && !governs(model, value, frame.asOf)) return undefined;
      facts[slot] = value;
    }
    const changed = new Frame(facts, frame.asOf);
    return program.contradictions.some((contradiction) => contradiction.test(changed) === true) ? undefined : changed;
  }
}

/** Every way to mend a shortfall, each a set of changes of facts that can be changed; few, where there are many. */
function waysToMend(shortfall: Shortfall, model: RevisionModel): readonly (readonly Change[])[] {
  switch (shortfall.kind) {
    case "lack":
      return shortfall.changes.filter(({ fact }) => isChangeable(fact, model)).map((change) => [change]);
    case "any":
      return shortfall.of.flatMap((part) => waysToMend(part, model)).slice(0, mostWays);
    case "all":
      return shortfall.of.reduce<readonly (readonly Change[])[]>(
        (ways, part) => {
          const more = waysToMend(part, model);
          return ways.flatMap((way) => more.map((other) => [...way, ...other])).slice(0, mostWays);
        },
        [[]],
      );
    default:
      return shortfall satisfies never;
  }
}

/** Whether the revision would still be the one to decide by, with this governing date. */
function governs(model: RevisionModel, value: Operand, asOf: number): boolean {
  const day = value === null ? asOf : value;
  return typeof day === "number" && model.effective <= day && (model.until === undefined || day < model.until);
}
