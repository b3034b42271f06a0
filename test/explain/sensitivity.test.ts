import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EvaluationInput, Procedure } from "../../engine/evaluate/procedure.ts";
import { reportMarkdown } from "../../engine/explain/markdown.ts";
import { readOtherwise } from "../../engine/explain/other-readings.ts";
import { reportOf } from "../../engine/explain/report.ts";
import { readingDecides, type Sensitivity, sensitivityOf } from "../../engine/explain/sensitivity.ts";
import { reportText } from "../../engine/explain/text.ts";
import { completeCase, factIds, switchableReadings } from "../oracle/generate.ts";
import { fixtures, flattened, procedure } from "../support/cases.ts";
import { allotment, goodRequest } from "./allotment.ts";

type Readings = Readonly<Record<string, string>>;

/** Every way to read the shipped procedure. */
const ways: readonly Readings[] = Object.entries(switchableReadings).reduce<readonly Readings[]>(
  (sets, [id, alternative]) => sets.flatMap((set) => [set, { ...set, [id]: alternative }]),
  [{}],
);

/** Generated cases, in which mostly several things are wrong at once, and fixtures, in which mostly one is. */
const whole = fc.oneof(
  completeCase.map(({ asOf, facts }) => ({ asOf, facts })),
  fc.constantFrom(...fixtures()).map(({ asOf, facts }) => ({ asOf, facts: flattened(facts, factIds) })),
);

/** Cases of which some facts are left out, of most of them none. */
const anyCase = fc
  .tuple(whole, fc.constantFrom(0, 0, 0, 5, 20), fc.infiniteStream(fc.integer({ min: 0, max: 99 })))
  .map(([kase, dropped, dice]) => {
    const facts = Object.entries(kase.facts).filter(() => (dice.next().value ?? 0) >= dropped);
    return { ...kase, facts: Object.fromEntries(facts) };
  });

const readings = fc.subarray(Object.entries(switchableReadings)).map((chosen): Readings => Object.fromEntries(chosen));

/** What the headline decisions come to. */
function headlines(of: Procedure, input: EvaluationInput): readonly string[] {
  const { result, program } = of.evaluateWithWorkings(input);
  return program.model.headline.map((id) => JSON.stringify(result.decisions[id]?.possible));
}

/** How many readings two ways have otherwise. */
function distance(a: Readings, b: Readings): number {
  return Object.keys(switchableReadings).filter((id) => a[id] !== b[id]).length;
}

describe("what hangs on how unclear sentences are read", () => {
  test("whatever is claimed is what comes out with those readings, and with no smaller set of them", () => {
    let claimed = 0;
    fc.assert(
      fc.property(anyCase, readings, (kase, switched) => {
        const input: EvaluationInput = { ...kase, readings: switched };
        const { decisive, others } = sensitivityOf(procedure, input);
        const before = procedure.evaluate(input);
        for (const { readings: other, decisions, clauses, obligations } of [...decisive, ...others]) {
          claimed++;
          const after = procedure.evaluate(readOtherwise(input, other));
          for (const id of Object.keys(before.decisions)) {
            const { outcome, possible } = after.decisions[id] ?? {};
            const { from, to } = decisions[id] ?? {};
            expect(to ?? { outcome, possible }).toEqual({ outcome, possible });
            expect(from?.possible ?? possible).toEqual(before.decisions[id]?.possible);
          }
          for (const [id, { status }] of Object.entries(before.clauses)) {
            expect(clauses[id]?.to ?? status).toBe(after.clauses[id]?.status);
          }
          for (const [id, { due, status }] of Object.entries(before.obligations)) {
            expect(obligations[id]?.to ?? { due, status }).toMatchObject({
              due: after.obligations[id]?.due,
              status: after.obligations[id]?.status,
            });
          }
        }
      }),
      { numRuns: 80 },
    );
    expect(claimed).toBeGreaterThan(80);
  });

  test("every way to read the procedure that changes a headline holds a set that is named, and none is named in vain", () => {
    const seen = { none: 0, alone: 0, together: 0 };
    fc.assert(
      fc.property(anyCase, readings, (kase, switched) => {
        const input: EvaluationInput = { ...kase, readings: switched };
        const { decisive } = sensitivityOf(procedure, input);
        const before = headlines(procedure, input);
        const changed = ways.flatMap((way) => {
          const after = headlines(procedure, { ...input, readings: way });
          return after.flatMap((state, at) => (state === before[at] ? [] : [{ way, change: `${at} ${state}` }]));
        });
        const named = decisive.map((effect) => readOtherwise(input, effect.readings).readings ?? {});
        const holds = (way: Readings, smaller: Readings) =>
          distance(smaller, switched) + distance(way, smaller) === distance(way, switched);
        const does = (way: Readings, change: string) =>
          changed.some((one) => one.change === change && distance(one.way, way) === 0);
        for (const { way, change } of changed) {
          expect(named.some((smaller) => holds(way, smaller) && does(smaller, change))).toBe(true);
        }
        for (const way of named) {
          const changes = changed.filter((one) => distance(one.way, way) === 0).map(({ change }) => change);
          const inVain = changes.every((change) =>
            changed.some((one) => one.change === change && distance(one.way, way) > 0 && holds(way, one.way)),
          );
          expect(inVain).toBe(false);
        }
        const smallest = Math.min(...named.map((way) => distance(way, switched)));
        seen[smallest === 1 ? "alone" : named.length > 0 ? "together" : "none"]++;
        const { result, program } = procedure.evaluateWithWorkings(input);
        expect(readingDecides(procedure, input, result, program.model)).toBe(smallest === 1);
      }),
      { numRuns: 80 },
    );
    expect(seen.none).toBeGreaterThan(8);
    expect(seen.alone).toBeGreaterThan(2);
  });

  test("names what it did not try", () => {
    const kept = sensitivityOf(allotment, { asOf: "2021-04-01", facts: goodRequest });
    expect(kept).toEqual({
      decisive: [],
      others: [],
      without: ["course-validity=forever"],
      notTried: ["whole-square-metres=exact"],
      together: 1,
    } satisfies Sensitivity);
  });
});

