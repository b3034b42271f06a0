import { describe, expect, it } from "vitest";
import { decideByHand, type OracleCase, type OracleDecided } from "./oracle.ts";
import { toMillionths } from "./reader.ts";
import { factIds, switchableReadings } from "./vocabulary.ts";

/** An online certification of a small employer on 2019-06-20 against which nothing can be said. */
const certification: Readonly<Record<string, unknown>> = {
  "audit.conducted_by": "secor_assessor",
  "audit.of_own_company": false,
  "audit.purpose": "certification",
  "audit.submission_method": "online",
  "audit.started_on": "2019-06-01",
  "audit.last_day_on_site": "2019-06-10",
  "audit.submitted_on": "2019-06-20",
  "audit.received_on": null,
  "registration.approved_on": "2019-05-20",
  "employer.cycle_year": "certification",
  "employer.peak_headcount": 7,
  "employer.management_system_since": "2017-01-01",
  "certificate.anniversary": null,
  "assessor.certified_auditor": false,
  "assessor.safety_program_development_on": "2018-03-01",
  "assessor.refreshers": [],
  "assessor.refresher_cancelled_on": null,
  "assessor.refresher_rebooked_for": null,
  "assessor.departed_on": null,
  "assessor.replacement_trained_on": null,
  "consultant.engaged": false,
  "consultant.safety_program_development_on": null,
  "consultant.refreshers": [],
  "consultant.activities": [],
  "binder.protocol_completed": true,
  "binder.wcb_information_accurate": true,
  "binder.action_plan_included": false,
  "binder.code_of_ethics_signed": true,
  "binder.assessor_signed_off": false,
  "binder.fees_paid_by": "employer",
  "previous_report.deficiencies": false,
  "extension.granted_until": null,
  "score.elements": [{ element: "element_1", earned: 90, available: 100 }],
  "qa.status": "passed",
  "qa.completed_on": null,
  "feedback.last_notified_on": null,
  "feedback.corrections_received_on": null,
};

const maintenance = {
  ...certification,
  "audit.purpose": "maintenance",
  "employer.cycle_year": "maintenance",
  "certificate.anniversary": "2019-05-10",
};

const binder = {
  ...certification,
  "audit.submission_method": "binder",
  "registration.approved_on": null,
  "audit.received_on": "2019-06-25",
};

type Change = Readonly<Record<string, unknown>>;
type Readings = Readonly<Record<string, string>>;

function decided(facts: Change, change: Change = {}, readings: Readings = {}, asOf = "2019-07-01"): OracleDecided {
  const result = decideByHand({ asOf, readings, facts: { ...facts, ...change } });
  if ("contradiction" in result) throw new Error(`contradiction: ${result.contradiction.join(", ")}`);
  return result;
}

function only<Reading extends keyof typeof switchableReadings>(reading: Reading): Readings {
  return { [reading]: switchableReadings[reading] };
}

const refresher = (completedOn: string): unknown => ({ course: "hazard_management", completed_on: completedOn });
const scored = (...points: readonly (readonly [number, number])[]): Change => ({
  "score.elements": points.map(([earned, available], index) => ({ element: `element_${index}`, earned, available })),
});

describe("a case with nothing against it", () => {
  it("has all the facts", () => {
    expect(Object.keys(certification).sort()).toEqual([...factIds].sort());
  });

  it("is certified", () => {
    expect(decided(certification)).toEqual({
      decisions: {
        scope: "applies",
        eligibility: "eligible",
        programme: "secor",
        training: "valid",
        submission: "accepted",
        certification: "certified",
        maintenance: "not_applicable",
      },
      obligations: {
        maintenance_audit: { due: null, status: "not_applicable" },
        fieldwork: { due: "2019-06-16", status: "fulfilled" },
        binder_receipt: { due: null, status: "not_applicable" },
        online_submission: { due: "2019-06-25", status: "fulfilled" },
        corrections: { due: null, status: "not_applicable" },
        replacement_assessor: { due: null, status: "not_applicable" },
        qa_record_retention: { due: null, status: "not_applicable" },
      },
      referenceDate: "2019-06-20",
    });
  });

  it("is maintained", () => {
    const { decisions, obligations } = decided(maintenance);
    expect(decisions).toMatchObject({ submission: "accepted", certification: "not_applicable" });
    expect(decisions).toMatchObject({ maintenance: "maintained" });
    expect(obligations.maintenance_audit).toEqual({ due: "2019-06-30", status: "fulfilled" });
  });

  it("is certified from a binder", () => {
    const { decisions, obligations } = decided(binder);
    expect(decisions).toMatchObject({ submission: "accepted", certification: "certified" });
    expect(obligations.binder_receipt).toEqual({ due: "2019-07-01", status: "fulfilled" });
    expect(obligations.online_submission).toEqual({ due: null, status: "not_applicable" });
  });
});

