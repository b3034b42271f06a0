import { describe, expect, it } from "vitest";
import { generateCases } from "../../bench/cases.ts";
import { exportedRules, outcomesOf, statusesOf } from "../../bench/contenders/exported-rules.ts";
import { full } from "../../bench/contenders/library.ts";
import { procedure } from "../support/cases.ts";

const [model] = procedure.revisions;
if (model === undefined) throw new Error("the procedure has no revision");

describe("the exported rules in the benchmark", () => {
  it("give every decision, clause and obligation that the library gives, and the same of each", async () => {
    const [rules, library] = [await exportedRules.load(), await full.load()];
    for (const given of generateCases(20)) {
      const [said, result] = [await rules.prepare(given)(), await library.prepare(given)()];
      expect(rules.outcomes(said)).toEqual(library.outcomes(result));
      expect(rules.statuses?.(said)).toEqual(library.statuses?.(result));
    }
    expect(rules.spared ?? []).toEqual([]);
  });

  it("leave open what no rule speaks of", () => {
    const [decision] = model.decisions.keys();
    const [clause] = model.clauses.keys();
    const [duty] = model.obligations.keys();
    expect(outcomesOf([], model)).toMatchObject({ [`${decision}`]: null });
    expect(statusesOf([{ type: "clause", params: { clause, status: "met" } }], model)).toMatchObject({
      [`clause ${clause}`]: "met",
      [`obligation ${duty}`]: "undetermined",
    });
  });
});
