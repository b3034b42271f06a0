import { describe, expect, it } from "vitest";
import { randomNumbers } from "../../../engine/cases/random.ts";
import { Procedure } from "../../../engine/evaluate/procedure.ts";
import { mutationJson } from "../../../engine/testing/mutation/json.ts";
import { type Mutant, mutantsOf } from "../../../engine/testing/mutation/mutant.ts";
import { type JudgedMutant, mutate } from "../../../engine/testing/mutation/mutate.ts";
import { mutationText } from "../../../engine/testing/mutation/text.ts";
import { fixtureOf, opened, passes, pasted, pool } from "./pool.ts";

const mutants = mutantsOf(pool);
const withoutCases = await mutate(opened, pool, []);
const cases = pasted(withoutCases);

/** The mutants with this verdict, each with what was judged of it. */
function having(verdict: JudgedMutant["verdict"]): readonly (readonly [Mutant, JudgedMutant])[] {
  return mutants.flatMap((mutant, at) => {
    const judged = withoutCases.mutants[at];
    return judged?.verdict === verdict ? [[mutant, judged] as const] : [];
  });
}

const where = ({ thing, before, after }: Mutant): string => `${thing.id}: ${before} → ${after}`;

describe("without any case", () => {
  it("every mutant is equivalent, or survives with a case; of every kind some do", () => {
    expect(withoutCases.mutants).toHaveLength(mutants.length);
    expect(having("killed")).toEqual([]);
    expect(having("unknown").map(([mutant]) => where(mutant))).toEqual([]);
    expect(new Set(having("survived").map(([{ kind }]) => kind))).toEqual(new Set(mutants.map(({ kind }) => kind)));
  });

  it("what is shown of a survivor passes by the rules as they are and fails by the mutant", () => {
    expect(cases).toHaveLength(having("survived").length);
    for (const [at, [mutant]] of having("survived").entries()) {
      const fixture = cases[at];
      if (fixture === undefined) throw new Error("a survivor has no case");
      expect([where(mutant), passes(fixture, pool), passes(fixture, mutant.model)]).toEqual([
        where(mutant),
        true,
        false,
      ]);
    }
  });

  it("only what is the same in other words is equivalent", () => {
    expect(having("equivalent").map(([mutant]) => where(mutant))).toEqual([
      "6: any: → all:",
      "6: { fact: swimmer.age, operator: lessThan, value: 11 } → (nothing)",
      "6: { fact: swimmer.age, operator: lessThanInclusive, value: 10 } → (nothing)",
      "6: 11 → 10",
      "6: operator: lessThanInclusive → operator: lessThan",
      "6: 10 → 9",
    ]);
  });

  it("no random case refutes that", () => {
    const random = randomNumbers(7);
    const pick = <Thing>(...things: readonly Thing[]): Thing | undefined =>
      things[Math.floor(random() * things.length)];
    const original = new Procedure([pool]);
    const others = having("equivalent").map(([{ model }]) => new Procedure([model]));
    for (let run = 0; run < 2_000; run += 1) {
      const facts = {
        pass: { asked_on: pick("2020-04-30", "2020-05-01", "2020-12-31"), paid_on: null, kind: pick("day", "club") },
        swimmer: {
          age: Math.floor(random() * 25),
          has_badge: random() < 0.5,
          lengths: [{ stroke: "crawl", metres: 25.5 }],
        },
      };
      const { decisions, clauses, obligations, derived } = original.evaluate({ asOf: "2020-12-31", facts });
      for (const other of others) {
        expect(other.evaluate({ asOf: "2020-12-31", facts })).toMatchObject({
          decisions,
          clauses,
          obligations,
          derived,
        });
      }
    }
  });
});