describe("scope", () => {
  const external = { "audit.conducted_by": "external_auditor" };

  it("leaves out an external auditor, whose dated obligations are computed all the same", () => {
    const { decisions, obligations } = decided(certification, external);
    expect(new Set(Object.values(decisions))).toEqual(new Set(["outside", "not_applicable"]));
    expect(decisions.scope).toBe("outside");
    expect(obligations.fieldwork?.due).toBe("2019-06-16");
  });

  it("takes in an external auditor's own company", () => {
    const { decisions } = decided(certification, { ...external, "audit.of_own_company": true });
    expect(decisions.certification).toBe("certified");
  });
});

describe("size and eligibility", () => {
  it.each([
    [10, certification, "eligible", "secor", "accepted"],
    [11, certification, "ineligible", "mecor_or_cor_now", "not_accepted"],
    [10, maintenance, "eligible", "secor", "accepted"],
    [11, maintenance, "eligible_this_year_only", "mecor_or_cor_next_year", "accepted"],
    [
      11,
      { ...certification, "employer.cycle_year": "maintenance" },
      "ineligible",
      "mecor_or_cor_next_year",
      "not_accepted",
    ],
  ])("%i people: %#", (people, facts, eligibility, programme, submission) => {
    const { decisions } = decided(facts, { "employer.peak_headcount": people });
    expect(decisions).toMatchObject({ eligibility, programme, submission });
  });

  it.each([
    ["2018-06-20", "2019-06-20", "eligible"],
    ["2018-06-21", "2019-06-20", "refer_to_one_year_certificate"],
    ["2020-02-29", "2021-02-28", "refer_to_one_year_certificate"],
    ["2020-02-29", "2021-03-01", "eligible"],
    [null, "2019-06-20", "refer_to_one_year_certificate"],
  ])("system since %s, submitted %s: %s", (since, submitted, eligibility) => {
    const change = { "employer.management_system_since": since, "audit.submitted_on": submitted };
    expect(decided(certification, change).decisions.eligibility).toBe(eligibility);
  });

  it("does not ask a maintenance for the full year", () => {
    const change = { "employer.management_system_since": "2019-06-01" };
    expect(decided(maintenance, change).decisions.eligibility).toBe("eligible");
  });
});

