import type { Check, ProcedureCheck, Rule } from "./check.ts";
import { approval } from "./checks/approval.ts";
import { clauseWithoutEffect } from "./checks/clause-without-effect.ts";
import { factWithoutBounds } from "./checks/fact-without-bounds.ts";
import { factWithoutQuestion } from "./checks/fact-without-question.ts";
import { identicalConditions } from "./checks/identical-conditions.ts";
import { revisionGap } from "./checks/revision-gap.ts";
import { summaryNumberMismatch } from "./checks/summary-number-mismatch.ts";
import { unclearWithoutInterpretation } from "./checks/unclear-without-interpretation.ts";
import { unusedDerivedValue } from "./checks/unused-derived-value.ts";
import { unusedFact } from "./checks/unused-fact.ts";
import { unusedInterpretation } from "./checks/unused-interpretation.ts";
import { unusedReading } from "./checks/unused-reading.ts";
import { readingRules } from "./reading.ts";
import { semanticChecks } from "./semantic/table.ts";
import { allowRules } from "./silence.ts";

/** What is looked for in each revision. */
export const checks: readonly Check[] = [
  clauseWithoutEffect,
  unusedFact,
  unusedDerivedValue,
  unusedReading,
  unusedInterpretation,
  factWithoutBounds,
  factWithoutQuestion,
  summaryNumberMismatch,
  unclearWithoutInterpretation,
  identicalConditions,
  ...semanticChecks,
];

/** What is looked for in the procedure as a whole. */
export const procedureChecks: readonly ProcedureCheck[] = [approval, revisionGap];

/** Every kind of mistake that has a page in `docs/checks/`. */
export const rules: readonly Rule[] = [
  ...checks,
  ...procedureChecks.flatMap((check) => check.rules),
  ...allowRules,
  ...readingRules,
];
