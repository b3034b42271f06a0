import { describe, expect, it } from "vitest";
import { structureOf } from "../../../engine/diff/structure/structure.ts";
import { openProcedure } from "../../../engine/procedure/open.ts";
import { changesAfter, library, plain, sideOf, underlined, valuesAfter } from "./sides.ts";

const clauses = "clauses/all.yaml";
const opened = openProcedure(library);

describe("revisions of one directory", () => {
  it("differ in the clauses that have a new version, and not in its date", () => {
    expect(plain(structureOf(sideOf(opened, "1.0"), sideOf(opened, "2.0")))).toEqual([
      {
        subject: "clause",
        id: "2",
        change: "changed",
        values: [
          {
            path: "summary",
            before: "What counts as a child and what as owing too much.",
            after: "What counts as a child and what as owing too much; the age is now twelve.",
            wording: true,
          },
          { path: "derives.reader.is_child.value", before: "14", after: "12", wording: false },
          {
            path: "derives.reader.owed",
            before:
              "{ choose: [ { when: { reading: fines-counted, is: late_only }, then: { sum: { in: reader.fines, of: amount, where: { item: reason, operator: equal, value: late } } } }, { otherwise: { sum: { in: reader.fines, of: amount } } } ] }",
            after: "{ sum: { in: reader.fines, of: amount } }",
            wording: false,
          },
        ],
      },
      {
        subject: "clause",
        id: "3",
        change: "changed",
        values: [
          {
            path: "summary",
            before: "A book is back within 28 days.",
            after: "A book is back within 42 days.",
            wording: true,
          },
          { path: "obligations.return_book.due.addDays.days", before: "28", after: "42", wording: false },
        ],
      },
    ]);
  });

  it("differ in a clause that one of them retires or has not got yet", () => {
    const [retired, ...rest] = structureOf(sideOf(opened, "2.0"), sideOf(opened, "3.0"));
    expect(rest).toEqual([]);
    expect(retired).toEqual({
      subject: "clause",
      id: "3",
      title: "Return",
      change: "retired",
      values: [],
      basePlace: expect.anything(),
    });
    expect(underlined(retired?.basePlace)).toBe('"3"');
    const [added] = structureOf(sideOf(opened, "3.0"), sideOf(opened, "2.0"));
    expect(added).toMatchObject({ id: "3", change: "added", values: [], headPlace: retired?.basePlace });
    expect(added).not.toHaveProperty("basePlace");
  });
});

