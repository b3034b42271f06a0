import { describe, expect, it } from "vitest";
import { loadProcedure } from "../../engine/index.ts";
import { and, same, type Term } from "../../engine/language/smt/term.ts";
import { openProcedure } from "../../engine/procedure/open.ts";
import { clauseCodes, obligationCodes } from "../../engine/prove/encode/statuses.ts";
import { Solver } from "../../engine/prove/solver.ts";
import { Universe } from "../../engine/prove/universe.ts";
import { nested } from "../support/cases.ts";

const effort = 12_000_000;

/**
 * Has the solver pick a case for every outcome, status and duty that there is, and holds all that it says of the case
 * against the evaluator.
 */
async function disagreements(directory: string, years: { from: number; to: number }) {
  const { revisions } = openProcedure(directory);
  const procedure = loadProcedure(directory);
  const wrong: unknown[] = [];
  let cases = 0;
  for (const model of revisions) {
    const universe = new Universe([model], { years, longestList: 2 });
    const [side] = universe.sides;
    if (side === undefined) throw new Error("a universe has a side for each revision");
    const { revision, valid } = side;
    const decisions = [...model.decisions.values()].map(({ id, outcomes }) => {
      const codes = [...outcomes.keys()].map((outcome) => [outcome, universe.codes.of(outcome)] as const);
      return { kind: "decisions" as const, id, term: revision.decision(id), codes };
    });
    const clauses = [...model.clauses.keys()].map((id) => {
      return { kind: "clauses" as const, id, term: revision.clause(id), codes: Object.entries(clauseCodes) };
    });
    const obligations = [...model.obligations.keys()].map((id) => {
      const codes = Object.entries(obligationCodes);
      return { kind: "obligations" as const, id, term: revision.obligation(id).status, codes };
    });
    const things = [...decisions, ...clauses, ...obligations];
    // Given to the solver as constants of their own, so that it says what each comes to.
    const shown = things.map((thing): Term => {
      const constant = universe.script.number();
      universe.script.constrain(same(constant, thing.term));
      return constant;
    });
    const solver = await Solver.start();
    try {
      await solver.tell(universe.script.take());
      for (const { term, codes } of things) {
        for (const [, code] of codes) {
          const answer = await solver.ask(
            and(valid, universe.whole, same(term, code)),
            [...universe.constants, ...shown],
            effort,
          );
          if (answer.kind !== "possible") continue;
          cases += 1;
          const { asOf, readings, facts } = universe.read(answer.assignment);
          const input = { asOf, readings, revision: model.entry.revision, facts: nested(Object.fromEntries(facts)) };
          const result = procedure.evaluate(input);
          for (const [at, thing] of things.entries()) {
            const chosen = answer.assignment.get(shown[at] ?? "");
            const said = thing.codes.find(([, other]) => Number(other) === chosen)?.[0];
            const { outcome, status } = { outcome: undefined, status: undefined, ...result[thing.kind][thing.id] };
            if (said !== (outcome ?? status)) wrong.push([thing.kind, thing.id, said, outcome ?? status, input]);
          }
        }
      }
    } finally {
      solver.stop();
    }
  }
  return { wrong, cases };
}

describe("the description of all cases", () => {
  it("says of every case that the solver picks what the evaluator says, for the library", async () => {
    const { wrong, cases } = await disagreements("fixtures/procedures/library", { from: 2018, to: 2026 });
    expect(wrong).toEqual([]);
    expect(cases).toBeGreaterThan(15);
  }, 120_000);

  it("says of every case that the solver picks what the evaluator says, for the shipped rules", async () => {
    const { wrong, cases } = await disagreements("rules/secor", { from: 2014, to: 2026 });
    expect(wrong).toEqual([]);
    expect(cases).toBeGreaterThan(120);
  }, 300_000);
});
