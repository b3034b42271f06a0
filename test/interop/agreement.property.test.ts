import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileCondition } from "../../engine/evaluate/compile/condition.ts";
import { Frame } from "../../engine/evaluate/frame.ts";
import type { Program } from "../../engine/evaluate/program.ts";
import { truthsByJsonRulesEngine } from "../../engine/interop/json-rules-engine/truths.ts";
import { operators } from "../../engine/language/operators/table.ts";
import type { Condition } from "../../engine/procedure/model.ts";
import { describeCondition, describeFacts } from "./describe.ts";
import {
  alternatives,
  clauseIds,
  condition,
  decisionIds,
  derivedTypes,
  outcomes,
  someFacts,
  valueFor,
} from "./generate.ts";
import { clause, decision, worldProgram } from "./world.ts";

const runs = 1_000;
const conditionsInARun = 100;
const deepest = 4;
/** The evaluation date: among the dates that facts have. */
const today = 1;

/** What conditions can ask for beside facts: derived values, clauses, decisions and readings, all generated too. */
const program: fc.Arbitrary<Program> = fc
  .record({
    derived: fc.tuple(
      ...Object.entries(derivedTypes).map(([id, type]) =>
        valueFor(type, 1).map((value) => ({ id, clause: "1", value })),
      ),
    ),
    clauses: fc.tuple(
      ...clauseIds.map((id) =>
        fc
          .tuple(condition(undefined, 0, false), condition(undefined, 0, false))
          .map(([appliesWhen, requires]) => clause(id, { appliesWhen, requires })),
      ),
    ),
    decisions: fc.tuple(
      ...decisionIds.map((id) =>
        fc
          .tuple(condition(undefined, 0, false), condition(undefined, 0, false))
          .map(([one, other]) => decision(id, [[outcomes[0], one], [outcomes[1], other], [outcomes[2]]])),
      ),
    ),
    readings: fc.constantFrom({}, ...alternatives.map((style) => ({ style }))),
  })
  .map(({ readings, ...parts }) => worldProgram(parts, readings));

const conditions = fc.array(condition(undefined, deepest, true), {
  minLength: conditionsInARun,
  maxLength: conditionsInARun,
});

/** Counts the kinds of condition and the operators in a condition. */
function tallyOf(asked: Condition, tally: Map<string, number>): void {
  const count = (name: string) => tally.set(name, (tally.get(name) ?? 0) + 1);
  count(asked.kind);
  if (asked.kind === "all" || asked.kind === "any") for (const part of asked.of) tallyOf(part, tally);
  if (asked.kind === "not") tallyOf(asked.of, tally);
  if (asked.kind === "some" || asked.kind === "every") tallyOf(asked.where, tally);
  if (asked.kind === "compare") count(asked.operator.name);
}

describe("the compiled evaluator and json-rules-engine", () => {
  it(`agree on true, false and unknown for ${runs * conditionsInARun} generated conditions and facts`, async () => {
    const tally = new Map<string, number>();
    const found = await fc.check(
      fc.asyncProperty(program, someFacts, conditions, async ({ names }, facts, asked) => {
        const frame = new Frame(facts, today);
        const named = asked.map((one, at) => ({ id: String(at), condition: one }));
        const truths = await truthsByJsonRulesEngine(named, names, frame);
        for (const { id, condition: one } of named) {
          const truth = compileCondition(one, names).test(frame);
          if (truths.get(id) !== truth) {
            throw new Error(`${truth} by the evaluator, ${truths.get(id)} by json-rules-engine:
              ${describeCondition(one)} with ${describeFacts(facts)}`);
          }
          tally.set(String(truth), (tally.get(String(truth)) ?? 0) + 1);
          tallyOf(one, tally);
        }
      }),
      { numRuns: runs },
    );
    // The whole of a counterexample is a program; what differs is the condition and the facts.
    if (found.failed) throw new Error(`${found.errorInstance} (seed ${found.seed})`);
    const pairs = runs * conditionsInARun;
    for (const truth of ["true", "false", "undefined"]) expect(tally.get(truth)).toBeGreaterThan(pairs / 10);
    const kinds = ["compare", "all", "any", "not", "some", "every", "clause", "decision", "reading"];
    for (const name of [...kinds, ...Object.keys(operators)]) expect(tally.get(name)).toBeGreaterThan(pairs / 200);
  });
});
