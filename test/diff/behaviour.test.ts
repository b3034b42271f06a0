import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountsIn } from "../../engine/cases/amounts.ts";
import { boundsFor, newest } from "../../engine/cases/bounds.ts";
import { ordinaryCases } from "../../engine/cases/ordinary.ts";
import { Pair } from "../../engine/cases/pair.ts";
import { Pool } from "../../engine/cases/pool.ts";
import { behaviourOf } from "../../engine/diff/behaviour.ts";
import { Search } from "../../engine/diff/cases/search.ts";
import { clauseParts, decisionParts } from "../../engine/diff/parts.ts";
import type { Behaviour, Effect, Finding, Witness } from "../../engine/diff/report.ts";
import type { DiffSide } from "../../engine/diff/side.ts";
import { structureOf } from "../../engine/diff/structure/structure.ts";
import { loadProcedure } from "../../engine/index.ts";
import { openProcedure } from "../../engine/procedure/open.ts";
import { type Change, withCopy } from "../procedure/malformed.ts";
import { library, shipped, sideOf } from "./structure/sides.ts";

const compare = async (base: DiffSide, head: DiffSide) => await behaviourOf(base, head, structureOf(base, head));
const draft = (name: string) => sideOf(openProcedure(`fixtures/drafts/${name}`));
const published = () => sideOf(openProcedure(shipped));

/** The library after some changes to a copy, in its first revision. */
const changed = (...changes: readonly Change[]) =>
  withCopy(changes, (directory) => sideOf(openProcedure(directory), "1.0"));
const unchanged = () => sideOf(openProcedure(library), "1.0");
const clause = (find: string, replace: string): Change => ({ file: "clauses/all.yaml", find, replace });

function effects({ decisions, clauses, input }: Behaviour): readonly Effect[] {
  return [...decisions, ...clauses, input];
}

function effectOn(behaviour: Behaviour, id: string): Effect {
  const found = effects(behaviour).find((effect) => effect.id === id);
  if (found === undefined) throw new Error(`nothing is said of ${id}`);
  return found;
}

function witnessIn(finding: Finding): Witness {
  if (finding.kind !== "found") throw new Error(`no witness: ${finding.kind}`);
  return finding.witness;
}

/** Runs 10,000 random cases and every value worth trying around ordinary ones, and names what differs in any. */
function attack(base: DiffSide, head: DiffSide): readonly string[] {
  const models = [base.model, head.model] as const;
  const structure = structureOf(base, head);
  const pair = new Pair(...models);
  const pool = new Pool(pair, amountsIn(models), boundsFor(models, undefined).years);
  const parts = { decisions: decisionParts(...models), clauses: clauseParts(...models, structure) };
  const search = new Search(pair, parts);
  const ordinary = ordinaryCases(pair, pool, newest(models));
  search.aroundOrdinary(ordinary, pool);
  search.atRandom(ordinary, pool, 10_000);
  expect(pair.tried).toBeGreaterThan(10_000);
  return [...parts.decisions, ...parts.clauses].flatMap(({ subject, id }) =>
    search.differs(`${subject} ${id}`) ? [`${subject} ${id}`] : [],
  );
}

