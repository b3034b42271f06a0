import { type Problem, ProblemsError } from "../source/problem.ts";
import { checkDeclarations } from "./declarations.ts";
import { linkRevision } from "./link/revision.ts";
import { timelinesOf } from "./link/timeline.ts";
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
 * @throws ProblemsError with every problem found, each with its place. Where the revisions or the declarations are at
 *   fault, what rests on them is not looked at yet: it would only be reported for the same mistake.
 */
export function openProcedure(directory: string): OpenProcedure {
  const sources = loadSources(directory);
  const reporter = new Reporter();
  const stopIfWrong = (): void => {
    if (reporter.problems.length > 0) throw new ProblemsError(inFileOrder(reporter.problems, sources));
  };
  const revisions = readRevisions(sources.procedure, reporter);
  stopIfWrong();
  checkDeclarations(sources, revisions, reporter);
  stopIfWrong();
  const timelines = timelinesOf(sources, revisions);
  const models = revisions.map((revision) => linkRevision(sources, revision, revisions, timelines, reporter));
  stopIfWrong();
  return { sources, revisions: models };
}

/** The problems as a reader meets them: file by file, each from top to bottom. */
function inFileOrder(problems: readonly Problem[], sources: ProcedureSources): readonly Problem[] {
  const { procedure, facts, decisions, interpretations, clauses } = sources;
  const read = [procedure, ...facts, ...decisions, ...interpretations, ...clauses];
  const files = [...new Set(read.map(({ document }) => document.file))];
  const rank = ({ place }: Problem): number => (place === undefined ? -1 : files.indexOf(place.file));
  return problems.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );
}
