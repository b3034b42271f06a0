import { ProblemsError } from "../source/problem.ts";
import { linkRevision } from "./link/revision.ts";
import { loadSources } from "./load.ts";
import type { RevisionModel } from "./model.ts";
import { Reporter } from "./reporter.ts";
import type { ProcedureSources } from "./sources.ts";
import { readRevisions } from "./versions.ts";

/** A procedure as its rule files state it: the files, and every revision resolved. */
export interface OpenProcedure {
  readonly sources: ProcedureSources;
  /** Oldest first. */
  readonly revisions: readonly RevisionModel[];
}

/**
 * Reads and resolves the rules in a directory, all revisions.
 *
 * @throws ProblemsError with every problem found, each with its place.
 */
export function openProcedure(directory: string): OpenProcedure {
  const sources = loadSources(directory);
  const reporter = new Reporter();
  const revisions = readRevisions(sources.procedure, reporter);
  const models = revisions.map((revision) => linkRevision(sources, revision, revisions, reporter));
  if (reporter.problems.length > 0) throw new ProblemsError(reporter.problems);
  return { sources, revisions: models };
}
