import type { Evaluation } from "../evaluate/procedure.ts";
import { reportMarkdown } from "../explain/markdown.ts";
import { type ReadingsTried, reportOf } from "../explain/report.ts";
import { reportText } from "../explain/text.ts";
import { summaryLine } from "../source/problem.ts";
import { agree } from "./agree.ts";
import { json } from "./layout.ts";
import { paintFor } from "./paint.ts";
import type { Shell } from "./shell.ts";
import { widthOf } from "./width.ts";

/** The forms of a report on a case. */
export type ReportFormat = (typeof reportFormats)[number];

/** The forms of a report on a case, the default first. */
export const reportFormats = ["text", "json", "markdown"] as const;

/** What is asked of a report. */
export interface ReportOptions {
  readonly format: ReportFormat;
  /** Whether the full trace is part of it. */
  readonly explain?: boolean;
  /** What was found out about other readings. */
  readonly tried?: ReadingsTried;
}

/**
 * Prints the report on an evaluation, once the second engine has come to the same.
 *
 * @throws ProblemsError where it has not; then nothing has been printed.
 */
export async function printReport(evaluation: Evaluation, options: ReportOptions, shell: Shell): Promise<void> {
  await agree(evaluation);
  await printAgreed(evaluation, options, shell);
}

/** Prints the report on an evaluation that the second engine has come to too. */
export async function printAgreed(evaluation: Evaluation, options: ReportOptions, shell: Shell): Promise<void> {
  switch (options.format) {
    case "json":
      // Text and Markdown say the warnings; of JSON, a person sees little.
      for (const { code, message } of evaluation.result.warnings) {
        await shell.tell(`${summaryLine({ code, severity: "warning", message, remedy: "" })}\n`);
      }
      return shell.print(await asJson(evaluation, options));
    case "markdown":
      return shell.print(await asMarkdown(evaluation, options));
    case "text":
      return shell.print(await asText(evaluation, options, shell));
    default:
      return options.format satisfies never;
  }
}

async function asJson(evaluation: Evaluation, { explain, tried }: ReportOptions): Promise<string> {
  const result = {
    ...evaluation.result,
    ...(tried?.sensitivity === undefined ? {} : { sensitivity: tried.sensitivity }),
  };
  if (explain !== true) return json(result);
  const { traceOf } = await import("../explain/trace.ts");
  return json({ ...result, trace: traceOf(evaluation) });
}

async function asMarkdown(evaluation: Evaluation, { explain, tried }: ReportOptions): Promise<string> {
  const report = reportMarkdown(reportOf(evaluation, tried));
  if (explain !== true) return report;
  // Four spaces make every line code, whatever it holds.
  const code = (await trace(evaluation, { width: 96 })).replaceAll(/^(?=.)/gm, "    ");
  return `${report}\n## Trace\n\n${code}`;
}

async function asText(evaluation: Evaluation, { explain, tried }: ReportOptions, { io }: Shell): Promise<string> {
  const options = { paint: paintFor(io.stdout, io.env), width: widthOf(io.stdout) };
  const report = reportText(reportOf(evaluation, tried), options);
  return explain === true ? `${report}\n${await trace(evaluation, options)}` : report;
}

async function trace(evaluation: Evaluation, options: Parameters<typeof reportText>[1]): Promise<string> {
  const [{ traceOf }, { traceText }] = await Promise.all([
    import("../explain/trace.ts"),
    import("../explain/trace-text.ts"),
  ]);
  return traceText(traceOf(evaluation), options);
}