describe("the report", () => {
  const old = { ...goodRequest, "gardener.courses": [{ course: "soil", taken_on: "2010-05-05" }] };
  const section = (facts: object, other: Partial<EvaluationInput> = {}) => {
    const input: EvaluationInput = { asOf: "2021-04-01", facts, ...other };
    const evaluation = allotment.evaluateWithWorkings(input);
    const report = reportOf(evaluation, { sensitivity: sensitivityOf(allotment, input) });
    const [, text = ""] = reportText(report).split("Unclear sentences\n");
    const [, markdown = ""] = reportMarkdown(report).split("## Unclear sentences\n\n");
    return [text.split("\n\n")[0], markdown.split("\n\n")[0]];
  };

  test("says what a reading would decide, and which clause leaves it open", () => {
    expect(section(old)).toEqual([
      [
        "  - The plot is let if course-validity is read as “forever”: A course counts for",
        "    good.",
        "      Clause 2.4 leaves open: For how long does a course count?",
        "  Not tried, because their other readings can't be switched on:",
        "  whole-square-metres.",
      ].join("\n"),
      [
        "- The plot is let if course-validity is read as “forever”: A course counts for good.",
        "  - Clause 2.4 leaves open: For how long does a course count?",
      ].join("\n"),
    ]);
  });

  test("says so where a reading that was switched on decides", () => {
    const [text] = section(old, { readings: { "course-validity": "forever" } });
    expect(text?.replaceAll(/\s+/g, " ")).toContain(
      "The plot is not let if course-validity is read as the register has it: For two years.",
    );
  });

  test("says so where a reading settles what is open", () => {
    const open = { ...old, "gardener.agrees": undefined };
    const [settling] = section(open, { readings: { "course-validity": "forever" } });
    expect(settling).toContain("The plot is not let, whatever is missing, if course-validity is read as the");
    const [none] = section({ ...goodRequest, "gardener.agrees": undefined });
    expect(none).toContain("No reading of an unclear sentence settles this case.");
    const [opening] = section(open);
    expect(opening?.replaceAll(/\s+/g, " ")).toContain(
      "It can't be told yet (let or refused) if course-validity is read as “forever”",
    );
  });

  test("says plainly where none does", () => {
    const [text, markdown] = section(goodRequest);
    expect(text).toContain("  No reading of an unclear sentence decides this case.\n");
    expect(markdown).toBe("No reading of an unclear sentence decides this case.");
  });

  test("hints at it unasked, in one line", () => {
    const evaluation = allotment.evaluateWithWorkings({ asOf: "2021-04-01", facts: old });
    const hint = "An unclear sentence decides this case: see --sensitivity.";
    expect(reportText(reportOf(evaluation, { decides: true }))).toContain(`\n${hint}\n`);
    expect(reportMarkdown(reportOf(evaluation, { decides: true }))).toContain(`\n${hint}\n`);
    expect(reportText(reportOf(evaluation))).not.toContain(hint);
  });
});
