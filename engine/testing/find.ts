import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import { byNumber } from "../source/by-number.ts";
import { type Problem, ProblemsError } from "../source/problem.ts";
import { statsOf } from "../source/stats.ts";

/** A file that was looked for. */
export interface FoundFile {
  readonly path: string;
  /** Whether it was named itself, and not found in a directory. */
  readonly isNamed: boolean;
}

/**
 * The case files under some files and directories, in the order given and then by name. In a directory, every YAML or
 * JSON file at any depth is taken, except under a name that starts with a dot.
 *
 * @throws ProblemsError with every path that is not there.
 */
export function findCases(paths: readonly string[]): readonly FoundFile[] {
  return findFiles(paths, /\.(ya?ml|json)$/);
}

/** The same for files of another kind: in a directory, those whose name fits. */
export function findFiles(paths: readonly string[], fits: RegExp): readonly FoundFile[] {
  const problems: Problem[] = [];
  const found = paths.flatMap((path): readonly FoundFile[] => {
    const stats = statsOf(path);
    if (stats?.isDirectory() === true)
      return filesIn(path, fits, problems).map((file) => ({ path: file, isNamed: false }));
    if (stats !== undefined) return [{ path, isNamed: true }];
    problems.push({
      code: "file-not-found",
      severity: "error",
      message: `there is no file or directory ${path}`,
      remedy: "check the name and the folder you are in",
    });
    return [];
  });
  if (problems.length > 0) throw new ProblemsError(problems);
  return found;
}

function filesIn(directory: string, fits: RegExp, problems: Problem[]): readonly string[] {
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(directory, { withFileTypes: true });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "an unknown error";
    problems.push({
      code: "file-unreadable",
      severity: "error",
      message: `${directory} can't be read: the system says ${code}`,
      remedy: "allow yourself to read the directory, or name others",
    });
    return [];
  }
  return entries
    .filter(({ name }) => !name.startsWith(".") && name !== "node_modules")
    .toSorted((a, b) => byNumber(a.name, b.name))
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) return filesIn(path, fits, problems);
      return fits.test(entry.name) ? [path] : [];
    });
}
