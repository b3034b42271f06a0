import type { Replayed } from "../replayed.ts";
import { tallyOf } from "../tally.ts";

/** What became of some records, as JSON. */
export function replayJson(replayed: readonly Replayed[], engine: string): string {
  const records = replayed.map(({ file, verdict, record, reasons, differences, notes, problems }) => ({
    file,
    verdict,
    record:
      record === undefined
        ? null
        : {
            procedure: record.procedure,
            revision: record.revision,
            digest: record.digest,
            engine: record.engine,
            case: record.input.case ?? null,
            asOf: record.input.asOf,
          },
    reasons,
    differences,
    notes,
    // A record is one line: its places need no text.
    problems: problems.map(({ place, ...problem }) => {
      if (place === undefined) return problem;
      const { line, column, length } = place;
      return { ...problem, place: { line, column, length } };
    }),
  }));
  return `${JSON.stringify({ engine, ...tallyOf(replayed), records }, null, 2)}\n`;
}
