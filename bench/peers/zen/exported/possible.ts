import { literal } from "../expression.ts";
import { atom, type Formula, textOf } from "./formula.ts";

/** A row of a decision; the last has no condition. */
export interface TriedRow {
  readonly outcome: string;
  readonly isTrue?: Formula;
  readonly isFalse?: Formula;
}

/** The outcome of the first row that holds, null where it is open whether one holds before which all fail. */
export function openRows([row, ...others]: readonly TriedRow[]): string {
  if (row === undefined) return "null";
  const { outcome, isTrue = true, isFalse = false } = row;
  if (isTrue === true) return literal(outcome);
  const after = `${textOf(isFalse)} ? (${openRows(others)}) : null`;
  return `${textOf(isTrue)} ? ${literal(outcome)} : (${after})`;
}

/** Whether a decision comes to one of some outcomes, or will, with nothing else possible. */
export function outcomeIn(line: string, outcomes: readonly string[]): Formula {
  const [first] = outcomes;
  const isText = atom(`type($.${line}) == 'string'`);
  const settled: Formula =
    outcomes.length === 1
      ? atom(`$.${line} == ${literal(first)}`)
      : { kind: "all", of: [isText, atom(`$.${line} in ${literal(outcomes)}`)] };
  const isList = atom(`type($.${line}) == 'array'`);
  const open: Formula = { kind: "all", of: [isList, atom(`all($.${line}, # in ${literal(outcomes)})`)] };
  return { kind: "any", of: [settled, open] };
}

/** The outcome that a line of a decision says; null where more than one is possible. */
export function outcomeOf(said: unknown): unknown {
  if (!Array.isArray(said)) return said;
  const possible: readonly unknown[] = said;
  return possible.length === 1 ? possible[0] : null;
}

/** What a line of a decision says is possible. */
export function possibleOf(said: unknown): readonly unknown[] {
  return Array.isArray(said) ? said : [said];
}
