import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reportMarkdown } from "../../engine/explain/markdown.ts";
import { reportOf } from "../../engine/explain/report.ts";
import { reportText } from "../../engine/explain/text.ts";
import { traceOf } from "../../engine/explain/trace.ts";
import { traceText } from "../../engine/explain/trace-text.ts";
import { displayWidth } from "../../engine/source/visible.ts";
import { completeCase, switchableReadings } from "../oracle/generate.ts";
import { fixtures, procedure } from "../support/cases.ts";

const runs = Number(process.env.EXPLAIN_RUNS ?? 300);

/** What a text for people never shows: a value of the machine. */
const machine = /undefined|\bnull\b|NaN|Infinity|\[object|\$\{| {2}- *$/m;

/** Cases of which some facts are left out, a few or nearly all. */
const incompleteCase = fc
  .tuple(completeCase, fc.integer({ min: 0, max: 100 }), fc.infiniteStream(fc.integer({ min: 0, max: 99 })))
  .map(([kase, dropped, dice]) => {
    const facts = Object.entries(kase.facts).filter(() => (dice.next().value ?? 0) >= dropped);
    return { ...kase, facts: Object.fromEntries(facts) };
  });

const readings = fc.subarray(Object.entries(switchableReadings)).map((chosen) => Object.fromEntries(chosen));

describe("reports on cases of the shipped procedure", () => {
  test("never fail, show no value of the machine, and keep to the width", () => {
    fc.assert(
      fc.property(incompleteCase, readings, (kase, switched) => {
        const evaluation = procedure.evaluateWithWorkings({ ...kase, readings: switched });
        const report = reportOf(evaluation);
        const text = reportText(report);
        for (const form of [text, reportMarkdown(report), traceText(traceOf(evaluation)), JSON.stringify(report)]) {
          expect(form.replaceAll(/"(outcome|until|governingDate)":null/g, "")).not.toMatch(machine);
        }
        for (const line of text.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(80);
      }),
      { numRuns: runs },
    );
  });

  test("name every fact for want of which the headline is open", () => {
    let open = 0;
    fc.assert(
      fc.property(incompleteCase, (kase) => {
        const evaluation = procedure.evaluateWithWorkings(kase);
        const report = reportOf(evaluation);
        if (report.headline.outcome !== null) return;
        open++;
        const text = words(reportText(report));
        const { missing } = evaluation.result.decisions[report.headline.id] ?? { missing: [] };
        expect(missing.length).toBeGreaterThan(0);
        for (const id of missing) {
          const entry = evaluation.program.model.facts.get(id)?.entry;
          expect([entry?.question, entry?.label].some((said) => said !== undefined && text.includes(words(said)))).toBe(
            true,
          );
        }
      }),
      { numRuns: runs },
    );
    expect(open).toBeGreaterThan(runs / 4);
  });

  test("name every unmet clause, and every day on which something is due", () => {
    fc.assert(
      fc.property(incompleteCase, (kase) => {
        const { result, program, frame } = procedure.evaluateWithWorkings(kase);
        const text = reportText(reportOf({ result, program, frame }));
        for (const [id, { status }] of Object.entries(result.clauses)) {
          if (status === "unmet") expect(text).toContain(id);
        }
        for (const { due, status } of Object.values(result.obligations)) {
          if (due !== null && status !== "fulfilled" && status !== "not_applicable") expect(text).toContain(due);
        }
      }),
      { numRuns: runs },
    );
  });

  test("every clause that is not met says why in single values", () => {
    let unmet = 0;
    for (const fixture of fixtures()) {
      const report = reportOf(procedure.evaluateWithWorkings(fixture));
      for (const { clause, findings, sameAs } of [...report.reasons, ...report.alsoUnmet]) {
        unmet++;
        expect({ fixture: fixture.case, clause, says: findings.length + sameAs.length }).not.toHaveProperty("says", 0);
      }
    }
    expect(unmet).toBeGreaterThan(100);
  });

  test("a report is made in a moment", () => {
    const evaluations = fixtures().map((fixture) => procedure.evaluateWithWorkings(fixture));
    const start = performance.now();
    for (const evaluation of evaluations) reportOf(evaluation);
    expect((performance.now() - start) / evaluations.length).toBeLessThan(100);
  });
});

function words(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
