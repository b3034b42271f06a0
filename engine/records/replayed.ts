import type { RecordFile } from "../language/record.ts";
import type { Problem } from "../source/problem.ts";
import type { Difference } from "./differences.ts";

/** What became of a record that was recomputed. */
export interface Replayed {
  readonly file: string;
  readonly verdict: Verdict;
  /** The record; nothing, where its file can't be read as one. */
  readonly record: RecordFile | undefined;
  /** Why it differs, the weightiest first. */
  readonly reasons: readonly Reason[];
  /** Every field that differs; those that the reasons say in words are left out. */
  readonly differences: readonly Difference[];
  /** What a reader should know beside. */
  readonly notes: readonly string[];
  /** What keeps the file from being read. */
  readonly problems: readonly Problem[];
}

/** Whether a record is what its input comes to now, is something else, or can't be read. */
export type Verdict = "identical" | "differs" | "unreadable";

/** Why a record differs. The code stays; the words may change. */
export interface Reason {
  readonly code: ReasonCode;
  readonly message: string;
  /** The parts of the revision that were changed, added or taken out. */
  readonly parts?: readonly string[];
}

/** The kinds of reason, each with what it means. */
export const reasonCodes = {
  tampered: "the file is not as it was written",
  "other-procedure": "the record belongs to another procedure",
  "revision-missing": "the rules don't have the revision",
  "rules-changed": "the content of the revision is another one",
  "engine-changed": "another version of the engine comes to something else",
  refused: "the facts are refused now",
  "engines-disagree": "the second engine comes to something else",
  unexplained: "the same rules and the same engine come to something else",
} as const;

/** The code of a reason. */
export type ReasonCode = keyof typeof reasonCodes;
