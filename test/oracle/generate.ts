import fc from "fast-check";
import {
  type Anchors,
  around,
  type DayPlan,
  inQuarterOfReference,
  inYear,
  leapDayBefore,
  mix,
  none,
  on,
  referenceDay,
  yearsBefore,
} from "./dayPlan.ts";
import { toIso } from "./days.ts";
import type { OracleCase } from "./oracle.ts";
import { scoredElements } from "./scorePlan.ts";
import {
  consultantActivities,
  consultantRole,
  type FactId,
  refresherCourses,
  type SwitchableReading,
  switchableReadings,
} from "./vocabulary.ts";

export { factIds, switchableReadings } from "./vocabulary.ts";

const mostly = (value: boolean, times: number): fc.Arbitrary<boolean> =>
  fc.oneof({ weight: times, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: fc.constant(!value) });

/** The purpose with the cycle year: a maintenance audit never falls in a certification year. */
const purpose = fc.constantFrom(
  ["maintenance", "maintenance"],
  ["maintenance", "maintenance"],
  ["maintenance", "maintenance"],
  ["certification", "certification"],
  ["certification", "certification"],
  ["certification", "maintenance"],
);

const headcount = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 10 }) },
  { weight: 2, arbitrary: fc.constantFrom(9, 10) },
  { weight: 2, arbitrary: fc.constantFrom(11, 12) },
  { weight: 1, arbitrary: fc.integer({ min: 11, max: 400 }) },
);

const anniversary = mix(
  [8, inQuarterOfReference],
  [3, around("reference", -1, 1)],
  [3, around("reference", 0, 90)],
  [2, inYear(0, 12, 1, 31)],
  [3, inYear(-1, 12, 1, 31)],
  [2, inYear(-1, 10, 1, 31)],
  [2, inYear(0, 9, 28, 30)],
  [2, inYear(0, 9, 1, 30)],
  [1, on("2020-02-29", "2016-02-29")],
  [1, around("reference", -800, 400)],
);

const extension = mix(
  [6, none],
  [3, around("reference", -1, 1)],
  [2, inYear(0, 1, 13, 17)],
  [2, inYear(1, 1, 13, 17)],
  [1, inYear(0, 12, 30, 31)],
  [1, around("reference", -120, 120)],
);

const started = mix(
  [2, none],
  [5, around("reference", -40, 0)],
  [3, around("asOf", -16, -13)],
  [1, leapDayBefore("asOf", 0)],
  [1, around("reference", -400, 60)],
);

const lastDayOnSite = mix(
  [2, none],
  [5, around("previous", 0, 13)],
  [3, around("previous", 13, 16)],
  [1, around("previous", 17, 40)],
  [4, around("asOf", -22, -19)],
  [1, leapDayBefore("asOf", 0)],
);

const received = mix(
  [3, none],
  [6, around("previous", 0, 19)],
  [3, around("previous", 19, 22)],
  [1, around("previous", 23, 60)],
);

const approved = mix(
  [1, none],
  [5, around("reference", -34, -1)],
  [3, around("reference", -37, -34)],
  [2, around("reference", -1, 1)],
  [1, around("asOf", -37, -34)],
  [1, leapDayBefore("asOf", 0)],
  [1, around("reference", -90, 40)],
);

const managementSystemSince = mix(
  [1, none],
  [6, around("reference", -4000, -366)],
  [3, yearsBefore("reference", 1)],
  [2, leapDayBefore("reference", 1)],
  [1, around("reference", -364, 30)],
);

const initialCourse = mix(
  [2, none],
  [8, around("reference", -1000, -1)],
  [4, yearsBefore("reference", 3)],
  [4, leapDayBefore("reference", 3)],
  [2, around("reference", -1, 1)],
  [3, around("reference", -5000, -1097)],
  [1, around("reference", 1, 60)],
);

const refresher = fc.record({
  course: fc.constantFrom(...refresherCourses),
  completed_on: mix(
    [4, around("reference", -1000, -1)],
    [4, yearsBefore("reference", 3)],
    [2, leapDayBefore("reference", 3)],
    [3, around("reference", -1, 1)],
    [3, around("reference", -5000, -1097)],
    [1, around("reference", 1, 60)],
  ),
});

const refreshers = fc.oneof(
  { weight: 1, arbitrary: fc.array(refresher, { maxLength: 0 }) },
  { weight: 2, arbitrary: fc.array(refresher, { maxLength: 3 }) },
);

const departed = mix(
  [4, none],
  [3, around("asOf", -91, -88)],
  [2, around("reference", -1, 1)],
  [3, around("reference", -200, 30)],
  [1, leapDayBefore("asOf", 0)],
);

const replacementTrained = mix(
  [3, none],
  [3, around("previous", 88, 91)],
  [2, around("reference", -1, 1)],
  [2, around("previous", 0, 120)],
  [1, around("previous", -30, -1)],
);

