import { describe, expect, it } from "vitest";
import { changed, decided, findingsIn, type TextChange } from "./findings.ts";

const library = "fixtures/procedures/library";
const clauses = "clauses/all.yaml";

/** What is found in the library's rules after some changes, revision by revision. */
async function found(...changes: readonly TextChange[]) {
  const opened = changed(library, changes);
  return { opened, findings: await findingsIn(opened) };
}

const short = ({ revision, code, text, message }: { revision: string; code: string; text: string; message: string }) =>
  `${revision} ${code} [${text}] ${message}`;

describe("a condition that comes out the same in every case", () => {
  it("is nowhere in the library's rules", async () => {
    expect((await found()).findings).toEqual([]);
  });

  it("is found where it stands, with what makes it so, and not in what rests on it", async () => {
    const { findings } = await found([clauses, "operator: lessThan, value: 14", "operator: lessThan, value: 0"]);
    expect(findings.map(short)).toEqual([
      "1.0 condition-never-true [reader.is_child: { fact: reader.age, operator: lessThan, value: 0 }] " +
        "this is never true, for `reader.age` is at least 0 and at most 150: the reader's age is less than 0 years",
    ]);
  });

  it("is found where it is always true", async () => {
    const { findings } = await found([clauses, "operator: lessThan, value: 12", "operator: lessThan, value: 151"]);
    expect(findings.map(({ revision, code, text }) => `${revision} ${code} ${text}`)).toEqual([
      "2.0 condition-always-true reader.is_child: { fact: reader.age, operator: lessThan, value: 151 }",
      "3.0 condition-always-true reader.is_child: { fact: reader.age, operator: lessThan, value: 151 }",
    ]);
  });

  it("is shown with the case that comes nearest to the other truth", async () => {
    const { opened, findings } = await found([
      clauses,
      "operator: lessThan, value: 14",
      "operator: lessThan, value: 0",
    ]);
    const [first] = findings;
    expect(first?.example?.facts).toMatchObject({ reader: { age: 0 } });
    expect(first && decided(opened, first).decisions.lending?.outcome).toBeDefined();
  });

  it("is found where there is always a date, and where a boundary is passed by the facts' own limits", async () => {
    const { findings } = await found([
      clauses,
      "        appliesWhen: { fact: reader.is_child, operator: equal, value: true }",
      "        appliesWhen: { fact: reader.age, operator: exists }",
    ]);
    expect(findings.map(({ code, text }) => `${code} ${text}`)).toContain(
      "condition-always-true appliesWhen: { fact: reader.age, operator: exists }",
    );
  });

  it("is its innermost part that contradicts itself, or the whole where no part does", async () => {
    const { findings } = await found([
      clauses,
      "        requires: { fact: reader.guardian_agrees, operator: equal, value: true }",
      `        requires:
          any:
            - { fact: reader.guardian_agrees, operator: equal, value: true }
            - all:
                - { fact: reader.age, operator: lessThan, value: 5 }
                - { fact: reader.age, operator: greaterThan, value: 9 }`,
    ]);
    expect(new Set(findings.map(({ code, text }) => `${code} ${text}`))).toEqual(
      new Set(["condition-never-true - all:"]),
    );
  });

  it("is not one that only its neighbours make so", async () => {
    const { findings } = await found([
      clauses,
      "        requires: { fact: reader.guardian_agrees, operator: equal, value: true }",
      `        requires:
          all:
            - { fact: reader.guardian_agrees, operator: equal, value: true }
            - { fact: reader.age, operator: greaterThan, value: 5 }
            - { fact: reader.age, operator: greaterThan, value: 3 }`,
    ]);
    expect(findings).toEqual([]);
  });

  it("is not one that only an alternative reading makes true", async () => {
    const { findings } = await found([
      clauses,
      "        requires: { fact: reader.guardian_agrees, operator: equal, value: true }",
      `        requires:
          any:
            - { fact: reader.guardian_agrees, operator: equal, value: true }
            - { reading: fines-counted, is: late_only }`,
    ]);
    expect(findings.filter(({ revision }) => revision === "1.0")).toEqual([]);
  });

  it("is found in what is asked of the elements of a list", async () => {
    const { findings } = await found([
      clauses,
      "where: { item: reason, operator: equal, value: late }",
      "where: { item: amount, operator: lessThan, value: 0 }",
    ]);
    expect(findings.map(({ code, text }) => `${code} ${text}`)).toEqual([
      "condition-never-true where: { item: amount, operator: lessThan, value: 0 }",
    ]);
  });

  it("is not a contradiction, which no valid case has; but one that no case could have is", async () => {
    const never = "    when: { fact: reader.age, operator: greaterThan, value: 150 }";
    const { findings } = await found([
      "facts.yaml",
      "    when: { fact: loan.returned_on, operator: before, value: { fact: loan.applied_on } }",
      never,
    ]);
    expect(new Set(findings.map(({ code, text }) => `${code} ${text}`))).toEqual(
      new Set([`condition-never-true ${never.trim()}`]),
    );
  });

  it("is not one that is true far from the days of the revision", async () => {
    const { findings } = await found([
      clauses,
      "        requires: { fact: reader.guardian_agrees, operator: equal, value: true }",
      `        requires:
          any:
            - { fact: loan.applied_on, operator: before, value: 1950-01-01 }
            - fact: loan.returned_on
              operator: after
              value: { addYears: { to: { fact: loan.applied_on }, years: 60, rounding: up } }`,
    ]);
    expect(findings).toEqual([]);
  });

  it("is not one that needs more elements in a list than the proofs have", async () => {
    const { findings } = await found([
      clauses,
      "        requires: { fact: reader.owed, operator: lessThanInclusive, value: 10 }",
      `        requires:
          fact: reader.fine_count
          operator: lessThanInclusive
          value: 40
        derives:
          reader.fine_count: { count: { in: reader.fines } }`,
    ]);
    expect(findings).toEqual([]);
  });
});