describe("a value that is written differently", () => {
  it("has a path, the value before and after, and a place on both sides", () => {
    const [change] = changesAfter([
      { file: clauses, find: "lessThanInclusive, value: 10 }", replace: "lessThan, value: 10 }" },
    ]);
    expect(change).toMatchObject({ subject: "clause", id: "2.2", title: "Fines", change: "changed" });
    expect(change?.values).toHaveLength(1);
    const [value] = change?.values ?? [];
    expect(value).toMatchObject({
      path: "requires.operator",
      before: "lessThanInclusive",
      after: "lessThan",
      wording: false,
    });
    expect(value?.basePlace).toMatchObject({ file: `${library}/${clauses}`, line: 57 });
    expect(underlined(value?.basePlace)).toBe("lessThanInclusive");
    expect(value?.headPlace).toMatchObject({ file: expect.stringMatching(/clauses\/all\.yaml$/), line: 57 });
    expect(underlined(value?.headPlace)).toBe("lessThan");
    expect([underlined(change?.basePlace), underlined(change?.headPlace)]).toEqual(['"2.2"', '"2.2"']);
  });

  it("has no value and no place on the side that lacks it", () => {
    const [change] = changesAfter([{ file: "facts.yaml", find: "    max: 150\n", replace: "" }]);
    expect(change).toMatchObject({ subject: "fact", id: "reader.age", title: "the reader's age", change: "changed" });
    const [value] = change?.values ?? [];
    expect(value).toEqual({ path: "max", before: "150", wording: false, basePlace: expect.anything() });
    expect(underlined(value?.basePlace)).toBe("150");
  });

  it("is quoted as YAML must be, and stays on one line", () => {
    expect(valuesAfter(clauses, "summary: A child needs the guardian's word.", 'summary: "One: two\\nthree"')).toEqual([
      {
        path: "summary",
        before: "A child needs the guardian's word.",
        after: '"One: two\\nthree"',
        wording: true,
      },
    ]);
    expect(valuesAfter("procedure.yaml", '["1", "2", "2.1", "2.2", "3"]', '["1", "2", "2.1", "2.2"]')).toEqual([
      { path: "sourceClauses.5", before: '"3"', wording: false },
    ]);
    expect(
      valuesAfter(
        "facts.yaml",
        "type: date\n    orNone: true\n    label: the day the loan",
        "type: date\n    from: 2000-01-01\n    orNone: true\n    label: the day the loan",
      ),
    ).toEqual([{ path: "from", after: "2000-01-01", wording: false }]);
  });

  it("is replaced as a whole where it got another shape", () => {
    expect(
      valuesAfter(
        clauses,
        "requires: { fact: reader.guardian_agrees, operator: equal, value: true }",
        "requires: { not: { fact: reader.guardian_agrees, operator: equal, value: false } }",
      ),
    ).toEqual([
      {
        path: "requires",
        before: "{ fact: reader.guardian_agrees, operator: equal, value: true }",
        after: "{ not: { fact: reader.guardian_agrees, operator: equal, value: false } }",
        wording: false,
      },
    ]);
    expect(
      valuesAfter(
        clauses,
        "where: { item: reason, operator: equal, value: late }",
        "where: { fact: reader.guardian_agrees, operator: equal, value: true }",
      ),
    ).toEqual([
      {
        path: "derives.reader.owed.choose.1.then.sum.where",
        before: "{ item: reason, operator: equal, value: late }",
        after: "{ fact: reader.guardian_agrees, operator: equal, value: true }",
        wording: false,
      },
    ]);
  });
});

describe("a list", () => {
  const row = '          - outcome: ask_guardian\n            when: { clause: "2.1", is: unmet }\n';
  const first = '          - outcome: refuse\n            when: { clause: "2.2", is: unmet }\n';

  it("has one value added where an element was inserted", () => {
    const inserted =
      "          - outcome: lend\n            when: { fact: reader.age, operator: greaterThan, value: 90 }\n";
    expect(valuesAfter("decisions.yaml", row, inserted + row)).toEqual([
      {
        path: "rows.2",
        after: "{ outcome: lend, when: { fact: reader.age, operator: greaterThan, value: 90 } }",
        wording: false,
      },
    ]);
  });

  it("has one value removed where an element was taken out", () => {
    expect(valuesAfter("decisions.yaml", first, "")).toEqual([
      { path: "rows.1", before: '{ outcome: refuse, when: { clause: "2.2", is: unmet } }', wording: false },
    ]);
  });

  it("has an element that was moved removed and added", () => {
    expect(valuesAfter("decisions.yaml", first + row, row + first)).toEqual([
      { path: "rows.1", after: '{ outcome: ask_guardian, when: { clause: "2.1", is: unmet } }', wording: false },
      { path: "rows.2", before: '{ outcome: ask_guardian, when: { clause: "2.1", is: unmet } }', wording: false },
    ]);
  });

  it("has an element changed beside one that was inserted", () => {
    expect(
      valuesAfter(
        "decisions.yaml",
        `${row}          - outcome: lend`,
        `${row.replace("unmet", "not_applicable")}          - outcome: refuse\n            when: { fact: reader.age, operator: lessThan, value: 3 }\n          - outcome: lend`,
      ),
    ).toEqual([
      { path: "rows.2.when.is", before: "unmet", after: "not_applicable", wording: false },
      {
        path: "rows.3",
        after: "{ outcome: refuse, when: { fact: reader.age, operator: lessThan, value: 3 } }",
        wording: false,
      },
    ]);
  });
});
