import { describe, expect, it } from "vitest";
import { namesInCondition, namesInValue } from "../../bench/peers/plain.ts";
import { nameOf, type Step, stepsOf } from "../../bench/peers/plan.ts";
import { procedure } from "../support/cases.ts";

const [model] = procedure.revisions;
if (model === undefined) throw new Error("the procedure has no revision");
const steps = stepsOf(model);
const everything = stepsOf(model, "everything");

describe("what the peers work out", () => {
  it("is every decision, each thing once and after what it asks for", () => {
    const decisions = steps.filter(({ kind }) => kind === "decision").map(({ name }) => name);
    expect(decisions.sort()).toEqual([...model.decisions.keys()].map((id) => nameOf("decision", id)).sort());
    for (const list of [steps, everything]) {
      const done = new Set<string>();
      for (const step of list) {
        const asked = namesIn(step).filter(({ kind }) => kind !== "fact");
        expect([step.name, asked.filter(({ kind, id, is }) => !done.has(nameOf(kind, id, is)))]).toEqual([
          step.name,
          [],
        ]);
        expect(done.has(step.name)).toBe(false);
        done.add(step.name);
      }
    }
  });

  it("asks for no reading, none of which is switched", () => {
    expect(JSON.stringify(model.decisions.get("submission"))).toContain('"kind":"reading"');
    expect(JSON.stringify(everything)).not.toContain('"kind":"reading"');
  });

  it("leaves out what no decision needs, unless everything is wanted", () => {
    expect(steps.length).toBeLessThan(everything.length);
    expect(everything.map(({ name }) => name)).toEqual(expect.arrayContaining(steps.map(({ name }) => name)));
  });
});

function namesIn(step: Step): ReturnType<typeof namesInCondition> {
  if (step.kind === "condition") return namesInCondition(step.of);
  if (step.kind === "value") return namesInValue(step.of);
  return step.rows.flatMap(({ when }) => (when === undefined ? [] : namesInCondition(when)));
}
