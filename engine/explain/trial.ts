import { CalendarRangeError } from "../calendar/day.ts";
import { Frame } from "../evaluate/frame.ts";
import { compileProgram, type Program } from "../evaluate/program.ts";
import type { Many, Operand } from "../language/known.ts";
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
  /** The case as it is. */
  readonly probe: Probe;
  readonly #decision: string;
  /** Whether the revision was named, so that no date can make another govern. */
  readonly #overridden: boolean;
  /** The facts that somebody can change, and that are known: what is unknown is not changed but found out. */
  readonly facts: readonly string[];
  /** The program for what could be: what is there stays there, whatever it is changed to. */
  readonly #open: Program;
  readonly #known = new Map<string, readonly string[]>();
  /** How often the case was tried so far. */
  tried = 0;

  constructor(probe: Probe, decision: string, overridden: boolean) {
    this.probe = probe;
    this.#decision = decision;
    this.#overridden = overridden;
    const { program, frame } = probe;
    this.facts = [...program.names.factSlots]
      .filter(([id, slot]) => frame.facts[slot] !== undefined && isChangeable(id, program.model))
      .map(([id]) => id);
    const there = this.facts.filter((id) => frame.facts[program.names.factSlots.get(id) ?? -1] !== null);
    this.#open = compileProgram(program.model, program.readings, new Set(there));
  }

  /** What the decision comes to after the changes; nothing where it is open, or where the facts can't be so. */
  outcome(changes: readonly Change[]): string | undefined {
    const values = this.valuesAfter(changes);
    const possible = values === undefined ? [] : this.#tryOut(values, this.probe.program);
    return possible.length === 1 ? possible[0] : undefined;
  }

  /**
   * The outcomes that are possible with other values of some facts; none where the facts can't be so. A fact that is
   * `undefined` can have any value, none only if it is none: what is not possible then is not possible with any of these.
   */
  possible(values: ReadonlyMap<string, Operand>): readonly string[] {
    let key = "";
    for (const [fact, value] of values) key += `${fact}=${Array.isArray(value) ? listKey(value) : String(value)};`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const possible = this.#tryOut(values, this.#open);
    this.#known.set(key, possible);
    return possible;
  }

  /** All that is made of the case with other values of some facts, as a text that is the same where all of it is. */
  signature(values: ReadonlyMap<string, Operand>): string {
    this.tried++;
    const frame = this.#frameWith(values);
    if (frame === undefined) return "out of bounds";
    const { clauses, decisions, contradictions } = this.#open;
    // What contradicts the facts as they are need not contradict them once another is changed too.
    const all = () => [
      ...contradictions.map((contradiction) => contradiction.test(frame)),
      ...[...clauses.values()].map((clause) => clause.statuses(frame)),
      decisions.get(this.#decision)?.possible(frame),
    ];
    return inCalendar(() => all().join(), "out of the calendar");
  }

  #tryOut(values: ReadonlyMap<string, Operand>, program: Program): readonly string[] {
    this.tried++;
    const frame = this.frame(values, program);
    if (frame === undefined) return [];
    return inCalendar(() => program.decisions.get(this.#decision)?.possible(frame) ?? [], []);
  }

  /** The sets of changes that would put right, after the changes made so far, what keeps a better outcome away. */
  waysOn(changes: readonly Change[], isBetter: (outcome: string) => boolean): readonly (readonly Change[])[] {
    const values = this.valuesAfter(changes);
    const frame = values && this.frame(values);
    if (frame === undefined) return [];
    const finder = new ShortfallFinder(this.probe.over(frame), "through");
    const shortfall = inCalendar(() => finder.ofDecision(this.#decision, isBetter), undefined);
    return shortfall === undefined ? [] : waysToMend(shortfall, this.probe.program.model);
  }

  /** The changes without those that the outcome does not need. */
  shrunk(changes: readonly Change[], outcome: string): readonly Change[] {
    for (const change of changes) {
      const fewer = changes.filter((other) => other !== change);
      // What was needed beside a change that is gone may be needed no longer, so all are asked about again.
      if (this.outcome(fewer) === outcome) return this.shrunk(fewer, outcome);
    }
    return changes;
  }

  /** The case with other values of some facts; nothing where it could not be a case: out of bounds, or contradictory. */
  frame(values: ReadonlyMap<string, Operand>, { contradictions }: Program = this.#open): Frame | undefined {
    const frame = this.#frameWith(values);
    if (frame === undefined) return undefined;
    const isRefused = () => contradictions.some((contradiction) => contradiction.test(frame) === true);
    return inCalendar(isRefused, true) ? undefined : frame;
  }

  /** The case with other values of some facts, whether or not they contradict each other; nothing where one is out of bounds. */
  #frameWith(values: ReadonlyMap<string, Operand>): Frame | undefined {
    const { program, frame } = this.probe;
    const { model } = program;
    const facts = [...frame.facts];
    for (const [fact, value] of values) {
      const slot = program.names.factSlots.get(fact);
      const entry = model.facts.get(fact)?.entry;
      if (slot === undefined || entry === undefined) return undefined;
      if (!isPossible(value, entry, entry.orNone === true)) return undefined;
      const moves = fact === model.governedBy && !this.#overridden && value !== undefined;
      if (moves && !governs(model, value, frame.asOf)) return undefined;
      facts[slot] = value;
    }
    return new Frame(facts, frame.asOf);
  }

  /** The values of the facts that are changed; nothing where a change leaves none. */
  valuesAfter(changes: readonly Change[]): ReadonlyMap<string, Operand> | undefined {
    const { program, frame } = this.probe;
    const values = new Map<string, Operand>();
    for (const { fact, edit } of changes) {
      const now = values.has(fact) ? values.get(fact) : frame.facts[program.names.factSlots.get(fact) ?? -1];
      const value = edited(now, edit);
      if (value === undefined) return undefined;
      values.set(fact, value);
    }
    return values;
  }
}

/** A list as text in which what is unknown and what is none differ. */
function listKey(list: Many): string {
  return JSON.stringify(list, (_key, value: unknown) => (value === undefined ? {} : value));
}

/** What is worked out, or something else where a date leaves the calendar on the way. */
function inCalendar<Thing>(work: () => Thing, otherwise: Thing): Thing {
  try {
    return work();
  } catch (error) {
    if (error instanceof CalendarRangeError) return otherwise;
    throw error;
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
