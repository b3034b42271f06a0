import { type CompiledCondition, type CompiledValue } from "../evaluate/compile/compiled.ts";
import { compileCondition } from "../evaluate/compile/condition.ts";
import type { Names } from "../evaluate/compile/names.ts";
import { compileValue } from "../evaluate/compile/value.ts";
import type { Frame } from "../evaluate/frame.ts";
import type { Program } from "../evaluate/program.ts";
import type { Operand } from "../language/known.ts";
import type { Truth } from "../language/truth.ts";
import type { Condition, Value } from "../procedure/model.ts";
import type { Scope } from "./scope.ts";

/** Asks an evaluation for the truth of any condition of its revision and for any value, one part at a time. */
export class Probe {
  readonly program: Program;
  readonly frame: Frame;
  readonly #conditions = new Map<Condition, CompiledCondition>();
  readonly #values = new Map<Value, CompiledValue>();

  constructor(program: Program, frame: Frame) {
    this.program = program;
    this.frame = frame;
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

  /** The same questions, asked of other facts. */
  over(frame: Frame): Probe {
    return new Probe(this.program, frame);
  }

  #names(scope: Scope): Names {
    return { ...this.program.names, list: scope.list };
  }
}
