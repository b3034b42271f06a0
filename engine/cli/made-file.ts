import { readFileSync, statSync } from "node:fs";
import { ProblemsError } from "../source/problem.ts";

/**
 * Lets a file be replaced that was made by the same command, and no other.
 *
 * @param beginning how a file of that command begins
 * @param otherwise why another may not be replaced, as the end of a sentence
 * @param option the option that names the file
 * @throws ProblemsError where there is another file, or a folder.
 */
export function checkMadeFile(path: string, beginning: string, otherwise: string, option: string): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return;
  if (stats.isFile() && readFileSync(path, "utf8").startsWith(beginning)) return;
  throw new ProblemsError([
    {
      code: stats.isDirectory() ? "not-a-file" : "file-exists",
      severity: "error",
      message: stats.isDirectory() ? `${path} is a folder, not a file` : `${path} is there already, and ${otherwise}`,
      remedy: stats.isDirectory() ? "name a file in it" : `name another file with ${option}`,
    },
  ]);
}
