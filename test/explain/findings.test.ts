import { describe, expect, test } from "vitest";
import { type Finding, findingsOf, isGroup, sayFinding } from "../../engine/explain/findings.ts";
import { groundsOf } from "../../engine/explain/grounds.ts";
import { Probe } from "../../engine/explain/probe.ts";
import { reportOf } from "../../engine/explain/report.ts";
import { lacksIn } from "../../engine/explain/shortfall.ts";
import { ShortfallFinder } from "../../engine/explain/shortfalls.ts";
import { request } from "./allotment.ts";

function lines(findings: readonly Finding[]): readonly unknown[] {
  return findings.map((finding) => (isGroup(finding) ? { [finding.join]: lines(finding.of) } : sayFinding(finding)));
}

/** What a clause lacks in the good request with some facts changed. */
function findings(clause: string, changes: Record<string, unknown>): readonly unknown[] {
  const { program, frame, result } = request(changes);
  expect(result.clauses[clause]?.status).toBe("unmet");
  return lines(findingsOf(new ShortfallFinder(new Probe(program, frame), "own").ofClause(clause)));
}

describe("what a clause lacks", () => {
  test("a number: the nearest that would do, with its unit", () => {
    expect(findings("2.2", { "plot.size": 201 })).toEqual([
      {
        any: [
          "The size of the plot: at most 200 square metres, was 201 square metres",
          "The kind of gardener: a club, was someone who lives in town",
        ],
      },
    ]);
  });

  test("a strict limit names the last value that keeps to it", () => {
    expect(findings("2.2", { "plot.size": 400, "gardener.kind": "club" })).toEqual([
      {
        any: [
          "The size of the plot: at most 200 square metres, was 400 square metres",
          "The size of the plot: at most 399 square metres, was 400 square metres",
        ],
      },
    ]);
  });

  test("yes or no, and what must not be", () => {
    expect(findings("2.3", { "gardener.agrees": false })).toEqual([
      "Whether the gardener agrees to the rules: yes, was no",
    ]);
    expect(
      findings("2.3", { "gardener.agrees": false, "gardener.kind": "club", "gardener.shed_wanted": true }),
    ).toEqual([
      "Whether the gardener agrees to the rules: yes, was no",
      { any: ["The kind of gardener: not a club, was a club", "The wish for a shed: no, was yes"] },
    ]);
  });

  test("a date, through what is worked out from it, with how the limit comes about", () => {
    expect(findings("3.1", { "water.paid_on": "2021-04-01", "water.more_time_until": "2021-03-31" })).toEqual([
      {
        any: [
          "The day the water was paid: on or before 2021-03-31 (30 days after the day of the request), was 2021-04-01",
          "The day the water was paid: on or before 2021-03-31 (the day until which the payment may wait), was 2021-04-01",
        ],
      },
    ]);
  });

  test("a date that is none: from when on it would do", () => {
    expect(findings("3.1", { "water.paid_on": "2021-04-01" })).toEqual([
      {
        any: [
          "The day the water was paid: on or before 2021-03-31 (30 days after the day of the request), was 2021-04-01",
          "The day until which the payment may wait: on or after 2021-04-01, but there is none",
        ],
      },
    ]);
  });

  test.each([
    [[], "but there is none"],
    [[{ course: "soil", taken_on: "2019-03-01" }], "but the only one is of 2019-03-01"],
    [
      [
        { course: "soil", taken_on: "2019-03-01" },
        { course: "bees", taken_on: "2021-03-02" },
      ],
      "but those there are are of 2019-03-01 and 2021-03-02",
    ],
  ])("a list in which no element fits: the days on which one would (%#)", (courses, was) => {
    expect(findings("2.4", { "gardener.courses": courses })).toEqual([
      `The gardener's courses: at least one with a taken-on date from 2019-03-02 to 2021-03-01, ${was}`,
    ]);
  });

  test("elements that may not be there, all at once", () => {
    expect(findings("2.5", { "plot.plants": ["hogweed", "bean", "knotweed"] })).toEqual([
      "The plants on the plot: only beans or roses, but there is also “giant hogweed” and “Japanese knotweed”",
    ]);
  });

  test("fields of elements, each by the element's name", () => {
    const crops = [
      { name: "pole_beans", grown: 100, shared: 4.5 },
      { name: "Roses & co", grown: 0.3, shared: 0 },
    ];
    expect(findings("2.6", { "plot.crops": crops })).toEqual([
      "The harvest shared part: at least 10%, was 4.49%",
      "The shared kilograms of “pole beans”: at least 5 kilograms (0.05 times its grown kilograms), was 4.5 kilograms",
      "The shared kilograms of “Roses & co”: at least 0.015 kilograms (0.05 times its grown kilograms), was 0 kilograms",
    ]);
  });

  test("duties that were done late, or not at all", () => {
    expect(findings("3.3", { "plot.visited_on": "2021-05-02" })).toEqual([
      "Visit the plot: by 2021-05-01, was done on 2021-05-02",
    ]);
  });

  test("names the facts that it goes back to", () => {
    const { program, frame } = request({ "water.paid_on": "2021-04-01" });
    const shortfall = new ShortfallFinder(new Probe(program, frame), "own").ofClause("3.1");
    expect(lacksIn(shortfall).map(({ facts }) => facts)).toEqual([
      ["water.paid_on", "plot.asked_on"],
      ["water.more_time_until"],
    ]);
  });
});

