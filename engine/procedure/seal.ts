import type { Approval, RevisionEntry } from "../language/procedure.ts";
import type { SealFile } from "../language/seal.ts";
import { readDay } from "../source/date.ts";
import type { Edit } from "../source/edit.ts";
import { type Problem, ProblemsError } from "../source/problem.ts";
import { contentOf, sealedParts } from "./content.ts";
import { digestOf } from "./digest.ts";
import type { OpenProcedure } from "./open.ts";
import { type PlannedFile, planProcedureFile } from "./revise.ts";
import { directoryOf, sealPath, sealText } from "./seal-file.ts";

/** A revision that is about to be approved, with nothing written yet. */
export interface SealPlan {
  /** The seal, and `procedure.yaml` with the approval. To be written in this order. */
  readonly files: readonly [PlannedFile, PlannedFile];
  /** The entry as it will be. */
  readonly entry: RevisionEntry;
  readonly seal: SealFile;
  /** The revision before it, as it was. */
  readonly previous: RevisionEntry | undefined;
  /** Whether the revision before it had no end, and now ends where this one begins. */
  readonly endsPrevious: boolean;
}

/**
 * Makes an approved revision of a draft: status, approval and digest in its entry, and a seal with the digest of every
 * part. A revision before it that has no end gets one. One that was approved by hand, without a digest, gets what is
 * missing. The rules have been read as they will be.
 *
 * @param number a revision that there is
 * @throws ProblemsError where the revision is approved already, one before it is not, the approver is not named, the day
 *   is none, or `procedure.yaml` can't be changed.
 */
export function planSeal({ sources }: OpenProcedure, number: string, approval: Approval): SealPlan {
  const { entry: file, document } = sources.procedure;
  const at = file.revisions.findIndex(({ revision }) => revision === number);
  const draft = file.revisions[at];
  const previous = file.revisions[at - 1];
  const by = approval.by.trim();
  const day = readDay(approval.on);
  const problems: Problem[] = [...(by === "" ? [noApprover] : []), ...(typeof day === "number" ? [] : [day])];
  if (draft?.digest !== undefined && draft.status === "approved") {
    problems.unshift({ ...alreadyApproved(draft), place: document.valuePlace(draft, "status") });
  } else if (draft?.approval !== undefined && (draft.approval.by !== by || draft.approval.on !== approval.on)) {
    problems.unshift({ ...otherApproval(draft.revision, draft.approval), place: document.keyPlace(draft, "approval") });
  } else if (previous?.status === "draft") {
    const place = document.valuePlace(previous, "status");
    problems.unshift({ ...draftBefore(number, previous), place });
  }
  if (problems.length > 0 || draft === undefined) throw new ProblemsError(problems);
  const parts = sealedParts(contentOf(sources, number));
  const digest = digestOf(parts);
  const endsPrevious = previous !== undefined && previous.until === undefined;
  const inEntry = ["revisions", at] as const;
  const edits: Edit[] = [
    ...(endsPrevious ? [endOf(at - 1, draft.effective)] : []),
    ...(draft.approval === undefined ? approvalIn(inEntry, { by, on: approval.on }) : []),
    { kind: "set", in: inEntry, key: "digest", value: digest, after: Object.keys(draft).at(-1) ?? "status" },
  ];
  const directory = directoryOf(sources);
  const { file: planned, opened } = planProcedureFile(directory, edits);
  const after = opened.revisions[at];
  if (after?.digest !== digest) throw new Error(`sealing revision ${number} would change its content`);
  const until = draft.until === undefined ? {} : { until: draft.until };
  const seal: SealFile = { revision: number, approval: { by, on: approval.on }, ...until, digest, parts };
  const sealed: PlannedFile = { path: sealPath(directory, number), text: sealText(seal) };
  return { files: [sealed, planned], entry: after.entry, seal, previous, endsPrevious };
}

function approvalIn(inEntry: readonly (string | number)[], approval: Approval): readonly Edit[] {
  return [
    { kind: "set", in: inEntry, key: "status", value: "approved", after: "status" },
    { kind: "set", in: inEntry, key: "approval", value: approval, after: "status" },
  ];
}

function endOf(at: number, day: string): Edit {
  return { kind: "set", in: ["revisions", at], key: "until", value: day, after: "effective" };
}

const noApprover: Problem = {
  code: "missing-approver",
  severity: "error",
  message: "who approved the revision is not said",
  expected: "a name or an office",
  remedy: "name who approved it with --approved-by",
};

function alreadyApproved({ revision, approval }: RevisionEntry): Problem {
  const since = approval === undefined ? "" : `, by ${approval.by} on ${approval.on}`;
  return {
    code: "already-approved",
    severity: "error",
    message: `revision ${revision} is approved already${since}`,
    expected: "a draft",
    remedy: "start a new revision for what is to change: an approved one never changes",
  };
}

function otherApproval(revision: string, { by, on }: Approval): Problem {
  return {
    code: "other-approval",
    severity: "error",
    message: `revision ${revision} was approved by ${by} on ${on}, which is not the approval given`,
    expected: `--approved-by ${JSON.stringify(by)} --on ${on}`,
    remedy: "give the approval that it has, or correct the one in procedure.yaml",
  };
}

function draftBefore(number: string, previous: RevisionEntry): Problem {
  return {
    code: "draft-before-approved",
    severity: "error",
    message: `revision ${number} can't be approved while revision ${previous.revision} before it is a draft`,
    expected: "approved revisions alone before it: what it doesn't change it has from them",
    remedy: `seal revision ${previous.revision} first, or take it out`,
  };
}
