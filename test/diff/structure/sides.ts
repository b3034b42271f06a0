import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StructureChange } from "../../../engine/diff/report.ts";
import type { DiffSide } from "../../../engine/diff/side.ts";
import { structureOf } from "../../../engine/diff/structure/structure.ts";
import { loadSources } from "../../../engine/procedure/load.ts";
import { type OpenProcedure, openProcedure } from "../../../engine/procedure/open.ts";
import type { Place } from "../../../engine/source/place.ts";
import { type Change, withCopy } from "../../procedure/malformed.ts";

export const library = "fixtures/procedures/library";
export const shipped = "rules/secor";

/** A revision as a side of a comparison; the newest, where none is named. */
export function sideOf(opened: OpenProcedure, revision?: string): DiffSide {
  const model = opened.revisions.findLast(({ entry }) => revision === undefined || entry.revision === revision);
  if (model === undefined) throw new Error(`there is no revision ${revision}`);
  return { given: model.entry.revision, opened, model };
}

/** What is written differently after some changes to a copy of the library, in the same revision. */
export function changesAfter(changes: readonly Change[], revision = "1.0"): readonly StructureChange[] {
  return structureOf(
    sideOf(openProcedure(library), revision),
    withCopy(changes, (directory) => sideOf(openProcedure(directory), revision)),
  );
}

/** The changes without their places. */
export function plain(changes: readonly StructureChange[]): readonly unknown[] {
  return changes.map(({ basePlace: _base, headPlace: _head, title: _title, values, ...change }) => ({
    ...change,
    values: values.map(({ basePlace: _before, headPlace: _after, ...value }) => value),
  }));
}

/** The values that are written differently after a change to a file of the library. */
export function valuesAfter(file: string, find: string, replace: string, revision?: string) {
  return plain(changesAfter([{ file, find, replace }], revision)).flatMap(
    (change) => (change as { readonly values: readonly unknown[] }).values,
  );
}

/** The text that a place underlines. */
export function underlined(place: Place | undefined): string | undefined {
  return place?.text.slice(place.column - 1, place.column - 1 + place.length);
}

/** The texts of the rule files in a directory, by name. */
export function textsOf(directory: string): ReadonlyMap<string, string> {
  const names = readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
  return new Map(names.sort().map((name) => [name, readFileSync(join(directory, name), "utf8")]));
}

/**
 * A side whose files are those of a directory with other texts. Only the shape of the files is checked, so that a name
 * in them can be any other.
 *
 * @throws ProblemsError where a file has not the shape that it must have
 */
export function rewritten(directory: string, like: DiffSide, texts: ReadonlyMap<string, string>): DiffSide {
  const folder = mkdtempSync(join(tmpdir(), "rules-"));
  try {
    cpSync(directory, folder, { recursive: true });
    for (const [name, text] of texts) writeFileSync(join(folder, name), text);
    return { ...like, opened: { ...like.opened, sources: loadSources(folder) } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
