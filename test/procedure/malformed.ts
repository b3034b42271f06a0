import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { openProcedure } from "../../engine/procedure/open.ts";
import { type Problem, ProblemsError } from "../../engine/source/problem.ts";

/** The rules that every malformed set of rules is made from by a change or two. */
export const base = "fixtures/procedures/library";

/** The corpus: see `fixtures/malformed/README.md`. */
export const corpus = "fixtures/malformed";

/** One change to a copy of the rules. */
export type Change =
  | { readonly file: string; readonly find: string; readonly replace: string }
  | { readonly file: string; readonly content: string }
  | { readonly file: string; readonly remove: true };

/** One wrong set of rules, and what is to be said about it. */
export interface Malformed {
  readonly name: string;
  readonly mistake: string;
  readonly changes: readonly Change[];
  /** The changes that do what the remedies say, where they say more than a word to write. */
  readonly followed?: readonly Change[];
  readonly expect: string;
}

/** Every case of the corpus. */
export function malformed(): readonly Malformed[] {
  return readdirSync(corpus)
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .map((file) => ({
      name: file.replace(".yaml", ""),
      ...(parse(readFileSync(join(corpus, file), "utf8")) as Omit<Malformed, "name">),
    }));
}

/** Runs something on a copy of the rules in a folder that is gone afterwards. */
export function withCopy<Result>(changes: readonly Change[], run: (directory: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), "rules-"));
  const directory = join(folder, "library");
  try {
    cpSync(base, directory, { recursive: true });
    for (const change of changes) apply(change, directory);
    return run(directory);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function apply(change: Change, directory: string): void {
  const path = join(directory, change.file);
  if ("remove" in change) {
    rmSync(path, { recursive: true });
  } else if ("content" in change) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, change.content);
  } else {
    const parts = readFileSync(path, "utf8").split(change.find);
    if (parts.length !== 2) throw new Error(`${change.file} has ${parts.length - 1} of: ${change.find}`);
    writeFileSync(path, parts.join(change.replace));
  }
}

/** The problems with which the rules in a directory are refused, their files named from that directory on. */
export function problemsIn(directory: string): readonly Problem[] {
  try {
    openProcedure(directory);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return JSON.parse(
      JSON.stringify(error.problems).replaceAll(`${directory}/`, "").replaceAll(directory, "the rules"),
    );
  }
}

/** The problems of the rules with some changes made to them. */
export function problemsAfter(changes: readonly Change[]): readonly Problem[] {
  return withCopy(changes, problemsIn);
}
