import type { FactEntry } from "../../language/fact.ts";
import { keepsItsDigits } from "../../language/written-number.ts";
import type { RevisionModel } from "../../procedure/model.ts";
import { jsonSlip } from "../../source/json/slip.ts";
import { nearest } from "../../source/nearest.ts";
import { type Problem, ProblemsError } from "../../source/problem.ts";
import { misreadingIn } from "../json-misreading.ts";

/** The columns of a file that are no facts. */
export const caseColumns = ["case", "title", "asOf", "revision"] as const;
/** What the names of the columns for readings begin with. */
const readingPrefix = "reading:";

/** What is written in a cell for what is known to be none. */
const none = "none";

/** What a column says about a case. */
export type Column =
  | { readonly kind: (typeof caseColumns)[number]; readonly name: string }
  | { readonly kind: "reading"; readonly name: string; readonly id: string }
  | { readonly kind: "fact"; readonly name: string; readonly read: ReadCell };

/** Reads a cell that is not empty. A value that doesn't fit is left to whoever checks facts. */
export type ReadCell = (cell: string) => { readonly value: unknown } | { readonly problem: Problem };

/**
 * What the columns of a file are, by their names: facts of any revision, readings, and what a case has beside.
 *
 * @param place what to say of where a column stands
 * @throws ProblemsError with every name that is unknown, empty or given twice
 */
export function columnsNamed(
  names: readonly string[],
  revisions: readonly RevisionModel[],
  place: (at: number) => Pick<Problem, "place"> = () => ({}),
): readonly Column[] {
  // Of a fact that changed between revisions, the newest version says how it is written.
  const facts = new Map(revisions.flatMap(({ facts }) => [...facts.values()].map(({ id, entry }) => [id, entry])));
  const readings = revisions.flatMap(({ switchable }) => [...switchable.keys()].map((id) => readingPrefix + id));
  const known = [...new Set([...caseColumns, ...readings, ...facts.keys()])];
  const problems: Problem[] = [];
  const columns = names.flatMap((name, at): readonly Column[] => {
    if (names.indexOf(name) !== at) {
      problems.push({ ...twice(name), ...place(at) });
      return [];
    }
    const fact = facts.get(name);
    if (fact !== undefined) return [{ kind: "fact", name, read: readerOf(fact) }];
    const own = caseColumns.find((each) => each === name);
    if (own !== undefined) return [{ kind: own, name }];
    if (readings.includes(name)) return [{ kind: "reading", name, id: name.slice(readingPrefix.length) }];
    problems.push({ ...unknown(name, at, known), ...place(at) });
    return [];
  });
  if (problems.length > 0) throw new ProblemsError(problems);
  return columns;
}

function unknown(name: string, at: number, known: readonly string[]): Problem {
  const near = nearest(name, known);
  return {
    code: "unknown-column",
    severity: "error",
    message: name === "" ? `column ${at + 1} has no name` : `there is no fact \`${name}\` for a column`,
    expected: `the id of a fact, or ${[...caseColumns, `${readingPrefix}…`].map((each) => `\`${each}\``).join(", ")}`,
    ...(near === undefined ? {} : { nearest: near }),
    remedy: near === undefined ? "name the column, or take it out" : `write \`${near}\``,
  };
}

function twice(name: string): Problem {
  return {
    code: "column-twice",
    severity: "error",
    message: `there are two columns \`${name}\``,
    remedy: "keep one of them",
  };
}

function readerOf(entry: FactEntry): ReadCell {
  const read = readerOfType(entry);
  const isWord = entry.type === "text" || (entry.type === "choice" && Object.hasOwn(entry.options, none));
  // Where none is no answer, a text may be that word.
  const isNone = (cell: string): boolean =>
    cell === none && (!isWord || (entry.type === "text" && entry.orNone === true));
  return (cell) => (isNone(cell) ? { value: null } : read(cell));
}

function readerOfType({ type }: FactEntry): ReadCell {
  switch (type) {
    case "boolean":
      // Spreadsheets write them in capitals.
      return (cell) => ({ value: /^true$/i.test(cell) ? true : /^false$/i.test(cell) ? false : cell });
    case "integer":
    case "number":
      return readNumber;
    case "list":
    case "record":
      return readJson;
    default:
      return (cell) => ({ value: cell });
  }
}

function readNumber(cell: string): ReturnType<ReadCell> {
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(cell)) return { value: cell };
  if (keepsItsDigits(cell)) return { value: Number(cell) };
  return {
    problem: {
      code: "number-out-of-range",
      severity: "error",
      message: `\`${cell}\` has more digits than a number can hold: it would become ${Number(cell)}`,
      remedy: "round it, and say in the case how",
    },
  };
}

function readJson(cell: string): ReturnType<ReadCell> {
  let value: unknown;
  try {
    value = JSON.parse(cell);
  } catch {
    return { problem: notJson(cell) };
  }
  const misreading = misreadingIn(cell);
  if (misreading === undefined) return { value };
  const { code, message, remedy } = misreading;
  return { problem: { code, severity: "error", message, remedy } };
}

/** What keeps a cell from being JSON. A place is that of a whole cell, so the message counts its characters. */
function notJson(cell: string): Problem {
  const slip = jsonSlip(cell, "cell");
  const isMeantAsJson = /^\s*[[{]/.test(cell);
  return {
    code: "not-json",
    severity: "error",
    message:
      slip === undefined ? "the cell is not JSON" : `the cell is not JSON at character ${slip.at + 1}: ${slip.message}`,
    expected: "a list in JSON: [], or its elements in square brackets with a comma between them",
    remedy:
      isMeantAsJson && slip !== undefined
        ? slip.remedy
        : "write the list in JSON, `none` where there is none, or leave the cell empty if it is unknown",
  };
}
