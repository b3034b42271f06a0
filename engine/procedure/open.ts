import { ProblemsError } from "../source/problem.ts";
import { checkDeclarations } from "./declarations.ts";
import { linkRevision } from "./link/revision.ts";
import { timelinesOf } from "./link/timeline.ts";
import { loadSources, type RuleFiles } from "./load.ts";
import type { RevisionModel } from "./model.ts";
import { Origins } from "./origins.ts";
import { Reporter } from "./reporter.ts";
import type { ProcedureSources } from "./sources.ts";
import { readRevisions } from "./versions.ts";

/** A procedure as its rule files state it: the files, and every revision resolved. */
export interface OpenProcedure {
  readonly sources: ProcedureSources;
  /** Oldest first. */
  readonly revisions: readonly RevisionModel[];
  /** Where the parts of the revisions stand. */
  readonly origins: Origins;
}

/**
 * Reads and resolves the rules in a directory, all revisions.
 *
 * @param files what stands in for the disk, where the files are not read from there
 * @throws ProblemsError with every problem found, each with its place. Where the revisions or the declarations are at
 *   fault, what rests on them is not looked at yet: it would only be reported for the same mistake.
 */
export function openProcedure(directory: string, files?: Partial<RuleFiles>): OpenProcedure {
  const sources = loadSources(directory, files);
  const reporter = new Reporter(filesOf(sources));
  const stopIfWrong = (): void => {
    const { problems } = reporter;
    if (problems.length > 0) throw new ProblemsError(problems);
  };
  const revisions = readRevisions(sources.procedure, reporter);
  stopIfWrong();
  checkDeclarations(sources, revisions, reporter);
  stopIfWrong();
  const timelines = timelinesOf(sources, revisions);
  const origins = new Origins();
  const models = revisions.map((revision) => linkRevision(sources, revision, revisions, timelines, reporter, origins));
  stopIfWrong();
  return { sources, revisions: models, origins };
}

/** The rule files, in the order in which a reader goes through them. */
export function filesOf({
  procedure,
  facts,
  decisions,
  interpretations,
  clauses,
}: ProcedureSources): readonly string[] {
  const read = [procedure, ...facts, ...decisions, ...interpretations, ...clauses];
  return [...new Set(read.map(({ document }) => document.file))];
}
