import { describe, expect, it } from "vitest";
import type { Change } from "../../procedure/malformed.ts";
import { changesAfter, underlined } from "./sides.ts";

const clauses = "clauses/all.yaml";

describe("words for people", () => {
  const rewordings: readonly (readonly [string, string, string, string, string])[] = [
    ["procedure.yaml", "title: Lending card", "title: Card", "procedure", "title"],
    ["procedure.yaml", "publisher: An imaginary", "publisher: A", "procedure", "publisher"],
    ["procedure.yaml", "description: Who may", "description: Who can", "procedure", "description"],
    ["procedure.yaml", "reader: the reader", "reader: the borrower", "procedure", "parties.reader"],
    [clauses, "title: Fines", "title: Open fines", "clause", "title"],
    [clauses, "summary: Whoever owes", "summary: Who owes", "clause", "summary"],
    [clauses, "notEncoded: It states", "notEncoded: It has", "clause", "notEncoded"],
    [
      clauses,
      "is back within 28 days.\n        obligations:\n          return_book:\n            bearer: reader\n            duty: bring the",
      "is back within 28 days.\n        obligations:\n          return_book:\n            bearer: reader\n            duty: return the",
      "clause",
      "obligations.return_book.duty",
    ],
    ["facts.yaml", "label: the reader's age", "label: the age", "fact", "label"],
    ["facts.yaml", "question: How old", "question: Of what age", "fact", "question"],
    ["facts.yaml", "late: a late return", "late: a return too late", "fact", "of.fields.reason.options.late"],
    ["facts.yaml", "says: A book can't", "says: No book can", "contradiction", "says"],
    ["decisions.yaml", "title: May the", "title: Can the", "decision", "title"],
    ["decisions.yaml", "says: A guardian has", "says: The guardian has", "decision", "outcomes.2.says"],
    ["interpretations.yaml", "question: ", "question: Of old, ", "interpretation", "question"],
    ["interpretations.yaml", "reading: All", "reading: Of old, all", "interpretation", "reading"],
    ["interpretations.yaml", "why: ", "why: Of old, ", "interpretation", "why"],
    ["interpretations.yaml", "says: ", "says: Of old, ", "interpretation", "alternatives.1.says"],
  ];

  it.each(rewordings)("make a rewording of %s: %s", (file, find, replace, subject, path) => {
    const changes = changesAfter([{ file, find, replace }]);
    expect(changes).toMatchObject([{ subject, change: "reworded", values: [{ path, wording: true }] }]);
    expect(changes[0]?.values).toHaveLength(1);
  });

  it("are of every clause in a section whose title is another one", () => {
    const changes = changesAfter([{ file: clauses, find: "title: The whole of it", replace: "title: All of it" }]);
    expect(changes.map(({ id }) => id)).toEqual(["1", "2", "2.1", "2.2", "3"]);
    for (const { change, values } of changes) {
      expect(change).toBe("reworded");
      expect(values).toMatchObject([
        { path: "sectionTitle", before: "The whole of it", after: "All of it", wording: true },
      ]);
      expect([values[0]?.basePlace?.line, underlined(values[0]?.headPlace)]).toEqual([3, "All of it"]);
    }
  });

  const others: readonly (readonly [string, Change, string])[] = [
    ["a unit", { file: "facts.yaml", find: "unit: euros", replace: "unit: pence" }, "of.fields.amount.unit"],
    [
      "a new party",
      { file: "procedure.yaml", find: "  library: the", replace: "  town: the town\n  library: the" },
      "parties.town",
    ],
    [
      "a new option",
      { file: "facts.yaml", find: "late: a late return,", replace: "late: a late return, lost: a lost book," },
      "of.fields.reason.options.lost",
    ],
    [
      "a kind",
      {
        file: clauses,
        find: "title: Children\n    kind: requirement",
        replace: "title: Children\n    kind: determination",
      },
      "kind",
    ],
  ];

  it.each(others)("are not all that there is to %s", (_what, change, path) => {
    expect(changesAfter([change])).toMatchObject([{ change: "changed", values: [{ path, wording: false }] }]);
  });

  it("are told apart from names that the rules give", () => {
    const change: Change = {
      file: "facts.yaml",
      find: "fields:\n        reason: { type: choice,",
      replace:
        "fields:\n        says: { type: text }\n        options: { type: text }\n        reason: { type: choice,",
    };
    const text = (type: string): Change => ({ ...change, replace: change.replace.replaceAll("type: text", type) });
    expect(changesAfter([change])).toMatchObject([
      { change: "changed", values: [{ path: "of.fields.says", wording: false }, { path: "of.fields.options" }] },
    ]);
    expect(changesAfter([text("type: boolean")])[0]?.values[1]?.after).toBe("{ type: boolean }");
  });
});
