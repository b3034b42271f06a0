import { wrap } from "../../explain/wrap.ts";
import type { RecordFile } from "../../language/record.ts";
import { type Problem, summaryLine } from "../../source/problem.ts";
import type { Paint } from "../../source/render.ts";
import { visible } from "../../source/visible.ts";
import type { Difference } from "../differences.ts";
import type { Reason, Replayed } from "../replayed.ts";
import { tallyOf } from "../tally.ts";

/** How the text is laid out. */
interface TextOptions {
  readonly paint: Paint;
  /** Columns to fill. */
  readonly width: number;
}

/** What became of some records, for someone who reads it: one paragraph a record, and how many there were. */
export function replayText(replayed: readonly Replayed[], options: TextOptions): string {
  return [...replayed.map((one) => paragraph(one, options)), summary(replayed)].join("\n");
}

function paragraph(
  { file, verdict, record, reasons, differences, notes, problems }: Replayed,
  options: TextOptions,
): string {
  const { paint, width } = options;
  const verdicts = { identical: paint.message, differs: paint.error, unreadable: paint.error } as const;
  const said = (text: string): readonly string[] => wrap(visible(text), width, "  ");
  const lines = [
    `${visible(file)}: ${verdicts[verdict](verdict === "differs" ? "DIFFERS" : verdict)}`,
    ...(record === undefined ? [] : said(subjectOf(record))),
    ...reasons.flatMap((reason) => reasonLines(reason, width)),
    ...problems.flatMap((problem) => said(problemText(problem))),
    ...differenceLines(differences, width),
    ...notes.flatMap((note) => said(`note: ${note}`)),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function subjectOf({ procedure, revision, engine, input }: RecordFile): string {
  const name = input.case === undefined ? "a case without a name" : `the case ${input.case}`;
  return `${name}, as of ${input.asOf}, decided by revision ${revision} of ${procedure}, engine ${engine}`;
}

/** The most parts and differences that are listed. */
const mostListed = 20;

function reasonLines({ code, message, parts = [] }: Reason, width: number): readonly string[] {
  return [
    ...wrap(visible(`${code}: ${message}`), width, "  "),
    ...parts.slice(0, mostListed).flatMap((part) => wrap(visible(part), width, "    - ")),
    ...more(parts.length),
  ];
}

function differenceLines(differences: readonly Difference[], width: number): readonly string[] {
  return [
    ...differences
      .slice(0, mostListed)
      .flatMap(({ path, recorded, recomputed }) => [
        ...wrap(visible(path.join(".")), width, "    "),
        `      recorded    ${shown(recorded)}`,
        `      recomputed  ${shown(recomputed)}`,
      ]),
    ...more(differences.length),
  ];
}

function more(count: number): readonly string[] {
  return count > mostListed ? [`    … and ${count - mostListed} more; --format json lists all`] : [];
}

/** The longest value that is shown whole, in characters. */
const longest = 90;

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = visible(JSON.stringify(value));
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function problemText(problem: Problem): string {
  return `${summaryLine(problem)}; ${problem.remedy}`;
}

function summary(replayed: readonly Replayed[]): string {
  const { identical, differs, unreadable } = tallyOf(replayed);
  const count = `${replayed.length} record${replayed.length === 1 ? "" : "s"}`;
  const unread = unreadable === 0 ? "" : `, ${unreadable} unreadable`;
  return `${count}: ${identical} identical, ${differs} different${unread}\n`;
}
