import { basename, extname } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { sayWarnings } from "../explain/warnings.ts";
import { dutyEvents, type UndatedDuty } from "../interop/icalendar/events.ts";
import { usualAlarms, writeCalendar } from "../interop/icalendar/write.ts";
import { ProblemsError } from "../source/problem.ts";
import { visible } from "../source/visible.ts";
import { agree } from "./agree.ts";
import { caseInput } from "./case-input.ts";
import { counted } from "./layout.ts";
import { checkMadeFile } from "./made-file.ts";
import { addCaseOptions, addRules, type CaseOptions } from "./options.ts";
import { replaceFiles } from "./replace-files.ts";
import { loadRules } from "./rules.ts";
import type { Shell } from "./shell.ts";
import { readCase, standardInput } from "./source.ts";

interface CalendarOptions extends CaseOptions {
  readonly output?: string;
  readonly name?: string;
  readonly alarm?: readonly number[];
}

/** The most days before a deadline on which a reminder makes sense. */
const mostDays = 3_660;

/** Declares `calendar`, and the export of the same kind. */
export function declare(command: Command, shell: Shell): void {
  command
    .argument("<case>", "the case, a YAML or JSON file; `-` for standard input")
    .description(
      "Writes the deadlines of a case as an iCalendar file: a day for each duty that has one, with reminders, its clause " +
        "and how the day was worked out. Imported anew, the events move; so one file a case, each time replaced, will do.",
    )
    .option("-o, --output <file>", "the file to write or to replace; standard output, without it or where it is `-`")
    .option(
      "--name <name>",
      "the name of the case, which keeps its events apart; as the case or its file says, without it",
    )
    .option(
      "--alarm <days>",
      `remind this many days before, at nine in the morning (repeatable; ${usualAlarms.join(" and ")} without it)`,
      collectDays,
    )
    .addHelpText(
      "after",
      `
Example:
  ${shell.package.name} calendar case.yaml --output deadlines.ics --alarm 30 --alarm 7`,
    );
  addRules(addCaseOptions(command), shell).action((path: string, options: CalendarOptions) =>
    calendar(path, options, shell),
  );
}

async function calendar(path: string, options: CalendarOptions, shell: Shell): Promise<void> {
  const output = options.output === standardInput.path ? undefined : options.output;
  if (output !== undefined) checkMadeFile(output, "BEGIN:VCALENDAR", "is no calendar", "--output");
  const document = await readCase(path, shell.io);
  const { procedure } = loadRules(options.rules);
  const { input, locate, locateInput } = await caseInput(document, options, procedure, shell);
  const name = options.name ?? input.case ?? (await nameOfFile(path, shell));
  const evaluation = procedure.evaluateWithWorkings(input, locate, locateInput);
  await agree(evaluation);
  const { result, program } = evaluation;
  const { events, undated } = dutyEvents(evaluation, name);
  const maker = shell.package.name;
  const text = await writeCalendar(events, { maker, asOf: result.asOf, alarms: options.alarm ?? usualAlarms });
  for (const warning of sayWarnings(result.warnings, program.model)) await shell.tell(`warning: ${warning}\n`);
  for (const duty of undated) await shell.tell(sayUndated(duty));
  if (events.length === 0) await shell.tell("note: no duty of this case has a date, so the calendar is empty\n");
  if (output === undefined) return shell.print(text);
  replaceFiles([{ path: output, text }]);
  await shell.tell(`Wrote ${counted(events.length, "deadline")} to ${output}\n`);
}

/** The name of a case that says none. Said aloud, for another file name would make other events. */
async function nameOfFile(path: string, shell: Shell): Promise<string> {
  if (path === standardInput.path) {
    throw new ProblemsError([
      {
        code: "case-without-name",
        severity: "error",
        message: "the case on standard input has no name, so its events could not be told from those of other cases",
        expected: "a name that stays the same whenever the calendar is made",
        remedy: "write `case: …` into the case, or give `--name`",
      },
    ]);
  }
  const name = basename(path, extname(path));
  await shell.tell(`note: the case has no name, so that of its file stands for it: ${visible(name)}\n`);
  return name;
}

function sayUndated({ clause, duty, missing }: UndatedDuty): string {
  const facts = missing.map(({ fact, label }) => `${label} (${fact})`).join("; ");
  return `note: not in the calendar, for its day is not known yet: ${duty} (clause ${clause}); missing: ${facts}\n`;
}

function collectDays(text: string, all: readonly number[] = []): readonly number[] {
  const days = /^\d{1,4}$/.test(text) ? Number(text) : undefined;
  if (days === undefined || days > mostDays) {
    throw new InvalidArgumentError(`Expected a whole number of days, 0 to ${mostDays}.`);
  }
  return all.includes(days) ? all : [...all, days];
}
