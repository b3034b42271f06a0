import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { syntheticFacts, syntheticRules } from "../../bench/scaling/synthetic.ts";
import { Procedure } from "../../engine/evaluate/procedure.ts";
import { openProcedure } from "../../engine/procedure/open.ts";

/** Opens rule files that are on no disk. */
function open(files: ReadonlyMap<string, string>): Procedure {
  const opened = openProcedure("made", {
    pathOf: join,
    namesIn: (directory) => {
      const inside = [...files.keys()].map((name) => join("made", name)).filter((path) => path.startsWith(directory));
      return inside.map((path) => path.slice(directory.length + 1)).filter((name) => !name.includes("/"));
    },
    readText: (path) => files.get(path.slice("made/".length)) ?? "",
  });
  return new Procedure(opened.revisions);
}

describe("a procedure of any size", () => {
  it.each([50, 120, 500])("has %i clauses, one in ten with a duty, and a decision for every fifty", (clauses) => {
    const procedure = open(syntheticRules(clauses));
    const result = procedure.evaluate({ asOf: "2020-07-01", facts: syntheticFacts(clauses, 1) });
    expect(Object.keys(result.clauses)).toHaveLength(clauses);
    expect(Object.keys(result.obligations)).toHaveLength(clauses / 10);
    expect(Object.keys(result.derived)).toHaveLength(clauses / 10);
    expect(Object.keys(result.decisions)).toHaveLength(Math.ceil(clauses / 50));
    for (const { outcome } of Object.values(result.decisions)) expect(outcome).not.toBeNull();
  });

  it("has results that can be told from its facts, of so many clauses that their record is a dictionary", () => {
    const clauses = 1_100;
    const procedure = open(syntheticRules(clauses));
    // More often than it takes until the quick ways are made.
    for (let number = 0; number < 70; number++) {
      const facts = syntheticFacts(clauses, number);
      const result = procedure.evaluate({ asOf: "2020-07-01", facts });
      const amounts = Object.values(facts.amount);
      const isMet = Array.from({ length: clauses }, (_, at) => (amounts[at % amounts.length] ?? 0) <= 99 - (at % 3));
      expect(Object.values(result.clauses).map(({ status }) => status === "met")).toEqual(isMet);
      const ids = Object.keys(result.clauses);
      for (const [section, { outcome, because }] of Object.values(result.decisions).entries()) {
        const own = ids.slice(section * 50, section * 50 + 50);
        const unmet = own.filter((_, at) => isMet[section * 50 + at] === false);
        expect(outcome).toBe(unmet.length > 0 ? "broken" : "kept");
        expect(because).toEqual(unmet.length > 0 ? unmet : own);
      }
    }
  });

  it("has cases of either outcome", () => {
    const procedure = open(syntheticRules(50));
    const seen = Array.from({ length: 64 }, (_, at) => {
      const { decisions } = procedure.decide({ asOf: "2020-07-01", facts: syntheticFacts(50, at) });
      return decisions.decision_1?.outcome;
    });
    expect([...new Set(seen)].sort()).toEqual(["broken", "kept"]);
  });
});
