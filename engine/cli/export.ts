import type { Command } from "commander";
import { ProblemsError } from "../source/problem.ts";
import { formats } from "./export/formats.ts";
import type { Shell } from "./shell.ts";
import { unknownName, usageProblem } from "./usage.ts";

/** Declares `export`, with a command of its own for each format. */
export function declare(command: Command, shell: Shell): void {
  const { name } = shell.package;
  command
    .description("Gives the procedure to other programs, in a format that they read.")
    .argument("[format]", "what to make of it")
    .usage("<format> [options]")
    .addHelpText(
      "after",
      `
Example:
  ${name} export schema --out schema

\`${name} export FORMAT --help\` shows the options of a format.`,
    )
    .action((format?: string) => {
      const names = formats.map((one) => one.name);
      if (format !== undefined) throw unknownName("format", format, names);
      throw new ProblemsError([
        {
          ...usageProblem("no format is named", `${name} export --help`, names),
          expected: `one of ${names.join(", ")}`,
        },
      ]);
    });
  for (const { name: format, summary, declare: declareFormat } of formats) {
    declareFormat(command.command(format).summary(summary), shell);
  }
}
