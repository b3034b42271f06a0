import { afterAll, describe, expect, it } from "vitest";
import { Procedure } from "../../../engine/evaluate/procedure.ts";
import type { Result } from "../../../engine/language/result.ts";
import { openProcedure } from "../../../engine/procedure/open.ts";
import { clausesIn, countOf, countsOf, coverageOf, percentageOf } from "../../../engine/testing/coverage/coverage.ts";
import { Forms } from "../../../engine/testing/coverage/forms.ts";
import { findCases } from "../../../engine/testing/find.ts";
import { readFixtures, runFixture } from "../../../engine/testing/fixture.ts";
import { everyCase, ferry, openAfter, openIn, ran } from "./ferry.ts";

const shipped = ferry();
afterAll(shipped.drop);
const all = [...everyCase("1"), ...everyCase("2")].map((input) => ran(shipped, input));

describe("the goals", () => {
  it("are those that the form of the rules allows", () => {
    expect(openAfter(shipped, [])).toMatchInlineSnapshot(`
      [
        "clause 2 (Heavy loads), of revision 1: never met",
        "clause 2 (Heavy loads), of revision 1: never decided anything: no decision rests on it, and no duty of it applies",
        "clause 2 (Heavy loads), of revision 1: never true: the weight is more than 50 kilograms where the question of heavy is read as “stricter” and otherwise 100 kilograms",
        "clause 2 (Heavy loads), of revision 1: never false: the weight is more than 50 kilograms where the question of heavy is read as “stricter” and otherwise 100 kilograms",
        "clause 2 (Heavy loads), of revision 1: never true: the question of heavy is read as “stricter”",
        "clause 2 (Heavy loads), of revision 1: never false: the question of heavy is read as “stricter”",
        "clause 3 (Dogs), of revision 1: never met",
        "clause 3 (Dogs), of revision 1: never unmet",
        "clause 3 (Dogs), of revision 1: never undetermined",
        "clause 3 (Dogs), of revision 1: never decided anything: no decision rests on it, and no duty of it applies",
        "clause 3 (Dogs), of revision 1: never true: each of the dogs is such that its muzzled is yes",
        "clause 3 (Dogs), of revision 1: never false: each of the dogs is such that its muzzled is yes",
        "clause 3 (Dogs), of revision 1: never true: its muzzled is yes",
        "clause 3 (Dogs), of revision 1: never false: its muzzled is yes",
        "clause 4 (Payment), of revision 1: never met",
        "clause 4 (Payment), of revision 1: never unmet",
        "clause 4 (Payment), of revision 1: never undetermined",
        "clause 4 (Payment), of revision 1: never not applicable",
        "clause 4 (Payment), of revision 1: never decided anything: no decision rests on it, and no duty of it applies",
        "clause 4 (Payment), of revision 1: never true: there is a day of booking",
        "clause 4 (Payment), of revision 1: never false: there is a day of booking",
        "clause 4 (Payment), of revision 1: never fulfilled: the duty \`payment\`",
        "clause 4 (Payment), of revision 1: never fulfilled late: the duty \`payment\`",
        "clause 4 (Payment), of revision 1: never pending: the duty \`payment\`",
        "clause 4 (Payment), of revision 1: never overdue: the duty \`payment\`",
        "clause 4 (Payment), of revision 1: never undetermined: the duty \`payment\`",
        "clause 4 (Payment), of revision 1: never not applicable: the duty \`payment\`",
        "clause 5 (Weighing), of revision 1: never met",
        "clause 5 (Weighing), of revision 1: never undetermined",
        "clause 5 (Weighing), of revision 1: never decided anything: no decision rests on it, and no duty of it applies",
        "clause 5 (Weighing), of revision 1: never true: there is a weight",
        "clause 5 (Weighing), of revision 1: never fulfilled: the duty \`weighing\`",
        "clause 5 (Weighing), of revision 1: never undetermined: the duty \`weighing\`",
        "clause 5 (Weighing), of revision 1: never pending: the duty \`note\`",
        "clause 6 (Light loads), of revision 1: never met",
        "clause 6 (Light loads), of revision 1: never undetermined",
        "clause 6 (Light loads), of revision 1: never not applicable",
        "clause 6 (Light loads), of revision 1: never true: “trip is heavy” does not hold",
        "clause 6 (Light loads), of revision 1: never false: “trip is heavy” does not hold",
        "decision \`boarding\` (May the passenger come aboard?), of revision 1: never decided: row 1, “ashore”",
        "decision \`boarding\` (May the passenger come aboard?), of revision 1: never decided: row 2, “ashore”",
        "decision \`boarding\` (May the passenger come aboard?), of revision 1: never decided: row 3, “aboard”",
        "decision \`boarding\` (May the passenger come aboard?), of revision 1: never true: clause 3 (Dogs) is not met",
        "decision \`boarding\` (May the passenger come aboard?), of revision 1: never false: clause 3 (Dogs) is not met",
        "decision \`boarding\` (May the passenger come aboard?), of revision 1: never true: “trip is heavy” holds",
        "decision \`boarding\` (May the passenger come aboard?), of revision 1: never false: “trip is heavy” holds",
        "the reading of \`heavy\`: never switched on: the alternative \`stricter\`",
        "clause 4 (Payment), of revision 2: never met",
        "clause 4 (Payment), of revision 2: never unmet",
        "clause 4 (Payment), of revision 2: never undetermined",
        "clause 4 (Payment), of revision 2: never not applicable",
        "clause 4 (Payment), of revision 2: never decided anything: no decision rests on it, and no duty of it applies",
        "clause 4 (Payment), of revision 2: never true: there is a day of booking",
        "clause 4 (Payment), of revision 2: never false: there is a day of booking",
        "clause 4 (Payment), of revision 2: never fulfilled: the duty \`payment\`",
        "clause 4 (Payment), of revision 2: never fulfilled late: the duty \`payment\`",
        "clause 4 (Payment), of revision 2: never pending: the duty \`payment\`",
        "clause 4 (Payment), of revision 2: never overdue: the duty \`payment\`",
        "clause 4 (Payment), of revision 2: never undetermined: the duty \`payment\`",
        "clause 4 (Payment), of revision 2: never not applicable: the duty \`payment\`",
      ]
    `);
  });

  it("are all reached by all cases", () => {
    expect(openAfter(shipped, all)).toEqual([]);
  });

  it("are open without the cases that reach them, and reached with any one of these", () => {
    const { goals } = coverageOf(shipped.opened, all);
    const reached = new Map(
      all.map((run) => [
        run,
        new Set(
          coverageOf(shipped.opened, [run])
            .goals.filter(({ cases }) => cases > 0)
            .map(({ key }) => key),
        ),
      ]),
    );
    for (const { key, cases } of goals) {
      const reaching = all.filter((run) => reached.get(run)?.has(key));
      const others = all.filter((run) => !reached.get(run)?.has(key));
      const without = coverageOf(shipped.opened, others).goals.find((goal) => goal.key === key);
      expect([key, without?.cases, cases]).toEqual([key, 0, reaching.length]);
      expect(reaching.length).toBeGreaterThan(0);
    }
  });

  it.each([
    [
      "clause 3 (Dogs), of revision 1: never undetermined",
      ({ clauses }: Result) => clauses["3"]?.status === "undetermined",
    ],
    [
      "clause 4 (Payment), of revision 1: never overdue: the duty `payment`",
      ({ obligations, revision }: Result) => revision === "1" && obligations.payment?.status === "overdue",
    ],
    [
      "clause 4 (Payment), of revision 2: never fulfilled: the duty `payment`",
      ({ obligations, revision }: Result) => revision === "2" && obligations.payment?.status === "fulfilled",
    ],
    [
      "clause 2 (Heavy loads), of revision 1: never false: the question of heavy is read as “stricter”",
      ({ readings }: Result) => !readings.includes("heavy=stricter"),
    ],
    [
      "decision `boarding` (May the passenger come aboard?), of revision 1: never decided: row 2, “ashore”",
      ({ decisions, clauses }: Result) => decisions.boarding?.outcome === "ashore" && clauses["3"]?.status === "met",
    ],
  ] as const)("can be the only one open: %s", (words, shows) => {
    expect(
      openAfter(
        shipped,
        all.filter(({ result }) => result !== undefined && !shows(result)),
      ),
    ).toEqual([words]);
  });

  it("are not reached by fixtures that fail", () => {
    const failed = all.map((run) => ({ ...run, passed: false }));
    expect(openAfter(shipped, failed)).toEqual(openAfter(shipped, []));
  });

  it("of a version that a later revision keeps are reached under any of the two", () => {
    const later = all.filter(({ result }) => result?.revision === "2");
    expect(openAfter(shipped, later).every((line) => line.startsWith("clause 4 (Payment), of revision 1:"))).toBe(true);
    expect(openAfter(shipped, later)).toHaveLength(13);
  });

  it("are of what was reported, where it is not settled which revision governs", () => {
    const opened = openProcedure("fixtures/procedures/library");
    const library = { ...shipped, opened, procedure: new Procedure(opened.revisions) };
    // A child of thirteen is one under the first revision alone.
    const run = ran(library, {
      asOf: "2023-01-01",
      facts: { loan: { returned_on: null }, reader: { age: 13, guardian_agrees: false, fines: [] } },
    });
    const open = openAfter(library, [run]);
    expect(run.result?.clauses["2.1"]?.status).toBe("undetermined");
    expect(open).toContain("clause 2.1 (Children), of revision 1.0: never unmet");
    expect(open).not.toContain("clause 2.1 (Children), of revision 1.0: never undetermined");
  });
});

