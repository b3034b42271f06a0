import type { Hash } from "node:crypto";
import { ProblemsError } from "../../source/problem.ts";
import type { Journal, Position } from "./journal.ts";
import type { Settings } from "./settings.ts";

/**
 * Refuses to go on with a run that would now come out otherwise.
 *
 * @throws ProblemsError saying what is not as it was
 */
export function requireSameRun(before: Journal, now: Omit<Journal, "position">): void {
  const changed = [
    ...(before.program === now.program ? [] : [`the program, which was ${before.program}`]),
    ...(before.rules === now.rules ? [] : ["the rules"]),
    ...(Object.keys(now.settings) as (keyof Settings)[])
      .filter((key) => JSON.stringify(before.settings[key]) !== JSON.stringify(now.settings[key]))
      .map((key) => `${optionOf[key]}, which was ${shown(before.settings[key])}`),
  ];
  if (changed.length === 0) return;
  throw new ProblemsError([
    {
      code: "interrupted-run-changed",
      severity: "error",
      message: `the interrupted run can't be gone on with, because something has changed since: ${changed.join("; ")}`,
      expected: "the same rules, cases and options",
      remedy: "call the command as before, or start anew with --force",
    },
  ]);
}

/** What each setting comes from. */
const optionOf: Readonly<Record<keyof Settings, string>> = {
  asOf: "--as-of",
  only: "--only",
  input: "--input",
  format: "--format",
  delimiter: "--delimiter",
  columns: "the columns of the cases",
  crossCheck: "--cross-check",
  thinsOut: "whether --cross-check is given",
  summary: "--summary",
  compress: "whether the output is packed",
};

function shown(value: Settings[keyof Settings] | undefined): string {
  return Array.isArray(value) ? value.join(", ") : `\`${String(value)}\``;
}

/**
 * The input from where an interrupted run has come to. What lies before is read and must be what was decided: then the
 * output goes on as if it had never been interrupted, whatever has been added to the input since.
 *
 * @param hash takes what lies before; it has what was read already
 * @param count how many bytes lie before
 * @throws ProblemsError where it is not the same
 */
export async function* passOver(
  pieces: AsyncIterable<Buffer>,
  hash: Hash,
  count: number,
  { inputDigest }: Position,
): AsyncGenerator<Buffer> {
  let left = count;
  const check = (): void => {
    if (left > 0 || hash.copy().digest("hex") !== inputDigest) throw otherInput();
  };
  let isChecked = false;
  for await (const piece of pieces) {
    const over = piece.subarray(0, left);
    if (over.length > 0) hash.update(over);
    left -= over.length;
    if (left > 0) continue;
    if (!isChecked) check();
    isChecked = true;
    if (piece.length > over.length) yield piece.subarray(over.length);
  }
  if (!isChecked) check();
}

function otherInput(): ProblemsError {
  return new ProblemsError([
    {
      code: "interrupted-run-changed",
      severity: "error",
      message: "the interrupted run can't be gone on with: the cases that it has decided are not those of the input",
      expected: "the same cases, in the same order",
      remedy: "name the file of the interrupted run, or start anew with --force",
    },
  ]);
}
