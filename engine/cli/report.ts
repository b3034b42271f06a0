import type { Evaluation } from "../evaluate/procedure.ts";
import { reportOf } from "../explain/report.ts";
import { reportText } from "../explain/text.ts";
import { agree } from "./agree.ts";
import { json } from "./layout.ts";
import { paintFor } from "./paint.ts";
import type { Shell } from "./shell.ts";

/** The forms of a report on a case. */
export type ReportFormat = (typeof reportFormats)[number];

/** The forms of a report on a case, the default first. */
export const reportFormats = ["text", "json", "markdown"] as const;

/**
 * The report on an evaluation, once the second engine has come to the same.
 *
 * @throws ProblemsError where it has not.
 */
export async function report(evaluation: Evaluation, format: ReportFormat, shell: Shell): Promise<string> {
  await agree(evaluation);
  if (format === "json") return json(evaluation.result);
  return reportText(reportOf(evaluation), { paint: paintFor(shell.io.stdout, shell.io.env) });
}