const qaCompleted = mix(
  [3, none],
  [3, around("asOf", -200, 0)],
  [3, yearsBefore("asOf", 1)],
  [2, leapDayBefore("asOf", 1)],
  [1, around("asOf", -800, 30)],
);

const lastNotified = mix(
  [3, none],
  [3, around("asOf", -16, -13)],
  [2, around("asOf", -60, 0)],
  [1, leapDayBefore("asOf", 0)],
);

const correctionsReceived = mix(
  [3, none],
  [3, around("previous", 13, 16)],
  [2, around("previous", 0, 40)],
  [1, around("previous", -5, -1)],
);

const looseDay = mix([3, none], [1, around("reference", -60, 60)]);

const activities = fc.oneof(
  { weight: 3, arbitrary: fc.constant("within" as const) },
  { weight: 1, arbitrary: fc.subarray([...consultantActivities]) },
);

/** How far the evaluation date lies past a submission; negative when the submission is still a plan. */
const evaluationLag = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -1, max: 1 }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: -40, max: -1 }) },
  { weight: 1, arbitrary: fc.integer({ min: 60, max: 500 }) },
);

const readings: fc.Arbitrary<Readonly<Record<string, string>> | undefined> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  {
    weight: 1,
    arbitrary: fc
      .subarray(Object.keys(switchableReadings) as SwitchableReading[], { minLength: 1 })
      .map((chosen) => Object.fromEntries(chosen.map((reading) => [reading, switchableReadings[reading]]))),
  },
);

/**
 * Complete cases whose facts do not contradict each other and whose governing date (the submission date, or the
 * evaluation date where that is null) lies in 2019-01-01 to 2021-12-31. About one in four carries switched readings.
 */
export const completeCase: fc.Arbitrary<OracleCase> = fc
  .record({
    referenceDay,
    submitted: mostly(true, 3),
    evaluationLag,
    readings,
    scope: fc.constantFrom(
      ...Array.from({ length: 7 }, () => ["secor_assessor", false] as const),
      ["secor_assessor", true] as const,
      ["external_auditor", true] as const,
      ["external_auditor", false] as const,
    ),
    purpose,
    method: fc.constantFrom("online" as const, "binder" as const),
    headcount,
    anniversary,
    anniversaryKnown: fc.boolean(),
    extension,
    started,
    lastDayOnSite,
    received,
    approved,
    managementSystemSince,
    certifiedAuditor: mostly(false, 3),
    initialCourse,
    refreshers,
    refresherCancelled: looseDay,
    refresherRebooked: looseDay,
    departed,
    replacementTrained,
    engaged: mostly(false, 1),
    consultantCourse: initialCourse,
    consultantRefreshers: refreshers,
    activities,
    withinRole: fc.subarray([0, 1, 2, 3, 4, 5, 6]),
    protocolCompleted: mostly(true, 20),
    wcbAccurate: mostly(true, 20),
    actionPlan: mostly(true, 6),
    codeSigned: mostly(true, 20),
    signedOff: mostly(true, 6),
    feesPaidBy: fc.oneof(
      { weight: 15, arbitrary: fc.constant("employer") },
      { weight: 1, arbitrary: fc.constantFrom("consultant", "other", "unpaid") },
    ),
    deficiencies: fc.boolean(),
    scores: fc.option(scoredElements, { nil: null, freq: 5 }),
    qaStatus: fc.constantFrom("passed", "passed", "passed", "passed", "pending", "failed"),
    qaCompleted,
    lastNotified,
    correctionsReceived,
  })
  .map((draw) => {
    const reference = draw.referenceDay;
    const asOf = draw.submitted ? reference + draw.evaluationLag : reference;
    const place = (plan: DayPlan, previous: number | null = null): number | null =>
      plan === null ? null : plan({ reference, asOf, previous } satisfies Anchors);

    const [auditPurpose = "", cycleYear = ""] = draw.purpose;
    const binder = draw.method === "binder";

    const startedOn = place(draw.started);
    const lastDay = noEarlierThan(
      startedOn,
      place(draw.lastDayOnSite, startedOn) ?? (binder && draw.submitted ? reference : null),
    );
    const departedOn = place(draw.departed);
    const lastNotifiedOn = place(draw.lastNotified);
    const allowed: readonly string[] = consultantRole[draw.method];

    const listed = (plans: typeof draw.refreshers): readonly unknown[] =>
      plans.map(({ course, completed_on }) => ({ course, completed_on: text(place(completed_on)) }));

    const facts: Record<FactId, unknown> = {
      "audit.conducted_by": draw.scope[0],
      "audit.of_own_company": draw.scope[1],
      "audit.purpose": auditPurpose,
      "audit.submission_method": draw.method,
      "audit.started_on": text(startedOn),
      "audit.last_day_on_site": text(lastDay),
      "audit.submitted_on": draw.submitted ? toIso(reference) : null,
      "audit.received_on": text(noEarlierThan(lastDay, place(draw.received, lastDay))),
      "registration.approved_on": text(place(draw.approved)),
      "employer.cycle_year": cycleYear,
      "employer.peak_headcount": draw.headcount,
      "employer.management_system_since": text(place(draw.managementSystemSince)),
      "certificate.anniversary":
        auditPurpose === "maintenance" || draw.anniversaryKnown ? text(place(draw.anniversary)) : null,
      "assessor.certified_auditor": draw.certifiedAuditor,
      "assessor.safety_program_development_on": text(place(draw.initialCourse)),
      "assessor.refreshers": listed(draw.refreshers),
      "assessor.refresher_cancelled_on": text(place(draw.refresherCancelled)),
      "assessor.refresher_rebooked_for": text(place(draw.refresherRebooked)),
      "assessor.departed_on": text(departedOn),
      "assessor.replacement_trained_on": text(place(draw.replacementTrained, departedOn)),
      "consultant.engaged": draw.engaged,
      "consultant.safety_program_development_on": text(place(draw.consultantCourse)),
      "consultant.refreshers": listed(draw.consultantRefreshers),
      "consultant.activities":
        draw.activities === "within" ? allowed.filter((_, index) => draw.withinRole.includes(index)) : draw.activities,
      "binder.protocol_completed": draw.protocolCompleted,
      "binder.wcb_information_accurate": draw.wcbAccurate,
      "binder.action_plan_included": draw.actionPlan,
      "binder.code_of_ethics_signed": draw.codeSigned,
      "binder.assessor_signed_off": draw.signedOff,
      "binder.fees_paid_by": draw.feesPaidBy,
      "previous_report.deficiencies": draw.deficiencies,
      "extension.granted_until": text(place(draw.extension)),
      "score.elements": draw.scores,
      "qa.status": draw.qaStatus,
      "qa.completed_on": text(place(draw.qaCompleted)),
      "feedback.last_notified_on": text(lastNotifiedOn),
      "feedback.corrections_received_on": text(place(draw.correctionsReceived, lastNotifiedOn)),
    };
    return { asOf: toIso(asOf), ...(draw.readings === undefined ? {} : { readings: draw.readings }), facts };
  });

