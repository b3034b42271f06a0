/** The id of every input fact; a complete case has all of them and no others. */
export const factIds = [
  "audit.conducted_by",
  "audit.of_own_company",
  "audit.purpose",
  "audit.submission_method",
  "audit.started_on",
  "audit.last_day_on_site",
  "audit.submitted_on",
  "audit.received_on",
  "registration.approved_on",
  "employer.cycle_year",
  "employer.peak_headcount",
  "employer.management_system_since",
  "certificate.anniversary",
  "assessor.certified_auditor",
  "assessor.safety_program_development_on",
  "assessor.refreshers",
  "assessor.refresher_cancelled_on",
  "assessor.refresher_rebooked_for",
  "assessor.departed_on",
  "assessor.replacement_trained_on",
  "consultant.engaged",
  "consultant.safety_program_development_on",
  "consultant.refreshers",
  "consultant.activities",
  "binder.protocol_completed",
  "binder.wcb_information_accurate",
  "binder.action_plan_included",
  "binder.code_of_ethics_signed",
  "binder.assessor_signed_off",
  "binder.fees_paid_by",
  "previous_report.deficiencies",
  "extension.granted_until",
  "score.elements",
  "qa.status",
  "qa.completed_on",
  "feedback.last_notified_on",
  "feedback.corrections_received_on",
] as const;

/** The id of an input fact. */
export type FactId = (typeof factIds)[number];

/** The readings a caller may switch, each with the id of its alternative. */
export const switchableReadings = {
  "auditor-exemption": "covers_refresher",
  "refresher-validity": "once",
  "role-breach": "not_accepted",
  "anniversary-or-quarter": "anniversary",
  "day-counting": "starting_day_counted",
  "missed-time-limit": "not_accepted",
} as const;

/** The id of a reading that a caller may switch. */
export type SwitchableReading = keyof typeof switchableReadings;

/** The refresher courses that count. */
export const refresherCourses = [
  "hazard_management",
  "incident_and_accident_investigation",
  "supervisor_leadership",
  "oilfield_driver_awareness",
] as const;

/** What a consultant may do, by submission method. */
export const consultantRole = {
  online: ["organise_documentation", "scan_documentation", "assist_online_entry"],
  binder: [
    "organise_documentation",
    "complete_audit_questions",
    "review_with_assessor",
    "obtain_assessor_approval",
    "obtain_assessor_sign_off",
    "package_submission",
    "confirm_submission",
  ],
} as const;

/** Everything a consultant may be recorded as having done. */
export const consultantActivities = [
  "organise_documentation",
  "scan_documentation",
  "assist_online_entry",
  "complete_audit_questions",
  "review_with_assessor",
  "obtain_assessor_approval",
  "obtain_assessor_sign_off",
  "package_submission",
  "confirm_submission",
  "other",
] as const;
