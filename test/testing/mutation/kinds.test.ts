import { describe, expect, it } from "vitest";
import { Procedure } from "../../../engine/evaluate/procedure.ts";
import { mutationKinds } from "../../../engine/testing/mutation/kinds/table.ts";
import { mutantsOf } from "../../../engine/testing/mutation/mutant.ts";
import { opened, pool } from "./pool.ts";

const mutants = mutantsOf(pool);

/** The changes of one thing: kind, before and after. */
function changesOf(kind: string, id: string): readonly string[] {
  return mutants
    .filter(({ thing }) => thing.kind === kind && thing.id === id)
    .map((mutant) => `${mutant.kind}: ${mutant.before} → ${mutant.after}`);
}

describe("what is changed", () => {
  it("in a condition: the operator, its limit, the list, the connectives and their parts", () => {
    expect(changesOf("clause", "2")).toEqual([
      "part: appliesWhen: { fact: swimmer.age, operator: lessThan, value: 11 } → (nothing)",
      "part: requires: { fact: swimmer.has_badge, operator: equal, value: true } → (nothing)",
      "operator: operator: lessThan → operator: lessThanInclusive",
      "operator: operator: lessThan → operator: greaterThanInclusive",
      "literal: 11 → 12",
      "literal: 11 → 10",
      "operator: operator: equal → operator: notEqual",
      "literal: true → false",
    ]);
    expect(changesOf("clause", "3").map((change) => change.replaceAll(/\{.*?(?= → |$)/g, "…"))).toEqual([
      "part: appliesWhen: … → (nothing)",
      "part: requires: … → (nothing)",
      "connective: all: → any:",
      "connective: … → (nothing)",
      "connective: … → (nothing)",
      "operator: operator: in → operator: notIn",
      "literal: - day → (nothing)",
      "literal: - evening → (nothing)",
      "literal: (nothing) → - club",
      "operator: operator: onOrAfter → operator: before",
      "operator: operator: onOrAfter → operator: after",
      "literal: 2020-05-01 → 2020-05-02",
      "literal: 2020-05-01 → 2020-04-30",
      "connective: any: → all:",
      "connective: … → (nothing)",
      "connective: … → (nothing)",
      "quantifier: some: → every:",
      "operator: operator: greaterThan → operator: lessThanInclusive",
      "operator: operator: greaterThan → operator: greaterThanInclusive",
      "literal: 25.5 → 25.6",
      "literal: 25.5 → 25.4",
      "connective: … → …",
      "operator: operator: lessThanInclusive → operator: lessThan",
      "operator: operator: lessThanInclusive → operator: greaterThan",
      "literal: 40 → 41",
      "literal: 40 → 39",
    ]);
  });

  it("in a value: what counts, the expression, its settings, its branches and the reading that they hang on", () => {
    expect(changesOf("derived", "swim.crawl")).toEqual([
      "quantifier: where: { item: stroke, operator: equal, value: crawl } → (nothing)",
      "operator: operator: equal → operator: notEqual",
      "literal: crawl → breast",
    ]);
    expect(changesOf("derived", "swim.best")).toEqual(["expression: max: → min:"]);
    expect(changesOf("derived", "swim.points")).toEqual(["expression: plus: → minus:"]);
    expect(changesOf("derived", "pass.lasts_until")).toEqual([
      "expression: earliest: → latest:",
      "expression: rounding: up → rounding: down",
      "literal: 2 → 3",
      "literal: 2 → 1",
    ]);
    const year = "{ endOf: { period: year, of: { fact: pass.asked_on } } }";
    const quarter = "{ endOf: { period: quarter, of: { fact: pass.asked_on } } }";
    const reading = "{ reading: season-end, is: whole_year }";
    expect(changesOf("derived", "pass.season_end")).toEqual([
      `branch: { when: ${reading}, then: ${year} } → (nothing)`,
      `branch: then ${year}, else ${quarter} → then ${quarter}, else ${year}`,
      `asked: ${reading} → { not: ${reading} }`,
      "expression: endOf: → startOf:",
      "expression: period: year → period: month",
      "expression: period: year → period: quarter",
      "expression: endOf: → startOf:",
      "expression: period: quarter → period: month",
      "expression: period: quarter → period: year",
    ]);
  });

  it("in a duty: its dates, its own condition, how it is performed", () => {
    expect(changesOf("obligation", "payment")).toEqual([
      "part: due: { addDays: { to: { fact: pass.asked_on }, days: 10 } } → (nothing)",
      "part: done: { fact: pass.paid_on } → (nothing)",
      "literal: 10 → 11",
      "literal: 10 → 9",
    ]);
    expect(changesOf("obligation", "badge").slice(0, 2)).toEqual([
      "part: appliesWhen: { fact: swimmer.age, operator: lessThan, value: 11 } → (nothing)",
      "part: performedWhen: { fact: swimmer.has_badge, operator: equal, value: true } → (nothing)",
    ]);
  });

  it("in a decision: its rows, their order and outcomes, and what it asks for", () => {
    expect(changesOf("decision", "pass")).toEqual([
      "row: outcome: refused → outcome: waiting",
      "row: outcome: refused, when: { decision: fitness, is: [unproved, unfit] } → (nothing)",
      "row: refused before waiting → waiting before refused",
      "row: outcome: waiting → outcome: refused",
      "row: outcome: waiting, when: { fact: pass.paid_on, operator: isNone } → (nothing)",
      "row: outcome: given → outcome: waiting",
      "asked: is: [unproved, unfit] → is: [fit, unfit]",
      "asked: is: [unproved, unfit] → is: [unproved, fit]",
      "asked: is: [unproved, unfit] → is: unfit",
      "asked: is: [unproved, unfit] → is: unproved",
      "operator: operator: isNone → operator: exists",
    ]);
    expect(changesOf("decision", "fitness")).toContain("asked: is: unmet → is: not_applicable");
  });

  it("in a contradiction, and the whole of it", () => {
    const when = "when: { fact: pass.paid_on, operator: before, value: { fact: pass.asked_on } }";
    expect(changesOf("contradiction", "paid_before_asked")).toEqual([
      `contradiction: paid_before_asked, ${when} → (nothing)`,
      "operator: operator: before → operator: onOrBefore",
      "operator: operator: before → operator: onOrAfter",
    ]);
  });

  it("of every kind that there is", () => {
    const made = new Set(mutants.map(({ kind }) => kind));
    expect(Object.keys(mutationKinds).filter((kind) => ![...made].some((one) => one === kind))).toEqual([]);
  });
});

describe("a mutant", () => {
  it("stands somewhere in the rule files", () => {
    const places = mutants.map(({ at }) => {
      const spot = opened.origins.of(at);
      return spot?.document.valuePlace(spot.container, spot.key);
    });
    expect(places.filter((place) => place === undefined)).toEqual([]);
    expect(places[0]).toMatchObject({ file: "test/testing/mutation/pool/clauses/all.yaml", line: 13 });
  });

  it("leaves the original and everything but one thing as it was", () => {
    const before = JSON.stringify(mutantsOf(pool).map(({ kind, before: was, after }) => [kind, was, after]));
    for (const { model, thing } of mutants) {
      const same = (["derived", "clauses", "obligations", "decisions"] as const).flatMap((part) =>
        [...pool[part]].filter(([id, one]) => {
          const other: unknown = model[part].get(id);
          return other !== one;
        }),
      );
      const changed = same.map(([id]) => id).filter((id) => id !== thing.id);
      // The duties of a clause apply where it does.
      const duties = thing.kind === "clause" ? (pool.clauses.get(thing.id)?.obligations ?? []) : [];
      expect(changed.filter((id) => !duties.includes(id))).toEqual([]);
    }
    expect(JSON.stringify(mutantsOf(pool).map(({ kind, before: was, after }) => [kind, was, after]))).toBe(before);
  });

  it("has its clause's changed condition in the duties too", () => {
    const facts = {
      pass: { asked_on: "2020-03-01", paid_on: null, kind: "club" },
      swimmer: { age: 8, has_badge: false },
    };
    const statusesBy = (model: typeof pool) => {
      const { obligations } = new Procedure([model]).evaluate({ asOf: "2020-03-05", facts });
      return [obligations.payment?.status, obligations.badge?.status];
    };
    const dropped = mutants.find(({ thing, before }) => thing.id === "4" && before.startsWith("appliesWhen"));
    expect(statusesBy(pool)).toEqual(["not_applicable", "not_applicable"]);
    expect(dropped && statusesBy(dropped.model)).toEqual(["pending", "pending"]);
  });
});