describe("the reasons of a report", () => {
  test("what decided comes first, with its words; the rest is told apart", () => {
    const report = reportOf(request({ "gardener.agrees": false, "water.paid_on": "2021-04-01" }));
    expect(report.reasons.map(({ clause }) => clause)).toEqual(["2.3"]);
    expect(report.alsoUnmet.map(({ clause }) => clause)).toEqual(["3.1"]);
    expect(report.met).toEqual(["2", "2.1", "2.2", "2.4", "2.5", "3", "3.2", "3.3"]);
    expect(report.open).toEqual([]);
  });

  test("an open clause says what it waits for, and who knows", () => {
    const report = reportOf(request({ "plot.size": undefined }));
    expect(report.open).toMatchObject([
      { clause: "2.2", missing: [{ fact: "plot.size", question: "How large is the plot?", knownBy: "the committee" }] },
    ]);
    expect(report.missing.map(({ fact }) => fact)).toEqual(["plot.size"]);
  });

  test("what decided beside clauses is said as a question and its answer, or as the other decision", () => {
    const grounds = (changes: Record<string, unknown>) => {
      const { program, frame } = request(changes);
      return groundsOf("letting", new Probe(program, frame));
    };
    expect(grounds({ "water.paid_on": null })).toEqual(["On which day was the water paid? None."]);
    expect(grounds({ "gardener.kind": "visitor" })).toEqual(["The garden is closed to the gardener."]);
    expect(grounds({ "plot.plants": ["knotweed"] })).toEqual(["The plot is kept badly."]);
    expect(grounds({})).toEqual([]);
  });
});

describe("the dates of a report", () => {
  test("overdue, ahead, done late and without a date", () => {
    const { dates } = reportOf(
      request({ "water.paid_on": null, "plot.visited_on": "2021-05-03" }, { asOf: "2021-05-05" }),
    );
    expect(dates.overdue).toMatchObject([{ id: "water_payment", due: "2021-03-31", when: "35 days ago" }]);
    expect(dates.ahead).toMatchObject([{ id: "keep_request", due: "2022-03-01", when: "in 300 days", lasts: true }]);
    expect(dates.late).toMatchObject([{ id: "visit", due: "2021-05-01", done: "2021-05-03", when: "2 days late" }]);
    expect(dates.undated.map(({ id, bearer }) => [id, bearer])).toEqual([
      ["welcome", "the committee"],
      ["compost", "the gardener"],
    ]);
  });

  test("the last day is today, and what is open says for want of what", () => {
    const { dates } = reportOf(
      request({ "water.paid_on": null, "plot.visited_on": undefined }, { asOf: "2021-03-31" }),
    );
    expect(dates.ahead).toMatchObject([
      { id: "water_payment", when: "today" },
      { id: "visit", when: "in 31 days", open: "open for want of: the day of the visit" },
      { id: "keep_request" },
    ]);
  });
});