/** Changes that make a case contradict itself, wherever the facts that they lean on are there. */
const spoilers: Readonly<Record<string, (facts: Readonly<Record<string, unknown>>) => Record<string, unknown>>> = {
  lastDayBeforeStart: () => ({
    "audit.started_on": "2020-03-01",
    "audit.last_day_on_site": "2020-02-29",
  }),
  receivedBeforeLastDay: () => ({ "audit.last_day_on_site": "2020-03-01", "audit.received_on": "2020-02-29" }),
  maintenanceInCertificationYear: () => ({
    "audit.purpose": "maintenance",
    "employer.cycle_year": "certification",
  }),
  maintenanceWithoutAnniversary: () => ({ "audit.purpose": "maintenance", "certificate.anniversary": null }),
  noAnniversary: () => ({ "certificate.anniversary": null }),
  noLastDay: () => ({ "audit.last_day_on_site": null }),
  earnedAboveAvailable: () => ({ "score.elements": [{ element: "element_1", earned: 10.01, available: 10 }] }),
  earnedNegative: () => ({
    "score.elements": [
      { element: "element_1", earned: 10, available: 10 },
      { element: "element_2", earned: -0.01, available: 10 },
    ],
  }),
  earnedWithoutAvailable: (facts) => ({
    "score.elements": [
      ...(Array.isArray(facts["score.elements"]) ? facts["score.elements"] : []),
      { element: "element_9", earned: 0.01, available: 0 },
    ],
  }),
  nothingAvailable: () => ({ "score.elements": [{ element: "element_1", earned: 0, available: 0 }] }),
  noElements: () => ({ "score.elements": [] }),
};

/** Complete cases of which about half contradict themselves in one or more ways. */
export const anyCase: fc.Arbitrary<OracleCase> = fc
  .tuple(completeCase, fc.oneof(fc.constant([]), fc.subarray(Object.keys(spoilers), { minLength: 1, maxLength: 3 })))
  .map(([kase, chosen]) => {
    // INVARIANT: every spoiler leaves the case complete; it only replaces values.
    let facts: Readonly<Record<string, unknown>> = kase.facts;
    for (const name of chosen) facts = { ...facts, ...spoilers[name]?.(facts) };
    return { ...kase, facts };
  });

function noEarlierThan(least: number | null, day: number | null): number | null {
  return least === null || day === null ? day : Math.max(least, day);
}

function text(day: number | null): string | null {
  return day === null ? null : toIso(day);
}