describe("training", () => {
  const course = "assessor.safety_program_development_on";
  const list = "assessor.refreshers";
  it.each([
    ["the day before the third anniversary", { [course]: "2016-06-21" }, "valid"],
    ["the third anniversary", { [course]: "2016-06-20" }, "invalid"],
    ["no course", { [course]: null }, "invalid"],
    ["no course but a refresher", { [course]: null, [list]: [refresher("2019-01-01")] }, "invalid"],
    ["a course on the day of submission", { [course]: "2019-06-20" }, "valid"],
    ["a course the day after", { [course]: "2019-06-21" }, "invalid"],
    ["an old course, a refresher that day", { [course]: "2010-01-01", [list]: [refresher("2019-06-20")] }, "valid"],
    ["an old course, a refresher too late", { [course]: "2010-01-01", [list]: [refresher("2019-06-21")] }, "invalid"],
    ["a refresher that lapsed", { [course]: "2010-01-01", [list]: [refresher("2016-06-20")] }, "invalid"],
    [
      "a lapsed refresher and a current one",
      { [course]: "2010-01-01", [list]: [refresher("2016-06-21"), refresher("2013-01-01")] },
      "valid",
    ],
  ])("%s: %#", (_, change, training) => {
    expect(decided(certification, change).decisions.training).toBe(training);
  });

  it.each([
    ["2019-02-27", "valid"],
    ["2019-02-28", "invalid"],
    ["2019-03-01", "invalid"],
  ])("of a leap day three years before, on %s: %s", (submitted, training) => {
    const change = { [course]: "2016-02-29", "audit.submitted_on": submitted };
    expect(decided(certification, change).decisions.training).toBe(training);
  });

  it("exempts an auditor from the course, not from being current", () => {
    const auditor = { "assessor.certified_auditor": true, [course]: null };
    const training = (change: Change, readings: Readings = {}) =>
      decided(certification, { ...auditor, ...change }, readings).decisions.training;
    expect(training({ [list]: [refresher("2018-01-01")] })).toBe("valid");
    expect(training({ [list]: [refresher("2016-06-20")] })).toBe("invalid");
    expect(training({ [course]: "2010-01-01" })).toBe("invalid");
    expect(training({})).toBe("invalid");
    expect(training({}, only("auditor-exemption"))).toBe("valid");
    expect(training({ [course]: "2010-01-01" }, only("auditor-exemption"))).toBe("valid");
    expect(training({}, only("refresher-validity"))).toBe("invalid");
    expect(training({ [list]: [refresher("2012-01-01")] }, only("refresher-validity"))).toBe("valid");
  });

  it("is kept for good by one refresher under the other reading, and the course alone still lapses", () => {
    const change = { [course]: "2010-01-01", [list]: [refresher("2013-06-20")] };
    expect(decided(certification, change).decisions.training).toBe("invalid");
    expect(decided(certification, change, only("refresher-validity")).decisions.training).toBe("valid");
    const alone = { [course]: "2016-06-20" };
    expect(decided(certification, alone, only("refresher-validity")).decisions.training).toBe("invalid");
  });

  it("asks the same of an engaged consultant, auditor or not, and nothing of one not engaged", () => {
    const engaged = { "consultant.engaged": true };
    const current = { "consultant.safety_program_development_on": "2018-01-01" };
    const auditor = { "assessor.certified_auditor": true };
    expect(decided(certification, { ...engaged, ...current }).decisions.training).toBe("valid");
    expect(decided(certification, engaged).decisions.training).toBe("invalid");
    expect(decided(certification, { ...engaged, ...auditor }, only("auditor-exemption")).decisions.training).toBe(
      "invalid",
    );
    expect(decided(certification).decisions.training).toBe("valid");
  });
});

