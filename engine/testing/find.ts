import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../source/problem.ts";

/** A case file to run. */
export interface FoundCase {
  readonly path: string;
  /** Whether it was named itself, and not found in a directory. */
  readonly isNamed: boolean;
}

const byNumber = new Intl.Collator("en", { numeric: true });

/**
 * The case files under some files and directories, in the order given and then by name; or the problem of a path that is
 * not there. In a directory, every YAML or JSON file at any depth is taken, except under a name that starts with a dot.
 */
export function findCases(paths: readonly string[]): readonly (FoundCase | Problem)[] {
  return paths.flatMap((path): readonly (FoundCase | Problem)[] => {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats?.isDirectory() === true) return casesIn(path).map((found) => ({ path: found, isNamed: false }));
    if (stats !== undefined) return [{ path, isNamed: true }];
    return [
      {
        code: "file-not-found",
        severity: "error",
        message: `there is no file or directory ${path}`,
        remedy: "check the name and the folder you are in",
      },
    ];
  });
}

function casesIn(directory: string): readonly string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith(".") && name !== "node_modules")
    .sort((a, b) => byNumber.compare(a.name, b.name))
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) return casesIn(path);
      return /\.(ya?ml|json)$/.test(entry.name) ? [path] : [];
    });
}
