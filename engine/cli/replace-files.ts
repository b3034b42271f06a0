import { chmodSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { PlannedFile } from "../procedure/revise.ts";
import { ProblemsError } from "../source/problem.ts";

/**
 * Writes files in place of those that are there, each whole or not at all, and none before the content of all of them is
 * complete. A file keeps its permissions, and a link goes on leading to it.
 *
 * @throws ProblemsError where the system refuses; what was there is as it was.
 */
export function replaceFiles(files: readonly PlannedFile[]): void {
  const made: string[] = [];
  try {
    const staged = files.map(({ path, text }) => {
      mkdirSync(dirname(path), { recursive: true });
      const target = existsSync(path) ? realpathSync(path) : path;
      const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
      writeFileSync(temporary, text, { flag: "wx" });
      made.push(temporary);
      const mode = statSync(target, { throwIfNoEntry: false })?.mode;
      if (mode !== undefined) chmodSync(temporary, mode);
      return { target, temporary, isNew: mode === undefined };
    });
    for (const { target, temporary, isNew } of staged) {
      renameSync(temporary, target);
      if (isNew) made.push(target);
    }
  } catch (error) {
    for (const path of made) rmSync(path, { force: true });
    throw refusal(files.map(({ path }) => path).join(" and "), error);
  }
}

function refusal(what: string, error: unknown): ProblemsError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "an unknown error";
  return new ProblemsError([
    {
      code: "file-not-written",
      severity: "error",
      message: `${what} can't be written: the system says ${code}`,
      remedy: "make room, or allow yourself to write there, and call the command again",
    },
  ]);
}
