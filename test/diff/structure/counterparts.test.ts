import { describe, expect, it } from "vitest";
import { similarity, wordsOf } from "../../../engine/diff/structure/similarity.ts";
import { thingsOf } from "../../../engine/diff/structure/things.ts";
import { openProcedure } from "../../../engine/procedure/open.ts";
import type { Change } from "../../procedure/malformed.ts";
import { changesAfter, library, plain, shipped, sideOf, textsOf, underlined, valuesAfter } from "./sides.ts";

const clauses = "clauses/all.yaml";

describe("what became of a thing", () => {
  const fact = `
  - id: reader.member
    type: boolean
    label: whether the reader is a member
    question: Is the reader a member?
    knownBy: library
contradictions:`;

  it("is that it was added, or retired", () => {
    const changes = changesAfter([{ file: "facts.yaml", find: "contradictions:", replace: fact }]);
    expect(plain(changes)).toEqual([{ subject: "fact", id: "reader.member", change: "added", values: [] }]);
    expect(changes[0]).not.toHaveProperty("basePlace");
    expect(underlined(changes[0]?.headPlace)).toBe("reader.member");
    expect(changes[0]?.title).toBe("whether the reader is a member");
  });

  it("is that it was renumbered, with the references to it changed", () => {
    const changes = changesAfter([
      { file: clauses, find: 'id: "2.2"', replace: 'id: "2.9"' },
      { file: "decisions.yaml", find: '"2.2"', replace: '"2.9"' },
    ]);
    expect(plain(changes)).toEqual([
      { subject: "clause", id: "2.9", change: "renumbered", formerId: "2.2", values: [] },
      {
        subject: "decision",
        id: "lending",
        change: "changed",
        values: [{ path: "rows.1.when.clause", before: '"2.2"', after: '"2.9"', wording: false }],
      },
    ]);
    expect([underlined(changes[0]?.basePlace), underlined(changes[0]?.headPlace)]).toEqual(['"2.2"', '"2.9"']);
  });

  it("is that it was renumbered and changed a little", () => {
    expect(
      plain(
        changesAfter([
          { file: clauses, find: 'id: "2.2"', replace: 'id: "2.9"' },
          { file: "decisions.yaml", find: '"2.2"', replace: '"2.9"' },
          { file: clauses, find: "value: 10 }", replace: "value: 12 }" },
        ]),
      )[0],
    ).toEqual({
      subject: "clause",
      id: "2.9",
      change: "renumbered",
      formerId: "2.2",
      values: [{ path: "requires.value", before: "10", after: "12", wording: false }],
    });
  });

  it("is that its number went on to the next clause, where one was inserted before it", () => {
    const changes = changesAfter([
      {
        file: clauses,
        find: '  - id: "2.1"\n',
        replace: `  - id: "2.1"
    title: Grown-ups
    kind: informative
    versions:
      - revision: "1.0"
        effective: 2020-01-01
        summary: Whoever has come of age needs nobody to agree.
        notEncoded: It repeats what follows from another place.
  - id: "2.2"
`,
      },
      { file: clauses, find: '  - id: "2.2"\n    title: Fines', replace: '  - id: "2.3"\n    title: Fines' },
      { file: "decisions.yaml", find: '{ clause: "2.2", is: unmet }', replace: '{ clause: "2.3", is: unmet }' },
      { file: "decisions.yaml", find: '{ clause: "2.1", is: unmet }', replace: '{ clause: "2.2", is: unmet }' },
    ]);
    expect(plain(changes).slice(0, 3)).toEqual([
      { subject: "clause", id: "2.1", change: "added", values: [] },
      { subject: "clause", id: "2.2", change: "renumbered", formerId: "2.1", values: [] },
      { subject: "clause", id: "2.3", change: "renumbered", formerId: "2.2", values: [] },
    ]);
    expect(changes.slice(3).map(({ subject, id }) => [subject, id])).toEqual([["decision", "lending"]]);
  });

  it("is that it changed, however much, where nothing else is like it", () => {
    const changes = changesAfter([
      {
        file: clauses,
        find: "summary: The library lends books to the people of the town.\n        notEncoded: It states a purpose and no condition.",
        replace: "summary: Quite another sentence.\n        notEncoded: Other grounds.",
      },
      { file: clauses, find: "title: Purpose", replace: "title: Scope" },
    ]);
    expect(changes).toMatchObject([{ id: "1", change: "reworded" }]);
    expect(changes[0]?.values.map(({ path }) => path)).toEqual(["title", "summary", "notEncoded"]);
  });

  it("is no renaming of a fact that only sounds alike", () => {
    const renamed = (label: string): Change => ({
      file: "facts.yaml",
      find: "  - id: reader.guardian_agrees\n    type: boolean\n    label: the guardian's word",
      replace: `  - id: reader.parent_agrees\n    type: boolean\n    label: ${label}`,
    });
    const reference: Change = { file: clauses, find: "reader.guardian_agrees", replace: "reader.parent_agrees" };
    const kinds = (label: string) =>
      changesAfter([renamed(label), reference]).flatMap(({ subject, change }) => (subject === "fact" ? [change] : []));
    expect(kinds("the guardian's word")).toEqual(["renumbered"]);
    expect(kinds("the parent's word")).toEqual(["retired", "added"]);
  });

  it("is of the procedure itself too, whatever its id", () => {
    expect(
      plain(changesAfter([{ file: "procedure.yaml", find: "procedure: library_card", replace: "procedure: card" }])),
    ).toEqual([
      {
        subject: "procedure",
        id: "card",
        change: "changed",
        values: [{ path: "procedure", before: "library_card", after: "card", wording: false }],
      },
    ]);
    expect(valuesAfter("procedure.yaml", "governedBy: loan.applied_on", "governedBy: loan.returned_on")).toEqual([
      { path: "governedBy", before: "loan.applied_on", after: "loan.returned_on", wording: false },
    ]);
    expect(valuesAfter("procedure.yaml", "governedBy:", "interpretations: [fines-counted]\ngovernedBy:")).toEqual([
      { path: "interpretations", after: "[ fines-counted ]", wording: false },
    ]);
  });
});