describe("submission", () => {
  const submission = (facts: Change, change: Change, readings: Readings = {}, asOf = "2019-07-01") =>
    decided(facts, change, readings, asOf).decisions.submission;

  it("online needs an approved registration and 36 days, counted as read", () => {
    const approved = (date: string | null) => ({ "registration.approved_on": date });
    expect(submission(certification, approved(null))).toBe("not_accepted");
    expect(submission(certification, approved("2019-06-21"))).toBe("not_accepted");
    expect(submission(certification, approved("2019-06-20"))).toBe("accepted");
    expect(submission(certification, approved("2019-05-15"))).toBe("accepted");
    expect(submission(certification, approved("2019-05-14"))).toBe("at_discretion");
    expect(submission(certification, approved("2019-05-15"), only("day-counting"))).toBe("at_discretion");
    expect(submission(certification, approved("2019-05-14"), only("missed-time-limit"))).toBe("not_accepted");
  });

  it("online does not look at the binder or the fees", () => {
    const change = { "binder.protocol_completed": false, "binder.fees_paid_by": "unpaid" };
    expect(submission(certification, change)).toBe("accepted");
  });

  it.each([
    ["binder.protocol_completed", false],
    ["binder.fees_paid_by", "consultant"],
    ["binder.fees_paid_by", "unpaid"],
    ["binder.wcb_information_accurate", false],
    ["binder.code_of_ethics_signed", false],
    ["previous_report.deficiencies", true],
  ])("a binder with %s = %s is not accepted", (id, value) => {
    expect(submission(binder, { [id]: value })).toBe("not_accepted");
  });

  it("a binder answers deficiencies with an action plan, and a consultant with the assessor's sign-off", () => {
    const deficient = { "previous_report.deficiencies": true, "binder.action_plan_included": true };
    expect(submission(binder, deficient)).toBe("accepted");
    const engaged = { "consultant.engaged": true, "consultant.safety_program_development_on": "2018-01-01" };
    expect(submission(binder, engaged)).toBe("not_accepted");
    expect(submission(binder, { ...engaged, "binder.assessor_signed_off": true })).toBe("accepted");
  });

  it("a binder keeps 15 days of fieldwork and 21 to receipt", () => {
    const fieldwork = (last: string) => ({ "audit.last_day_on_site": last });
    expect(submission(binder, fieldwork("2019-06-16"))).toBe("accepted");
    expect(submission(binder, fieldwork("2019-06-17"))).toBe("at_discretion");
    expect(submission(binder, fieldwork("2019-06-16"), only("day-counting"))).toBe("at_discretion");
    expect(submission(binder, { "audit.received_on": "2019-07-01" })).toBe("accepted");
    expect(submission(binder, { "audit.received_on": "2019-07-02" })).toBe("at_discretion");
    expect(submission(binder, { "audit.received_on": "2019-07-02" }, only("missed-time-limit"))).toBe("not_accepted");
  });

  it("online leaves the length of the fieldwork to its obligation alone", () => {
    const change = { "audit.started_on": "2019-05-01" };
    expect(submission(certification, change)).toBe("accepted");
    expect(decided(certification, change).obligations.fieldwork).toEqual({
      due: "2019-05-16",
      status: "fulfilled_late",
    });
  });

  it("waits for the submission, then for the binder, whatever else is wrong", () => {
    const wrong = { "assessor.safety_program_development_on": null };
    expect(submission(binder, { ...wrong, "audit.submitted_on": null })).toBe("not_yet_submitted");
    expect(submission(binder, { ...wrong, "audit.received_on": null })).toBe("not_yet_received");
    expect(submission(certification, { "audit.received_on": null })).toBe("accepted");
  });

  it("holds a consultant to the role of the method", () => {
    const consultant = (engaged: boolean, ...activities: readonly string[]) => ({
      "consultant.engaged": engaged,
      "consultant.safety_program_development_on": "2018-01-01",
      "consultant.activities": activities,
      "binder.assessor_signed_off": true,
    });
    expect(submission(certification, consultant(true, "scan_documentation", "assist_online_entry"))).toBe("accepted");
    expect(submission(binder, consultant(true, "scan_documentation"))).toBe("at_discretion");
    expect(submission(certification, consultant(true, "complete_audit_questions"))).toBe("at_discretion");
    expect(submission(binder, consultant(true, "complete_audit_questions", "confirm_submission"))).toBe("accepted");
    expect(submission(binder, consultant(true, "other"), only("role-breach"))).toBe("not_accepted");
    expect(submission(binder, consultant(false, "other"), only("role-breach"))).toBe("accepted");
  });
});

