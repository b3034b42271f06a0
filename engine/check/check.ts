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
export interface Finding extends Omit<Problem, "code" | "severity"> {
  /** A case that shows it, where one can. */
  readonly example?: WitnessCase;
}

/** One kind of mistake that can be looked for. */
export interface Check {
  /** Kebab-case and stable: the code of its findings, and the name of its page in `docs/checks/`. */
  readonly code: string;
  readonly severity: "error" | "warning";
  /** What it finds, as a phrase for a list of checks. */
  readonly finds: string;
  /** Looks for it. The order of the findings means nothing. */
  readonly run: (subject: Subject) => readonly Finding[] | Promise<readonly Finding[]>;
}
