import { describe, expect, it } from "vitest";
import { numbersInWords } from "../../../engine/check/summary/in-words.ts";
import { Library } from "../found.ts";

const library = new Library("summary-number-mismatch");
const fines = "Whoever owes more than 10 euros borrows nothing.";
const requires = "requires: { fact: reader.owed, operator: lessThanInclusive, value: 10 }";
const summary = (to: string) => ({ file: "clauses/all.yaml", from: `summary: ${fines}`, to: `summary: ${to}` });
const formula = (to: string) => ({ file: "clauses/all.yaml", from: requires, to: `requires: ${to}` });

describe("a number in a summary", () => {
  it.each([
    "Whoever owes more than 12 euros borrows nothing.",
    "Whoever owes more than twelve euros borrows nothing.",
    "Whoever owes more than 10.5 euros borrows nothing.",
    "Whoever owes a hundred and ten euros or more borrows nothing.",
  ])("that the formula lacks is found: %s", async (words) => {
    const { problems } = await library.inspected(summary(words));
    expect(problems.map(({ code, related }) => [code, related?.[0]?.place.text.trim()])).toEqual([
      ["summary-number-mismatch", requires],
    ]);
  });

  it.each([
    "Whoever owes more than ten euros borrows nothing.",
    "Whoever owes much borrows nothing.",
    "By clause 2.12 of form AB-012, whoever owes more than 10 euros borrows nothing.",
    "Whoever owes more than 10 euros borrows nothing; since 2019 that includes one warning.",
  ])("that the formula has, or that is no limit, is not: %s", async (words) => {
    expect(await library.found(summary(words))).toEqual([]);
  });

  it("is found in the formula when that was changed", async () => {
    expect(await library.found(formula("{ fact: reader.owed, operator: lessThanInclusive, value: 11 }"))).toEqual([
      `summary-number-mismatch clauses/all.yaml: summary: ${fines}`,
    ]);
  });

  it("is counted where the summary and the formula have as many", async () => {
    const three = summary("Fines are 10, 20 and 10 euros.");
    const of = (last: number) =>
      `{ any: [{ fact: reader.owed, operator: equal, value: 10 }, { fact: reader.owed, operator: equal, value: 20 }, { fact: reader.owed, operator: equal, value: ${last} }] }`;
    expect(await library.found(three, formula(of(10)))).toEqual([]);
    expect(await library.found(three, formula(of(20)))).toHaveLength(1);
  });

  it.each([
    ["never more than 12", "{ fact: reader.age, operator: lessThan, value: 13 }", 0],
    ["never more than 12", "{ not: { fact: reader.age, operator: greaterThan, value: 12 } }", 0],
    ["never more than 12", "{ fact: reader.age, operator: lessThanInclusive, value: 13 }", 1],
    ["at least 12", "{ fact: reader.age, operator: greaterThan, value: 11 }", 0],
    ["12 or older", "{ fact: reader.age, operator: greaterThan, value: 11 }", 0],
    ["older than 12", "{ fact: reader.age, operator: greaterThan, value: 11 }", 1],
  ])("that is a limit of whole numbers is compared by where it lies: %s and %s", async (words, condition, count) => {
    expect(await library.found(summary(`Readers are ${words}.`), formula(condition))).toHaveLength(count);
  });

  it("that is told of another clause's value is compared with that value, and its owner is blamed first", async () => {
    const owing = {
      file: "clauses/all.yaml",
      from: "        interpretations: [fines-counted]\n",
      to: `        derives:
          reader.owes_too_much: { fact: reader.owed, operator: greaterThan, value: 10 }
        interpretations: [fines-counted]

  - id: "2.3"
    title: Fines again
    kind: requirement
    versions:
      - revision: "1.0"
        effective: 2020-01-01
        summary: Nothing is lent above 10 euros.
        requires: { fact: reader.owes_too_much, operator: equal, value: false }
`,
    };
    const asks = formula("{ fact: reader.owes_too_much, operator: equal, value: false }");
    const row = {
      file: "decisions.yaml",
      from: '{ clause: "2.2", is: unmet }',
      to: '{ any: [{ clause: "2.2", is: unmet }, { clause: "2.3", is: unmet }] }',
    };
    expect(await library.found(owing, asks, row)).toEqual([]);
    const wrong = { ...owing, to: owing.to.replace("above 10 euros", "above 12 euros") };
    expect(await library.found(wrong, asks, row)).toEqual([
      "summary-number-mismatch clauses/all.yaml: summary: Nothing is lent above 12 euros.",
    ]);
    const eleven = { ...owing, to: owing.to.replace("value: 10", "value: 11") };
    expect(await library.found(eleven, asks, row)).toEqual([
      `summary-number-mismatch clauses/all.yaml: summary: ${fines}`,
    ]);
  });
});

describe("numbers in words", () => {
  const sure = (text: string) => numbersInWords(text).flatMap(({ values, isSure }) => (isSure ? [values] : []));
  it.each([
    ["twenty-one days", 21],
    ["one hundred and five", 105],
    ["two thousand three hundred", 2300],
    ["five and a half metres", 5.5],
    ["1,200 hours", 1200],
    ["a 36-day limit", 36],
    ["50 percent", 0.5],
    ["80%", 0.8],
    ["two weeks", 14],
    ["18 months", 1.5],
    ["three quarters", 9],
    ["January 15", 15],
    ["15 January", 15],
    ["January 5, 2022", "2022-01-05"],
    ["the 5th of May 2022", "2022-05-05"],
    ["2022-01-15", "2022-01-15"],
  ])("are read: %s", (text, value) => {
    expect(sure(text)).toEqual([expect.arrayContaining([value])]);
  });

  it.each([
    "SAC-PRO-030",
    "clauses 2.1.1 to 2.1.6",
    "section 3.0",
    "in 2019",
    "a year",
    "the third quarter",
    "one of them",
    "2.1.6",
    "often",
    "the 3rd",
  ])("are not seen in: %s", (text) => {
    expect(sure(text)).toEqual([]);
  });
});
