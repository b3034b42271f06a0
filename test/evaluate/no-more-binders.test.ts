import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadProcedure } from "../../engine/index.ts";
import { findCases } from "../../engine/testing/find.ts";
import { readFixtures, runFixture } from "../../engine/testing/fixture.ts";
import { completeCase } from "../oracle/generate.ts";
import type { OracleCase } from "../oracle/oracle.ts";
import { fixtures, nested, outcomes } from "../support/cases.ts";

const directory = "fixtures/drafts/no-more-binders";
const draft = loadProcedure(directory);
const [before, after] = draft.revisions;
const runs = readFixtures(findCases([`${directory}/cases`])).map((fixture) => ({
  fixture,
  run: runFixture(draft, fixture),
}));

describe("every fixture of the draft comes to what it expects", () => {
  it.each(runs.map(({ run }) => [run.name, run] as const))("%s", (_name, { differences, problems, result }) => {
    expect({ differences, problems }).toEqual({ differences: [], problems: [] });
    expect(result?.revision).toBe("1.1");
  });

  it("and together they reach every changed demand from both sides, and every outcome of a submission", () => {
    const unreached = [...(after?.clauses.values() ?? [])]
      .filter(({ revision, requires }) => revision === "1.1" && requires !== undefined)
      .flatMap(({ id }) => {
        const seen = new Set(runs.map(({ run }) => run.result?.clauses[id]?.status));
        return ["met", "unmet"].filter((status) => !seen.has(status as "met" | "unmet")).map((status) => [id, status]);
      });
    // A clause that refuses whatever it applies to is never met.
    expect(unreached).toEqual([["2.6.2", "met"]]);
    const seen = new Set(runs.map(({ run }) => run.result?.decisions.submission?.outcome));
    const missed = [...(after?.decisions.get("submission")?.outcomes.keys() ?? []), null].filter(
      (one) => !seen.has(one),
    );
    expect(missed).toEqual(["not_applicable"]);
  });
});

/** What the submission of a case of the draft came to under revision 1.0. */
const formerly: Readonly<Record<string, string | null>> = {
  "online-maintained": "accepted",
  "online-certified": "accepted",
  "online-fees-paid-by-consultant": "accepted",
  "online-fees-unpaid": "accepted",
  "online-fees-unknown": "accepted",
  "online-without-completed-protocol": "accepted",
  "online-with-wrong-wcb-information": "accepted",
  "online-without-needed-action-plan": "accepted",
  "online-without-signed-code-of-ethics": "accepted",
  "online-without-registration": "not_accepted",
  "online-nothing-submitted": "not_yet_submitted",
  "online-thirty-seven-days": "at_discretion",
  "online-report-after-twenty-two-days": "accepted",
  "consultant-with-sign-off": "at_discretion",
  "consultant-without-sign-off": "accepted",
  "consultant-completes-audit-questions": "at_discretion",
  "consultant-packages-binder": "accepted",
  "binder-maintenance-refused": "accepted",
  "binder-certification-refused": "accepted",
  "binder-on-its-way": "not_yet_received",
  "binder-not-submitted": "not_yet_submitted",
  "binder-in-the-extension-of-2021": "accepted",
  "binder-after-january-15": "deemed_invalid",
  "september-on-the-last-day": "accepted",
  "september-day-after": "at_discretion",
};

describe("by revision 1.0 the same facts come to", () => {
  it.each(Object.entries(formerly))("%s: %s", (name, outcome) => {
    const found = runs.find(({ run }) => run.name === name);
    if (found === undefined || !("document" in found.fixture)) throw new Error(`there is no case ${name}`);
    const { facts, asOf = "" } = found.fixture.document.content;
    expect(draft.evaluate({ facts, asOf, revision: "1.0" }).decisions.submission?.outcome).toBe(outcome);
  });
});

describe("the draft has no more", () => {
  it("of what only a binder needed", () => {
    const gone = <Value>(of: (model: typeof after) => ReadonlyMap<string, Value> | undefined) =>
      [...(of(before)?.keys() ?? [])].filter((id) => !of(after)?.has(id));
    expect(gone((model) => model?.clauses)).toEqual(["2.5.2"]);
    expect(gone((model) => model?.obligations)).toEqual(["binder_receipt"]);
    expect(gone((model) => model?.derived)).toEqual(["binder.time_limit_is_missed"]);
    expect(gone((model) => model?.interpretations)).toEqual(["payment-scope", "september-31", "code-of-ethics-scope"]);
    expect(gone((model) => model?.decisions.get("submission")?.outcomes)).toEqual(["not_yet_received"]);
  });

  it("but every fact, so that a case can be decided by both revisions", () => {
    expect([...(after?.facts.keys() ?? [])]).toEqual([...(before?.facts.keys() ?? [])]);
    for (const { facts, asOf, readings = {} } of fixtures()) {
      expect(draft.evaluate({ facts, asOf, readings, revision: "1.1" }).revision).toBe("1.1");
    }
  });
});

/** Whether something that used to be asked of a binder alone is not as it must be. */
function lacksWhatABinderNeeded({ facts }: OracleCase): boolean {
  return (
    facts["binder.fees_paid_by"] !== "employer" ||
    facts["binder.protocol_completed"] === false ||
    facts["binder.wcb_information_accurate"] === false ||
    facts["binder.code_of_ethics_signed"] === false ||
    (facts["previous_report.deficiencies"] === true && facts["binder.action_plan_included"] === false) ||
    (facts["consultant.engaged"] === true && facts["binder.assessor_signed_off"] === false)
  );
}

/** The case, with no activity that the draft newly allows. */
function withoutNewlyAllowed({ facts, ...rest }: OracleCase): OracleCase {
  const activities = [facts["consultant.activities"]].flat().filter((one) => one !== "obtain_assessor_sign_off");
  return { ...rest, facts: { ...facts, "consultant.activities": activities } };
}

/** The submission of an audit by the draft, told from what it was by revision 1.0. */
function expected(kase: OracleCase, formerOutcome: string | null | undefined): string | null | undefined {
  const judged = ["accepted", "at_discretion", "not_yet_received", "not_accepted"];
  if (formerOutcome === null || formerOutcome === undefined || !judged.includes(formerOutcome)) return formerOutcome;
  const refused = kase.facts["audit.submission_method"] === "binder" || lacksWhatABinderNeeded(kase);
  return refused ? "not_accepted" : formerOutcome;
}

describe("of any complete case", () => {
  it("a binder is refused, what it had to be is asked online, and the rest stays", () => {
    fc.assert(
      fc.property(completeCase, (kase) => {
        const decide = (revision: string, { facts, ...rest }: OracleCase) =>
          outcomes(draft.evaluate({ ...rest, facts: nested(facts), revision }));
        const then = decide("1.0", withoutNewlyAllowed(kase));
        const now = decide("1.1", kase);
        expect(now.submission).toBe(expected(kase, then.submission));
        for (const id of ["scope", "eligibility", "programme", "training"])
          expect([id, now[id]]).toEqual([id, then[id]]);
      }),
      { numRuns: 5_000 },
    );
  });
});
