import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Switches } from "../../engine/evaluate/compile/switches.ts";
import { Frame } from "../../engine/evaluate/frame.ts";
import { compileProgram } from "../../engine/evaluate/program.ts";
import { loadProcedure } from "../../engine/index.ts";
import { completeCase, switchableReadings } from "../oracle/generate.ts";

const procedure = loadProcedure();
const [model] = procedure.revisions;
if (model === undefined) throw new Error("a procedure has a revision");
const all = Object.entries(switchableReadings);

describe("a program whose readings are switched", () => {
  it("comes from case to case to what one compiled under those readings comes to", () => {
    const switches = new Switches();
    const program = compileProgram(model, {}, undefined, switches);
    fc.assert(
      fc.property(completeCase, fc.subarray(all), ({ asOf, facts }, chosen) => {
        switches.set(chosen.map(([id, alternative]) => switches.of(id, alternative)));
        const { values } = procedure.readFacts(model, facts);
        const { frame, program: compiled } = procedure.evaluateWithWorkings({
          asOf,
          facts,
          readings: Object.fromEntries(chosen),
        });
        const begun = new Frame(values, frame.asOf, program.room);
        for (const [id, decision] of program.decisions) {
          expect([id, decision.possible(begun)]).toEqual([id, compiled.decisions.get(id)?.possible(frame)]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("has those off that are not among the ones switched on last", () => {
    const switches = new Switches();
    const [one, other] = [switches.of("a", "x"), switches.of("a", "y")];
    expect(switches.of("a", "x")).toBe(one);
    switches.set([one]);
    expect([one.isOn, other.isOn]).toEqual([true, false]);
    switches.set([other]);
    expect([one.isOn, other.isOn]).toEqual([false, true]);
    switches.set([]);
    expect([one.isOn, other.isOn]).toEqual([false, false]);
  });
});
