import type { CompiledCondition, CompiledValue } from "../evaluate/compile/compiled.ts";
import { compileCondition } from "../evaluate/compile/condition.ts";
import type { Names } from "../evaluate/compile/names.ts";
import { compileValue } from "../evaluate/compile/value.ts";
import { Frame } from "../evaluate/frame.ts";
import type { Program } from "../evaluate/program.ts";
import type { Operand } from "../language/known.ts";
import type { Truth } from "../language/truth.ts";
import type { Condition, Value } from "../procedure/model.ts";
import type { Scope } from "./scope.ts";

/** Asks an evaluation for the truth of any condition of its revision and for any value, one part at a time. */
export class Probe {
  readonly program: Program;
  readonly frame: Frame;
  readonly #conditions: Map<Condition, CompiledCondition>;
  readonly #values: Map<Value, CompiledValue>;

  constructor(program: Program, frame: Frame, like?: Probe) {
    this.program = program;
    this.frame = frame;
    // What was compiled does not depend on the facts.
    this.#conditions = like === undefined ? new Map() : like.#conditions;
    this.#values = like === undefined ? new Map() : like.#values;
  }

  /** The scope of words about the whole case. */
  get scope(): Scope {
    return { model: this.program.model };
  }

  /** The truth of a condition; of one that asks of `item`, only within `withElement`. */
  truth(condition: Condition, scope: Scope = this.scope): Truth {
    let compiled = this.#conditions.get(condition);
    if (compiled === undefined) {
      compiled = compileCondition(condition, this.#names(scope));
      this.#conditions.set(condition, compiled);
    }
    return compiled.test(this.frame);
  }

  /** What a value comes to; one that asks of `item`, only within `withElement`. */
  value(value: Value, scope: Scope = this.scope): Operand {
    let compiled = this.#values.get(value);
    if (compiled === undefined) {
      compiled = compileValue(value, this.#names(scope));
      this.#values.set(value, compiled);
    }
    return compiled.get(this.frame);
  }

  /** Does something while `item` is an element of a list. */
  withElement<Answer>(element: Operand, ask: () => Answer): Answer {
    const outer = this.frame.item;
    this.frame.item = element;
    try {
      return ask();
    } finally {
      this.frame.item = outer;
    }
  }

  /** The same questions, asked of the same facts but for one. */
  withFact(fact: string, value: Operand): Probe {
    const facts = [...this.frame.facts];
    facts[this.program.names.factSlots.get(fact) ?? facts.length] = value;
    const frame = new Frame(facts, this.frame.asOf);
    frame.item = this.frame.item;
    return this.over(frame);
  }

  /** The same questions, asked of other facts. */
  over(frame: Frame): Probe {
    return new Probe(this.program, frame, this);
  }

  #names(scope: Scope): Names {
    return { ...this.program.names, list: scope.list };
  }
}
