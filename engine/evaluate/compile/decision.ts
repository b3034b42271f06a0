import type { Decision } from "../../procedure/model.ts";
import type { Frame, Possible } from "../frame.ts";
import { type CompiledCondition, type CompiledDecision, grounded } from "./compiled.ts";
import { compileCondition } from "./condition.ts";
import type { Names } from "./names.ts";
import { quicker, stepsOf } from "./quick.ts";
import { wayTo } from "./step.ts";

interface CompiledRow {
  readonly outcome: string;
  /** The outcome as the only one possible. */
  readonly alone: Possible;
  readonly when: CompiledCondition | undefined;
  /** The slots of the clauses that the row names. */
  readonly clauses: readonly number[];
}

/**
 * Compiles a decision: the first row that holds decides. While an earlier row is unknown its outcome stays possible
 * too; the decision is settled when only one outcome is.
 */
export function compileDecision(decision: Decision, slot: number, names: Names): CompiledDecision {
  const settled = new Map<string, Possible>(decision.rows.map(({ outcome }) => [outcome, Object.freeze([outcome])]));
  const rows = decision.rows.map(
    (row): CompiledRow => ({
      outcome: row.outcome,
      alone: settled.get(row.outcome) ?? nothingPossible,
      when: row.when && compileCondition(row.when, names),
      clauses: row.clauses.map((id) => names.clauseSlots.get(id) ?? -1),
    }),
  );
  const outcomes = [...settled.values()];
  const ends: readonly CameTo[] = [
    ...rows.map(({ alone }, row) => ({ possible: alone, row, place: outcomes.indexOf(alone) })),
    { possible: nothingPossible, row: undefined, place: -1 },
  ];
  const make = () =>
    decision.rows.reduceRight(
      (rest, { when }, row) => (when === undefined ? wayTo(row) : stepsOf(when, wayTo(row), rest, names)),
      wayTo(rows.length),
    );
  const careful = (frame: Frame): CameTo => {
    const possible = possibleOf(rows, frame);
    return { possible, row: undefined, place: outcomes.indexOf(possible) };
  };
  const work = quicker(ends, make, careful, names);
  const decide = (frame: Frame): CameTo => {
    const cameTo = work(frame);
    frame.decisions[slot] = cameTo.possible;
    frame.rows[slot] = cameTo.row;
    frame.places[slot] = cameTo.place;
    return cameTo;
  };
  return {
    settled: outcomes,
    possible: (frame) => frame.decisions[slot] ?? decide(frame).possible,
    place: (frame) => (frame.decisions[slot] === undefined ? decide(frame).place : (frame.places[slot] ?? -1)),
    // Each open row names a fact once: what is missing in most rows is worth most.
    missing: (frame, sink) => {
      for (const { when } of openRows(rows, frame)) {
        if (when === undefined || when.test(frame) !== undefined) continue;
        const needed = new Set<string>();
        when.missing(frame, (id) => needed.add(id));
        for (const id of needed) sink(id);
      }
    },
    because: becauseOf(rows, slot),
  };
}

/** What a decision comes to, and the row that alone has settled it, where that was seen on the way. */
interface CameTo {
  readonly possible: Possible;
  /** The place of that among the outcomes; -1 where it is not settled. */
  readonly place: number;
  readonly row: number | undefined;
}

function becauseOf(rows: readonly CompiledRow[], slot: number): CompiledDecision["because"] {
  const telling = grounded(rows.flatMap(({ when }) => when ?? []));
  return (frame, marks) => {
    const settling = frame.rows[slot];
    for (let at = settling ?? 0; at < rows.length; at++) {
      const row = rows[at];
      if (row === undefined) break;
      const holds = at === settling || row.when === undefined ? true : row.when.test(frame);
      if (holds === false) continue;
      for (const clause of row.clauses) marks.add(clause);
      if (holds === undefined) continue;
      if (row.when !== undefined) row.when.because(frame, marks, true);
      // The last row decides by what did not happen: every row before it that is known not to hold.
      else if (settling !== undefined) for (const { because } of telling) because(frame, marks, false);
      else for (const { test, because } of telling) if (test(frame) === false) because(frame, marks, false);
      break;
    }
  };
}

/** The outcomes that are still possible. */
function possibleOf(rows: readonly CompiledRow[], frame: Frame): Possible {
  /** While all outcomes found are the same one. */
  let only: Possible | undefined;
  let several: string[] | undefined;
  for (const { outcome, alone, when } of rows) {
    const holds = when === undefined ? true : when.test(frame);
    if (holds === false) continue;
    if (only === undefined) {
      only = alone;
    } else if (alone !== only) {
      several ??= [...only];
      if (!several.includes(outcome)) several.push(outcome);
    }
    if (holds === true) break;
  }
  return several ?? only ?? nothingPossible;
}

const nothingPossible: Possible = Object.freeze([]);

/** The rows that can still decide: those that are unknown, up to the first that holds. */
function openRows(rows: readonly CompiledRow[], frame: Frame): readonly CompiledRow[] {
  const open: CompiledRow[] = [];
  for (const row of rows) {
    const holds = row.when === undefined ? true : row.when.test(frame);
    if (holds !== false) open.push(row);
    if (holds === true) break;
  }
  return open;
}
