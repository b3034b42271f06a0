import { type FSWatcher, readdirSync, type Stats, statSync, watch } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { ProblemsError } from "../source/problem.ts";

/**
 * Watches files and everything in directories that rules and cases are read from. Directories are watched and not single
 * files: many editors save by putting a new file in the place of the old one, which a watch on the old one would miss.
 */
export class FileWatch {
  readonly #roots: readonly string[];
  readonly #notice: (path: string) => void;
  readonly #watchers = new Map<string, FSWatcher>();
  /** The names that are asked for in a directory of which not everything is. */
  #names = new Map<string, Set<string>>();
  /** The directories that are watched because what is asked for is not there yet. */
  #above = new Set<string>();

  /**
   * @param roots files and directories, which need not be there yet
   * @param notice called with the path of what was written, made, moved or deleted
   */
  constructor(roots: readonly string[], notice: (path: string) => void) {
    this.#roots = roots.map((root) => resolve(root));
    this.#notice = notice;
    this.refresh();
  }

  /** How many directories are watched. */
  get size(): number {
    return this.#watchers.size;
  }

  /** Watches the directories that are there now. @throws ProblemsError where the system watches no more. */
  refresh(): void {
    const wanted = new Set<string>();
    this.#names = new Map();
    this.#above = new Set();
    for (const root of this.#roots) this.#gather(root, wanted);
    for (const [directory, watcher] of this.#watchers) {
      if (wanted.has(directory)) continue;
      watcher.close();
      this.#watchers.delete(directory);
    }
    for (const directory of wanted) if (!this.#watchers.has(directory)) this.#watch(directory);
  }

  /** Ends watching. */
  close(): void {
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  #gather(root: string, wanted: Set<string>): void {
    const stats = statsOf(root);
    if (stats?.isDirectory() === true) {
      for (const directory of directoriesIn(root)) wanted.add(directory);
      return;
    }
    let directory = dirname(root);
    if (stats === undefined) {
      while (statsOf(directory) === undefined && directory !== dirname(directory)) directory = dirname(directory);
      this.#above.add(directory);
    } else {
      this.#names.set(directory, (this.#names.get(directory) ?? new Set()).add(basename(root)));
    }
    wanted.add(directory);
  }

  #watch(directory: string): void {
    try {
      const watcher = watch(directory, (event, name) => {
        // Its own name: it was moved or deleted, and this watch would say nothing of another in its place.
        if (event === "rename" && name === basename(directory)) gone();
        else if (this.#matters(directory, name)) this.#notice(name === null ? directory : join(directory, name));
      });
      const gone = (): void => {
        watcher.close();
        if (this.#watchers.get(directory) === watcher) this.#watchers.delete(directory);
        this.#notice(directory);
      };
      watcher.on("error", gone);
      this.#watchers.set(directory, watcher);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "an unknown error";
      // Gone since it was listed: what made it go is noticed in the directory above.
      if (code === "ENOENT") return;
      throw new ProblemsError([
        {
          code: "not-watched",
          severity: "error",
          message: `${directory} can't be watched: the system says ${code}`,
          remedy: "watch fewer directories, or run without --watch",
        },
      ]);
    }
  }

  #matters(directory: string, name: string | null): boolean {
    if (name === null || this.#above.has(directory)) return true;
    const names = this.#names.get(directory);
    if (names?.has(name) === true) return true;
    if (!this.#roots.some((root) => directory === root || directory.startsWith(join(root, "/")))) return false;
    if (name.startsWith(".")) return false;
    const path = join(directory, name);
    return /\.(ya?ml|json)$/.test(name) || this.#watchers.has(path) || statsOf(path)?.isDirectory() === true;
  }
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // What can't be looked at is as good as not there; whoever reads it says why.
    return undefined;
  }
}

/** A directory and those inside it in which rules and cases are looked for. */
function directoriesIn(directory: string): readonly string[] {
  try {
    const inside = readdirSync(directory, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules")
      .flatMap(({ name }) => directoriesIn(join(directory, name)));
    return [directory, ...inside];
  } catch {
    return [directory];
  }
}
