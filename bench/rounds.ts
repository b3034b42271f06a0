import { join } from "node:path";
import { type Compared, compareOutcomes } from "./compare.ts";
import type { Entrant } from "./contenders/table.ts";
import type { Measured } from "./measure.ts";
import { carryOut } from "./process.ts";

/** What every round measured of each contender, and how their outcomes compare. */
export interface Rounds {
  readonly entrants: readonly Entrant[];
  readonly rounds: readonly (readonly Measured[])[];
  readonly compared: readonly Compared[];
}

/** How long and how often to measure. */
export interface Size {
  readonly cases: number;
  readonly rounds: number;
  /** The least processor time for which a contender decides cases in a round, in milliseconds. */
  readonly least: number;
}

/** Lets all contenders take their turns, round after round, each in a process of its own. */
export function runRounds(
  entrants: readonly Entrant[],
  cases: string,
  folder: string,
  { rounds: count, least }: Size,
  say: (words: string) => void,
): Rounds {
  const rounds: Measured[][] = [];
  let compared: Compared[] = [];
  for (let round = 0; round < count; round += 1) {
    const compare = round === 0;
    const measured = entrants.map(({ id }) => {
      say(`round ${round + 1} of ${count}: ${id}`);
      const out = join(folder, `${id}.json`);
      return carryOut<Measured>({
        kind: "contender",
        contender: id,
        cases,
        out,
        effort: { least, compare, from: round * 1000 },
      });
    });
    const [first] = measured;
    if (compare && first !== undefined) compared = measured.map((one) => compareOutcomes(one, first));
    rounds.push(measured.map(({ decided, ...rest }) => rest));
  }
  return { entrants, rounds, compared };
}
