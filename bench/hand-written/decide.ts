import type { Decisions, Facts, Points } from "./case.ts";
import { type DateKey, daysBetween, endOfQuarter, none, yearsLater, yearsLaterAtLeast } from "./dates.ts";

const outside: Decisions = {
  scope: "outside",
  eligibility: "not_applicable",
  programme: "not_applicable",
  training: "not_applicable",
  submission: "not_applicable",
  certification: "not_applicable",
  maintenance: "not_applicable",
};

const onlineRole = new Set(["organise_documentation", "scan_documentation", "assist_online_entry"]);
const binderRole = new Set([
  "organise_documentation",
  "complete_audit_questions",
  "review_with_assessor",
  "obtain_assessor_approval",
  "obtain_assessor_sign_off",
  "package_submission",
  "confirm_submission",
]);

/** Decides a complete case by the procedure's first revision, as plain code. */
export function decide(facts: Facts): Decisions {
  if (facts.outside) return outside;
  const eligibility = eligibilityOf(facts);
  const trained = isTrained(facts);
  const submission = submissionOf(facts, trained);
  return {
    scope: "applies",
    eligibility,
    programme: programmeOf(facts),
    training: trained ? "valid" : "invalid",
    submission,
    certification: facts.maintenance ? "not_applicable" : certificationOf(facts, submission, eligibility),
    maintenance: facts.maintenance ? maintenanceOf(facts, submission) : "not_applicable",
  };
}

function eligibilityOf({ maintenance, headcount, systemSince, reference }: Facts): string {
  if (maintenance) return headcount > 10 ? "eligible_this_year_only" : "eligible";
  if (headcount > 10) return "ineligible";
  const fullYear = systemSince !== none && yearsLaterAtLeast(systemSince, 1) <= reference;
  return fullYear ? "eligible" : "refer_to_one_year_certificate";
}

function programmeOf({ headcount, certificationYear }: Facts): string {
  if (headcount <= 10) return "secor";
  return certificationYear ? "mecor_or_cor_now" : "mecor_or_cor_next_year";
}

function isTrained(facts: Facts): boolean {
  const { reference } = facts;
  if (!personIsTrained(facts.assessorCourse, facts.assessorRefreshers, facts.certifiedAuditor, reference)) return false;
  return !facts.consultant || personIsTrained(facts.consultantCourse, facts.consultantRefreshers, false, reference);
}

function personIsTrained(
  course: DateKey,
  refreshers: readonly DateKey[],
  exempt: boolean,
  reference: DateKey,
): boolean {
  const completed = course !== none && course <= reference;
  if (!completed && !exempt) return false;
  if (completed && reference < yearsLater(course, 3)) return true;
  for (const date of refreshers) if (date <= reference && reference < yearsLater(date, 3)) return true;
  return false;
}

function submissionOf(facts: Facts, trained: boolean): string {
  const { maintenance, binder, reference } = facts;
  if (maintenance && reference > cutoffOf(facts)) return "deemed_invalid";
  if (facts.submitted === none) return "not_yet_submitted";
  if (binder && facts.received === none) return "not_yet_received";
  if (!trained || (!maintenance && facts.headcount > 10)) return "not_accepted";
  if (binder ? isIncomplete(facts) : facts.approved === none || facts.approved > reference) return "not_accepted";
  return (maintenance && isLate(facts)) || isTimeMissed(facts) || isRoleBroken(facts) ? "at_discretion" : "accepted";
}

/** January 15 of the year after the anniversary's. */
function cutoffOf({ anniversary }: Facts): DateKey {
  return (Math.trunc(anniversary / 10_000) + 1) * 10_000 + 115;
}

function isLate(facts: Facts): boolean {
  const { reference, extension } = facts;
  if (reference <= endOfQuarter(facts.anniversary)) return false;
  return extension === none || reference > extension || reference > cutoffOf(facts);
}

function isIncomplete(facts: Facts): boolean {
  return (
    !facts.protocol ||
    facts.feesPaidBy !== "employer" ||
    !facts.wcbAccurate ||
    !facts.ethicsSigned ||
    (facts.deficiencies && !facts.actionPlan) ||
    (facts.consultant && !facts.signedOff)
  );
}

function isTimeMissed({ binder, approved, submitted, started, lastDay, received }: Facts): boolean {
  if (!binder) return daysBetween(approved, submitted) > 36;
  // A binder that was submitted has a last day on site, and was received.
  return (started !== none && daysBetween(started, lastDay) > 15) || daysBetween(lastDay, received) > 21;
}

function isRoleBroken({ consultant, binder, activities }: Facts): boolean {
  if (!consultant) return false;
  const role = binder ? binderRole : onlineRole;
  for (const activity of activities) if (!role.has(activity)) return true;
  return false;
}

function certificationOf(facts: Facts, submission: string, eligibility: string): string {
  if (submission === "not_accepted") return "not_certified";
  if (eligibility === "refer_to_one_year_certificate") return eligibility;
  const { elements, qa } = facts;
  if (elements !== null && (isUnder(elements, 4) || hasWeakElement(elements))) return "not_certified";
  if (qa === "failed") return "not_certified";
  return elements === null || qa === "pending" || submission !== "accepted" ? "pending" : "certified";
}

function maintenanceOf({ elements, qa }: Facts, submission: string): string {
  if (submission === "deemed_invalid") return "new_certification_required";
  if (submission === "not_accepted") return "not_maintained";
  if (elements !== null && isUnder(elements, 3)) return "not_maintained";
  if (qa === "failed") return "not_maintained";
  return elements === null || qa === "pending" || submission !== "accepted" ? "pending" : "maintained";
}

/** Whether less than so many fifths of the available points were earned. */
function isUnder(elements: readonly Points[], fifths: number): boolean {
  let earned = 0;
  let available = 0;
  for (const element of elements) {
    earned += element.earned;
    available += element.available;
  }
  if (available < 1e15) return earned * 5 < available * fifths;
  // Beyond this, five times the points can't be told apart as plain numbers any more.
  let difference = 0n;
  for (const element of elements)
    difference += BigInt(element.earned) * 5n - BigInt(element.available) * BigInt(fifths);
  return difference < 0n;
}

function hasWeakElement(elements: readonly Points[]): boolean {
  for (const { earned, available } of elements) if (earned * 2 < available) return true;
  return false;
}
