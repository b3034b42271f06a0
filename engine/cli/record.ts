import type { Evaluation, EvaluationInput } from "../evaluate/procedure.ts";
import type { OpenProcedure } from "../procedure/open.ts";
import { recordLimits } from "../records/read.ts";
import { recordOf, recordText, standingOf } from "../records/record.ts";
import { ProblemsError } from "../source/problem.ts";
import { checkNewFile, writeNewFile } from "./new-file.ts";
import type { RulesOption } from "./options.ts";
import type { Shell } from "./shell.ts";
import { standardInput } from "./source.ts";

/** Where a record is written. */
export interface RecordOptions extends RulesOption {
  readonly record?: string;
  readonly force?: boolean;
}

const option = "--record";

/** Refuses, before anything is decided, a path at which no record can be made. @throws ProblemsError saying why. */
export function checkRecord({ record, force }: RecordOptions): void {
  if (record === standardInput.path) {
    throw new ProblemsError([
      {
        code: "usage",
        severity: "error",
        message: "the record can't go to standard output, where the report goes",
        expected: "the name of a file",
        remedy: "name a file with --record",
      },
    ]);
  }
  if (record !== undefined) checkNewFile(record, force === true, option);
  if (record !== undefined || force !== true) return;
  throw new ProblemsError([
    {
      code: "usage",
      severity: "error",
      message: "`--force` replaces a record, and none is asked for",
      expected: "`--record` with the name of a file",
      remedy: "add --record, or leave out --force",
    },
  ]);
}

/** Writes the record of an evaluation on which both engines agree. @throws ProblemsError where it can't be written. */
export async function writeRecord(
  path: string,
  { result }: Evaluation,
  input: EvaluationInput,
  rules: OpenProcedure,
  { force, rules: directory }: RecordOptions,
  shell: Shell,
): Promise<void> {
  const { name, version } = shell.package;
  const text = recordText(recordOf(result, input, standingOf(result.revision, rules), version));
  if (Buffer.byteLength(text) > recordLimits.maxBytes) {
    throw new ProblemsError([
      {
        code: "file-too-large",
        severity: "error",
        message: `the record would be larger than ${recordLimits.maxBytes} bytes, the most that \`replay\` reads`,
        remedy: "take out of the case what does not belong to it, or leave out --record",
      },
    ]);
  }
  writeNewFile(path, text, force === true, option);
  const from = directory === shell.package.rules ? "" : ` --rules ${directory}`;
  await shell.tell(`the record is in ${path}; \`${name} replay ${path}${from}\` recomputes it\n`);
}