describe("the maintenance limit", () => {
  const at = (anniversary: string, submitted: string, extension: string | null = null, readings: Readings = {}) => {
    const change = {
      "certificate.anniversary": anniversary,
      "audit.submitted_on": submitted,
      "registration.approved_on": submitted,
      "extension.granted_until": extension,
      "assessor.refreshers": [refresher(submitted)],
    };
    const { decisions, obligations } = decided(maintenance, change, readings, submitted);
    return [obligations.maintenance_audit?.due, decisions.submission, decisions.maintenance];
  };

  it.each([
    ["2019-09-15", "2019-09-30", null, "2019-09-30", "accepted", "maintained"],
    ["2019-09-15", "2019-10-01", null, "2019-09-30", "at_discretion", "pending"],
    ["2020-02-29", "2020-03-31", null, "2020-03-31", "accepted", "maintained"],
    ["2019-12-20", "2019-12-31", null, "2019-12-31", "accepted", "maintained"],
    ["2019-12-20", "2020-01-15", null, "2019-12-31", "at_discretion", "pending"],
    ["2019-12-20", "2020-01-15", "2020-01-15", "2020-01-15", "accepted", "maintained"],
    ["2019-12-20", "2020-01-15", "2020-01-14", "2020-01-14", "at_discretion", "pending"],
    ["2019-12-20", "2020-01-15", "2020-02-01", "2020-01-15", "accepted", "maintained"],
    ["2019-12-20", "2020-01-16", "2020-02-01", "2020-01-15", "deemed_invalid", "new_certification_required"],
    ["2019-03-01", "2019-08-01", "2019-08-01", "2019-08-01", "accepted", "maintained"],
    ["2019-03-01", "2019-03-31", "2019-03-15", "2019-03-31", "accepted", "maintained"],
  ])("anniversary %s, submitted %s, extended to %s", (anniversary, submitted, extension, ...expected) => {
    expect(at(anniversary, submitted, extension)).toEqual(expected);
  });

  it("is the anniversary itself under the other reading, in December too, and an extension still moves it", () => {
    const strict = only("anniversary-or-quarter");
    expect(at("2019-09-15", "2019-09-15", null, strict)).toEqual(["2019-09-15", "accepted", "maintained"]);
    expect(at("2019-09-15", "2019-09-16", null, strict)).toEqual(["2019-09-15", "at_discretion", "pending"]);
    expect(at("2019-12-20", "2019-12-21", null, strict)).toEqual(["2019-12-20", "at_discretion", "pending"]);
    expect(at("2019-09-15", "2019-09-20", "2019-09-20", strict)).toEqual(["2019-09-20", "accepted", "maintained"]);
  });

  it("is not moved into refusal by the reading on missed time limits", () => {
    expect(at("2019-09-15", "2019-10-01", null, only("missed-time-limit"))[1]).toBe("at_discretion");
  });

  it("ends an audit never submitted, once January 15 has passed", () => {
    const unsent = { "certificate.anniversary": "2019-03-01", "audit.submitted_on": null };
    const before = decided(maintenance, unsent, {}, "2020-01-15");
    expect(before.referenceDate).toBe("2020-01-15");
    expect(before.decisions).toMatchObject({ submission: "not_yet_submitted", maintenance: "pending" });
    expect(before.obligations.maintenance_audit).toEqual({ due: "2019-03-31", status: "overdue" });
    const after = decided(maintenance, unsent, {}, "2020-01-16");
    expect(after.decisions).toMatchObject({ submission: "deemed_invalid", maintenance: "new_certification_required" });
  });

  it("does not bind an early recertification", () => {
    const early = { ...maintenance, "audit.purpose": "certification", "certificate.anniversary": "2017-01-01" };
    const { decisions, obligations } = decided(early);
    expect(decisions).toMatchObject({ submission: "accepted", certification: "certified" });
    expect(obligations.maintenance_audit?.status).toBe("not_applicable");
  });
});

