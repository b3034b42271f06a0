import { renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { excerpt } from "../source/excerpt.ts";
import { ProblemsError } from "../source/problem.ts";
import { statsOf } from "../source/stats.ts";

/** The longest name that file systems take, in bytes, less room for what a temporary file beside it adds. */
const longestName = 255 - 20;

/**
 * Refuses a path at which a file can't be made: one that is taken, unless it may be replaced, one whose name is too
 * long, or one in a directory that is not there.
 *
 * @param option the option that names the file
 * @throws ProblemsError saying which.
 */
export function checkNewFile(path: string, mayReplace: boolean, option = "--out"): void {
  const stats = statsOf(path);
  if (stats?.isDirectory() === true)
    throw refusal("not-a-file", `${path} is a folder, not a file`, "name a file in it");
  if (stats !== undefined && !mayReplace) {
    throw refusal(
      "file-exists",
      `there is a file ${path} already`,
      `name another with ${option}, or replace it with --force`,
    );
  }
  if (Buffer.byteLength(basename(path)) > longestName) {
    throw refusal(
      "file-not-written",
      `${excerpt(path)} has a name that is too long for a file`,
      "give it a shorter one",
    );
  }
  if (statsOf(dirname(path))?.isDirectory() !== true) {
    throw refusal(
      "directory-not-found",
      `there is no directory ${dirname(path)}`,
      "make it first, or name another file",
    );
  }
}

/** Writes a file whole or not at all: what was there stays until the new content is complete. */
export function writeNewFile(path: string, text: string, mayReplace: boolean, option = "--out"): void {
  checkNewFile(path, mayReplace, option);
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, text, { flag: "wx" });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    const code = error instanceof Error && "code" in error ? String(error.code) : "an unknown error";
    throw refusal(
      "file-not-written",
      `${path} can't be written: the system says ${code}`,
      `name another file with ${option}`,
    );
  }
}

function refusal(code: string, message: string, remedy: string): ProblemsError {
  return new ProblemsError([{ code, severity: "error", message, remedy }]);
}
