import { describe, expect, test } from "vitest";
import { traceOf, traceOfClause } from "../../engine/explain/trace.ts";
import { clauseTraceText, traceText } from "../../engine/explain/trace-text.ts";
import type { ConditionTrace, Trace } from "../../engine/explain/trace-tree.ts";
import { fixtures, procedure } from "../support/cases.ts";
import { kept, keptCase, request } from "./allotment.ts";

describe("a trace", () => {
  test("reads as it is kept", () => {
    expect(traceText(traceOf(keptCase("refused")))).toBe(kept("refused", "trace.txt"));
  });

  test("is data that survives JSON", () => {
    const trace = traceOf(keptCase("open"));
    const read = JSON.parse(JSON.stringify(trace)) as Trace;
    expect(traceText(read)).toBe(traceText(trace));
  });

  test("of one clause is that part of the whole", () => {
    const evaluation = keptCase("refused");
    const whole = traceOf(evaluation).clauses.find(({ id }) => id === "2.6");
    expect(traceOfClause(evaluation, "2.6")).toEqual(whole);
    expect(traceText(traceOf(evaluation))).toContain(clauseTraceText(traceOfClause(evaluation, "2.6")).trim());
  });

  test("shows what is unknown as such, and what it waits for", () => {
    const text = clauseTraceText(traceOfClause(request({ "plot.size": undefined }), "2.2"));
    expect(text.trim().split("\n")).toEqual([
      "2.2  Size: open",
      "  requires",
      "    [ ? ] at least one of these:",
      "      [ ? ] “plot is too large” does not hold — unknown",
      "      [no ] all of these:",
      "        [no ] the kind of gardener is a club — someone who lives in town",
      "        [ ? ] the size of the plot is less than 400 square metres — unknown",
      "  plot is too large = unknown",
      "    [ ? ] the size of the plot is more than 200 square metres — unknown",
    ]);
  });

  test("leaves the evaluation as it was", () => {
    const evaluation = keptCase("refused");
    const before = JSON.stringify(evaluation.result);
    traceOf(evaluation);
    expect(evaluation.frame.item).toBeUndefined();
    expect(JSON.stringify(keptCase("refused").result)).toBe(before);
  });
});

describe("traces of the shipped procedure's fixtures", () => {
  const evaluations = fixtures().map((fixture) => procedure.evaluateWithWorkings(fixture));

  test("agree with the results", () => {
    for (const evaluation of evaluations) {
      const { result } = evaluation;
      const trace = traceOf(evaluation);
      const unsettled = result.warnings.some(({ code }) => code === "revision-not-settled");
      for (const { id, status, appliesWhen, requires } of trace.clauses) {
        if (!unsettled) expect({ id, status }).toEqual({ id, status: result.clauses[id]?.status });
        if (status === "unmet" && requires) expect(requires.truth).toBe("false");
        if (status === "met" && requires) expect(requires.truth).toBe("true");
        if (status === "not_applicable" && appliesWhen) expect(appliesWhen.truth).toBe("false");
      }
      for (const { id, possible, rows } of trace.decisions) {
        if (!unsettled) expect(possible).toEqual(result.decisions[id]?.possible);
        const open = rows.filter(({ tried, truth }) => tried && truth !== "false").map(({ outcome }) => outcome);
        expect([...new Set(open)]).toEqual(possible);
      }
    }
  });

  test("the parts of a condition make it what it is", () => {
    let looked = 0;
    const visit = ({ says, truth, parts }: ConditionTrace): void => {
      for (const part of parts) visit(part);
      const truths = parts.map((part) => part.truth);
      if (/all of these:$/.test(says)) {
        looked++;
        expect(truth).toBe(truths.includes("false") ? "false" : truths.includes("unknown") ? "unknown" : "true");
      } else if (/at least one of these:$/.test(says)) {
        looked++;
        expect(truth).toBe(truths.includes("true") ? "true" : truths.includes("unknown") ? "unknown" : "false");
      }
    };
    for (const evaluation of evaluations) {
      const { clauses, decisions } = traceOf(evaluation);
      for (const { appliesWhen, requires } of clauses)
        for (const part of [appliesWhen, requires]) if (part) visit(part);
      for (const { rows } of decisions) for (const { when } of rows) if (when) visit(when);
    }
    expect(looked).toBeGreaterThan(1000);
  });
});
