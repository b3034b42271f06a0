import type { Command } from "commander";
import { ProblemsError } from "../source/problem.ts";
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

/** What `test` can be told that a report on mutants has nothing to do with. */
interface OtherFlags {
  readonly format: string;
  readonly coverage?: boolean;
  readonly minCoverage?: number;
  readonly watch?: boolean;
  readonly output?: string;
}

/**
 * @throws ProblemsError where something is said of mutants and none are asked for, or something else is asked for at the
 *   same time.
 */
export function checkMutationFlags(flags: MutationFlags & OtherFlags): void {
  const { mutate: isOn, only, revision, years } = flags;
  if (isOn === true) {
    checkAlone(flags);
    return;
  }
  const given = Object.entries({ "--only": only, "--revision": revision, "--years": years });
  const [idle] = given.find(([, value]) => value !== undefined) ?? [];
  if (idle === undefined) return;
  throw new ProblemsError([
    {
      code: "usage",
      severity: "error",
      message: `\`${idle}\` says nothing without \`--mutate\``,
      remedy: `add \`--mutate\`, or take \`${idle}\` out`,
    },
  ]);
}

function checkAlone({ format, coverage, minCoverage, watch, output }: OtherFlags): void {
  const others = { "--coverage": coverage, "--min-coverage": minCoverage, "--watch": watch, "--output": output };
  const [other] = Object.entries(others).find(([, value]) => value !== undefined) ?? [];
  const isKnown = format === "text" || format === "json";
  if (other === undefined && isKnown) return;
  throw new ProblemsError([
    {
      code: "usage",
      severity: "error",
      message: `\`--mutate\` does not go together with \`${other ?? `--format ${format}`}\``,
      expected: "`--mutate` with `--format text` or `json`",
      remedy: other === undefined ? "write `--format json`" : `run \`test\` with \`${other}\` by itself`,
    },
  ]);
}