describe("different things of one document", () => {
  const { clause, contradiction, decision, interpretation } = thingsOf(sideOf(openProcedure(shipped)));

  it.each([clause, contradiction, decision, interpretation].map((things) => [things[0]?.subject, things] as const))(
    "are not alike enough to be taken for each other: %s",
    (_subject, things) => {
      const likeness = things.flatMap((one, at) =>
        things.slice(at + 1).map((other) => similarity(wordsOf(one), wordsOf(other))),
      );
      expect(Math.max(...likeness)).toBeLessThan(0.75);
      for (const one of things) expect(similarity(wordsOf(one), wordsOf(one))).toBe(1);
    },
  );
});

describe("what is no change", () => {
  it("is what the revisions say of themselves", () => {
    expect(
      changesAfter([
        { file: "procedure.yaml", find: "note: First rules.", replace: "note: The first rules of all." },
        { file: "procedure.yaml", find: "until: 2022-07-01", replace: "until: 2022-06-01" },
        {
          file: "procedure.yaml",
          find: "by: The library board, on: 2019-12-10",
          replace: "by: The board, on: 2019-12-11",
        },
      ]),
    ).toEqual([]);
  });

  it("is the order of facts and of clauses", () => {
    const age = / {2}- id: reader\.age\n(?: {4}.*\n)+/;
    const text = openText("facts.yaml");
    const moved = age.exec(text)?.[0] ?? "";
    expect(moved).not.toBe("");
    const content = text.replace(age, "").replace("facts:\n", `facts:\n${moved}`);
    expect(changesAfter([{ file: "facts.yaml", content }])).toEqual([]);
    const whole = openText(clauses);
    const first = whole.slice(whole.indexOf('  - id: "1"'), whole.indexOf('  - id: "2"'));
    expect(changesAfter([{ file: clauses, content: `${whole.replace(first, "").trimEnd()}\n\n${first}` }])).toEqual([]);
  });

  it("is another version that says the same", () => {
    const file = clauses;
    const find = "        requires: { fact: reader.guardian_agrees, operator: equal, value: true }\n";
    const version = `      - revision: "2.0"
        effective: 2022-07-01
        summary: A child needs the guardian's word.
        appliesWhen: { fact: reader.is_child, operator: equal, value: true }
${find}`;
    expect(changesAfter([{ file, find, replace: find + version }], "2.0")).toEqual([]);
  });

  it("is not the effective date of a version that the same revision brought", () => {
    const changes = changesAfter(
      [
        { file: "procedure.yaml", find: "effective: 2023-07-01", replace: "effective: 2023-08-01" },
        {
          file: clauses,
          find: "effective: 2023-07-01\n        summary: A book is kept as long as nobody else asks for it.\n        retired: true",
          replace: "effective: 2023-08-01\n        summary: A book is kept.",
        },
      ],
      "3.0",
    );
    expect(plain(changes)).toEqual([{ subject: "clause", id: "3", change: "added", values: [] }]);
    const moved = changesAfter(
      [
        { file: "procedure.yaml", find: "until: 2022-07-01", replace: "until: 2022-01-01" },
        { file: "procedure.yaml", find: "effective: 2022-07-01", replace: "effective: 2022-01-01" },
        { file: clauses, content: openText(clauses).replaceAll("2022-07-01", "2022-01-01") },
      ],
      "2.0",
    );
    expect(plain(moved)).toEqual(
      ["2", "3"].map((id) => ({
        subject: "clause",
        id,
        change: "changed",
        values: [{ path: "effective", before: "2022-07-01", after: "2022-01-01", wording: false }],
      })),
    );
    expect(moved[0]?.values[0]?.basePlace?.text.trim()).toBe("effective: 2022-07-01");
  });
});

function openText(file: string): string {
  return textsOf(library).get(file) ?? "";
}
