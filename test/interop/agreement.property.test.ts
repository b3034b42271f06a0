import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileCondition } from "../../engine/evaluate/compile/condition.ts";
import { Frame } from "../../engine/evaluate/frame.ts";
import { truthsByJsonRulesEngine } from "../../engine/interop/json-rules-engine/truths.ts";
import type { Condition, Derived, Value } from "../../engine/procedure/model.ts";
import { alternatives, clauseIds, condition, decisionIds, derivedTypes, outcomes, someFacts } from "./generate.ts";
import { clause, decision, fact, worldProgram } from "./world.ts";

const runs = 1_000;
const conditionsInARun = 100;

describe("the compiled evaluator and json-rules-engine", () => {
  it(`agree on true, false and unknown for ${runs * conditionsInARun} generated conditions and facts`, async () => {
    const tally = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(world, fc.array(condition(undefined, 3, true), sized(conditionsInARun)), async (given, asked) => {
        const { program, facts } = given;
        const frame = new Frame(facts, 3);
        const conditions = asked.map((one, at) => ({ id: `condition ${at}`, condition: one }));
        const truths = await truthsByJsonRulesEngine(conditions, program.names, frame);
        for (const { id, condition: one } of conditions) {
          const truth = compileCondition(one, program.names).test(frame);
          expect(truths.get(id)).toBe(truth);
          tally.set(String(truth), (tally.get(String(truth)) ?? 0) + 1);
          count(one, tally);
        }
      }),
      { numRuns: runs },
    );
    console.log(tally);
  });
});
