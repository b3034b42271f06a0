import type { WitnessCase } from "../../cases/witness-case.ts";
import { canonicalJson } from "../../procedure/digest.ts";
import type { Behaviour, UnusualFact, Witness } from "../report.ts";
import { type Direction, directionWords, effectsInOrder, type FoundCase, foundCases } from "./effect-groups.ts";

/** A case that shows one or several differences. */
export interface ShownCase {
  /** From 1, in the order in which the effects are told. */
  readonly number: number;
  readonly case: WitnessCase;
  readonly unusual: readonly UnusualFact[];
  /** What comes out differently, decisions first. */
  readonly rows: readonly CaseRow[];
  /** The direction in words, where all rows that have one have the same. */
  readonly direction: string | undefined;
  /** What makes the difference in all rows; where rows differ in that, each says its own. */
  readonly responsible: readonly string[] | undefined;
}

/** One thing that comes out differently in a case. */
export interface CaseRow {
  readonly shows: string;
  readonly before: string;
  readonly after: string;
  /** `undefined` where the case is not shown for the sake of this row. */
  readonly direction: Direction | undefined;
  readonly responsible: readonly string[];
}

/** The cases of a report, and the number under which each witness is shown. */
export interface ShownCases {
  readonly cases: readonly ShownCase[];
  readonly numberOf: (witness: Witness) => number;
}

/** Puts the witnesses together that share their case, so that each case is shown once. */
export function shownCases(behaviour: Behaviour): ShownCases {
  const byCase = new Map<string, FoundCase[]>();
  for (const effect of effectsInOrder(behaviour)) {
    for (const found of foundCases(effect)) {
      const key = keyOf(found.witness);
      byCase.set(key, [...(byCase.get(key) ?? []), found]);
    }
  }
  const keys = [...byCase.keys()];
  return {
    cases: [...byCase.values()].flatMap((found, at) => shownCase(found, at + 1)),
    numberOf: (witness) => keys.indexOf(keyOf(witness)) + 1,
  };
}

function keyOf(witness: Witness): string {
  return canonicalJson(witness.case);
}

function shownCase(found: readonly FoundCase[], number: number): readonly ShownCase[] {
  const [first] = found;
  if (first === undefined) return [];
  const rows = rowsOf(found);
  const causes = new Set(rows.map(({ responsible }) => responsible.join("\n")));
  const [way, ...otherWays] = new Set(rows.flatMap(({ direction }) => direction ?? []));
  return [
    {
      number,
      case: first.witness.case,
      unusual: unusualOf(found),
      rows,
      direction: way !== undefined && otherWays.length === 0 ? directionWords[way] : undefined,
      responsible: causes.size === 1 ? rows[0]?.responsible : undefined,
    },
  ];
}

function rowsOf(found: readonly FoundCase[]): readonly CaseRow[] {
  const rows = new Map<string, CaseRow>();
  for (const { direction, witness } of found) {
    const { shows, before, after, responsible } = witness;
    if (!rows.has(shows)) rows.set(shows, { shows, before, after, direction, responsible });
  }
  for (const { witness } of found) {
    for (const { id, before, after } of witness.decisions) {
      const shows = `decision ${id}`;
      const { responsible } = witness;
      if (!rows.has(shows)) rows.set(shows, { shows, before, after, direction: undefined, responsible });
    }
  }
  const all = [...rows.values()];
  const isDecision = ({ shows }: CaseRow) => shows.startsWith("decision ");
  return [...all.filter(isDecision), ...all.filter((row) => !isDecision(row))];
}

/** What is unusual for any of the differences that the case shows. */
function unusualOf(found: readonly FoundCase[]): readonly UnusualFact[] {
  const facts = new Map(found.flatMap(({ witness }) => witness.unusual.map((fact) => [fact.fact, fact])));
  return [...facts.values()];
}
