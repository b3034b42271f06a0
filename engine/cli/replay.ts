import type { Command } from "commander";
import { replayJson } from "../records/formats/json.ts";
import { replayText } from "../records/formats/text.ts";
import { recordLimits } from "../records/read.ts";
import { Replayer } from "../records/replay.ts";
import type { Replayed } from "../records/replayed.ts";
import { tallyOf } from "../records/tally.ts";
import { type Problem, ProblemsError } from "../source/problem.ts";
import { readFileBytes } from "../source/read.ts";
import { findFiles } from "../testing/find.ts";
import { agree } from "./agree.ts";
import { addFormat, addRules, type RulesOption } from "./options.ts";
import { paintFor } from "./paint.ts";
import { loadRules } from "./rules.ts";
import { exitCodes, type Shell } from "./shell.ts";
import { readAll, standardInput } from "./source.ts";
import { widthOf } from "./width.ts";

interface ReplayOptions extends RulesOption {
  readonly format: "text" | "json";
}

/** Declares `replay`. */
export function declare(command: Command, shell: Shell): void {
  const { name } = shell.package;
  command
    .argument("<paths...>", "records, and directories of them (*.json); `-` for standard input")
    .description(
      "Recomputes decisions that `evaluate --record` has recorded, by the revisions that there were then, on both engines. " +
        "It says of each that the result is identical, or what differs and why: the record was changed, the rules were, or " +
        "the engine is another.",
    )
    .addHelpText(
      "after",
      `
Exits with 1 if a record differs, and with 2 if one can't be read.

Example:
  ${name} evaluate case.yaml --record case.record.json
  ${name} replay case.record.json`,
    );
  addFormat(addRules(command, shell), ["text", "json"]).action(
    async (paths: readonly string[], options: ReplayOptions) => {
      shell.exitCode = await replay(paths, options, shell);
    },
  );
}

async function replay(paths: readonly string[], { rules, format }: ReplayOptions, shell: Shell): Promise<number> {
  const { io, package: own } = shell;
  const files = paths.flatMap((path) => (path === standardInput.path ? [path] : recordsIn(path)));
  if (files.length === 0) throw noRecords(paths);
  const replayer = new Replayer({ rules: loadRules(rules), engine: own.version, confirm: agree });
  const replayed: Replayed[] = [];
  for (const path of files) {
    const name = path === standardInput.path ? standardInput.name : path;
    replayed.push(await replayer.replay(name, await bytesAt(path, shell)));
  }
  const options = { paint: paintFor(io.stdout, io.env), width: widthOf(io.stdout) };
  await shell.print(format === "json" ? replayJson(replayed, own.version) : replayText(replayed, options));
  const { differs, unreadable } = tallyOf(replayed);
  return unreadable > 0 ? exitCodes.failed : differs > 0 ? exitCodes.findings : exitCodes.done;
}

function recordsIn(path: string): readonly string[] {
  return findFiles([path], /\.json$/).map((file) => file.path);
}

async function bytesAt(path: string, { io }: Shell): Promise<Uint8Array | Problem> {
  return path === standardInput.path ? await readAll(io, recordLimits.maxBytes) : readFileBytes(path, recordLimits);
}

function noRecords(paths: readonly string[]): ProblemsError {
  return new ProblemsError([
    {
      code: "no-records",
      severity: "error",
      message: `there are no records in ${paths.join(", ")}`,
      expected: "files that end in .json, as `evaluate --record` writes them",
      remedy: "name the records, or the directory that they are in",
    },
  ]);
}
