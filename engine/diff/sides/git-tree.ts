import { nearest } from "../../source/nearest.ts";
import { ProblemsError } from "../../source/problem.ts";
import type { Git } from "./git.ts";

/** A directory at a commit, as a person names it: `main:rules/some`. */
export interface GitName {
  readonly ref: string;
  /** From the top of the repository, or from the current directory where it starts with `./` or `../`. */
  readonly path: string;
}

/**
 * The name of the commit that a ref stands for.
 *
 * @throws ProblemsError where there is none, with the nearest ref that there is
 */
export function commitOf(ref: string, git: Git): string {
  if (ref.startsWith("-")) {
    throw refusal("unknown-ref", `\`${ref}\` can't be the name of a commit: it starts with \`-\``, {
      expected: "a branch, a tag or the name of a commit",
      remedy: "name the commit that it stands for",
    });
  }
  git.requireRepository();
  const commit = git.askText(["rev-parse", "--verify", "--quiet", `${ref}^{commit}`]);
  if (commit !== undefined && isObjectName(commit)) return commit;
  const near = nearestRef(ref, git);
  const isShallow = git.askText(["rev-parse", "--is-shallow-repository"]) === "true";
  throw refusal("unknown-ref", `there is no commit \`${ref}\` in this repository`, {
    expected: "a branch, a tag or the name of a commit",
    ...(near === undefined ? {} : { nearest: near }),
    remedy:
      near !== undefined
        ? `write \`${near}\``
        : isShallow
          ? "this clone has a part of the history alone: `git fetch --unshallow` gets the rest"
          : "name one that there is, or fetch it first",
  });
}

/**
 * The name of the tree that a directory has at a commit; nothing where the commit has no such directory.
 */
export function treeOf(commit: string, path: string, git: Git): string | undefined {
  const object = git.askText(["rev-parse", "--verify", "--quiet", `${commit}:${path.replace(/\/+$/, "")}`]);
  if (object === undefined || !isObjectName(object)) return undefined;
  return git.askText(["cat-file", "-t", object]) === "tree" ? object : undefined;
}

/** The error for a directory that a commit doesn't have, with the nearest directory of rules that it has. */
export function noSuchTree({ ref, path }: GitName, commit: string, git: Git): ProblemsError {
  const directories = directoriesOfRules(commit, git);
  const file = /^(.*)\/[^/]*$/.exec(path)?.[1] ?? "";
  const near = directories.includes(file) ? file : nearest(path.replace(/^(?:\.\/)+|\/+$/g, ""), directories);
  return refusal("path-not-in-commit", `there is no directory \`${path}\` in the commit \`${ref}\``, {
    expected:
      directories.length > 0 && directories.length <= mostListed
        ? `one of ${directories.map((each) => `\`${each}\``).join(", ")}`
        : "a directory of rules, from the top of the repository",
    ...(near === undefined ? {} : { nearest: `${ref}:${near}` }),
    remedy: near === undefined ? "name a directory that the commit has" : `write \`${ref}:${near}\``,
  });
}

/** More directories than these say little in a message. */
const mostListed = 8;

/** The directories with a `procedure.yaml` at a commit. */
function directoriesOfRules(commit: string, git: Git): readonly string[] {
  const listing = git.ask(["ls-tree", "-r", "-z", "--name-only", "--full-tree", commit])?.toString("utf8") ?? "";
  return listing.split("\0").flatMap((name) => /^(.+)\/procedure\.yaml$/.exec(name)?.[1] ?? []);
}

function nearestRef(ref: string, git: Git): string | undefined {
  const [name = "", steps = ""] = /^(.+?)([~^@].*)?$/.exec(ref)?.slice(1) ?? [];
  const refs = git.askText(["for-each-ref", "--format=%(refname:short)"])?.split("\n") ?? [];
  const near = nearest(name, ["HEAD", ...refs.filter(Boolean)]);
  // What is there itself has too few ancestors.
  return near === undefined || near === name ? undefined : near + steps;
}

function isObjectName(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

function refusal(
  code: string,
  message: string,
  details: { readonly expected: string; readonly nearest?: string; readonly remedy: string },
): ProblemsError {
  return new ProblemsError([{ code, severity: "error", message, ...details }]);
}
