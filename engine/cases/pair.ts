import { CalendarRangeError, type Day, formatDay, parseDay } from "../calendar/day.ts";
import { Frame } from "../evaluate/frame.ts";
import { compileProgram, type Program } from "../evaluate/program.ts";
import type { FactEntry } from "../language/fact.ts";
import type { Operand } from "../language/known.ts";
import type { RevisionModel } from "../procedure/model.ts";
import { type ChosenCase, isAlike } from "../prove/universe.ts";
import { isAllowed, operand, written } from "./fact-value.ts";
import type { WitnessCase } from "./witness-case.ts";

/** A fact that one side or both ask for. */
export interface SharedFact {
  readonly id: string;
  /** The newer declaration. */
  readonly entry: FactEntry;
  /** Its slot on each side; nothing on a side that does not ask for it. */
  readonly slots: readonly [number | undefined, number | undefined];
}

/** A complete case: every fact known, each value in the place of its fact. */
export interface TrialCase {
  readonly asOf: Day;
  readonly readings: Readonly<Record<string, string>>;
  readonly values: readonly Operand[];
}

/** A case under way on one side. */
export interface Run {
  readonly program: Program;
  readonly frame: Frame;
}

/** A case under way on both sides. */
export type Runs = readonly [Run, Run];

/** Two revisions that decide the same cases. */
export class Pair {
  readonly models: readonly [RevisionModel, RevisionModel];
  readonly facts: readonly SharedFact[];
  /** How many cases were run. */
  tried = 0;
  readonly #programs = new Map<string, readonly [Program, Program]>();
  readonly #sizes: readonly [number, number];

  constructor(base: RevisionModel, head: RevisionModel) {
    this.models = [base, head];
    const slotsOf = (model: RevisionModel) => new Map([...model.facts.keys()].map((id, slot) => [id, slot]));
    const [inBase, inHead] = [slotsOf(base), slotsOf(head)];
    this.#sizes = [base.facts.size, head.facts.size];
    const ids = new Set([...head.facts.keys(), ...base.facts.keys()]);
    this.facts = [...ids].flatMap((id) => {
      const fact = head.facts.get(id) ?? base.facts.get(id);
      return fact ? [{ id, entry: fact.entry, slots: [inBase.get(id), inHead.get(id)] as const }] : [];
    });
  }

  /** The facts whose declarations on the two sides have no value in common; no case can be given to both sides. */
  get unlikeFacts(): readonly string[] {
    const [base, head] = this.models;
    return this.facts.flatMap(({ id }) => {
      const [a, b] = [base.facts.get(id), head.facts.get(id)];
      return a === undefined || b === undefined || isAlike(a.entry, b.entry) ? [] : [id];
    });
  }

  /** Whether every side that asks for a fact allows the value. */
  allows({ id }: SharedFact, value: Operand): boolean {
    return this.models.every((model) => {
      const fact = model.facts.get(id);
      return fact === undefined || isAllowed(fact.entry, value);
    });
  }

  /** Starts a case on both sides. Nothing is worked out until it is asked for. */
  start(trial: TrialCase): Runs {
    this.tried += 1;
    const [base, head] = this.#compiled(trial.readings);
    return [this.#begin(base, 0, trial), this.#begin(head, 1, trial)];
  }

  /**
   * Starts a case that both sides take as valid, or gives nothing where a side refuses it: a value out of bounds, a
   * contradiction, or a date that leaves the calendar.
   */
  startValid(trial: TrialCase): Runs | undefined {
    const runs = this.start(trial);
    return this.facts.every((fact, at) => this.allows(fact, trial.values[at])) && runs.every(isConsistent)
      ? runs
      : undefined;
  }

  /** Whether one side takes a case as valid. */
  accepts(side: 0 | 1, trial: TrialCase): boolean {
    const model = this.models[side];
    const allowed = this.facts.every(({ id }, at) => {
      const fact = model.facts.get(id);
      return fact === undefined || isAllowed(fact.entry, trial.values[at]);
    });
    return allowed && isConsistent(this.start(trial)[side]);
  }

  /** The case that a solver chose. */
  read(chosen: ChosenCase): TrialCase {
    return {
      asOf: Number(parseDay(chosen.asOf)),
      readings: chosen.readings,
      values: this.facts.map(({ id, entry }) => operand(chosen.facts.get(id), entry)),
    };
  }

  /** The case as a case file has it. */
  write(trial: TrialCase): WitnessCase {
    const facts: Record<string, unknown> = {};
    for (const [at, { id, entry }] of this.facts.entries()) place(facts, id, written(trial.values[at], entry));
    const switched = Object.keys(trial.readings).length > 0 ? { readings: trial.readings } : {};
    return { asOf: formatDay(trial.asOf), ...switched, facts };
  }

  #begin(program: Program, side: 0 | 1, trial: TrialCase): Run {
    const values: Operand[] = new Array(this.#sizes[side]).fill(undefined);
    for (const [at, { slots }] of this.facts.entries()) {
      const slot = slots[side];
      if (slot !== undefined) values[slot] = trial.values[at];
    }
    return { program, frame: new Frame(values, trial.asOf) };
  }

  #compiled(readings: Readonly<Record<string, string>>): readonly [Program, Program] {
    const key = JSON.stringify(Object.entries(readings).sort());
    const known = this.#programs.get(key);
    if (known !== undefined) return known;
    const [base, head] = this.models;
    const made = [compileProgram(base, readings), compileProgram(head, readings)] as const;
    this.#programs.set(key, made);
    return made;
  }
}

/** Puts a fact into facts that are nested by the dots of their ids. */
function place(facts: Record<string, unknown>, id: string, value: unknown): void {
  const parts = id.split(".");
  const last = parts.pop() ?? id;
  let group = facts;
  for (const part of parts) {
    const inner = group[part];
    const next = typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>) : {};
    group[part] = next;
    group = next;
  }
  group[last] = value;
}

function isConsistent({ program, frame }: Run): boolean {
  try {
    return program.contradicted(frame) !== true;
  } catch (error) {
    if (error instanceof CalendarRangeError) return false;
    throw error;
  }
}