describe("the behaviour of two revisions", () => {
  it.each([shipped, library])("is the same for %s and itself, by identity", async (directory) => {
    for (const { entry } of openProcedure(directory).revisions) {
      const [base, head] = [1, 2].map(() => sideOf(openProcedure(directory), entry.revision));
      if (base === undefined || head === undefined) throw new Error("two sides");
      expect(structureOf(base, head)).toEqual([]);
      const found = effects(await compare(base, head));
      expect(found.filter(({ effect }) => effect !== "none")).toEqual([]);
      expect(found.flatMap(({ worse, better }) => [worse, better])).toSatisfy((findings: readonly Finding[]) =>
        findings.every((finding) => finding.kind === "ruled-out" && finding.by === "identity"),
      );
    }
  });

  it("is proved to be the same where only words differ, and no solver is needed", async () => {
    const [base, head] = [published(), draft("wording-only")];
    const found = effects(await compare(base, head));
    expect(structureOf(base, head).length).toBeGreaterThan(3);
    expect(new Set(found.map(({ effect }) => effect))).toEqual(new Set(["none"]));
    expect(found.flatMap(({ worse }) => (worse.kind === "ruled-out" ? [worse.by] : []))).not.toContain("solver");
    expect(attack(base, head)).toEqual([]);
  }, 60_000);

  it("is proved to be the same for the same limit written differently", async () => {
    const [base, head] = [published(), draft("same-formula")];
    const behaviour = await compare(base, head);
    expect(new Set(effects(behaviour).map(({ effect }) => effect))).toEqual(new Set(["none"]));
    expect(effectOn(behaviour, "2.1.3").worse).toEqual({ kind: "ruled-out", by: "solver" });
    expect(attack(base, head)).toEqual([]);
  }, 60_000);

  it("loosens where the limit is raised, with a case just beyond the old one", async () => {
    const behaviour = await compare(published(), draft("twelve-people"));
    const { effect, better, worse } = effectOn(behaviour, "2.1.3");
    expect([effect, worse]).toEqual(["loosens", { kind: "ruled-out", by: "solver" }]);
    const { unusual, before, after, responsible } = witnessIn(better);
    expect([before, after, responsible]).toEqual(["unmet", "met", ["2.1.3"]]);
    expect(unusual.map(({ fact, value }) => [fact, value])).toEqual([["employer.peak_headcount", 11]]);
    expect(witnessIn(effectOn(behaviour, "submission").better)).toMatchObject({
      before: "not_accepted",
      after: "accepted",
      responsible: ["2.1.3"],
    });
    expect(effectOn(behaviour, "training").effect).toBe("none");
  }, 60_000);

  it("shows cases that anyone can evaluate with the same outcome", async () => {
    const behaviour = await compare(published(), draft("no-more-binders"));
    const [before, after] = [loadProcedure(shipped), loadProcedure("fixtures/drafts/no-more-binders")];
    const witnesses = effects(behaviour).flatMap(({ worse, better, otherwise }) =>
      [worse, better, otherwise].flatMap((finding) => (finding.kind === "found" ? [finding.witness] : [])),
    );
    expect(witnesses.length).toBeGreaterThan(8);
    for (const { case: found, decisions, shows } of witnesses) {
      const [base, head] = [before, after].map((procedure, at) => {
        const readings = Object.fromEntries(
          Object.entries(found.readings ?? {}).filter(([id]) => procedure.revisions[at]?.switchable.has(id)),
        );
        return procedure.evaluate({ ...found, readings, revision: ["1.0", "1.1"][at] ?? "" });
      });
      for (const { id, before: from, after: to } of decisions) {
        expect([shows, base?.decisions[id]?.outcome, head?.decisions[id]?.outcome]).toEqual([shows, from, to]);
      }
    }
    expect(effectOn(behaviour, "2.6.2").effect).toBe("tightens");
    expect(effectOn(behaviour, "eligibility").effect).toBe("none");
  }, 120_000);
});

/** Changes of the library that do something, and what each does to its decision. */
const telling: readonly (readonly [string, readonly Change[], string])[] = [
  ["a higher age", [clause("operator: lessThan, value: 14", "operator: lessThan, value: 15")], "tightens"],
  ["a lower age", [clause("operator: lessThan, value: 14", "operator: lessThan, value: 13")], "loosens"],
  ["a higher limit", [clause("lessThanInclusive, value: 10", "lessThanInclusive, value: 12")], "loosens"],
  ["the limit excluded", [clause("lessThanInclusive, value: 10", "lessThan, value: 10")], "tightens"],
  ["the other age", [clause("lessThan, value: 14", "greaterThanInclusive, value: 14")], "mixed"],
  [
    "only late fines",
    [
      clause(
        "otherwise: { sum: { in: reader.fines, of: amount } }",
        "otherwise: { sum: { in: reader.fines, of: amount, where: { item: reason, operator: equal, value: late } } }",
      ),
    ],
    "loosens",
  ],
];