describe("scores and the review", () => {
  const outcome = (facts: Change, change: Change) => {
    const { certification: certified, maintenance: maintained } = decided(facts, change).decisions;
    return certified === "not_applicable" ? maintained : certified;
  };

  it("compares exactly, without rounding", () => {
    expect(outcome(certification, scored([79.99, 100]))).toBe("not_certified");
    expect(outcome(certification, scored([80, 100]))).toBe("certified");
    expect(outcome(certification, scored([100, 100], [100, 100], [49.99, 100]))).toBe("not_certified");
    expect(outcome(certification, scored([100, 100], [100, 100], [50, 100]))).toBe("certified");
    expect(outcome(maintenance, scored([59.99, 100]))).toBe("not_maintained");
    expect(outcome(maintenance, scored([60, 100]))).toBe("maintained");
    expect(outcome(maintenance, scored([100, 100], [20, 100]))).toBe("maintained");
    // 0.56 + 0.24 in binary falls short of 0.8; in points it does not.
    expect(outcome(certification, scored([0.56, 0.7], [0.24, 0.3]))).toBe("certified");
    expect(outcome(certification, scored([1.1, 1.1], [2.2, 2.2], [4.9, 6.95]))).toBe("certified");
  });

  it("weighs by points, and leaves out an element that has none", () => {
    expect(outcome(certification, scored([90, 100], [5, 10]))).toBe("certified");
    expect(outcome(certification, scored([0, 0], [80, 100], [0, 0]))).toBe("certified");
  });

  it.each([
    ["passed", "certified"],
    ["pending", "pending"],
    ["failed", "not_certified"],
  ])("review %s: %s", (status, expected) => {
    expect(outcome(certification, { "qa.status": status })).toBe(expected);
  });

  it("waits for a score, and lets a failed review speak first", () => {
    expect(outcome(certification, { "score.elements": null })).toBe("pending");
    expect(outcome(certification, { "score.elements": null, "qa.status": "failed" })).toBe("not_certified");
    expect(outcome(maintenance, { "score.elements": null })).toBe("pending");
    expect(outcome(maintenance, { "score.elements": null, "qa.status": "failed" })).toBe("not_maintained");
  });

  it("puts refusal before referral, and referral before the score", () => {
    const young = { "employer.management_system_since": "2019-01-01", ...scored([1, 100]) };
    expect(outcome(certification, young)).toBe("refer_to_one_year_certificate");
    expect(outcome(certification, { ...young, "registration.approved_on": null })).toBe("not_certified");
  });

  it("holds a poor score against an audit that was not submitted", () => {
    expect(outcome(certification, { "audit.submitted_on": null, ...scored([1, 100]) })).toBe("not_certified");
    expect(outcome(certification, { "audit.submitted_on": null })).toBe("pending");
  });

  it("reads decimals exactly, and refuses those it cannot", () => {
    expect(toMillionths(79.99)).toBe(79_990_000n);
    expect(toMillionths(-0.01)).toBe(-10_000n);
    expect(toMillionths(12)).toBe(12_000_000n);
    expect(() => toMillionths(1e-7)).toThrow(RangeError);
    expect(() => toMillionths(Number.NaN)).toThrow(RangeError);
  });
});

describe("obligations", () => {
  it("stand by what was done, else by the evaluation date", () => {
    const feedback = (received: string | null, asOf: string, readings: Readings = {}) =>
      decided(
        certification,
        { "feedback.last_notified_on": "2020-02-20", "feedback.corrections_received_on": received },
        readings,
        asOf,
      ).obligations.corrections;
    expect(feedback("2020-03-06", "2020-04-01")).toEqual({ due: "2020-03-06", status: "fulfilled" });
    expect(feedback("2020-03-07", "2020-04-01")).toEqual({ due: "2020-03-06", status: "fulfilled_late" });
    expect(feedback(null, "2020-03-06")).toEqual({ due: "2020-03-06", status: "pending" });
    expect(feedback(null, "2020-03-07")).toEqual({ due: "2020-03-06", status: "overdue" });
    expect(feedback(null, "2020-03-06", only("day-counting"))).toEqual({ due: "2020-03-05", status: "overdue" });
  });

  it("give a replacement 90 days, or to the maintenance limit when that comes first and is still ahead", () => {
    const due = (facts: Change, departed: string, change: Change = {}, readings: Readings = {}) =>
      decided(facts, { "assessor.departed_on": departed, ...change }, readings).obligations.replacement_assessor?.due;
    expect(due(certification, "2019-06-01")).toBe("2019-08-30");
    expect(due(certification, "2019-06-01", {}, only("day-counting"))).toBe("2019-08-29");
    expect(due(certification, "2019-06-01", { "certificate.anniversary": null })).toBe("2019-08-30");
    // The limit of 2.7.1 hangs on the certificate alone, so it presses before an early recertification too.
    expect(due(certification, "2019-06-01", { "certificate.anniversary": "2019-05-10" })).toBe("2019-06-30");
    expect(due(maintenance, "2019-06-01")).toBe("2019-06-30");
    expect(due(maintenance, "2019-06-30")).toBe("2019-06-30");
    expect(due(maintenance, "2019-07-01")).toBe("2019-09-29");
    expect(due(maintenance, "2019-04-01")).toBe("2019-06-30");
    expect(due(maintenance, "2019-03-01")).toBe("2019-05-30");
    expect(due(maintenance, "2019-06-01", { "extension.granted_until": "2019-07-20" })).toBe("2019-06-30");
    expect(due(maintenance, "2019-05-01", {}, only("anniversary-or-quarter"))).toBe("2019-05-10");
  });

  it("keep the review for a year, to 1 March where it ended on a leap day", () => {
    const kept = (completed: string, asOf: string) =>
      decided(certification, { "qa.completed_on": completed }, {}, asOf).obligations.qa_record_retention;
    expect(kept("2019-06-28", "2020-06-27")).toEqual({ due: "2020-06-28", status: "pending" });
    expect(kept("2019-06-28", "2020-06-28")).toEqual({ due: "2020-06-28", status: "fulfilled" });
    expect(kept("2020-02-29", "2021-02-28")).toEqual({ due: "2021-03-01", status: "pending" });
  });
});

