import { parseDay } from "../../engine/calendar/day.ts";
import { compileCondition } from "../../engine/evaluate/compile/condition.ts";
import { compileValue } from "../../engine/evaluate/compile/value.ts";
import { FactReader } from "../../engine/evaluate/facts.ts";
import { Frame } from "../../engine/evaluate/frame.ts";
import { compileProgram } from "../../engine/evaluate/program.ts";
import type { Condition, RevisionModel, Value } from "../../engine/procedure/model.ts";
import type { GivenCase } from "../hand-written/case.ts";
import type { Context } from "./facts.ts";

/**
 * What a peer's language can't say, and what it is therefore given with the facts, worked out by the library and in no
 * time measured. That favours the peer, and the report says what it was spared.
 */
export class Spared {
  readonly #model: RevisionModel;
  /** By what they are: each mention of a derived value is a part of its own. */
  readonly #names = new Map<Condition | Value | string, { readonly name: string; readonly what: string }>();
  readonly #works = new Map<string, (frame: Frame) => unknown>();
  readonly #program;

  constructor(model: RevisionModel) {
    this.#model = model;
    this.#program = compileProgram(model, {});
  }

  /** What was spared, in words. */
  get words(): readonly string[] {
    return [...this.#names.values()].map(({ what }) => what);
  }

  /** Gives the truth of a condition. @returns the name under which it is given */
  condition(condition: Condition, what: string): string {
    return this.#give(condition, what, () => {
      const { test } = compileCondition(condition, this.#program.names);
      return (frame) => test(frame) === true;
    });
  }

  /** Gives a value. @returns the name under which it is given */
  value(value: Value, what: string): string {
    return this.#give(value, what, () => compileValue(value, this.#program.names).get);
  }

  /** Gives whether a value is there, for a language that has no none. @returns the name under which it is given */
  existence(value: Value, name: string): string {
    if (!this.#works.has(name)) {
      const { get } = compileValue(value, this.#program.names);
      this.#works.set(name, (frame) => get(frame) !== null);
    }
    return name;
  }

  /** What is given of a case, by name. */
  reader(): (given: GivenCase) => Context {
    const reader = new FactReader(this.#model, [this.#model]);
    return ({ asOf, facts }) => {
      const frame = new Frame(reader.read(facts).values, Number(parseDay(asOf)), this.#program.room);
      return Object.fromEntries([...this.#works].map(([name, work]) => [name, work(frame)]));
    };
  }

  #give(part: Condition | Value, what: string, compile: () => (frame: Frame) => unknown): string {
    const key = part.kind === "derived" ? part.id : part;
    const known = this.#names.get(key);
    if (known !== undefined) return known.name;
    const name = `given_${this.#names.size + 1}`;
    this.#names.set(key, { name, what });
    this.#works.set(name, compile());
    return name;
  }
}
