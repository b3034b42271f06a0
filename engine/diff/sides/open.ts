import { type OpenProcedure, openProcedure } from "../../procedure/open.ts";
import { nearest } from "../../source/nearest.ts";
import { type Problem, ProblemsError } from "../../source/problem.ts";
import type { DiffSide } from "../side.ts";
import { Git, type GitPlace } from "./git.ts";
import { filesInTree } from "./git-files.ts";
import { commitOf, type GitName, noSuchTree, treeOf } from "./git-tree.ts";
import { readSideName, splitRevision } from "./side-name.ts";

/** What the names of sides are looked up in. */
export interface SidesOptions extends GitPlace {
  /** The directory of the procedure whose revisions are named by their number alone. */
  readonly rules: string;
}

/** A side, and where its rules come from: a directory, or `git-ref:path`. */
export interface OpenedSide extends DiffSide {
  readonly from: string;
}

/** Where a side's rules are, not read yet. */
interface Located {
  readonly given: string;
  readonly from: string;
  readonly revision: string | undefined;
  readonly open: () => OpenProcedure;
}

/**
 * Opens both sides of a comparison, each named as a revision number of the procedure in `rules`, as a directory of rules
 * (`DIR`, `DIR@1.0`), or as one at a commit of the git repository of the current directory (`main:rules/some@1.0`).
 * Without a revision number, the newest revision is meant: the last in its `procedure.yaml`.
 *
 * @throws ProblemsError with everything that is wrong with either side: names that mean nothing, rules with mistakes, and
 *   sides of different procedures, which can't be compared
 */
export function openSides(
  base: string,
  head: string,
  options: SidesOptions,
): { readonly base: OpenedSide; readonly head: OpenedSide } {
  const located = both(
    () => locate(base, options),
    () => locate(head, options),
  );
  const opened =
    located.base.from === located.head.from
      ? alike(openNamed(located.base, "both sides are"))
      : both(
          () => openNamed(located.base, `the base side, ${base}, is`),
          () => openNamed(located.head, `the head side, ${head}, is`),
        );
  const sides = both(
    () => sideIn(located.base, opened.base, "base"),
    () => sideIn(located.head, opened.head, "head"),
  );
  requireSameProcedure(sides.base, sides.head);
  return sides;
}

/** What both give; the errors of both together where either fails, each once. */
function both<Value>(base: () => Value, head: () => Value): { readonly base: Value; readonly head: Value } {
  const problems = new Map<string, Problem>();
  const [first, second] = [base, head].map((make) => {
    try {
      return [make()] as const;
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error;
      for (const problem of error.problems) problems.set(JSON.stringify(problem), problem);
      return undefined;
    }
  });
  if (first === undefined || second === undefined) throw new ProblemsError([...problems.values()]);
  return { base: first[0], head: second[0] };
}

function alike<Value>(value: Value): { readonly base: Value; readonly head: Value } {
  return { base: value, head: value };
}

function locate(given: string, options: SidesOptions): Located {
  const name = readSideName(given);
  switch (name.kind) {
    case "revision":
      return { given, ...inDirectory(options.rules, name.revision) };
    case "directory":
      return { given, ...inDirectory(name.directory, name.revision) };
    case "git":
      return { given, ...inCommit(name, new Git(options)) };
    default:
      return name satisfies never;
  }
}

function inDirectory(directory: string, revision: string | undefined): Omit<Located, "given"> {
  return { from: directory, revision, open: () => openProcedure(directory) };
}

function inCommit({ ref, path }: GitName, git: Git): Omit<Located, "given"> {
  const commit = commitOf(ref, git);
  const [shorter, number] = splitRevision(path);
  const whole = treeOf(commit, path, git);
  const name = { ref, path: whole === undefined ? shorter : path };
  const tree = whole ?? (number === undefined ? undefined : treeOf(commit, shorter, git));
  if (tree === undefined) throw noSuchTree(name, commit, git);
  const from = `${ref}:${name.path.replace(/\/+$/, "")}`;
  return {
    from,
    revision: whole === undefined ? number : undefined,
    open: () => openProcedure(from, filesInTree(tree, from, git)),
  };
}

/** Opens a side; what is wrong with its rules comes after a line that says whose they are. */
function openNamed({ open }: Located, whose: string): OpenProcedure {
  try {
    return open();
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    const heading: Problem = {
      code: "broken-side",
      severity: "error",
      message: `${whose} not fit to be compared: the rules there have mistakes`,
      remedy: "mend what follows, or name another side",
    };
    throw new ProblemsError([heading, ...error.problems]);
  }
}

function sideIn({ given, from, revision }: Located, opened: OpenProcedure, side: "base" | "head"): OpenedSide {
  const { revisions } = opened;
  const model = revision === undefined ? revisions.at(-1) : revisions.find(({ entry }) => entry.revision === revision);
  if (model !== undefined) return { given, from, opened, model };
  const numbers = revisions.map(({ entry }) => entry.revision);
  const near = numbers.find((number) => number.startsWith(`${revision}.`)) ?? nearest(revision ?? "", numbers);
  throw new ProblemsError([
    {
      code: "unknown-revision",
      severity: "error",
      message: `the ${side} side, ${given}, does not exist: there is no revision \`${revision}\` in ${from}`,
      expected: `one of ${numbers.map((number) => `\`${number}\``).join(", ")}`,
      ...(near === undefined ? {} : { nearest: near }),
      remedy: near === undefined ? "name a revision that there is" : `write \`${near}\``,
    },
  ]);
}

function requireSameProcedure(base: OpenedSide, head: OpenedSide): void {
  if (base.model.procedure === head.model.procedure) return;
  const says = (side: OpenedSide): string => `\`${side.model.procedure}\` (${side.given})`;
  throw new ProblemsError([
    {
      code: "different-procedures",
      severity: "error",
      message: `${says(base)} and ${says(head)} are different procedures, so there is nothing to compare`,
      expected: "two revisions of one procedure, with the same `procedure:` in their procedure.yaml",
      remedy: "name two sides of the same procedure",
    },
  ]);
}
