import { describe, expect, it } from "vitest";
import { parseDay } from "../../engine/calendar/day.ts";
import type { Condition, RevisionModel, Value } from "../../engine/procedure/model.ts";
import { openProcedure } from "../../engine/procedure/open.ts";
import { base, type Change, problemsAfter, withCopy } from "./malformed.ts";

const clauses = "clauses/all.yaml";
const child = "reader.is_child: { fact: reader.age, operator: lessThan, value: 14 }";
const guardian = "requires: { fact: reader.guardian_agrees, operator: equal, value: true }";

/** The first revision with another demand in the clause about children. */
function withDemand(condition: string): RevisionModel {
  return firstOf([{ file: clauses, find: guardian, replace: `requires: ${condition}` }]);
}

/** The first revision with one more derived value, `probe.it`. */
function withDerived(value: string): Value {
  const model = firstOf([{ file: clauses, find: child, replace: `${child}\n          probe.it: ${value}` }]);
  const derived = model.derived.get("probe.it");
  if (derived === undefined) throw new Error("nothing was derived");
  return derived.value;
}

function firstOf(changes: readonly Change[]): RevisionModel {
  const [first] = withCopy(changes, openProcedure).revisions;
  if (first === undefined) throw new Error("there are no revisions");
  return first;
}

function demandOf(model: RevisionModel): Condition | undefined {
  return model.clauses.get("2.1")?.requires;
}

/** What a comparison has on its right. */
function rightOf(condition: Condition | undefined): Value | undefined {
  return condition?.kind === "compare" ? condition.right : undefined;
}

/** What is wrong with a demand, or with a derived value: the code and the words of each problem. */
function complaints(find: string, replace: string): readonly string[] {
  return problemsAfter([{ file: clauses, find, replace }]).map(({ code, message }) => `${code}: ${message}`);
}
const complaintsAboutDemand = (condition: string) => complaints(guardian, `requires: ${condition}`);
const complaintsAboutValue = (value: string) => complaints(child, `${child}\n          probe.it: ${value}`);

describe("a written value", () => {
  it.each<[string, string, unknown]>([
    ["a date beside a date", "{ fact: loan.returned_on, operator: before, value: 2021-03-01 }", parseDay("2021-03-01")],
    [
      "a date in quotes beside a date",
      '{ fact: loan.returned_on, operator: after, value: "2021-03-01" }',
      parseDay("2021-03-01"),
    ],
    ["a number beside a number", "{ fact: reader.age, operator: equal, value: 14 }", 14],
    ["yes or no beside yes or no", "{ fact: reader.guardian_agrees, operator: equal, value: false }", false],
    ["a list where the operator asks for one", "{ fact: reader.age, operator: in, value: [14, 15] }", [14, 15]],
    [
      "dates in a list",
      "{ fact: loan.returned_on, operator: notIn, value: [2021-03-01, 2021-03-02] }",
      [parseDay("2021-03-01"), parseDay("2021-03-02")],
    ],
  ])("is read as what it stands beside: %s", (_what, condition, value) => {
    expect(rightOf(demandOf(withDemand(condition)))).toMatchObject({ kind: "literal", value });
  });

  it("takes the unit of what it stands beside, and brings none", () => {
    const right = rightOf(demandOf(withDemand("{ fact: reader.age, operator: equal, value: 14 }")));
    expect(right?.type).toEqual({ kind: "number", unit: undefined, integer: true });
  });

  it("is an option where the field of an element is one", () => {
    const model = withDemand(
      "{ some: { in: reader.fines, where: { item: reason, operator: in, value: [late, damage] } } }",
    );
    expect(demandOf(model)).toMatchObject({
      kind: "some",
      list: { kind: "fact", id: "reader.fines" },
      where: { kind: "compare", left: { kind: "item", position: 0 }, right: { value: ["late", "damage"] } },
    });
  });

  it.each([
    ["{ fact: reader.age, operator: equal, value: 2021-03-01 }", "`2021-03-01` is a text, and does not fit here"],
    ["{ fact: reader.age, operator: in, value: [14, fifteen] }", "`fifteen` is a text, and does not fit here"],
    ["{ fact: reader.age, operator: equal, value: true }", "`true` is yes or no, and does not fit here"],
    ["{ fact: reader.guardian_agrees, operator: equal, value: 1 }", "`1` is a number, and does not fit here"],
    ["{ fact: loan.returned_on, operator: in, value: 2021-03-01 }", "`2021-03-01` is a text, and does not fit here"],
  ])("that is of another type is refused: %s", (condition, words) => {
    expect(complaintsAboutDemand(condition)).toEqual([`wrong-type: ${words}`]);
  });

  it("is refused once for each value in a list that does not fit", () => {
    expect(complaintsAboutDemand("{ fact: reader.age, operator: in, value: [fourteen, 15, sixteen] }")).toHaveLength(2);
  });
});

