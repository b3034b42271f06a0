import type { Facts, GivenCase, Points } from "./case.ts";
import { type DateKey, dateKey, none } from "./dates.ts";
import type { Plans } from "./plans.ts";

type Block = Readonly<Record<string, unknown>>;

const cycle = new Set(["certification", "maintenance"]);
const conductors = new Set(["secor_assessor", "external_auditor"]);
const methods = new Set(["online", "binder"]);
const payers = new Set(["employer", "consultant", "other", "unpaid"]);
const reviews = new Set(["pending", "passed", "failed"]);
const courses = new Set([
  "hazard_management",
  "incident_and_accident_investigation",
  "supervisor_leadership",
  "oilfield_driver_awareness",
]);
const activities = new Set([
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
]);

/**
 * Reads a complete case and looks at everything that the library looks at: unknown keys, types, dates and their bounds,
 * numbers and theirs, the options, and the governing date. Dates are read in the order of the rules, which is that of
 * the warnings about plans.
 *
 * @param plans notes each date after the evaluation date, where that is asked for
 * @throws RangeError for the first fault found
 */
export function readChecked({ asOf, facts: given }: GivenCase, plans?: Plans): Facts {
  const all = block(given, 12, "facts");
  const audit = block(all.audit, 8, "audit");
  const registration = block(all.registration, 1, "registration");
  const employer = block(all.employer, 3, "employer");
  const certificate = block(all.certificate, 1, "certificate");
  const assessor = block(all.assessor, 7, "assessor");
  const consultant = block(all.consultant, 4, "consultant");
  const binder = block(all.binder, 6, "binder");
  const previous = block(all.previous_report, 1, "previous_report");
  const extension = block(all.extension, 1, "extension");
  const score = block(all.score, 1, "score");
  const qa = block(all.qa, 2, "qa");
  const feedback = block(all.feedback, 2, "feedback");
  const evaluated = date(asOf, "asOf");
  if (plans !== undefined) plans.asOf = evaluated;
  const started = dateOrNone(audit.started_on, "audit.started_on", plans);
  const lastDay = dateOrNone(audit.last_day_on_site, "audit.last_day_on_site", plans);
  const submitted = dateOrNone(audit.submitted_on, "audit.submitted_on", plans);
  const reference = submitted === none ? evaluated : submitted;
  if (reference < 20_190_101 || reference >= 20_220_101) throw new RangeError("no revision governs on that day");
  const received = dateOrNone(audit.received_on, "audit.received_on", plans);
  const approved = dateOrNone(registration.approved_on, "registration.approved_on", plans);
  const systemSince = dateOrNone(employer.management_system_since, "employer.management_system_since", plans);
  const anniversary = dateOrNone(certificate.anniversary, "certificate.anniversary", plans);
  const assessorCourse = dateOrNone(
    assessor.safety_program_development_on,
    "assessor.safety_program_development_on",
    plans,
  );
  const assessorRefreshers = refreshers(assessor.refreshers, "assessor.refreshers", plans);
  dateOrNone(assessor.refresher_cancelled_on, "assessor.refresher_cancelled_on", plans);
  dateOrNone(assessor.refresher_rebooked_for, "assessor.refresher_rebooked_for", plans);
  dateOrNone(assessor.departed_on, "assessor.departed_on", plans);
  dateOrNone(assessor.replacement_trained_on, "assessor.replacement_trained_on", plans);
  const consultantCourse = dateOrNone(
    consultant.safety_program_development_on,
    "consultant.safety_program_development_on",
    plans,
  );
  const consultantRefreshers = refreshers(consultant.refreshers, "consultant.refreshers", plans);
  const extended = dateOrNone(extension.granted_until, "extension.granted_until", plans);
  dateOrNone(qa.completed_on, "qa.completed_on", plans);
  dateOrNone(feedback.last_notified_on, "feedback.last_notified_on", plans);
  dateOrNone(feedback.corrections_received_on, "feedback.corrections_received_on", plans);
  const byAuditor = choice(audit.conducted_by, conductors, "audit.conducted_by") === "external_auditor";
  const ownCompany = flag(audit.of_own_company, "audit.of_own_company");
  return {
    reference,
    outside: byAuditor && !ownCompany,
    maintenance: choice(audit.purpose, cycle, "audit.purpose") === "maintenance",
    binder: choice(audit.submission_method, methods, "audit.submission_method") === "binder",
    started,
    lastDay,
    submitted,
    received,
    approved,
    certificationYear: choice(employer.cycle_year, cycle, "employer.cycle_year") === "certification",
    headcount: headcountOf(employer.peak_headcount),
    systemSince,
    anniversary,
    certifiedAuditor: flag(assessor.certified_auditor, "assessor.certified_auditor"),
    assessorCourse,
    assessorRefreshers,
    consultant: flag(consultant.engaged, "consultant.engaged"),
    consultantCourse,
    consultantRefreshers,
    activities: activitiesOf(consultant.activities),
    protocol: flag(binder.protocol_completed, "binder.protocol_completed"),
    wcbAccurate: flag(binder.wcb_information_accurate, "binder.wcb_information_accurate"),
    actionPlan: flag(binder.action_plan_included, "binder.action_plan_included"),
    ethicsSigned: flag(binder.code_of_ethics_signed, "binder.code_of_ethics_signed"),
    signedOff: flag(binder.assessor_signed_off, "binder.assessor_signed_off"),
    feesPaidBy: choice(binder.fees_paid_by, payers, "binder.fees_paid_by"),
    deficiencies: flag(previous.deficiencies, "previous_report.deficiencies"),
    extension: extended,
    elements: score.elements === null ? null : pointsOf(score.elements),
    qa: choice(qa.status, reviews, "qa.status"),
  };
}

