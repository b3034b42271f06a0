import { writtenDay } from "../calendar/remember.ts";
import type { Operand } from "../language/known.ts";
import type { CompiledValue } from "./compile/compiled.ts";
import type { Frame } from "./frame.ts";
import type { Program } from "./program.ts";
import { RecordShape } from "./record-shape.ts";

/** A derived value as the result gives it. */
type Written = string | number | boolean | null;

/** Writes down the values that the clauses of a program define. */
export class DerivedResults {
  readonly #values: readonly CompiledValue[];
  readonly #isDate: readonly boolean[];
  readonly #shape: RecordShape<Written>;
  /** Used for frame after frame. */
  readonly #parts: (Written | undefined)[] = [];

  constructor({ derived, model }: Program) {
    this.#values = [...derived.values()];
    this.#isDate = [...derived.keys()].map((id) => model.derived.get(id)?.value.type.kind === "date");
    this.#shape = new RecordShape([...derived.keys()]);
  }

  /** What each derived value comes to on a frame, by its id; those that are unknown, or lists, are left out. */
  write(frame: Frame): Readonly<Record<string, Written>> {
    const values = this.#values;
    for (let at = 0; at < values.length; at++) {
      this.#parts[at] = written(values[at]?.get(frame), this.#isDate[at] === true);
    }
    return this.#shape.of(this.#parts);
  }
}

function written(value: Operand, isDate: boolean): Written | undefined {
  if (typeof value === "number") return isDate ? writtenDay(value) : value;
  return typeof value === "object" && value !== null ? undefined : value;
}