describe("which way a difference goes", () => {
  const turned: Readonly<Record<string, string>> = { tightens: "loosens", loosens: "tightens" };

  it.each(telling)("is found for %s, and the other way round from the other side", async (_name, changes, expected) => {
    const [base, head] = [unchanged(), changed(...changes)];
    const [there, back] = [await compare(base, head), await compare(head, base)];
    expect(effectOn(there, "lending").effect).toBe(expected);
    for (const { id, effect } of effects(there))
      expect([id, effectOn(back, id).effect]).toEqual([id, turned[effect] ?? effect]);
  });
});

describe("for any two limits", () => {
  it("the direction is that of the limits, and a witness lies between them", async () => {
    const limits = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }));
    const sideWith = (age: number) => changed(clause("lessThan, value: 14", `lessThan, value: ${age}`));
    await fc.assert(
      fc.asyncProperty(limits, async ([before, after]) => {
        const { effect, worse, better } = effectOn(await compare(sideWith(before), sideWith(after)), "lending");
        expect(effect).toBe(after > before ? "tightens" : after < before ? "loosens" : "none");
        if (before === after) return;
        const { reader } = witnessIn(after > before ? worse : better).case.facts;
        const { age } = reader as { readonly age: number };
        expect(age).toBeGreaterThanOrEqual(Math.min(before, after));
        expect(age).toBeLessThan(Math.max(before, after));
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});

/** Changes of the library that do nothing. */
const idle: readonly (readonly [string, readonly Change[]])[] = [
  [
    "a whole number excluded and the one before it included",
    [clause("lessThan, value: 14", "lessThanInclusive, value: 13")],
  ],
  [
    "a negated comparison",
    [
      clause(
        "{ fact: reader.is_child, operator: equal, value: true }",
        "{ not: { fact: reader.is_child, operator: equal, value: false } }",
      ),
    ],
  ],
  [
    "a condition twice",
    [
      clause(
        "requires: { fact: reader.guardian_agrees, operator: equal, value: true }",
        "requires: { all: [ { fact: reader.guardian_agrees, operator: equal, value: true }, { not: { fact: reader.guardian_agrees, operator: equal, value: false } } ] }",
      ),
    ],
  ],
  [
    "days in two steps",
    [
      clause(
        "{ addDays: { to: { fact: loan.applied_on }, days: 28 } }",
        "{ addDays: { to: { addDays: { to: { fact: loan.applied_on }, days: 20 } }, days: 8 } }",
      ),
    ],
  ],
];

describe("that nothing changes", () => {
  it.each(idle)("is proved for %s, and no case says otherwise", async (_name, changes) => {
    const [base, head] = [unchanged(), changed(...changes)];
    expect(structureOf(base, head)).not.toEqual([]);
    expect(new Set(effects(await compare(base, head)).map(({ effect }) => effect))).toEqual(new Set(["none"]));
    expect(attack(base, head)).toEqual([]);
  });

  it("is not said where a value may differ beyond the first days", async () => {
    // 28 February and 1 March are two days apart in a leap year alone.
    const due = "{ addDays: { to: { fact: loan.applied_on }, days: 28 } }";
    const month = "{ addMonths: { to: { fact: loan.applied_on }, months: 1, rounding: down } }";
    const { effect, worse, better } = effectOn(await compare(unchanged(), changed(clause(due, month))), "3");
    expect([effect, worse.kind]).toEqual(["loosens", "ruled-out"]);
    expect(witnessIn(better).shows).toBe("obligation return_book");
  });
});

describe("which cases are refused", () => {
  it("is compared too: a narrower bound refuses what was accepted", async () => {
    const head = changed({ file: "facts.yaml", find: "max: 150", replace: "max: 120" });
    const { effect, worse } = effectOn(await compare(unchanged(), head), "input");
    expect(effect).toBe("tightens");
    expect(witnessIn(worse)).toMatchObject({ before: "accepted", after: "refused", responsible: ["fact reader.age"] });
    expect(witnessIn(worse).unusual.map(({ fact, value }) => [fact, value])).toEqual([["reader.age", 121]]);
  });
});
