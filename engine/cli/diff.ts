import type { Command } from "commander";
import { type Day, formatDay } from "../calendar/day.ts";
import { compareRevisions } from "../diff/compare.ts";
import { diffHtml } from "../diff/formats/html.ts";
import { diffJson } from "../diff/formats/json.ts";
import { diffMarkdown } from "../diff/formats/markdown.ts";
import { diffText } from "../diff/formats/text.ts";
import type { DiffReport } from "../diff/report.ts";
import { besideCompared } from "../diff/sides/beside.ts";
import { type OpenedSide, openSides } from "../diff/sides/open.ts";
import { readDay } from "../source/date.ts";
import { type Problem, ProblemsError } from "../source/problem.ts";
import { PLAIN } from "../source/render.ts";
import { type FailKind, readFailOn } from "./fail-on.ts";
import { readIgnoreFile } from "./ignore-file.ts";
import { counted } from "./layout.ts";
import { checkNewFile, writeNewFile } from "./new-file.ts";
import { addFormat, addRules, type RulesOption } from "./options.ts";
import { paintFor } from "./paint.ts";
import { Population } from "./population.ts";
import { progressOn } from "./progress.ts";
import { exitCodes, type Shell } from "./shell.ts";
import { judge } from "./verdict.ts";
import { widthOf } from "./width.ts";
import { readYears } from "./years.ts";

interface DiffOptions extends RulesOption {
  readonly format: "text" | "markdown" | "json" | "html";
  readonly output?: string;
  readonly failOn?: readonly FailKind[];
  readonly ignore?: string;
  readonly years?: ReturnType<typeof readYears>;
  readonly cases?: string;
  readonly asOf?: string;
}

/** Declares `diff`. */
export function declare(command: Command, shell: Shell): void {
  command
    .argument("<base>", "the side to start from")
    .argument("<head>", "the side to come to")
    .description(
      "Compares two revisions of a procedure: what is written differently, which decisions and clauses that tightens or " +
        "loosens, with a case that shows it, and what is proved to stay as it is.",
    )
    .option("-o, --output <file>", "write the report to a file, in place of what it holds, and not to standard output")
    .option(
      "--fail-on <effects>",
      "exit with 1 on such an effect: tightens, loosens, any (repeatable, or joined by commas)",
      readFailOn,
    )
    .option("--ignore <file>", "findings that are accepted: a list of fingerprint, reason and the day it expires")
    .option("--cases <path>", "tell what becomes of these cases: NDJSON, a case file, a directory of them, or `-`")
    .option("--years <range>", "years in which the dates of a case lie, for what is proved: 2010..2040", readYears)
    .option("--as-of <date>", "the day for what expires and for cases without `asOf`; today, without it")
    .addHelpText("after", helpFor(shell));
  addFormat(addRules(command, shell), ["text", "markdown", "json", "html"]).action(
    async (base: string, head: string, options: DiffOptions) => {
      shell.exitCode = await runDiff(base, head, options, shell);
    },
  );
}

function helpFor({ package: { name } }: Shell): string {
  return `
A side is one of
  1.0                 a revision of the procedure in --rules
  DIR, DIR@1.0        a directory of rules: its newest revision, the last in procedure.yaml, or the one named
  GIT-REF:DIR         the same at a commit of the git repository here: HEAD~1:my-rules, v1:my-rules@1.0;
                      DIR counts from the top of the repository, or from here where it starts with ./
A directory that there is wins over anything else that the same name could mean. From git, files are only read.

--fail-on tightens also fails on effects that are mixed, and where a worse case was not ruled out; loosens likewise. It
prints the lines that accept the findings, for the file of --ignore. An entry counts up to and on the day it expires.

Exits with 1 by --fail-on alone; with 2 where a side can't be read, whatever the other is like.

Examples:
  ${name} diff HEAD:my-rules my-rules --fail-on tightens --ignore accepted.yaml
  ${name} diff 1.0 my-draft --cases cases.ndjson --format html --output report.html`;
}

