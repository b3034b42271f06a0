import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RevisionEntry } from "../language/procedure.ts";
import { readDay } from "../source/date.ts";
import { type Edit, editYaml } from "../source/edit.ts";
import { type Problem, ProblemsError } from "../source/problem.ts";
import { readTextFile } from "../source/read.ts";
import { type OpenProcedure, openProcedure } from "./open.ts";

/** A file as it is to be: nothing has been written yet. */
export interface PlannedFile {
  readonly path: string;
  readonly text: string;
}

/** What a new draft starts with. */
export interface DraftInput {
  /** Its number, which no revision has yet. */
  readonly revision: string;
  /** The first day on which it is to govern, `YYYY-MM-DD`. */
  readonly effective: string;
  /** What it changes. */
  readonly note: string;
}

/** A draft that has not been written yet. */
export interface DraftPlan {
  /** `procedure.yaml` with the draft in it. */
  readonly file: PlannedFile;
  readonly entry: RevisionEntry;
  /** The revision that the draft takes everything from that it does not change. */
  readonly previous: RevisionEntry;
}

/**
 * Adds a draft to the revisions of the rules in a directory. Nothing is copied, and nothing but the new entry differs in
 * the text. The rules have been read as they will be, and nothing is written.
 *
 * @throws ProblemsError where the rules are wrong, the number is taken or is none, or the date doesn't come after the
 *   revisions that there are.
 */
export function planDraft(directory: string, { revision, effective, note }: DraftInput): DraftPlan {
  const { sources } = openProcedure(directory);
  const { entry: file, document } = sources.procedure;
  const problems = [
    ...numberProblems(revision, file.revisions, (other) => document.valuePlace(other, "revision")),
    ...dateProblems(effective, file.revisions.at(-1), (other, key) => document.valuePlace(other, key)),
    ...(note.trim() === "" ? [emptyNote] : []),
  ];
  const previous = file.revisions.at(-1);
  if (problems.length > 0 || previous === undefined) throw new ProblemsError(problems);
  const entry: RevisionEntry = { revision, effective, status: "draft", note: note.trim() };
  const planned = planProcedureFile(directory, [{ kind: "append", to: ["revisions"], item: { ...entry } }]);
  return { file: planned.file, entry, previous };
}

/**
 * `procedure.yaml` with some changes, and the procedure as it will be with them.
 *
 * @throws ProblemsError where the file can't be changed so, or the rules would not load afterwards.
 */
export function planProcedureFile(
  directory: string,
  edits: readonly Edit[],
): { readonly file: PlannedFile; readonly opened: OpenProcedure } {
  const path = join(directory, "procedure.yaml");
  // Not `readTextFile`, which leaves out a byte order mark: what is not changed stays as it is.
  const text = editYaml(readFileSync(path, "utf8"), edits);
  if (text === undefined) {
    throw new ProblemsError([
      {
        code: "not-editable",
        severity: "error",
        message: `${path} can't be changed without touching the rest of it: its revisions are written in an unusual way`,
        expected: "plain entries under `revisions:`, without anchors, aliases and tags",
        remedy: "write the revisions plainly, and call the command again",
      },
    ]);
  }
  const readText = (name: string) => (name === path ? text : readTextFile(name));
  return { file: { path, text }, opened: openProcedure(directory, { readText }) };
}

type PlaceOf<Key> = (entry: RevisionEntry, key: Key) => NonNullable<Problem["place"]>;

function numberProblems(
  number: string,
  revisions: readonly RevisionEntry[],
  placeOf: PlaceOf<"revision">,
): readonly Problem[] {
  const taken = revisions.find((other) => other.revision === number);
  if (taken !== undefined) {
    return [
      {
        code: "duplicate-revision",
        severity: "error",
        message: `there is a revision ${number} already`,
        place: placeOf(taken, "revision"),
        expected: `another number than ${revisions.map((other) => other.revision).join(", ")}`,
        remedy: taken.status === "draft" ? "go on with that draft, or choose another number" : "choose another number",
      },
    ];
  }
  if (/^[0-9]+(\.[0-9]+)*$/.test(number)) return [];
  return [
    {
      code: "not-a-revision-number",
      severity: "error",
      message: `\`${number}\` is not the number of a revision`,
      expected: "numbers joined by dots, like 1.1",
      remedy: "write digits and dots alone",
    },
  ];
}

function dateProblems(
  effective: string,
  previous: RevisionEntry | undefined,
  placeOf: PlaceOf<"effective" | "until">,
): readonly Problem[] {
  const day = readDay(effective);
  if (typeof day !== "number") return [day];
  if (previous === undefined) return [];
  // Dates of four digits, two and two are in the order of their texts.
  if (effective <= previous.effective) {
    return [
      {
        code: "revision-order",
        severity: "error",
        message: `a revision from ${effective} on would take effect no later than revision ${previous.revision}`,
        place: placeOf(previous, "effective"),
        expected: `a date after ${previous.effective}`,
        remedy: "give a later date",
      },
    ];
  }
  if (previous.until === undefined || effective >= previous.until) return [];
  return [
    {
      code: "overlapping-revisions",
      severity: "error",
      message: `revision ${previous.revision} governs until ${previous.until}, and one from ${effective} on would govern beside it`,
      place: placeOf(previous, "until"),
      expected: `${previous.until} or a later date`,
      remedy: `give a date from ${previous.until} on, or end revision ${previous.revision} earlier`,
    },
  ];
}

const emptyNote: Problem = {
  code: "empty-note",
  severity: "error",
  message: "the note is empty",
  expected: "some words on what the revision changes",
  remedy: "give a note, or leave `--note` out",
};
