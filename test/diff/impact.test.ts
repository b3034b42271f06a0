import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { impactOf, type PopulationCase } from "../../engine/diff/impact.ts";
import { directionOf } from "../../engine/diff/outcome-order.ts";
import type { Impact } from "../../engine/diff/report.ts";
import { type OpenedSide, openSides } from "../../engine/diff/sides/open.ts";
import { structureOf } from "../../engine/diff/structure/structure.ts";
import { Procedure } from "../../engine/evaluate/procedure.ts";
import { anyCase, completeCase } from "../oracle/generate.ts";
import { nested } from "../support/cases.ts";
import { draft, library, temporaryDirectory } from "./repository.ts";

const directory = temporaryDirectory();
const shipped = "rules/secor";

/** Two people more count as a small employer, and a score of 75 percent is enough. */
const looser = draft(shipped, `${directory}/looser`, {
  "clauses/2.1.yaml": [["operator: greaterThan, value: 10 }", "operator: greaterThan, value: 12 }"]],
  "clauses/2.8-2.12.yaml": [
    ["operator: greaterThanInclusive, value: 80 }", "operator: greaterThanInclusive, value: 75 }"],
  ],
});

/** The cases of the tests' own generator, by name. */
function population(arbitrary: typeof completeCase, count: number): readonly PopulationCase[] {
  return fc.sample(arbitrary, { numRuns: count, seed: 2019 }).map(({ asOf, facts, readings }, at) => ({
    name: `case ${at + 1}`,
    asOf,
    facts: nested(facts as Record<string, unknown>),
    ...(readings === undefined ? {} : { readings: readings as Record<string, string> }),
  }));
}

const complete = population(completeCase, 600);

/** What becomes of the cases, from the one side to the other. */
function impact(base: string, head: string, cases: readonly PopulationCase[]): Promise<Impact> {
  const sides = openSides(base, head, { rules: shipped });
  return impactOf(sides.base, sides.head, cases, { structure: structureOf(sides.base, sides.head) });
}

/** The outcome of every decision of a case that one side takes. */
function outcomes({ model }: OpenedSide, { asOf, facts, readings = {} }: PopulationCase): Record<string, string> {
  const { revision } = model.entry;
  const { decisions } = new Procedure([model]).evaluate({ asOf, facts, readings, revision });
  return Object.fromEntries(Object.entries(decisions).map(([id, { outcome }]) => [id, outcome ?? "undetermined"]));
}

describe("the impact on a population", () => {
  it("counts every transition, with its direction and the first cases", async () => {
    const { base, head } = openSides(shipped, looser, { rules: shipped });
    const cases = [...complete.slice(0, 200), ...population(anyCase, 200)];
    const found = await impactOf(base, head, cases);
    const expected = new Map<string, string[]>();
    let unchanged = 0;
    let refused = 0;
    for (const kase of cases) {
      try {
        const [before, after] = [outcomes(base, kase), outcomes(head, kase)];
        const changed = Object.keys(before).filter((id) => before[id] !== after[id]);
        if (changed.length === 0) unchanged++;
        for (const id of changed) {
          const key = [id, before[id], after[id]].join(" ");
          expected.set(key, [...(expected.get(key) ?? []), kase.name]);
        }
      } catch {
        refused++;
      }
    }
    expect(expected.size).toBeGreaterThan(5);
    expect(found).toMatchObject({ cases: 400, unchanged, refusedCount: refused });
    expect(found.transitions).toHaveLength(expected.size);
    for (const { decision, before, after, direction, count, first } of found.transitions) {
      const names = expected.get([decision, before, after].join(" ")) ?? [];
      expect([decision, count, first]).toEqual([decision, names.length, names.slice(0, 5)]);
      const [a, b] = [base, head].map(({ model }) => model.decisions.get(decision));
      expect(direction).toBe(directionOf(a, b, before, after));
    }
  });

  it("seen from the other side is the same in reverse", async () => {
    const there = await impact(shipped, looser, complete);
    const back = await impact(looser, shipped, complete);
    const reverse = { worse: "better", better: "worse", otherwise: "otherwise" } as const;
    const mirrored = there.transitions.map(({ before, after, direction, ...rest }) => ({
      ...rest,
      before: after,
      after: before,
      direction: reverse[direction],
    }));
    expect(mirrored.length).toBeGreaterThan(5);
    expect(back.transitions).toHaveLength(mirrored.length);
    expect(back.transitions).toEqual(expect.arrayContaining(mirrored));
    expect(back.unchanged).toBe(there.unchanged);
    const eligibility = there.transitions.filter(({ decision }) => decision === "eligibility");
    expect(new Set(eligibility.map(({ direction }) => direction))).toEqual(new Set(["better"]));
  });

  it("names the clauses that make the difference, and no others", async () => {
    const { transitions } = await impact(shipped, looser, complete);
    const clausesOf = (decision: string) =>
      new Set(
        transitions.filter((one) => one.decision === decision).flatMap(({ clauses }) => clauses.map((c) => c.clause)),
      );
    expect(clausesOf("eligibility")).toEqual(new Set(["2.1.3"]));
    expect(clausesOf("programme")).toEqual(new Set(["2.1.3"]));
    expect(clausesOf("certification")).toEqual(new Set(["2.1.3", "2.10"]));
    for (const { count, clauses } of transitions) {
      expect(clauses.length).toBeGreaterThan(0);
      for (const clause of clauses) expect(clause.count).toBeLessThanOrEqual(count);
    }
  });

  it("names the decision where it is the decision that is written differently", async () => {
    const reversed = draft(library, `${directory}/reversed`, {
      "decisions.yaml": [['{ clause: "2.1", is: unmet }', '{ clause: "2.1", is: met }']],
    });
    const kase = {
      name: "child",
      asOf: "2020-03-01",
      facts: { reader: { age: 10, guardian_agrees: true, fines: [] } },
    };
    expect((await impact(`${library}@1.0`, `${reversed}@1.0`, [kase])).transitions).toEqual([
      {
        decision: "lending",
        before: "lend",
        after: "ask_guardian",
        count: 1,
        direction: "worse",
        clauses: [{ clause: "decision lending", count: 1 }],
        first: ["child"],
      },
    ]);
  });

  it("falls back on the clauses that an outcome rests on, where nothing is known to be written differently", async () => {
    const { base, head } = openSides(`${library}@1.0`, `${library}@2.0`, { rules: library });
    const thirteen = {
      name: "thirteen",
      asOf: "2020-03-01",
      facts: { reader: { age: 13, guardian_agrees: false, fines: [] } },
    };
    const { transitions } = await impactOf(base, head, [thirteen]);
    expect(transitions.map(({ before, after, clauses }) => [before, after, clauses])).toEqual([
      ["ask_guardian", "lend", ["2.1", "2.2"].map((clause) => ({ clause, count: 1 }))],
    ]);
  });

  it("is none where nothing differs", async () => {
    const { transitions, ...counts } = await impact(shipped, shipped, complete.slice(0, 50));
    expect(transitions).toEqual([]);
    expect(counts).toEqual({ cases: 50, refused: [], refusedCount: 0, unchanged: 50 });
  });

  it("takes an outcome that can't be told as neither worse nor better", async () => {
    const open = { name: "open", asOf: "2020-03-01", facts: { reader: { age: 13, fines: [] } } };
    const { transitions } = await impact(`${library}@1.0`, `${library}@2.0`, [open]);
    expect(transitions).toMatchObject([{ before: "undetermined", after: "lend", direction: "otherwise" }]);
  });

  it("reads the cases one by one and keeps none", async () => {
    const { base, head } = openSides(`${library}@1.0`, `${library}@2.0`, { rules: library });
    let under = 0;
    const told: string[] = [];
    async function* many(): AsyncGenerator<PopulationCase> {
      for (let at = 0; at < 1200; at++) {
        under++;
        yield { name: `${at}`, asOf: "2020-03-01", facts: { reader: { age: 13, guardian_agrees: false, fines: [] } } };
        under--;
        expect(under).toBe(0);
      }
    }
    const { cases, transitions } = await impactOf(base, head, many(), { progress: (message) => told.push(message) });
    expect([cases, transitions[0]?.count, transitions[0]?.first]).toEqual([1200, 1200, ["0", "1", "2", "3", "4"]]);
    expect(told).toEqual([500, 1000].map((n) => `deciding the cases on both sides: ${n.toLocaleString("en")} so far`));
  });
});