describe("with the cases that were shown", () => {
  it("nothing survives", async () => {
    const { mutants: judged, fixtures } = await mutate(opened, pool, cases);
    expect(fixtures).toBe(cases.length);
    expect(new Set(judged.map(({ verdict }) => verdict))).toEqual(new Set(["killed", "equivalent"]));
    expect(judged.filter(({ verdict }) => verdict === "equivalent")).toHaveLength(having("equivalent").length);
  });

  it("and one of them, which survivors it leaves, is told the same as by failing it", async () => {
    const [one] = cases;
    if (one === undefined) throw new Error("there is no case");
    const { mutants: judged } = await mutate(opened, pool, [one]);
    for (const [at, { verdict }] of judged.entries()) {
      const mutant = mutants[at];
      if (mutant !== undefined)
        expect([where(mutant), verdict === "killed"]).toEqual([where(mutant), !passes(one, mutant.model)]);
    }
  });
});

describe("a case", () => {
  const ageMutants = { keep: ({ thing }: Mutant) => thing.id === "2" };
  const child = (age: number, badge: boolean, status: string) =>
    fixtureOf(`case: child
asOf: 2020-03-01
facts:
  pass: { asked_on: 2020-02-01 }
  swimmer: { age: ${age}, has_badge: ${badge} }
expect:
  clauses: { "2": ${status} }
`);
  const left = async (...fixtures: Parameters<typeof mutate>[2]) => {
    const { mutants: judged } = await mutate(opened, pool, fixtures, ageMutants);
    return judged.filter(({ verdict }) => verdict === "survived").map(({ before, after }) => `${before} → ${after}`);
  };

  it("beside the limit leaves what it can't see, and both sides of the limit leave nothing", async () => {
    expect(await left(child(10, false, "unmet"))).toEqual([
      "appliesWhen: { fact: swimmer.age, operator: lessThan, value: 11 } → (nothing)",
      "operator: lessThan → operator: lessThanInclusive",
      "11 → 12",
    ]);
    expect(await left(child(10, false, "unmet"), child(11, false, "not_applicable"))).toEqual([]);
  });

  it("that expects nothing of the change does not notice it", async () => {
    const blind = fixtureOf(`asOf: 2020-03-01
facts:
  pass: { asked_on: 2020-02-01, kind: day }
  swimmer: { age: 10, has_badge: false }
expect:
  obligations: { keep_test: { status: pending } }
`);
    expect(await left(blind)).toHaveLength(8);
  });
});

describe("the report", () => {
  const only = { keep: ({ thing }: Mutant) => thing.id === "6" || thing.id === "swim.best" };

  it("counts first, then shows the cases, then what was proved", async () => {
    const text = mutationText(await mutate(opened, pool, [], only));
    expect(text).toMatch(/^13 mutants: 0 killed, 6 equivalent \(proved\), 0 unknown, 7 survived\n/);
    expect(text).toContain(`survived value swim.best, clause 1 at test/testing/mutation/pool/clauses/all.yaml:14:22
  max: → min:
  No case notices it. This one would:
`);
    expect(text).toContain("every case of the\nyears 2010 to 2031 in which every fact is known");
    expect(text).toContain("  clause 6 at test/testing/mutation/pool/clauses/all.yaml:94:72  10 → 9\n");
  });

  it("lists every mutant as JSON", async () => {
    const report = JSON.parse(mutationJson(await mutate(opened, pool, [], only)));
    expect(report).toMatchObject({
      revision: "1.0",
      mutants: 13,
      killed: 0,
      equivalent: 6,
      unknown: 0,
      survived: 7,
      proved: { fromYear: 2010, toYear: 2031, everyFactKnown: true },
    });
    expect(report.changes[0]).toMatchObject({
      kind: "expression",
      in: { kind: "value", id: "swim.best", clause: "1" },
      line: 14,
      before: "max:",
      after: "min:",
      verdict: "survived",
      witness: { expect: { derived: {} } },
    });
    expect(report.changes.at(-1)).toMatchObject({ verdict: "equivalent", provedBy: "solver" });
  });
});
