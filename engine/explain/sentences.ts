import { joined } from "../language/expressions/expression.ts";
import type { Provenance } from "./provenance.ts";
import type { ClauseReasons } from "./reasons.ts";
import type { ChangeReport, Report } from "./report.ts";

/** A change as the condition of a sentence: "the day of departure is 2020-01-31 instead of 2020-02-01". */
export function sayIf({ subject, becomes, from }: ChangeReport): string {
  return `${subject} ${becomes}${from === undefined ? "" : ` instead of ${from}`}`;
}

/** Which clauses, not met, the headline rests on; nothing where it rests on none. */
export function restsOn(reasons: readonly ClauseReasons[]): string | undefined {
  if (reasons.length === 0) return undefined;
  const clauses = joined(
    reasons.map(({ clause }) => clause),
    "and",
  );
  return reasons.length === 1
    ? `It rests on clause ${clauses}, which is not met.`
    : `It rests on clauses ${clauses}, which are not met.`;
}

/** What is said unasked where another reading would change what is decided. */
export const readingHint = "An unclear sentence decides this case: see --sensitivity.";

/** Under what was decided, in a few sentences. */
export function provenanceLines(provenance: Provenance): readonly string[] {
  const { title, revision, status, effective, until, digest, asOf, governingDate, why } = provenance;
  const force =
    until === null ? `in force from ${effective} on` : `in force from ${effective} up to, not including, ${until}`;
  const draft = status === "draft" ? " (draft)" : "";
  return [
    `Decided by: ${title}, revision ${revision}${draft}, ${force}. Digest ${digest}.`,
    `Evaluated as of ${asOf}. ${governingDate === null ? "Governing date unknown" : `Governing date ${governingDate}`}: ${why}.`,
  ];
}

/** The interpretations relied on: all by name, those that were switched in words. */
export function readingsLines({ readings }: Report): readonly string[] {
  const names = readings.filter(({ switched }) => !switched).map(({ id }) => id);
  return [
    ...readings
      .filter(({ switched }) => switched)
      .map(({ id, reading }) => `Read otherwise, at the caller's wish: ${id}. ${reading}`),
    ...(names.length === 0 ? [] : [`Readings relied on: ${names.join(", ")}.`]),
  ];
}
