import type { RuleFiles } from "../../procedure/load.ts";
import { DEFAULT_LIMITS } from "../../source/limits.ts";
import { nearest } from "../../source/nearest.ts";
import { type Problem, ProblemsError } from "../../source/problem.ts";
import { decodeText, tooLarge } from "../../source/read.ts";
import type { Git } from "./git.ts";

/** What a tree holds under a name. */
interface Entry {
  readonly mode: string;
  readonly object: string;
  /** In bytes; nothing for a directory. */
  readonly size: number | undefined;
}

/**
 * The rule files in a tree of a git repository, held in memory: nothing is checked out.
 *
 * @param tree the name of the tree
 * @param shownAs what the directory is called in messages: `main:rules/some`
 */
export function filesInTree(tree: string, shownAs: string, git: Git): RuleFiles {
  const pathOf = (directory: string, name: string): string =>
    /[:/]$/.test(directory) ? directory + name : `${directory}/${name}`;
  const entries = new Map([...list(tree, git)].map(([name, entry]) => [pathOf(shownAs, name), entry]));
  const contents = readAll([...entries.values()], git);
  const folders = new Map<string, readonly string[]>();
  for (const directory of [shownAs, pathOf(shownAs, "clauses")]) {
    const prefix = pathOf(directory, "");
    const inside = [...entries.keys()].filter((path) => path.startsWith(prefix));
    const names = new Set(inside.map((path) => path.slice(prefix.length).split("/")[0] ?? ""));
    if (directory === shownAs || names.size > 0) folders.set(directory, [...names]);
  }
  return {
    pathOf,
    namesIn: (directory) => folders.get(directory),
    readText: (path) => {
      const entry = entries.get(path);
      if (entry === undefined) return notFound(path, entries.keys());
      if (entry.mode === symbolicLink) return linked(path);
      return contents.get(entry.object)?.(path) ?? notAFile(path);
    },
  };
}

const symbolicLink = "120000";

/** The rule files of a tree by their names in it. Nothing else in it is looked at, however much there is. */
function* list(tree: string, git: Git): Generator<readonly [string, Entry]> {
  const wanted = ["procedure.yaml", "facts.yaml", "decisions.yaml", "interpretations.yaml", "clauses/"];
  const listing = git.ask(["ls-tree", "-l", "-z", "--full-tree", tree, "--", ...wanted]);
  for (const line of listing?.toString("utf8").split("\0") ?? []) {
    const [, mode = "", object = "", size = "", name = ""] = /^(\d+) \w+ (\w+) +(\d+|-)\t(.*)$/s.exec(line) ?? [];
    if (name !== "") yield [name, { mode, object, size: size === "-" ? undefined : Number(size) }];
  }
}

/** The text of an object under a path that is shown in messages. */
type Content = (path: string) => string | Problem;

/** The contents of all objects, asked for together. */
function readAll(entries: readonly Entry[], git: Git): ReadonlyMap<string, Content> {
  const { maxBytes } = DEFAULT_LIMITS;
  const contents = new Map<string, Content>();
  const wanted = new Map<string, number>();
  for (const { object, size, mode } of entries) {
    if (size === undefined || mode === symbolicLink) continue;
    if (size > maxBytes) contents.set(object, (path) => tooLarge(path, maxBytes));
    else wanted.set(object, size);
  }
  if (wanted.size === 0) return contents;
  const answer = git.ask(["cat-file", "--batch"], `${[...wanted.keys()].join("\n")}\n`) ?? Buffer.alloc(0);
  let at = 0;
  for (const [object, size] of wanted) {
    // A line `<name> blob <size>`, the content, and a line break.
    const start = answer.indexOf("\n", at) + 1;
    if (answer.toString("latin1", at, start) !== `${object} blob ${size}\n`) throw unreadable(object);
    const bytes = answer.subarray(start, start + size);
    contents.set(object, (path) => decodeText(bytes, path));
    at = start + size + 1;
  }
  return contents;
}

function notFound(path: string, paths: Iterable<string>): Problem {
  const near = nearest(path, paths);
  return {
    code: "file-not-found",
    severity: "error",
    message: `there is no file ${path}`,
    ...(near === undefined ? {} : { nearest: near }),
    remedy: "name a commit that has it, or its directory",
  };
}

function linked(path: string): Problem {
  return {
    code: "not-a-file",
    severity: "error",
    message: `${path} is a symbolic link in that commit, not a file`,
    remedy: "check the commit out and name its directory of rules instead",
  };
}

function notAFile(path: string): Problem {
  return {
    code: "not-a-file",
    severity: "error",
    message: `${path} is a folder, not a file`,
    remedy: "give the folder another name, or name another commit",
  };
}

function unreadable(object: string): ProblemsError {
  return new ProblemsError([
    {
      code: "git-failed",
      severity: "error",
      message: `git does not give the content of the object ${object}`,
      remedy: "try `git fsck`, or fetch what is missing, then try again",
    },
  ]);
}