describe("units", () => {
  it.each([
    ["{ fact: reader.owed, operator: lessThan, value: { plus: [{ fact: reader.owed }, 1] } }"],
    ["{ fact: reader.age, operator: lessThan, value: { times: [{ fact: reader.age }, 2] } }"],
    ["{ fact: reader.owed, operator: lessThan, value: { count: { in: reader.fines } } }"],
  ])("fit when they are alike, or one is bare: %s", (condition) => {
    expect(complaintsAboutDemand(condition)).toEqual([]);
  });

  it.each([
    [
      "{ fact: reader.owed, operator: lessThan, value: { fact: reader.age } }",
      "a number of euros with a whole number of years",
    ],
    [
      "{ fact: reader.age, operator: lessThan, value: { plus: [{ fact: reader.age }, { fact: reader.owed }] } }",
      "`plus` can't take a number of euros here",
    ],
    [
      "{ fact: reader.age, operator: lessThan, value: { percentage: { part: { fact: reader.age }, whole: { fact: reader.age } } } }",
      "a whole number of years with a number of percent",
    ],
  ])("are refused when they are unlike: %s", (condition, words) => {
    expect(complaintsAboutDemand(condition)).toEqual([expect.stringContaining(words)]);
  });
});

describe("a derived value", () => {
  it("that is a condition is yes or no", () => {
    expect(withDerived('{ clause: "2.2", is: unmet }')).toMatchObject({ kind: "condition", type: { kind: "boolean" } });
    expect(withDerived("{ fact: reader.age, operator: exists }").kind).toBe("condition");
  });

  it.each<[string, object]>([
    ["{ fact: loan.applied_on }", { kind: "date" }],
    ["{ fact: evaluation.as_of }", { kind: "date" }],
    ["2021-03-01", { kind: "date" }],
    ["3", { kind: "number", unit: undefined, integer: true }],
    ["3.5", { kind: "number", unit: undefined, integer: false }],
    ["true", { kind: "boolean" }],
    ["{ max: { in: reader.fines, of: amount } }", { kind: "number", unit: "euros", integer: false }],
    [
      "{ count: { in: reader.fines, where: { item: amount, operator: greaterThan, value: 3 } } }",
      { kind: "number", unit: undefined, integer: true },
    ],
    ["{ endOf: { period: quarter, of: { fact: loan.applied_on } } }", { kind: "date" }],
    [
      "{ choose: [{ when: { fact: reader.age, operator: exists }, then: null }, { otherwise: { fact: loan.applied_on } }] }",
      { kind: "date" },
    ],
  ])("has the type of what it is worked out from: %s", (value, type) => {
    expect(withDerived(value).type).toEqual(type);
  });

  it("may stand before those that it needs", () => {
    const change = {
      file: clauses,
      find: child,
      replace: `probe.later: { plus: [{ fact: probe.earlier }, 1] }\n          ${child}\n          probe.earlier: { plus: [{ fact: reader.owed }, 1] }`,
    };
    expect(problemsAfter([change])).toEqual([]);
  });

  it.each([
    [
      "{ choose: [{ when: { fact: reader.age, operator: exists }, then: 3 }, { otherwise: { fact: loan.applied_on } }] }",
      "wrong-type: this branch is a date, and not a whole number as the others",
    ],
    [
      "{ sum: { in: reader.fines, of: reason } }",
      "wrong-type: `sum` can't take `reason`, which is one of `late`, `damage`",
    ],
    ["{ sum: { in: reader.age, of: amount } }", "not-a-list: `reader.age` is not a list"],
    ["{ sum: { in: reader.fines, of: amuont } }", "unknown-field: there is no field `amuont`"],
    ["{ item: amount }", "item-outside-list: `item` has no list to look at here"],
    [
      "{ addDays: { to: { fact: reader.age }, days: 1 } }",
      "wrong-type: `addDays` can't take a whole number of years here",
    ],
    ["{ addDays: { to: { fact: loan.applied_on }, days: 1.5 } }", "wrong-type: `addDays` can't take a number here"],
    ["{ addDays: { to: 2021-02-29, days: 1 } }", "not-a-date: `2021-02-29` is not a date: February 2021 has 28 days"],
  ])("that can't be worked out is refused: %s", (value, complaint) => {
    expect(complaintsAboutValue(value)).toEqual([complaint]);
  });

  it("that is wrong is reported where it is wrong, and not wherever it is asked for", () => {
    const problems = problemsAfter([
      { file: clauses, find: child, replace: child.replace("reader.age", "reader.aeg") },
    ]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.nearest).toBe("reader.age");
  });
});

