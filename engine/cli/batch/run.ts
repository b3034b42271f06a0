import { formatDay } from "../../calendar/day.ts";
import { readDay } from "../../source/date.ts";
import { ProblemsError } from "../../source/problem.ts";
import { readingProblem } from "../line-input.ts";
import { loadRules } from "../rules.ts";
import { exitCodes, type Shell } from "../shell.ts";
import { type Cases, openCases, refuseSameFile } from "./cases.ts";
import { isPackedName } from "./input.ts";
import { decideAll } from "./one-run.ts";
import type { BatchOptions } from "./options.ts";
import { filesOf, finishInterrupted, interruptedRun, isFinished } from "./output.ts";
import { tellEnd, tellFinished, tellGoingOn } from "./report.ts";
import { requireSameRun } from "./resume.ts";
import { rulesDigest } from "./rules-digest.ts";
import type { Settings } from "./settings.ts";

/** Without `--cross-check`, the second engine looks at every so many lines. */
const usualCheck = 1000;

/**
 * Decides the cases of a file, or of standard input.
 *
 * @param recordedEvery how often it is recorded how far a run to a file has come, in milliseconds
 * @returns the exit code
 * @throws ProblemsError where the options, the input or the output can't be used; rows that are written stay
 */
export async function runBatch(
  path: string,
  options: BatchOptions,
  shell: Shell,
  recordedEvery = 1000,
): Promise<number> {
  const day = options.asOf === undefined ? undefined : readDay(options.asOf);
  if (typeof day === "object") throw new ProblemsError([day]);
  const rules = loadRules(options.rules);
  if (options.output !== undefined) refuseSameFile(path, options.output);
  const files = options.output === undefined ? undefined : filesOf(options.output);
  if (files !== undefined && options.resume === true && options.force !== true && isFinished(files)) {
    await tellFinished(files.path, shell);
    return exitCodes.done;
  }
  const before = files && interruptedRun(files, options.resume === true, options.force === true);
  const today = formatDay(shell.io.today());
  try {
    const cases = await openCases(path, options.input, options.delimiter, rules.procedure.revisions, shell.io);
    const settings = settingsOf(options, before?.settings.asOf ?? today, cases);
    const heading = { program: shell.package.version, rules: rulesDigest(rules.procedure.revisions), settings };
    if (before !== undefined) {
      requireSameRun(before, heading);
      await tellGoingOn(before, today, shell);
    }
    const isAll = before?.position.isAll === true;
    if (isAll && files !== undefined) await finishInterrupted(files);
    const task = { path, cases, rules, heading, options, files, before, recordedEvery };
    const tally = isAll ? before.position.tally : await decideAll(task, shell);
    await tellEnd(tally, settings, options.asOf !== undefined, shell);
    return tally.failed > 0 ? exitCodes.findings : exitCodes.done;
  } catch (error) {
    throw readingProblem(error, path) ?? error;
  }
}

function settingsOf(options: BatchOptions, today: string, { form, columns }: Cases): Settings {
  const { only, format, delimiter, crossCheck = usualCheck, asOf = today, output, summary } = options;
  const compress = output !== undefined && isPackedName(output);
  return {
    asOf,
    only,
    input: form,
    format,
    delimiter,
    columns,
    crossCheck,
    thinsOut: options.crossCheck === undefined,
    summary: summary === true,
    compress,
  };
}
