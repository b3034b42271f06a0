import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { replaceFiles } from "../../engine/cli/replace-files.ts";
import { openProcedure } from "../../engine/procedure/open.ts";
import { planSeal } from "../../engine/procedure/seal.ts";

/** A directory for copies of rules that is gone after the tests of a file. */
export class Copies {
  readonly #root = mkdtempSync(join(tmpdir(), "rules-"));
  #count = 0;

  constructor() {
    afterAll(() => rmSync(this.#root, { recursive: true, force: true }));
  }

  /** A copy of some rules. */
  of(rules: string): string {
    const copy = join(this.#root, String(this.#count++));
    cpSync(rules, copy, { recursive: true });
    return copy;
  }

  /** A copy of the library's rules with both approved revisions sealed. */
  sealedLibrary(): string {
    const copy = this.of("fixtures/procedures/library");
    seal(copy, "1.0");
    seal(copy, "2.0");
    return copy;
  }
}

/** Seals a revision; one that is approved already with the approval that it has. */
export function seal(directory: string, revision: string): void {
  const opened = openProcedure(directory);
  const entry = opened.sources.procedure.entry.revisions.find((other) => other.revision === revision);
  const approval = entry?.approval ?? { by: "The board", on: entry?.effective ?? "" };
  replaceFiles(planSeal(opened, revision, approval).files);
}

/** Replaces a text that a file has once. */
export function change(directory: string, file: string, from: string, to: string): void {
  const path = join(directory, file);
  const parts = readFileSync(path, "utf8").split(from);
  if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} of: ${from}`);
  writeFileSync(path, parts.join(to));
}

/** Writes a file, whatever was there. */
export function put(directory: string, file: string, text: string): void {
  const path = join(directory, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