describe("the shipped cases", () => {
  const opened = openProcedure("rules/secor");
  const procedure = new Procedure(opened.revisions);
  const runs = readFixtures(findCases(["fixtures/cases"])).map((fixture) => runFixture(procedure, fixture));
  const coverage = coverageOf(opened, runs);

  it("cover all of the shipped rules", () => {
    expect(openIn(coverage)).toEqual([]);
    expect(percentageOf(countOf(coverage.goals))).toBe(100);
  });

  it("cover goals of every kind in every clause of which something is encoded", () => {
    const [model] = opened.revisions;
    const encoded = [...(model?.clauses.values() ?? [])].filter(({ notEncoded }) => notEncoded === undefined);
    expect(clausesIn(coverage)).toEqual({ goals: encoded.length, reached: encoded.length });
    for (const [kind, { goals }] of countsOf(coverage)) expect([kind, goals > 5]).toEqual([kind, true]);
  });

  it("show nothing that the form of the rules was said not to allow", () => {
    const [model] = opened.revisions;
    if (model === undefined) throw new Error("there is no revision");
    const forms = new Forms(model);
    for (const { result } of runs) {
      for (const [id, { status }] of Object.entries(result?.clauses ?? {})) {
        const isInformative = model.clauses.get(id)?.notEncoded !== undefined;
        expect([id, status, isInformative || forms.statuses(id).has(status)]).toEqual([id, status, true]);
      }
      for (const [id, { outcome }] of Object.entries(result?.decisions ?? {})) {
        const { settled, open } = forms.decision(id);
        expect([id, outcome, outcome === null ? open : settled.has(outcome)]).toEqual([id, outcome, true]);
      }
      for (const [id, { status }] of Object.entries(result?.obligations ?? {})) {
        const duty = model.obligations.get(id);
        expect([id, status, duty && forms.duty(duty).has(status)]).toEqual([id, status, true]);
      }
    }
  });
});
