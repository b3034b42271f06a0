import { addYearsDown, addYearsUp, fromCivil, quarterEnd, toCivil, toDay, toIso } from "./days.ts";
import { type ElementScore, type FactReader, type Refresher, readFacts } from "./reader.ts";
import { consultantRole, refresherCourses, type SwitchableReading, switchableReadings } from "./vocabulary.ts";

/** A complete case: every fact id is a key of `facts`, dates are ISO text, and null means "known to be none". */
export interface OracleCase {
  readonly asOf: string;
  readonly readings?: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A dated obligation: the last day that still counts (null where it does not apply) and how it stands. */
export interface OracleObligation {
  readonly due: string | null;
  readonly status: string;
}

/** What the procedure says of a case. */
export interface OracleDecided {
  readonly decisions: Readonly<Record<string, string>>;
  readonly obligations: Readonly<Record<string, OracleObligation>>;
  readonly referenceDate: string;
}

/** Facts that cannot hold together: each entry is `"first.id + second.id"`, or one id where a fact contradicts itself. */
export interface OracleContradiction {
  readonly contradiction: readonly string[];
}

export type OracleResult = OracleDecided | OracleContradiction;

const SMALL_EMPLOYER_LIMIT = 10;
const TRAINING_YEARS = 3;
const FIELDWORK_DAYS = 15;
const RECEIPT_DAYS = 21;
const ONLINE_DAYS = 36;
const CORRECTION_DAYS = 15;
const REPLACEMENT_DAYS = 90;

interface Situation {
  readonly facts: FactReader;
  readonly asOf: number;
  readonly reference: number;
  readonly maintenance: boolean;
  readonly binder: boolean;
  readonly overTen: boolean;
  /** Whether the caller switched this reading to its alternative. */
  readonly switched: (reading: SwitchableReading) => boolean;
}

/**
 * Decides a complete case by the procedure, written out by hand.
 * Does not look at which revision governs: the caller keeps the governing date inside the revision's validity.
 * @throws TypeError for an absent or mistyped fact; RangeError for an impossible date or an unknown reading.
 */
export function decideByHand(kase: OracleCase): OracleResult {
  const facts = readFacts(kase.facts);
  const contradiction = contradictions(facts);
  if (contradiction.length > 0) return { contradiction };

  const asOf = toDay(kase.asOf);
  const s: Situation = {
    facts,
    asOf,
    reference: facts.day("audit.submitted_on") ?? asOf,
    maintenance: facts.word("audit.purpose") === "maintenance",
    binder: facts.word("audit.submission_method") === "binder",
    overTen: facts.count("employer.peak_headcount") > SMALL_EMPLOYER_LIMIT,
    switched: switchedReadings(kase.readings ?? {}),
  };
  return { decisions: decide(s), obligations: obligations(s), referenceDate: toIso(s.reference) };
}

function switchedReadings(chosen: Readonly<Record<string, string>>): Situation["switched"] {
  const alternatives: Readonly<Record<string, string>> = switchableReadings;
  for (const [reading, choice] of Object.entries(chosen)) {
    if (!Object.hasOwn(alternatives, reading) || alternatives[reading] !== choice) {
      throw new RangeError(`no such alternative reading: ${reading}=${choice}`);
    }
  }
  return (reading) => chosen[reading] === switchableReadings[reading];
}

function contradictions(facts: FactReader): string[] {
  const found: string[] = [];
  const started = facts.day("audit.started_on");
  const lastDay = facts.day("audit.last_day_on_site");
  const received = facts.day("audit.received_on");
  if (started !== null && lastDay !== null && lastDay < started) {
    found.push("audit.started_on + audit.last_day_on_site");
  }
  if (lastDay !== null && received !== null && received < lastDay) {
    found.push("audit.last_day_on_site + audit.received_on");
  }
  if (facts.word("audit.purpose") === "maintenance") {
    if (facts.word("employer.cycle_year") === "certification") found.push("audit.purpose + employer.cycle_year");
    if (facts.day("certificate.anniversary") === null) found.push("audit.purpose + certificate.anniversary");
  }
  const submitted = facts.day("audit.submitted_on");
  if (facts.word("audit.submission_method") === "binder" && submitted !== null && lastDay === null) {
    found.push("audit.submitted_on + audit.last_day_on_site");
  }
  const elements = facts.scores("score.elements");
  if (elements !== null) {
    const impossible = elements.some(({ earned, available }) => earned < 0n || earned > available);
    if (impossible || !elements.some(({ available }) => available > 0n)) found.push("score.elements");
  }
  return found;
}

// ---------------------------------------------------------------------------------------------- decisions

function decide(s: Situation): Record<string, string> {
  const outside =
    s.facts.word("audit.conducted_by") === "external_auditor" && s.facts.flag("audit.of_own_company") === false;
  if (outside) {
    return {
      scope: "outside",
      eligibility: "not_applicable",
      programme: "not_applicable",
      training: "not_applicable",
      submission: "not_applicable",
      certification: "not_applicable",
      maintenance: "not_applicable",
    };
  }
  const eligibility = eligibilityOf(s);
  const training = trainingValid(s) ? "valid" : "invalid";
  const submission = submissionOf(s, training === "valid");
  return {
    scope: "applies",
    eligibility,
    programme: programmeOf(s),
    training,
    submission,
    certification: s.maintenance ? "not_applicable" : certificationOf(s, submission, eligibility),
    maintenance: s.maintenance ? maintenanceOf(s, submission) : "not_applicable",
  };
}

function eligibilityOf(s: Situation): string {
  if (s.maintenance) return s.overTen ? "eligible_this_year_only" : "eligible";
  if (s.overTen) return "ineligible";
  const since = s.facts.day("employer.management_system_since");
  const fullYear = since !== null && addYearsUp(since, 1) <= s.reference;
  return fullYear ? "eligible" : "refer_to_one_year_certificate";
}

function programmeOf(s: Situation): string {
  if (!s.overTen) return "secor";
  return s.facts.word("employer.cycle_year") === "certification" ? "mecor_or_cor_now" : "mecor_or_cor_next_year";
}

function trainingValid(s: Situation): boolean {
  const { facts } = s;
  const auditor = facts.flag("assessor.certified_auditor");
  const assessorValid =
    (auditor && s.switched("auditor-exemption")) ||
    personTrained(s, {
      course: facts.day("assessor.safety_program_development_on"),
      refreshers: facts.refreshers("assessor.refreshers"),
      courseExempt: auditor,
    });
  const consultantValid =
    !facts.flag("consultant.engaged") ||
    personTrained(s, {
      course: facts.day("consultant.safety_program_development_on"),
      refreshers: facts.refreshers("consultant.refreshers"),
      courseExempt: false,
    });
  return assessorValid && consultantValid;
}

interface Person {
  readonly course: number | null;
  readonly refreshers: readonly Refresher[];
  readonly courseExempt: boolean;
}

function personTrained(s: Situation, person: Person): boolean {
  const listed: readonly string[] = refresherCourses;
  const course = person.course !== null && person.course <= s.reference ? person.course : null;
  if (course === null && !person.courseExempt) return false;

  const done = person.refreshers
    .filter((refresher) => listed.includes(refresher.course) && refresher.completedOn <= s.reference)
    .map((refresher) => refresher.completedOn);
  const current = (from: number): boolean => s.reference < addYearsDown(from, TRAINING_YEARS);

  if (course !== null && current(course)) return true;
  return s.switched("refresher-validity") ? done.length > 0 : done.some(current);
}

function submissionOf(s: Situation, trained: boolean): string {
  if (s.maintenance && s.reference > januaryCutoff(s)) return "deemed_invalid";
  if (s.facts.day("audit.submitted_on") === null) return "not_yet_submitted";
  if (s.binder && s.facts.day("audit.received_on") === null) return "not_yet_received";

  const limitMissed = timeLimitMissed(s);
  const roleBreached = consultantOutsideRole(s);
  if (
    !trained ||
    (!s.maintenance && s.overTen) ||
    (s.binder ? binderIncomplete(s.facts) : registrationMissing(s)) ||
    (limitMissed && s.switched("missed-time-limit")) ||
    (roleBreached && s.switched("role-breach"))
  ) {
    return "not_accepted";
  }
  const due = maintenanceDue(s);
  const late = due !== null && s.reference > due;
  return late || limitMissed || roleBreached ? "at_discretion" : "accepted";
}

function registrationMissing(s: Situation): boolean {
  const approved = s.facts.day("registration.approved_on");
  return approved === null || approved > s.reference;
}

function binderIncomplete(facts: FactReader): boolean {
  return (
    !facts.flag("binder.protocol_completed") ||
    facts.word("binder.fees_paid_by") !== "employer" ||
    !facts.flag("binder.wcb_information_accurate") ||
    !facts.flag("binder.code_of_ethics_signed") ||
    (facts.flag("previous_report.deficiencies") && !facts.flag("binder.action_plan_included")) ||
    (facts.flag("consultant.engaged") && !facts.flag("binder.assessor_signed_off"))
  );
}

function timeLimitMissed(s: Situation): boolean {
  const after = (done: number | null, due: number | null): boolean => done !== null && due !== null && done > due;
  if (!s.binder) return after(s.facts.day("audit.submitted_on"), onlineDue(s));
  const lastDay = s.facts.day("audit.last_day_on_site");
  return after(lastDay, fieldworkDue(s)) || after(s.facts.day("audit.received_on"), receiptDue(s));
}

function consultantOutsideRole(s: Situation): boolean {
  if (!s.facts.flag("consultant.engaged")) return false;
  const allowed: readonly string[] = s.binder ? consultantRole.binder : consultantRole.online;
  return s.facts.words("consultant.activities").some((activity) => !allowed.includes(activity));
}

function certificationOf(s: Situation, submission: string, eligibility: string): string {
  if (submission === "not_accepted") return "not_certified";
  if (eligibility === "refer_to_one_year_certificate") return "refer_to_one_year_certificate";
  const elements = s.facts.scores("score.elements");
  if (elements !== null && (overallUnder(elements, 80n) || anyElementUnder(elements, 50n))) return "not_certified";
  if (s.facts.word("qa.status") === "failed") return "not_certified";
  return unfinished(s, submission) ? "pending" : "certified";
}

function maintenanceOf(s: Situation, submission: string): string {
  if (submission === "deemed_invalid") return "new_certification_required";
  if (submission === "not_accepted") return "not_maintained";
  const elements = s.facts.scores("score.elements");
  if (elements !== null && overallUnder(elements, 60n)) return "not_maintained";
  if (s.facts.word("qa.status") === "failed") return "not_maintained";
  return unfinished(s, submission) ? "pending" : "maintained";
}

function unfinished(s: Situation, submission: string): boolean {
  return (
    s.facts.scores("score.elements") === null || s.facts.word("qa.status") === "pending" || submission !== "accepted"
  );
}

function overallUnder(elements: readonly ElementScore[], percent: bigint): boolean {
  let earned = 0n;
  let available = 0n;
  for (const element of elements) {
    earned += element.earned;
    available += element.available;
  }
  return earned * 100n < percent * available;
}

function anyElementUnder(elements: readonly ElementScore[], percent: bigint): boolean {
  // An element with no available points has no earned ones either, so it compares 0 < 0 and never counts.
  return elements.some(({ earned, available }) => earned * 100n < percent * available);
}

// ---------------------------------------------------------------------------------------------- due dates

/** The last day of a limit of so many days from `start`. */
function lastDayOf(s: Situation, start: number | null, days: number): number | null {
  if (start === null) return null;
  return start + days - (s.switched("day-counting") ? 1 : 0);
}

const fieldworkDue = (s: Situation): number | null => lastDayOf(s, s.facts.day("audit.started_on"), FIELDWORK_DAYS);
const receiptDue = (s: Situation): number | null => lastDayOf(s, s.facts.day("audit.last_day_on_site"), RECEIPT_DAYS);
const onlineDue = (s: Situation): number | null => lastDayOf(s, s.facts.day("registration.approved_on"), ONLINE_DAYS);

function anniversaryOf(s: Situation): number {
  const anniversary = s.facts.day("certificate.anniversary");
  if (anniversary === null) throw new RangeError("a maintenance audit has an anniversary");
  return anniversary;
}

function januaryCutoff(s: Situation): number {
  return fromCivil({ year: toCivil(anniversaryOf(s)).year + 1, month: 1, day: 15 });
}

/** The limit of 2.7.1 alone, before any extension and whatever the audit's purpose; null before a first certificate. */
function regularLimit(s: Situation): number | null {
  const anniversary = s.facts.day("certificate.anniversary");
  if (anniversary === null) return null;
  return s.switched("anniversary-or-quarter") ? anniversary : quarterEnd(anniversary);
}

/** The limit with any extension; null for a certification. */
function maintenanceDue(s: Situation): number | null {
  const limit = s.maintenance ? regularLimit(s) : null;
  const extension = s.facts.day("extension.granted_until");
  if (limit === null || extension === null) return limit;
  return Math.max(limit, Math.min(extension, januaryCutoff(s)));
}

function replacementDue(s: Situation): number | null {
  const departed = s.facts.day("assessor.departed_on");
  const due = lastDayOf(s, departed, REPLACEMENT_DAYS);
  const limit = regularLimit(s);
  if (departed === null || due === null || limit === null || limit < departed) return due;
  return Math.min(due, limit);
}

// ---------------------------------------------------------------------------------------------- obligations

function obligations(s: Situation): Record<string, OracleObligation> {
  const { facts } = s;
  const submitted = facts.day("audit.submitted_on");
  const correctionsDue = lastDayOf(s, facts.day("feedback.last_notified_on"), CORRECTION_DAYS);
  return {
    maintenance_audit: dated(s, maintenanceDue(s), submitted),
    fieldwork: dated(s, fieldworkDue(s), facts.day("audit.last_day_on_site")),
    binder_receipt: dated(s, s.binder ? receiptDue(s) : null, facts.day("audit.received_on")),
    online_submission: dated(s, s.binder ? null : onlineDue(s), submitted),
    corrections: dated(s, correctionsDue, facts.day("feedback.corrections_received_on")),
    replacement_assessor: dated(s, replacementDue(s), facts.day("assessor.replacement_trained_on")),
    qa_record_retention: retention(s),
  };
}

function dated(s: Situation, due: number | null, done: number | null): OracleObligation {
  if (due === null) return { due: null, status: "not_applicable" };
  if (done !== null) return { due: toIso(due), status: done <= due ? "fulfilled" : "fulfilled_late" };
  return { due: toIso(due), status: s.asOf <= due ? "pending" : "overdue" };
}

function retention(s: Situation): OracleObligation {
  const completed = s.facts.day("qa.completed_on");
  if (completed === null) return { due: null, status: "not_applicable" };
  const due = addYearsUp(completed, 1);
  return { due: toIso(due), status: s.asOf < due ? "pending" : "fulfilled" };
}