async function runDiff(base: string, head: string, options: DiffOptions, shell: Shell): Promise<number> {
  const { failOn = [], output, cases: path } = options;
  const today = dayFor(options, shell);
  if (output !== undefined) checkNewFile(output, true);
  const ignored = options.ignore === undefined ? [] : readIgnoreFile(options.ignore);
  const sides = openSides(base, head, { rules: options.rules, env: shell.io.env });
  await tellOfSides(sides.base, sides.head, shell);
  const population = path === undefined ? undefined : new Population(path, formatDay(today), shell.io);
  const report = await compare(sides.base, sides.head, population, options, shell);
  if (population !== undefined && population.undated > 0 && options.asOf === undefined) {
    await shell.tell(
      `note: ${counted(population.undated, "case")} without \`asOf\` evaluated as of today, ${formatDay(today)}; --as-of sets another date\n`,
    );
  }
  if (output === undefined) await shell.print(written(report, options, shell));
  else writeNewFile(output, written(report, options, shell), true);
  const { failed, warnings, text } = judge(report, { failOn, ignored, today });
  await shell.tellProblems(warnings);
  await shell.tell(text);
  return failed ? exitCodes.findings : exitCodes.done;
}

function dayFor({ asOf }: DiffOptions, { io }: Shell): Day {
  const day = asOf === undefined ? io.today() : readDay(asOf);
  if (typeof day === "object") throw new ProblemsError([day]);
  return day;
}

async function compare(
  base: OpenedSide,
  head: OpenedSide,
  cases: Population | undefined,
  { years }: DiffOptions,
  shell: Shell,
): Promise<DiffReport> {
  const progress = progressOn(shell);
  try {
    return await compareRevisions(base, head, {
      progress: progress.show,
      ...(years === undefined ? {} : { years }),
      ...(cases === undefined ? {} : { cases }),
    });
  } finally {
    progress.end();
  }
}

function written(report: DiffReport, { format, output }: DiffOptions, { io }: Shell): string {
  switch (format) {
    case "text":
      return output === undefined
        ? diffText(report, paintFor(io.stdout, io.env), widthOf(io.stdout))
        : diffText(report, PLAIN);
    case "markdown":
      return diffMarkdown(report);
    case "json":
      return diffJson(report);
    case "html":
      return diffHtml(report);
    default:
      return format satisfies never;
  }
}

/** Says what a reader of the report should know of the sides beside it. */
async function tellOfSides(base: OpenedSide, head: OpenedSide, shell: Shell): Promise<void> {
  const sides = base.model === head.model ? [base] : [base, head];
  await shell.tellProblems(sides.flatMap(alteredContent));
  const beside = besideCompared(base, head);
  const [first] = beside;
  if (first === undefined) return;
  const numbers = beside.map(({ revision }) => revision).join(", ");
  const isOne = beside.length === 1;
  const differ = isOne ? `revision ${numbers} differs` : `the revisions ${numbers} differ`;
  const command = `${shell.package.name} diff ${first.base} ${first.head}`;
  await shell.tell(
    `note: ${differ} between the sides too, and ${isOne ? "is" : "are"} not compared here; ` +
      `${command} compares ${isOne ? "it" : "the first of them"}\n`,
  );
}

/** A warning where an approved revision no longer has the content that was approved. */
function alteredContent({ given, opened, model: { entry, digest } }: OpenedSide): readonly Problem[] {
  if (entry.status !== "approved" || entry.digest === undefined || entry.digest === digest) return [];
  return [
    {
      code: "approved-content-changed",
      severity: "warning",
      message: `${given}: the content of revision ${entry.revision} is compared as it is, which is not what was approved`,
      place: opened.sources.procedure.document.valuePlace(entry, "digest"),
      expected: digest,
      remedy: "undo the change, or make it in a new revision: an approved one never changes",
    },
  ];
}