describe("a circle", () => {
  const derives = (...lines: string[]): Change => ({
    file: clauses,
    find: child,
    replace: [child, ...lines].join("\n          "),
  });

  it("is reported once, with every place on it, wherever one enters it", () => {
    const [a, b, c] = [
      "probe.a: { plus: [{ fact: probe.b }, 1] }",
      "probe.b: { plus: [{ fact: probe.c }, 1] }",
      "probe.c: { plus: [{ fact: probe.a }, 1] }",
    ];
    const entrance = "probe.entrance: { plus: [{ fact: probe.b }, 1] }";
    for (const lines of [
      [a, b, c],
      [c, b, a],
      [entrance, a, b, c],
      [a, b, c, entrance],
    ]) {
      const problems = problemsAfter([derives(...lines)]);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatchObject({
        code: "cycle",
        message: "`probe.a` needs itself: `probe.a` → `probe.b` → `probe.c` → `probe.a`",
      });
      expect(problems[0]?.related?.map(({ message }) => message)).toEqual([
        "`probe.b` asks for `probe.c` here",
        "`probe.c` asks for `probe.a` here",
      ]);
    }
  });

  it("is found through clauses, derived values and decisions alike", () => {
    const problems = problemsAfter([
      { file: clauses, find: guardian, replace: "requires: { fact: probe.may, operator: equal, value: true }" },
      derives("probe.may: { not: { decision: lending, is: refuse } }"),
    ]);
    // The second revision has its own version of the clause that derives the value, and that one does not.
    expect(problems.map(({ message }) => message)).toEqual([
      "`probe.may` needs itself: `probe.may` → decision `lending` → clause 2.1 → `probe.may`",
      "revision 2.0 has no `probe.may` any more, and this asks for it",
    ]);
  });

  it("is found through the duties of a clause that demands nothing else", () => {
    const problems = problemsAfter([
      { file: clauses, find: "{ fact: reader.fines, operator: exists }", replace: '{ clause: "3", is: met }' },
      {
        file: clauses,
        find: "            due: { addDays: { to: { fact: loan.applied_on }, days: 28 } }\n            done: { fact: loan.returned_on }\n",
        replace: '            performedWhen: { clause: "2.2", is: met }\n',
      },
    ]);
    expect(problems.map(({ code }) => code)).toContain("cycle");
  });

  it("is none where two ask for a third", () => {
    const change = derives(
      "probe.a: { plus: [{ fact: probe.c }, 1] }",
      "probe.b: { plus: [{ fact: probe.c }, { fact: probe.a }] }",
      "probe.c: 3",
    );
    expect(problemsAfter([change])).toEqual([]);
  });
});

describe("the rest of a revision", () => {
  const { revisions } = openProcedure(base);
  const [first] = revisions;

  it("names what a duty rests on: the clause's own condition and the duty's", () => {
    const change: Change = {
      file: clauses,
      find: "        summary: A book is back within 28 days.\n",
      replace:
        "        summary: A book is back within 28 days.\n        appliesWhen: { fact: reader.age, operator: exists }\n",
    };
    expect(first?.obligations.get("return_book")?.appliesWhen?.kind).toBe("compare");
    expect(firstOf([change]).obligations.get("return_book")?.appliesWhen).toMatchObject({ kind: "all", of: [{}, {}] });
  });

  it("knows the facts that a contradiction speaks of", () => {
    expect(first?.contradictions).toMatchObject([
      { id: "returned_before_loan", facts: ["loan.returned_on", "loan.applied_on"] },
    ]);
  });

  it("keeps the order of the files", () => {
    expect([...(first?.clauses.keys() ?? [])]).toEqual(["1", "2", "2.1", "2.2", "3"]);
    expect([...(first?.derived.keys() ?? [])]).toEqual(["reader.is_child", "reader.owed"]);
    expect(first?.decisions.get("lending")?.rows.map(({ outcome }) => outcome)).toEqual([
      "refuse",
      "ask_guardian",
      "lend",
    ]);
  });

  it("takes clauses from several files, in the order of their numbers", () => {
    const file = (id: string) =>
      `section: "${id}"\ntitle: More\nclauses:\n  - id: "${id}"\n    title: More\n    kind: definition\n    versions:\n      - { revision: "1.0", effective: 2020-01-01, summary: More. }\n`;
    const model = firstOf([
      { file: "clauses/10.yaml", content: file("10") },
      { file: "clauses/9.yml", content: file("9") },
      { file: "clauses/notes.txt", content: "no rules" },
    ]);
    expect([...model.clauses.keys()]).toEqual(["9", "10", "1", "2", "2.1", "2.2", "3"]);
    expect(model.clauses.get("10")?.sectionTitle).toBe("More");
  });
});
