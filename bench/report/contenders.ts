import type { Compared } from "../compare.ts";
import type { Rounds } from "../rounds.ts";
import { ratios, spreadOf } from "../statistics.ts";
import { short, shown, table } from "./numbers.ts";

/** The processor time per case of a contender in every round, in microseconds; nothing where it took no part. */
export function timesOf({ rounds }: Rounds, id: string): readonly number[] {
  return rounds.flatMap((round) => round.filter((one) => one.id === id).map(({ perCase }) => perCase.cpu));
}

/** Every contender's time, load time, memory, and whether it decides the same. */
export function contendersText(run: Rounds): string {
  const rows = run.entrants.map(({ id, title, does }) => {
    const own = run.rounds.flatMap((round) => round.filter((one) => one.id === id));
    const compared = run.compared.find((one) => one.id === id);
    const same =
      compared === undefined || compared.differing > 0
        ? `**${compared?.differing ?? "?"} differ**`
        : `${compared.decisions.length} decisions${alsoSame(compared)}, the same in ${compared.cases} cases`;
    return [
      title,
      does,
      shown(spreadOf(own.map(({ perCase }) => perCase.cpu))),
      short(spreadOf(own.map(({ perCase }) => perCase.wall)).median),
      short(spreadOf(own.map(({ load }) => load.cpu / 1000)).median),
      short(spreadOf(own.map(({ peak }) => peak)).median),
      same,
    ];
  });
  const head = ["contender", "what it does", "µs a case", "µs passed", "load, ms", "peak, MiB", "outcomes"];
  return table(head, rows);
}

function alsoSame({ statuses = [] }: Compared): string {
  return statuses.length === 0 ? "" : `, ${statuses.length} clauses and obligations`;
}

/** How many times the others' time is that of the library. */
export function ratiosText(run: Rounds): string {
  const references = ["full", "decide", "hand-full"].filter((id) => timesOf(run, id).length > 0);
  const titles = references.map((id) => run.entrants.find((one) => one.id === id)?.title ?? id);
  const rows = run.entrants.map(({ id, title }) => [
    title,
    ...references.map((reference) =>
      reference === id ? "1" : shown(ratios(timesOf(run, id), timesOf(run, reference))),
    ),
  ]);
  return `Its time in times that of another, round by round:\n\n${table(["contender", ...titles.map((title) => `÷ ${title}`)], rows)}`;
}

/** What the peers were spared. */
export function sparedText(run: Rounds): string {
  const [round = []] = run.rounds;
  const lines = round.flatMap(({ id, spared }) => {
    const title = run.entrants.find((one) => one.id === id)?.title ?? id;
    return spared.length === 0 ? [] : [`- ${title}: ${[...new Set(spared)].join("; ")}.`];
  });
  if (lines.length === 0) return "";
  return `What a peer's language can't say was worked out for it beforehand, in no time measured:\n\n${lines.join("\n")}`;
}