describe("facts that contradict each other", () => {
  it.each<readonly [string, Change, Change]>([
    ["audit.started_on + audit.last_day_on_site", certification, { "audit.started_on": "2019-06-11" }],
    ["audit.last_day_on_site + audit.received_on", binder, { "audit.received_on": "2019-06-09" }],
    ["audit.purpose + employer.cycle_year", maintenance, { "employer.cycle_year": "certification" }],
    ["audit.purpose + certificate.anniversary", maintenance, { "certificate.anniversary": null }],
    ["audit.submitted_on + audit.last_day_on_site", binder, { "audit.last_day_on_site": null }],
    ["score.elements", certification, scored([10.01, 10])],
    ["score.elements", certification, scored([-0.01, 10], [10, 10])],
    ["score.elements", certification, scored([0, 0])],
    ["score.elements", certification, { "score.elements": [] }],
  ])("%s: %#", (pair, facts, change) => {
    expect(decideByHand({ asOf: "2019-07-01", facts: { ...facts, ...change } })).toEqual({ contradiction: [pair] });
  });

  it("are all named, outside the scope too", () => {
    const change = { "audit.conducted_by": "external_auditor", "certificate.anniversary": null, ...scored([1, 0]) };
    expect(decideByHand({ asOf: "2019-07-01", facts: { ...maintenance, ...change } })).toEqual({
      contradiction: ["audit.purpose + certificate.anniversary", "score.elements"],
    });
  });

  it("are not these: a fieldwork of one day, receipt on the last day, a binder still unsent without a last day", () => {
    const change = { "audit.started_on": "2019-06-10", "audit.received_on": "2019-06-10" };
    expect(decided(binder, change).decisions.submission).toBe("accepted");
    const unsent = { "audit.submitted_on": null, "audit.last_day_on_site": null };
    expect(decided(binder, unsent).decisions.submission).toBe("not_yet_submitted");
  });
});

describe("a case that is not fit to decide", () => {
  it.each<readonly [string, Partial<OracleCase>, new (message: string) => Error]>([
    ["an absent fact", { facts: { "audit.purpose": "maintenance" } }, TypeError],
    ["a mistyped fact", { facts: { ...certification, "employer.peak_headcount": "10" } }, TypeError],
    ["a day that does not exist", { facts: { ...certification, "audit.started_on": "2019-02-29" } }, RangeError],
    ["an unknown reading", { readings: { "role-breach": "accepted" } }, RangeError],
  ])("%s is refused", (_, part, kind) => {
    expect(() => decideByHand({ asOf: "2019-07-01", facts: certification, ...part })).toThrow(kind);
  });
});
