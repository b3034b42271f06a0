import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { nearest } from "../../source/nearest.ts";
import { type Problem, ProblemsError } from "../../source/problem.ts";
import { statsOf } from "../../source/stats.ts";
import type { GitName } from "./git-tree.ts";

/** What a person names as one side of a comparison. */
export type SideName =
  /** A revision of the procedure at hand. */
  | { readonly kind: "revision"; readonly revision: string }
  /** A directory of rules; its newest revision, where none is named. */
  | { readonly kind: "directory"; readonly directory: string; readonly revision?: string }
  /**
   * A directory at a commit. What follows the last `@` is the revision, unless the commit has a directory of that whole
   * name.
   */
  | ({ readonly kind: "git" } & GitName);

/**
 * What a person means by `1.0`, `rules/some`, `rules/some@1.0`, `main:rules/some` or `main:rules/some@1.0`. A directory
 * that there is wins over everything else that the text could mean.
 *
 * @throws ProblemsError where it can mean nothing
 */
export function readSideName(given: string): SideName {
  if (isDirectory(given)) return { kind: "directory", directory: given };
  const [path, revision] = splitRevision(given);
  if (revision !== undefined && isDirectory(path)) return { kind: "directory", directory: path, revision };
  const isDrive = /^[A-Za-z]:[\\/]/.test(given);
  // A ref may have colons in braces: `main@{2020-01-01 12:00}`. A brace that is never closed is a character like others.
  const [ref, inside] = isDrive ? [] : (/^((?:[^:{]|\{[^}]*\}|\{(?![^}]*\}))+):(.*)$/s.exec(given)?.slice(1) ?? []);
  if (ref !== undefined && inside !== undefined) return { kind: "git", ref, path: inside };
  if (/^\d+(?:\.\d+)*$/.test(given)) return { kind: "revision", revision: given };
  throw new ProblemsError([nothingMeant(given, path)]);
}

/** A name without the revision after its last `@`, and the revision. */
export function splitRevision(name: string): readonly [string, string | undefined] {
  const [path, revision] = /^(.+)@([^/\\@]+)$/s.exec(name)?.slice(1) ?? [];
  return path === undefined ? [name, undefined] : [path, revision];
}

function nothingMeant(given: string, path: string): Problem {
  const shared = {
    severity: "error",
    expected: "a revision number (1.0), a directory of rules (DIR or DIR@1.0), or one at a commit (GIT-REF:path)",
  } as const;
  if (statsOf(path) !== undefined) {
    return {
      code: "not-a-directory",
      ...shared,
      message: `${path} is a file, not a directory of rules`,
      ...(basename(path) === "procedure.yaml" ? { nearest: dirname(path) } : {}),
      remedy: "name the directory that it lies in",
    };
  }
  const near = nearestDirectory(path);
  const isPath = /[\\/]/.test(path);
  return {
    code: isPath ? "directory-not-found" : "unknown-side",
    ...shared,
    message: isPath
      ? `there is no directory ${path}`
      : `\`${given}\` is neither a revision number, nor a directory, nor a directory at a commit`,
    ...(near === undefined ? {} : { nearest: near }),
    remedy: near === undefined ? "check the name and the folder you are in" : `write \`${near}\``,
  };
}

function nearestDirectory(path: string): string | undefined {
  const parent = dirname(path);
  try {
    const entries = readdirSync(parent, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const near = nearest(basename(path), names.sort());
    return near === undefined ? undefined : join(parent, near);
  } catch {
    return undefined;
  }
}

function isDirectory(path: string): boolean {
  return statsOf(path)?.isDirectory() ?? false;
}
