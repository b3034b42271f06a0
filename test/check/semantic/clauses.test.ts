import { describe, expect, it } from "vitest";
import { changed, decided, findingsIn, type TextChange } from "./findings.ts";

const library = "fixtures/procedures/library";
const clauses = "clauses/all.yaml";

async function found(...changes: readonly TextChange[]) {
  const opened = changed(library, changes);
  const findings = (await findingsIn(opened)).filter(({ revision }) => revision === "1.0");
  return { opened, findings, short: findings.map(({ code, text, related }) => [code, text, ...related].join(" | ")) };
}

/** The demand of clause 2.2 written otherwise. */
const fines = (requires: string): TextChange => [
  clauses,
  "        requires: { fact: reader.owed, operator: lessThanInclusive, value: 10 }",
  `        requires: ${requires}`,
];

describe("clauses that contradict each other", () => {
  it("are found at the later one, with the other one and a case in which both apply", async () => {
    const { opened, findings, short } = await found(
      fines("{ fact: reader.guardian_agrees, operator: equal, value: false }"),
    );
    expect(short).toEqual([
      "clauses-contradict | requires: { fact: reader.guardian_agrees, operator: equal, value: false } | " +
        "requires: { fact: reader.guardian_agrees, operator: equal, value: true }",
    ]);
    const statuses = findings[0] && decided(opened, findings[0]).clauses;
    expect(statuses?.["2.1"]?.status).not.toBe("not_applicable");
    expect(statuses?.["2.2"]?.status).not.toBe("not_applicable");
  });

  it("are none that never apply together", async () => {
    const { short } = await found(fines("{ fact: reader.guardian_agrees, operator: equal, value: false }"), [
      clauses,
      "appliesWhen: { fact: reader.fines, operator: exists }",
      "appliesWhen: { fact: reader.is_child, operator: equal, value: false }",
    ]);
    expect(short).toEqual([]);
  });

  it("are none of which one forbids what it applies to", async () => {
    const { short } = await found(fines("{ fact: loan.applied_on, operator: isNone }"), [
      clauses,
      "appliesWhen: { fact: reader.fines, operator: exists }",
      "appliesWhen: { fact: loan.applied_on, operator: exists }",
    ]);
    expect(short).toEqual([]);
  });
});

describe("a deadline on a date that is none", () => {
  const own = `            appliesWhen: { fact: loan.applied_on, operator: exists }
            due: { addDays: { to: { fact: loan.applied_on }, days: 28 } }`;

  it("is found at the formula, with a case", async () => {
    const { opened, findings, short } = await found([
      clauses,
      own,
      own.replace("            appliesWhen: { fact: loan.applied_on, operator: exists }\n", ""),
    ]);
    expect(short).toEqual(["deadline-on-none | due: { addDays: { to: { fact: loan.applied_on }, days: 28 } }"]);
    const duty = findings[0] && decided(opened, findings[0]).obligations.return_book;
    expect(duty).toMatchObject({ due: null });
    expect(duty?.status).not.toBe("not_applicable");
  });

  it("is found where something is kept until a day that is none", async () => {
    const { short } = await found([
      clauses,
      `${own}
            done: { fact: loan.returned_on }`,
      "            keepUntil: { addDays: { to: { fact: loan.returned_on }, days: 28 } }",
    ]);
    expect(short).toEqual(["deadline-on-none | keepUntil: { addDays: { to: { fact: loan.returned_on }, days: 28 } }"]);
  });

  it("is none where there is another day for it", async () => {
    const { short } = await found([
      clauses,
      own,
      `            due:
              choose:
                - when: { fact: loan.applied_on, operator: exists }
                  then: { addDays: { to: { fact: loan.applied_on }, days: 28 } }
                - otherwise: { fact: evaluation.as_of }`,
    ]);
    expect(short).toEqual([]);
  });
});
