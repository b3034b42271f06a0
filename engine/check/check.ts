import type { WitnessCase } from "../cases/witness-case.ts";
import type { RevisionModel } from "../procedure/model.ts";
import type { OpenProcedure } from "../procedure/open.ts";
import type { Problem } from "../source/problem.ts";
import type { Evidence } from "./evidence.ts";

/** What a check looks at: one revision of a procedure whose files have the right form and whose names all stand for something. */
export interface Subject {
  readonly opened: OpenProcedure;
  readonly model: RevisionModel;
  /** Cases that were run on the revision, and proofs about all of them. */
  readonly evidence: Evidence;
}

/** Something that a check found. Its code and severity are the check's. */
export interface Finding extends Omit<Problem, "code" | "severity" | "example"> {
  /** A case that shows it, where one can. */
  readonly example?: WitnessCase;
}

/** A kind of mistake. */
export interface Rule {
  /** Kebab-case and stable: the code of its findings, and the name of its page in `docs/checks/`. */
  readonly code: string;
  /** An error is surely wrong; a warning is suspicious. */
  readonly severity: "error" | "warning";
  /** What it finds, as a phrase for a list of checks. */
  readonly finds: string;
  /** What harm the mistake does, in a sentence. */
  readonly why: string;
  /** Whether no comment can silence it. */
  readonly isFirm?: boolean;
}

/** One kind of mistake that is looked for in each revision. */
export interface Check extends Rule {
  /**
   * Looks for it. The order of the findings means nothing. What several revisions share is looked at in each: a finding
   * with the same place and message is shown once, so that a message doesn't name the revision.
   */
  readonly run: (subject: Subject) => readonly Finding[] | Promise<readonly Finding[]>;
}

/** Mistakes that only show in the procedure as a whole, with all its revisions. */
export interface ProcedureCheck {
  /** What it can find. */
  readonly rules: readonly Rule[];
  /** Looks for them once. */
  readonly run: (opened: OpenProcedure) => readonly Problem[];
}
