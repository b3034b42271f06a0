import { type Command, Option } from "commander";
import { ProblemsError } from "../source/problem.ts";
import type { Shell } from "./shell.ts";

/** The option that every command has. */
export interface RulesOption {
  /** The directory of the rules. */
  readonly rules: string;
}

/** The options of a command that decides cases. */
export interface CaseOptions extends RulesOption {
  /** The evaluation date, `YYYY-MM-DD`. */
  readonly asOf?: string;
  readonly revision?: string;
  /** The alternatives to switch on: interpretation to alternative. */
  readonly reading?: Readonly<Record<string, string>>;
}

/** Adds `--rules`. */
export function addRules(command: Command, shell: Shell): Command {
  const option = new Option("--rules <dir>", "directory of the rules");
  return command.addOption(option.default(shell.package.rules, "the built-in procedure"));
}

/** Adds `--format` with its choices, the first being the default. */
export function addFormat(command: Command, formats: readonly [string, ...string[]]): Command {
  const option = new Option("--format <format>", "form of the output").choices(formats).default(formats[0]);
  return command.addOption(option);
}

/** Adds `--as-of`, `--revision` and `--reading`. */
export function addCaseOptions(command: Command): Command {
  return command
    .option("--as-of <date>", "evaluation date, YYYY-MM-DD; beats the one in the case; today, without either")
    .option("--revision <number>", "decide by this revision, whichever governs")
    .option("--reading <id=alternative>", "switch on an alternative reading (repeatable)", collectReading);
}

function collectReading(
  text: string,
  readings: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const { name, value } = splitAssignment(text, "--reading", "an interpretation and its alternative");
  return { ...readings, [name]: value };
}

/** A name and a value, written `name=value`. @throws ProblemsError where it is not written so. */
export function splitAssignment(
  text: string,
  option: string,
  what: string,
): { readonly name: string; readonly value: string } {
  const at = text.indexOf("=");
  if (at > 0) return { name: text.slice(0, at).trim(), value: text.slice(at + 1).trim() };
  throw new ProblemsError([
    {
      code: "usage",
      severity: "error",
      message: `\`${option} ${text}\` has no \`=\` between a name and a value`,
      expected: `${what}, joined by \`=\``,
      remedy: `write \`${option} name=value\``,
    },
  ]);
}
