import type { LogicEngine } from "json-logic-engine";
import type { AggregateRow, FunctionRow } from "../../../engine/language/expressions/expression.ts";
import type { Known } from "../../../engine/language/known.ts";

/** Operators that JSON Logic lacks, most of them for the calendar, made of the library's own functions. */
export class CustomOperators {
  readonly #engine: LogicEngine;
  readonly #names = new Set<string>();

  constructor(engine: LogicEngine) {
    this.#engine = engine;
  }

  /** Their names. */
  get names(): readonly string[] {
    return [...this.#names];
  }

  /** An operator for a function; none comes of none. @returns its name */
  function(row: FunctionRow, body: unknown): string {
    const rounding = typeof body === "object" && body !== null ? Reflect.get(body, "rounding") : undefined;
    const period = typeof body === "object" && body !== null ? Reflect.get(spanOf(row, body), "period") : undefined;
    const name = [row.name, rounding ?? period].filter((part) => typeof part === "string").join("_");
    return this.#add(name, (parts) => {
      for (const part of parts) if (part === null) return null;
      // Known, since the cases are complete and none was seen to.
      return row.apply(parts as readonly Known[], body);
    });
  }

  /** An operator that folds a field of a list. @returns its name */
  aggregate(row: AggregateRow, field: string): string {
    return this.#add(`${row.name}_${field}`, ([list]) => {
      if (!Array.isArray(list)) return null;
      const values: Known[] = [];
      for (const element of list as readonly Readonly<Record<string, Known>>[]) {
        const value = element[field];
        if (value !== undefined) values.push(value);
      }
      return row.fold(values);
    });
  }

  #add(name: string, method: (parts: readonly unknown[]) => unknown): string {
    if (!this.#names.has(name)) this.#engine.addMethod(name, method, { sync: true, deterministic: true });
    this.#names.add(name);
    return name;
  }
}

function spanOf(row: FunctionRow, body: object): object {
  return row.name === "endOf" || row.name === "startOf" ? body : {};
}