/** A block of exactly so many keys: since each is read by its name, a stranger shows in their number. */
function block(value: unknown, size: number, id: string): Block {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return refuse(id, "a block");
  if (Object.keys(value).length !== size) return refuse(id, `a block of ${size} keys`);
  return value as Block;
}

function date(value: unknown, id: string): DateKey {
  const key = typeof value === "string" ? dateKey(value) : -1;
  return key >= 19_000_101 && key <= 21_991_231 ? key : refuse(id, "a date");
}

function dateOrNone(value: unknown, id: string, plans: Plans | undefined): DateKey {
  if (value === null) return none;
  const key = date(value, id);
  if (plans !== undefined && key > plans.asOf) plans.note(id, String(value));
  return key;
}

function flag(value: unknown, id: string): boolean {
  return typeof value === "boolean" ? value : refuse(id, "true or false");
}

function choice(value: unknown, options: ReadonlySet<string>, id: string): string {
  return typeof value === "string" && options.has(value) ? value : refuse(id, "one of the options");
}

function headcountOf(value: unknown): number {
  const whole = typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 1e9;
  return whole ? value : refuse("employer.peak_headcount", "a number of people");
}

function refreshers(value: unknown, id: string, plans: Plans | undefined): readonly DateKey[] {
  const dates: DateKey[] = [];
  for (const one of list(value, id)) {
    const { course, completed_on } = block(one, 2, id);
    choice(course, courses, id);
    const key = date(completed_on, id);
    if (plans !== undefined && key > plans.asOf) plans.note(id, String(completed_on));
    dates.push(key);
  }
  return dates;
}

function activitiesOf(value: unknown): readonly string[] {
  const found = list(value, "consultant.activities");
  return found.map((one) => choice(one, activities, "consultant.activities"));
}

function pointsOf(value: unknown): readonly Points[] {
  const points: Points[] = [];
  for (const one of list(value, "score.elements")) {
    const { element, earned, available } = block(one, 3, "score.elements");
    if (typeof element !== "string") refuse("score.elements", "an element");
    points.push({ earned: millionths(earned), available: millionths(available) });
  }
  return points;
}

function millionths(value: unknown): number {
  if (typeof value !== "number" || !(value >= 0 && value <= 1e9)) return refuse("score.elements", "points");
  const whole = Math.round(value * 1e6);
  return whole / 1e6 === value ? whole : refuse("score.elements", "points of six decimals at most");
}

function list(value: unknown, id: string): readonly unknown[] {
  return Array.isArray(value) ? value : refuse(id, "a list");
}

function refuse(id: string, expected: string): never {
  throw new RangeError(`${id} is not ${expected}`);
}
