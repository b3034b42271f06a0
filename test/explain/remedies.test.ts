import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Frame } from "../../engine/evaluate/frame.ts";
import type { Evaluation } from "../../engine/evaluate/procedure.ts";
import { edited } from "../../engine/explain/edit.ts";
import { remediesOf } from "../../engine/explain/remedies.ts";
import { reportOf } from "../../engine/explain/report.ts";
import type { Change } from "../../engine/explain/shortfall.ts";
import { completeCase } from "../oracle/generate.ts";
import { fixtures, procedure } from "../support/cases.ts";
import { request } from "./allotment.ts";

function said(evaluation: Evaluation): readonly unknown[] {
  return reportOf(evaluation).wouldChange.map(({ outcome, changes }) => [
    outcome,
    ...changes.map(({ subject, becomes, from }) => `${subject} ${becomes}${from === undefined ? "" : ` (${from})`}`),
  ]);
}

/** What a decision comes to once changes are made, worked out anew; nothing where the facts contradict each other then. */
function outcomeAfter({ program, frame }: Evaluation, decision: string, changes: readonly Change[]): readonly string[] {
  const facts = [...frame.facts];
  for (const { fact, edit } of changes) {
    const slot = program.names.factSlots.get(fact) ?? -1;
    facts[slot] = edited(facts[slot], edit);
  }
  const changed = new Frame(facts, frame.asOf);
  if (program.contradictions.some(({ test: holds }) => holds(changed) === true)) return [];
  return program.decisions.get(decision)?.possible(changed) ?? [];
}

describe("what would change a decision", () => {
  test.each<[string, Record<string, unknown>, readonly unknown[]]>([
    ["nothing, where it is the best already", {}, []],
    ["nothing, while it is open", { "plot.size": undefined, "gardener.agrees": undefined }, []],
    ["one fact", { "gardener.agrees": false }, [["let", "whether the gardener agrees to the rules is yes (no)"]]],
    [
      "the nearest number, rather than being another kind of gardener or something else besides",
      { "plot.size": 201 },
      [
        ["let", "the size of the plot is 200 square metres (201 square metres)"],
        ["let", "the kind of gardener is a club (someone who lives in town)"],
      ],
    ],
    [
      "several facts together",
      { "gardener.agrees": false, "plot.size": 450, "gardener.kind": "club" },
      [
        [
          "let",
          "the size of the plot is 200 square metres (450 square metres)",
          "whether the gardener agrees to the rules is yes (no)",
        ],
      ],
    ],
    [
      "what follows only after the first is mended",
      { "gardener.agrees": false, "water.paid_on": null },
      [
        [
          "let",
          "whether the gardener agrees to the rules is yes (no)",
          "the day the water was paid is 2021-04-01 (none)",
        ],
      ],
    ],
    [
      "an element more",
      { "gardener.courses": [] },
      [["let", "one of the gardener's courses has a taken-on date of 2021-03-01"]],
    ],
    [
      "an element less",
      { "plot.plants": ["bean", "knotweed"] },
      [["let", "“Japanese knotweed” is not part of the plants on the plot"]],
    ],
    [
      "a field of an element",
      {
        "plot.crops": [
          { name: "beans", grown: 20, shared: 10 },
          { name: "roses", grown: 20, shared: 0.5 },
        ],
      },
      [["let", "the shared kilograms of “roses” is 1 kilogram (0.5 kilograms)"]],
    ],
  ])("%s", (_name, changes, expected) => {
    expect(said(request(changes))).toEqual(expected);
  });

  test("does not advise facts that contradict each other", () => {
    // Not the evaluation date, which comes before the request.
    const facts = { "plot.asked_on": "2021-04-20", "water.paid_on": null, "plot.visited_on": null };
    const paid = [["let", "the day the water was paid is 2021-04-20 (none)"]];
    expect(said(request(facts, { asOf: "2021-04-01" }))).toEqual(paid);
    expect(said(request(facts, { asOf: "2021-04-20" }))).toEqual(paid);
  });
});