describe("a case that a side refuses", () => {
  const fact = (id: string) => `facts:
  - id: ${id}
    type: boolean
    label: a new fact
    question: Is it so?
    knownBy: reader
`;

  it("is counted with its reason, the first few by name", async () => {
    const strict = draft(library, `${directory}/strict`, { "facts.yaml": [["max: 150", "max: 20"]] });
    const aged = (age: number) => ({ name: `aged ${age}`, asOf: "2020-03-01", facts: { reader: { age } } });
    const cases = [151, 10, 21, 22, 23, 24, 25].map(aged);
    const found = await impact(`${library}@1.0`, `${strict}@1.0`, cases);
    expect(found).toMatchObject({ cases: 7, refusedCount: 6, unchanged: 1, transitions: [] });
    expect(found.refused).toEqual([
      { case: "aged 151", side: "both", message: "`reader.age`: 151 is too large" },
      ...[21, 22, 23, 24].map((age) => ({
        case: `aged ${age}`,
        side: "head",
        message: `\`reader.age\`: ${age} is too large`,
      })),
    ]);
    const back = await impact(`${strict}@1.0`, `${library}@1.0`, cases.slice(2, 3));
    expect(back.refused.map(({ side }) => side)).toEqual(["base"]);
  });

  it("is not one with a fact that only the other side knows", async () => {
    const asking = draft(library, `${directory}/asking`, { "facts.yaml": [["facts:\n", fact("reader.member")]] });
    const facts = { reader: { age: 30, fines: [], member: true } };
    const kase = { name: "member", asOf: "2020-03-01", facts };
    expect(await impact(`${library}@1.0`, `${asking}@1.0`, [kase])).toMatchObject({ refusedCount: 0, unchanged: 1 });
    expect(await impact(`${asking}@1.0`, `${library}@1.0`, [kase])).toMatchObject({ refusedCount: 0, unchanged: 1 });
    const wrong = { ...kase, facts: { reader: { age: 30, fines: [], membr: true } } };
    expect((await impact(`${library}@1.0`, `${asking}@1.0`, [wrong])).refused).toEqual([
      { case: "member", side: "both", message: "there is no fact `reader.membr`" },
    ]);
  });

  it("is not one with a reading that only the other side can switch", async () => {
    const kase = { name: "late", asOf: "2020-03-01", readings: { "fines-counted": "late_only" }, facts: {} };
    expect(await impact(`${library}@1.0`, `${library}@2.0`, [kase])).toMatchObject({ refusedCount: 0 });
  });
});
