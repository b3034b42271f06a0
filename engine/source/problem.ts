import type { Place } from "./place.ts";
import { visible } from "./visible.ts";

/**
 * One thing that is wrong with what a person wrote. The wording may change between versions; the code may not.
 */
export interface Problem {
  /** Kebab-case and stable: what documentation, tests and tools refer to. */
  readonly code: string;
  /** An error stops the work; a warning is shown and the work goes on. */
  readonly severity: "error" | "warning";
  /** One sentence without a full stop, starting in lower case, naming what is wrong. */
  readonly message: string;
  /** Where it is. Absent only when no line of a file is to blame (a file that does not exist). */
  readonly place?: Place;
  /** What could have stood there instead. */
  readonly expected?: string;
  /** The known name that was probably meant. */
  readonly nearest?: string;
  /** What to do about it. */
  readonly remedy: string;
  /** Other places that play a part, each with what happens there. */
  readonly related?: readonly { readonly place: Place; readonly message: string }[];
  /** What it is about, in words that stay the same when the message is put differently: "clause 2.1". */
  readonly subject?: string;
  /** A case that shows it: the lines of a case file. */
  readonly example?: readonly string[];
}

/** The codes of the problems that reading a file can have, with what each means. */
export const SOURCE_CODES = {
  "file-not-found": "there is no file with this name",
  "not-a-file": "the name belongs to a folder",
  "file-unreadable": "the file exists but can't be read",
  "file-too-large": "the file is larger than the limit",
  "not-text": "the file is not text in UTF-8",
  "invisible-character": "a character that can't be seen where it changes the meaning",
  "empty-file": "the file holds nothing but comments and blank lines",
  "yaml-syntax": "the file does not follow the rules of YAML",
  "yaml-directive": "the file changes the version or the tags of YAML",
  "several-documents": "the file holds several documents separated by ---",
  "too-deep": "lists and blocks of keys are nested too deep",
  "duplicate-key": "a key is given twice in one block of keys",
  "hostile-key": "a key that programs reserve for themselves",
  "not-a-text-key": "a key that YAML does not read as text",
  "merge-key": "keys are merged in with <<",
  "unknown-tag": "a value has a tag (!name) that is not supported",
  "unknown-alias": "an alias (*name) whose value is not defined before it",
  "unused-anchor": "a value is named for reuse (&name) and never reused",
  "alias-loop": "an alias stands inside the value that it refers to",
  "alias-bomb": "aliases multiply values beyond the limit",
  "number-out-of-range": "a number that can't be held exactly, or no number at all",
  "not-a-date": "a text that is no calendar date",
  "more-problems": "a file has more problems than are listed",
} as const;

export type SourceCode = keyof typeof SOURCE_CODES;

/** Thrown to users of the library when input is invalid: the problems, and one line for each in the message. */
export class ProblemsError extends Error {
  override readonly name = "ProblemsError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(summaryLine).join("\n"));
    this.problems = problems;
  }
}

/** A problem on one line: `rules/a.yaml:12:18: error[unknown-fact]: there is no fact …`. */
export function summaryLine(problem: Problem): string {
  const { place } = problem;
  const where = place === undefined ? "" : `${place.file}:${place.line}:${place.column}: `;
  return visible(`${where}${problem.severity}[${problem.code}]: ${problem.message}`);
}
