import type { Facts, GivenCase, Points } from "./case.ts";
import { type DateKey, none, trustedDateKey } from "./dates.ts";

/** A complete case as it is given, taken at its word. */
interface TrustedFacts {
  readonly audit: {
    readonly conducted_by: string;
    readonly of_own_company: boolean;
    readonly purpose: string;
    readonly submission_method: string;
    readonly started_on: string | null;
    readonly last_day_on_site: string | null;
    readonly submitted_on: string | null;
    readonly received_on: string | null;
  };
  readonly registration: { readonly approved_on: string | null };
  readonly employer: {
    readonly cycle_year: string;
    readonly peak_headcount: number;
    readonly management_system_since: string | null;
  };
  readonly certificate: { readonly anniversary: string | null };
  readonly assessor: Training & { readonly certified_auditor: boolean };
  readonly consultant: Training & { readonly engaged: boolean; readonly activities: readonly string[] };
  readonly binder: {
    readonly protocol_completed: boolean;
    readonly wcb_information_accurate: boolean;
    readonly action_plan_included: boolean;
    readonly code_of_ethics_signed: boolean;
    readonly assessor_signed_off: boolean;
    readonly fees_paid_by: string;
  };
  readonly previous_report: { readonly deficiencies: boolean };
  readonly extension: { readonly granted_until: string | null };
  readonly score: { readonly elements: readonly { readonly earned: number; readonly available: number }[] | null };
  readonly qa: { readonly status: string };
}

interface Training {
  readonly safety_program_development_on: string | null;
  readonly refreshers: readonly { readonly completed_on: string }[];
}

/** Reads a complete case without looking whether anything is wrong with it: what checking costs is the difference. */
export function readTrusted({ asOf, facts }: GivenCase): Facts {
  // The cast is the trust.
  const trusted = facts as unknown as TrustedFacts;
  const { audit, registration, employer, certificate, assessor, consultant } = trusted;
  const { binder, previous_report, extension, score, qa } = trusted;
  const submitted = dateOf(audit.submitted_on);
  return {
    reference: submitted === none ? trustedDateKey(asOf) : submitted,
    outside: audit.conducted_by === "external_auditor" && !audit.of_own_company,
    maintenance: audit.purpose === "maintenance",
    binder: audit.submission_method === "binder",
    started: dateOf(audit.started_on),
    lastDay: dateOf(audit.last_day_on_site),
    submitted,
    received: dateOf(audit.received_on),
    approved: dateOf(registration.approved_on),
    certificationYear: employer.cycle_year === "certification",
    headcount: employer.peak_headcount,
    systemSince: dateOf(employer.management_system_since),
    anniversary: dateOf(certificate.anniversary),
    certifiedAuditor: assessor.certified_auditor,
    assessorCourse: dateOf(assessor.safety_program_development_on),
    assessorRefreshers: refreshers(assessor),
    consultant: consultant.engaged,
    consultantCourse: dateOf(consultant.safety_program_development_on),
    consultantRefreshers: refreshers(consultant),
    activities: consultant.activities,
    protocol: binder.protocol_completed,
    wcbAccurate: binder.wcb_information_accurate,
    actionPlan: binder.action_plan_included,
    ethicsSigned: binder.code_of_ethics_signed,
    signedOff: binder.assessor_signed_off,
    feesPaidBy: binder.fees_paid_by,
    deficiencies: previous_report.deficiencies,
    extension: dateOf(extension.granted_until),
    elements: score.elements === null ? null : score.elements.map(inMillionths),
    qa: qa.status,
  };
}

function dateOf(text: string | null): DateKey {
  return text === null ? none : trustedDateKey(text);
}

function refreshers({ refreshers: taken }: Training): readonly DateKey[] {
  const dates: DateKey[] = [];
  for (const { completed_on } of taken) dates.push(trustedDateKey(completed_on));
  return dates;
}

function inMillionths({ earned, available }: Points): Points {
  return { earned: Math.round(earned * 1e6), available: Math.round(available * 1e6) };
}
