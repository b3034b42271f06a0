import { approvedContent } from "../approved-content.ts";
import type { ProcedureCheck } from "../check.ts";

/** What was approved, and is no longer as it was. */
export const approval: ProcedureCheck = {
  rules: [
    {
      code: "approved-content-changed",
      severity: "error",
      finds: "a part of an approved revision that is not as it was approved",
      why: "A case of that time would be decided by rules that nobody approved.",
      isFirm: true,
    },
    {
      code: "approval-changed",
      severity: "error",
      finds: "an approval that is not the one that the revision was sealed with",
      why: "Who approved the revision, and when, would be said wrongly.",
      isFirm: true,
    },
    {
      code: "approved-end-changed",
      severity: "error",
      finds: "an approved revision with another end than it was approved with",
      why: "Cases of some days would be decided by another revision, or by none.",
      isFirm: true,
    },
    {
      code: "not-sealed",
      severity: "warning",
      finds: "an approved revision without a digest",
      why: "Nothing would show that the revision was changed.",
    },
    {
      code: "seal-missing",
      severity: "error",
      finds: "an approved revision whose seal is gone",
      why: "What was changed in the revision could not be told part by part.",
      isFirm: true,
    },
    {
      code: "seal-mismatch",
      severity: "error",
      finds: "a seal that belongs to another content",
      why: "One of the two, the seal or the digest, is not what was approved.",
      isFirm: true,
    },
    {
      code: "seal-without-revision",
      severity: "error",
      finds: "a seal of a revision that is not there as an approved one",
      why: "A revision that was approved was taken out, or made a draft again.",
      isFirm: true,
    },
  ],
  run: (opened) => approvedContent(opened),
};
