import { describe, expect, it } from "vitest";
import { Procedure } from "../../engine/evaluate/procedure.ts";
import { openProcedure } from "../../engine/procedure/open.ts";
import type { FixtureRun } from "../../engine/testing/fixture.ts";
import { ledgerOf } from "../../engine/testing/ledger.ts";

const { revisions, sources } = openProcedure("fixtures/procedures/library");
const [first, , third] = revisions;
if (first === undefined || third === undefined) throw new Error("the library has three revisions");
const procedure = new Procedure(revisions);

/** A fixture that was run and passed, or not. */
function run(facts: object, passed = true): FixtureRun {
  const result = procedure.evaluate({ facts, asOf: "2020-03-01" });
  return { file: "", name: "", title: undefined, passed, differences: [], problems: [], result, evaluation: undefined };
}

const child = { loan: { applied_on: "2020-02-10" }, reader: { age: 8, guardian_agrees: false, fines: null } };
const adult = {
  loan: { applied_on: "2020-02-10", returned_on: null },
  reader: { age: 30, fines: [{ reason: "late", amount: 11 }] },
};

/** The state of every clause, and how many cases reach it. */
function states(runs: readonly FixtureRun[], model = first): Record<string, readonly [string, number]> {
  if (model === undefined) return {};
  const { entries } = ledgerOf(model, sources, runs);
  return Object.fromEntries(entries.map(({ clause, state, fixtures }) => [clause, [state, fixtures]]));
}

describe("the ledger", () => {
  it("counts the cases that reach a clause as met or unmet, and no others", () => {
    expect(states([run(child), run(adult), run(adult)])).toEqual({
      "1": ["informative", 0],
      "2": ["encoded", 3],
      "2.1": ["encoded", 1],
      "2.2": ["encoded", 2],
      "3": ["encoded", 2],
    });
  });

  it("counts no case that fails or could not be decided", () => {
    const undecided: FixtureRun = { ...run(child), passed: false, result: undefined };
    expect(states([run(child, false), undecided])["2.1"]).toEqual(["encoded", 0]);
  });

  it("keeps the order of the source, gives reasons, and accounts for retired clauses", () => {
    const ledger = ledgerOf(first, sources, []);
    expect(ledger.entries.map(({ clause }) => clause)).toEqual(["1", "2", "2.1", "2.2", "3"]);
    expect(ledger.entries[0]).toMatchObject({ reason: "It states a purpose and no condition.", inSource: true });
    expect(ledger.accounted).toBe(5);
    expect(states([], third)["3"]).toEqual(["retired", 0]);
    expect(ledgerOf(third, sources, []).accounted).toBe(5);
  });

  it("misses a number of the source without an entry, and lists an entry without a number", () => {
    const entry = { ...sources.procedure.entry, sourceClauses: ["1", "2", "2.1", "2.2", "4"] };
    const ledger = ledgerOf(first, { ...sources, procedure: { ...sources.procedure, entry } }, []);
    expect(ledger.entries.find(({ clause }) => clause === "4")).toMatchObject({ state: "missing", title: undefined });
    expect(ledger.entries.find(({ clause }) => clause === "3")).toMatchObject({ state: "encoded", inSource: false });
    expect(ledger.entries).toHaveLength(6);
    expect(ledger.accounted).toBe(5);
  });

  it("misses a clause of which nothing is encoded and no reason is given, unless a decision states it", () => {
    const clause = first.clauses.get("2.2");
    if (clause === undefined) throw new Error("the library has a clause 2.2");
    const empty = { ...clause, appliesWhen: undefined, requires: undefined };
    const clauses = new Map(first.clauses).set("2.2", empty);
    expect(states([], { ...first, clauses })["2.2"]).toEqual(["missing", 0]);
    const lending = first.decisions.get("lending");
    if (lending === undefined) throw new Error("the library decides on lending");
    const rows = lending.rows.map((row) => ({ ...row, clauses: ["2.2"] }));
    const decisions = new Map(first.decisions).set("lending", { ...lending, rows });
    expect(states([], { ...first, clauses, decisions })["2.2"]).toEqual(["encoded", 0]);
  });
});
