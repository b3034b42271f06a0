import type { BatchRound, Whole } from "../batch/run.ts";
import { ratios, type Spread, spreadOf } from "../statistics.ts";
import { short, shown, table } from "./numbers.ts";

const rows: readonly (readonly [keyof BatchRound & ("loop" | "alone" | "usual"), string])[] = [
  ["loop", "loop that parses each line and writes one as long"],
  ["alone", "batch of decisions, one thread"],
  ["usual", "batch of decisions, as it is called without more ado"],
];

/** How a batch of decisions compares with a loop that decides nothing. */
export function batchText(rounds: readonly BatchRound[]): string {
  const cells = rows.map(([part, title]) => {
    const own = rounds.map((round) => round[part]);
    const times = (of: (whole: Whole) => number) => spreadOf(own.map(of));
    return [
      title,
      shown(times(({ perLine }) => perLine.cpu)),
      shown(times(({ perLine }) => perLine.wall)),
      part === "loop" ? "100" : shown(share(rounds, part, "cpu")),
      part === "loop" ? "100" : shown(share(rounds, part, "wall")),
      short(Math.max(...own.map(({ peak }) => peak))),
    ];
  });
  const head = ["what", "µs a line", "µs passed", "speed, % of the loop's", "by the time that passed", "peak, MiB"];
  const about =
    `${rounds[0]?.lines} lines, each process as a whole with its start, in turn in ${rounds.length} rounds, from a file to a file; ` +
    "the second engine looks at its usual sample.";
  return `${about}\n\n${table(head, cells)}`;
}

/** The speed of the batch in percent of that of the loop, round by round. */
export function share(rounds: readonly BatchRound[], part: "alone" | "usual", time: "cpu" | "wall"): Spread {
  const { median, min, max } = ratios(
    rounds.map(({ loop }) => loop.perLine[time]),
    rounds.map((round) => round[part].perLine[time]),
  );
  return { median: median * 100, min: min * 100, max: max * 100 };
}
