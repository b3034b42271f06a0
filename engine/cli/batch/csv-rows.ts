import { undetermined } from "../../diff/outcome-order.ts";
import type { RevisionModel } from "../../procedure/model.ts";
import type { RowWriter } from "./row-writer.ts";
import type { Settings } from "./settings.ts";

/** The columns before those for decisions and clauses. */
const first = ["line", "case", "asOf", "revision"] as const;
/** The columns after them. */
const last = ["error.code", "error.column", "error.message"] as const;

const lineBreak = "\r\n";

/**
 * Rows in CSV: a column for every decision and clause of any revision. A cell holds an outcome or a status and nothing
 * else, so whoever wants reasons asks for JSON.
 */
export function csvRows({ only, delimiter }: Settings, revisions: readonly RevisionModel[]): RowWriter {
  const ids = (of: (model: RevisionModel) => ReadonlyMap<string, unknown>) => [
    ...new Set(revisions.flatMap((model) => [...of(model).keys()])),
  ];
  const decisions = only === "clauses" ? [] : ids((model) => model.decisions);
  const clauses = only === "decisions" ? [] : ids((model) => model.clauses);
  const named = [...decisions.map((id) => `decisions.${id}`), ...clauses.map((id) => `clauses.${id}`)];
  const row = (cells: readonly string[]): string =>
    cells.map((cell) => quoted(cell, delimiter)).join(delimiter) + lineBreak;
  const noErrors = last.map(() => "");
  return {
    heading: row([...first, ...named, ...last]),
    decided: ({ case: name = "", asOf, revision, decisions: decided }, line) =>
      row([
        String(line),
        harmless(name),
        asOf,
        revision,
        ...decisions.map((id) => outcomeIn(decided[id])),
        ...noErrors,
      ]),
    evaluated: ({ case: name = "", asOf, revision, decisions: decided, clauses: results }, line) =>
      row([
        String(line),
        harmless(name),
        asOf,
        revision,
        ...decisions.map((id) => outcomeIn(decided[id])),
        ...clauses.map((id) => results[id]?.status ?? ""),
        ...noErrors,
      ]),
    failed: ({ line, column, columnName, case: name = "", problems }) => {
      const messages = problems.map(({ message }) => message).join("; ");
      const [problem] = problems;
      const error = [problem?.code ?? "", String(columnName ?? column ?? ""), harmless(messages)];
      return row([String(line), harmless(name), "", "", ...named.map(() => ""), ...error]);
    },
  };
}

/** An outcome; empty where the revision doesn't take the decision. */
function outcomeIn(decided: { readonly outcome: string | null } | undefined): string {
  return decided === undefined ? "" : (decided.outcome ?? undetermined);
}

/**
 * A text from outside as a spreadsheet may show it: with one of these signs at its start it would be run as a formula, so
 * an apostrophe goes before it.
 */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(cell: string, delimiter: string): string {
  return /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
