import type { Command } from "commander";
import type { RevisionModel } from "../procedure/model.ts";
import { ProblemsError } from "../source/problem.ts";
import { findCases } from "../testing/find.ts";
import { type Fixture, readFixtures } from "../testing/fixture.ts";
import { mutationJson } from "../testing/mutation/json.ts";
import { mutate } from "../testing/mutation/mutate.ts";
import { newestRevisionOf } from "../testing/mutation/noticing.ts";
import { mutationText } from "../testing/mutation/text.ts";
import type { RulesOption } from "./options.ts";
import { paintFor } from "./paint.ts";
import { progressOn } from "./progress.ts";
import { loadRules, type Rules, revisionFor } from "./rules.ts";
import { exitCodes, type Shell } from "./shell.ts";
import { unknownName } from "./usage.ts";
import { readYears } from "./years.ts";

/** What `test` can be told about mutants. */
export interface MutationFlags {
  readonly mutate?: boolean;
  readonly only?: string;
  readonly revision?: string;
  readonly years?: ReturnType<typeof readYears>;
}

/** Adds `--mutate` and what goes with it. */
export function addMutation(command: Command): Command {
  return command
    .option("--mutate", "change the rules in small ways, one at a time, and show which changes no case notices")
    .option("--only <name>", "with --mutate: only changes in this clause, decision or rule file")
    .option(
      "--revision <number>",
      "with --mutate: the revision to change; the newest that a case is decided by, without it",
    )
    .option("--years <range>", "with --mutate: years in which the dates of a case lie, for what is proved", readYears);
}

/** @throws ProblemsError where something is said of mutants and none are asked for. */
export function checkMutationFlags({ mutate: isOn, only, revision, years }: MutationFlags): void {
  const given = Object.entries({ "--only": only, "--revision": revision, "--years": years });
  const [idle] = given.find(([, value]) => value !== undefined) ?? [];
  if (isOn === true || idle === undefined) return;
  throw new ProblemsError([
    {
      code: "usage",
      severity: "error",
      message: `\`${idle}\` says nothing without \`--mutate\``,
      remedy: `add \`--mutate\`, or take \`${idle}\` out`,
    },
  ]);
}

/**
 * Runs the mutants of a revision against cases that all pass, and reports what became of each.
 *
 * @throws ProblemsError where a name stands for nothing.
 */
export async function testMutants(
  paths: readonly string[],
  keep: (fixture: Fixture) => boolean,
  options: MutationFlags & RulesOption & { readonly format: "text" | "json" },
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
