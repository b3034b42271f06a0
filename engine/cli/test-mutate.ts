import type { RevisionModel } from "../procedure/model.ts";
import { findCases } from "../testing/find.ts";
import { type Fixture, readFixtures } from "../testing/fixture.ts";
import { mutationJson } from "../testing/mutation/json.ts";
import { mutate } from "../testing/mutation/mutate.ts";
import { newestRevisionOf } from "../testing/mutation/noticing.ts";
import { mutationText } from "../testing/mutation/text.ts";
import type { MutationFlags } from "./mutation-flags.ts";
import type { RulesOption } from "./options.ts";
import { paintFor } from "./paint.ts";
import { progressOn } from "./progress.ts";
import { loadRules, type Rules, revisionFor } from "./rules.ts";
import { exitCodes, type Shell } from "./shell.ts";
import { unknownName } from "./usage.ts";

/**
 * Runs the mutants of a revision against cases that all pass, and reports what became of each.
 *
 * @throws ProblemsError where a name stands for nothing.
 */
export async function testMutants(
  paths: readonly string[],
  keep: (fixture: Fixture) => boolean,
  options: MutationFlags & RulesOption & { readonly format: string },
  shell: Shell,
): Promise<void> {
  const rules = loadRules(options.rules);
  const fixtures = readFixtures(findCases(paths)).filter(keep);
  const found = options.revision === undefined ? newestRevisionOf(rules.revisions, fixtures) : undefined;
  const model = found ?? revisionFor(rules, options.revision);
  const isWanted = wantedBy(options.only, model, rules);
  const progress = progressOn(shell);
  try {
    const report = await mutate(rules, model, fixtures, {
      progress: progress.show,
      keep: ({ thing, clause }, place) =>
        isWanted(clause) || (thing.kind === "decision" && isWanted(thing.id)) || isWanted(place?.file),
      ...(options.years === undefined ? {} : { years: options.years }),
    });
    progress.end();
    const { io } = shell;
    const isText = options.format === "text";
    await shell.print(isText ? mutationText(report, paintFor(io.stdout, io.env)) : mutationJson(report));
    const isClean = report.mutants.every(({ verdict }) => verdict === "killed" || verdict === "equivalent");
    shell.exitCode = isClean ? exitCodes.done : exitCodes.findings;
  } finally {
    progress.end();
  }
}

/** Whether something is what `--only` names: the id of a clause or a decision, or the end of a file's path. */
function wantedBy(
  name: string | undefined,
  model: RevisionModel,
  { sources }: Rules,
): (one: string | undefined) => boolean {
  if (name === undefined) return () => true;
  const { facts, decisions, clauses } = sources;
  const files = [...facts, ...decisions, ...clauses].map(({ document }) => document.file);
  const known = [...model.clauses.keys(), ...model.decisions.keys()];
  if (known.includes(name)) return (one) => one === name;
  const meant = new Set(files.filter((file) => file === name || file.endsWith(`/${name}`)));
  if (meant.size === 0) throw unknownName("clause", name, known, " or decision or rule file in what --only names");
  return (one) => one !== undefined && meant.has(one);
}