describe("with the shipped procedure", () => {
  test("no date is advised on which another revision would govern, or none", () => {
    const fixture = fixtures().find((one) => one.case === "january-2019-for-an-anniversary-in-2018");
    if (fixture === undefined) throw new Error("the fixture is gone");
    const facts = { ...fixture.facts, extension: { granted_until: null } };
    const evaluation = procedure.evaluateWithWorkings({ ...fixture, facts });
    const remedies = remediesOf(evaluation, reportOf(evaluation).headline.id);
    const submitted = remedies.flatMap(({ changes }) => changes.filter(({ fact }) => fact === "audit.submitted_on"));
    expect(remedies.length).toBeGreaterThan(0);
    // The day before the revision took effect would have been in time, but nobody knows by which rules.
    expect(submitted).toEqual([]);
  });

  test("no fact is advised that nobody can change", () => {
    const advised = new Set<string>();
    for (const fixture of fixtures()) {
      const evaluation = procedure.evaluateWithWorkings({ asOf: fixture.asOf, facts: fixture.facts });
      for (const { changes } of remediesOf(evaluation, reportOf(evaluation).headline.id)) {
        for (const { fact } of changes) advised.add(fact);
      }
    }
    const entries = [...advised].map((id) => procedure.revisions[0]?.facts.get(id)?.entry);
    expect(entries.filter((entry) => entry?.changeable === false)).toEqual([]);
    expect(advised.size).toBeGreaterThan(10);
  });

  test("one who can do nothing about it is told nothing", () => {
    const fixture = fixtures().find((one) => one.case === "certification-eleven-people");
    if (fixture === undefined) throw new Error("the fixture is gone");
    const evaluation = procedure.evaluateWithWorkings({ asOf: fixture.asOf, facts: fixture.facts });
    expect(evaluation.result.decisions.certification?.outcome).toBe("not_certified");
    expect(remediesOf(evaluation, "certification")).toEqual([]);
  });

  test("a pending case is told everything that it still waits for, and an untrained one the day nearest to now", () => {
    const reported = (name: string): readonly unknown[] => {
      const fixture = fixtures().find((one) => one.case === name);
      if (fixture === undefined) throw new Error("the fixture is gone");
      return said(procedure.evaluateWithWorkings({ asOf: fixture.asOf, facts: fixture.facts }));
    };
    expect(reported("not-scored-yet")).toEqual([
      [
        "certified",
        "the state of the quality-assurance review is passed (not completed)",
        "one of the points of each element has 100 earned points and 100 available points",
      ],
    ]);
    expect(reported("untrained")).toEqual([
      ["maintained", "the day the consultant completed the Safety Program Development course is 2019-06-11 (none)"],
    ]);
  });

  test("every change that is advised brings about what it says, and none of it is too much", () => {
    const better = { headline: 0, advised: 0 };
    fc.assert(
      fc.property(completeCase, (kase) => {
        const evaluation = procedure.evaluateWithWorkings(kase);
        const { headline } = reportOf(evaluation);
        const outcomes = [...(evaluation.program.model.decisions.get(headline.id)?.outcomes.keys() ?? [])];
        for (const { outcome, changes } of remediesOf(evaluation, headline.id)) {
          better.advised++;
          expect(headline.outcome).not.toBeNull();
          expect(outcomes.indexOf(outcome)).toBeLessThan(outcomes.indexOf(headline.outcome ?? ""));
          expect(outcomeAfter(evaluation, headline.id, changes)).toEqual([outcome]);
          for (const change of changes) {
            const fewer = changes.filter((other) => other !== change);
            expect(outcomeAfter(evaluation, headline.id, fewer)).not.toEqual([outcome]);
          }
        }
        if (headline.outcome !== null && outcomes.indexOf(headline.outcome) > 0) better.headline++;
      }),
      { numRuns: 150 },
    );
    // The property would hold of a program that never advises anything.
    expect(better.advised).toBeGreaterThan(better.headline / 4);
  });
});
