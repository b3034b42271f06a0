import type { Day } from "../calendar/day.ts";
import { isSameValue } from "./observe.ts";
import type { Pair, TrialCase } from "./pair.ts";
import type { Pool } from "./pool.ts";

/** One thing that a case can have otherwise: a fact, the evaluation date or a reading. */
export type Coordinate =
  | { readonly kind: "fact"; readonly at: number }
  | { readonly kind: "asOf" }
  | { readonly kind: "reading"; readonly id: string };

/** The ways in which one thing of a case can be otherwise. */
export interface Variations {
  readonly coordinate: Coordinate;
  readonly trials: readonly ((trial: TrialCase) => TrialCase)[];
}

/** Every thing that a case can have otherwise, with the values worth trying. */
export function variationsOf(trial: TrialCase, pair: Pair, pool: Pool): readonly Variations[] {
  const days = pool.edges(trial);
  const facts = pair.facts.map(
    (fact, at): Variations => ({
      coordinate: { kind: "fact", at },
      trials: pool
        .values(fact, at, trial, days)
        .map((value) => (from) => ({ ...from, values: from.values.with(at, value) })),
    }),
  );
  const asOf: Variations = {
    coordinate: { kind: "asOf" },
    trials: [...days].map((day: Day) => (from) => ({ ...from, asOf: day })),
  };
  return [...facts, asOf, ...readingsOf(pair)];
}

function readingsOf({ models }: Pair): readonly Variations[] {
  const ids = new Set(models.flatMap(({ switchable }) => [...switchable.keys()]));
  return [...ids].map((id): Variations => {
    const alternatives = new Set(models.flatMap(({ switchable }) => switchable.get(id) ?? []));
    return {
      coordinate: { kind: "reading", id },
      trials: [...alternatives].map((one) => (from) => ({ ...from, readings: { ...from.readings, [id]: one } })),
    };
  });
}

/** What two cases have otherwise. */
export function differing(a: TrialCase, b: TrialCase): readonly Coordinate[] {
  const facts = [...a.values.keys()]
    .filter((at) => !isSameValue(a.values[at], b.values[at]))
    .map((at): Coordinate => ({ kind: "fact", at }));
  const readings = [...new Set([...Object.keys(a.readings), ...Object.keys(b.readings)])]
    .filter((id) => a.readings[id] !== b.readings[id])
    .map((id): Coordinate => ({ kind: "reading", id }));
  return [...facts, ...(a.asOf === b.asOf ? [] : [{ kind: "asOf" } as const]), ...readings];
}

/** A case with one thing as another case has it. */
export function withOne(trial: TrialCase, coordinate: Coordinate, from: TrialCase): TrialCase {
  switch (coordinate.kind) {
    case "fact":
      return { ...trial, values: trial.values.with(coordinate.at, from.values[coordinate.at]) };
    case "asOf":
      return { ...trial, asOf: from.asOf };
    case "reading": {
      const { [coordinate.id]: _own, ...rest } = trial.readings;
      const other = from.readings[coordinate.id];
      return { ...trial, readings: other === undefined ? rest : { ...rest, [coordinate.id]: other } };
    }
    default:
      return coordinate satisfies never;
  }
}
