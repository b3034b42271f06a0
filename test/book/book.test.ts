import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { parse } from "yaml";
import type { Book } from "../../engine/book/book.ts";
import { approvedBefore, sayApproval, sayValidity } from "../../engine/book/standing.ts";
import { textOf } from "../../engine/book/words.ts";
import type { OpenProcedure } from "../../engine/procedure/open.ts";
import { bookWith, changesOfSecond, library, revision, shipped } from "./support.ts";

const clausesOf = (book: Book) => book.sections.flatMap(({ clauses }) => clauses);
const idsOf = (book: Book) => clausesOf(book).map(({ id }) => id);

describe.each<[string, OpenProcedure, string]>([
  ["rules/secor", shipped, "1.0"],
  ["fixtures/procedures/library", library, "1.0"],
  ["fixtures/procedures/library", library, "2.0"],
])("the book of %s", (directory, opened, number) => {
  const book = bookWith(opened, number);
  const model = revision(opened, number);

  it(`has every clause of revision ${number} once`, () => {
    expect(idsOf(book).toSorted()).toEqual([...model.clauses.keys()].toSorted());
  });

  it("has the clauses that the source numbers in its order", () => {
    const { sourceClauses }: { sourceClauses: string[] } = parse(readFileSync(`${directory}/procedure.yaml`, "utf8"));
    expect(idsOf(book).filter((id) => sourceClauses.includes(id))).toEqual(sourceClauses);
  });

  it("says of every clause what it is, and of an informative one why nothing is encoded", () => {
    for (const clause of clausesOf(book)) {
      const source = model.clauses.get(clause.id);
      expect([clause.id, textOf(clause.summary), clause.notEncoded && textOf(clause.notEncoded)]).toEqual([
        clause.id,
        source?.summary,
        source?.notEncoded,
      ]);
    }
  });

  it("has every fact that a case can give in the register, and at each clause those that it asks for", () => {
    expect(book.facts.map(({ id }) => id)).toEqual([...model.facts.keys()]);
    const asked = new Set(clausesOf(book).flatMap(({ facts }) => facts.map(({ id }) => id)));
    const registered = book.facts.filter(({ askedBy }) => askedBy.some(({ to }) => to?.startsWith("clause-")));
    expect([...asked].toSorted()).toEqual(registered.map(({ id }) => id).toSorted());
    expect(asked.size).toBeGreaterThan(model.facts.size / 2);
  });

  it("has every duty once, with who bears it", () => {
    const duties = clausesOf(book).flatMap(({ duties }) => duties);
    expect(duties.map(({ id }) => id).toSorted()).toEqual([...model.obligations.keys()].toSorted());
    for (const { id, bearer } of duties) {
      expect(bearer).toBe(model.parties.get(model.obligations.get(id)?.bearer ?? ""));
    }
  });

  it("has every decision with its outcomes in order and every row", () => {
    for (const { id, outcomes, rows } of book.decisions) {
      const decision = model.decisions.get(id);
      expect(outcomes.map(({ says }) => says)).toEqual([...(decision?.outcomes.values() ?? [])]);
      expect(rows).toHaveLength(decision?.rows.length ?? 0);
    }
    expect(book.decisions).toHaveLength(model.decisions.size);
  });

  it("has every reading, with its clauses and what can be switched on", () => {
    expect(book.readings.map(({ id }) => id)).toEqual([...model.interpretations.keys()]);
    const switches = book.readings.flatMap(({ alternatives }) => alternatives.flatMap((one) => one.switch ?? []));
    const switchable = [...model.switchable].flatMap(([id, names]) => names.map((name) => `${id}=${name}`));
    expect(switches.toSorted()).toEqual(switchable.toSorted());
  });
});

describe("the triangles", () => {
  const book = bookWith(library, "2.0", changesOfSecond);

  it("stand beside the clauses that changed, and no others", () => {
    const marks = clausesOf(book).map(({ id, triangle }) => [id, triangle]);
    expect(marks).toEqual([
      ["1", undefined],
      ["2", "2.0"],
      ["2.1", undefined],
      ["2.2", undefined],
      ["3", "2.0"],
    ]);
    const others = [...book.facts, ...book.decisions, ...book.readings, ...book.contradictions];
    expect(others.filter(({ triangle }) => triangle !== undefined)).toEqual([]);
  });

  it("stand beside a fact, a decision, a reading or a contradiction that changed as well", () => {
    const things = [
      ["fact", "reader.age"],
      ["decision", "lending"],
      ["interpretation", "fines-counted"],
      ["contradiction", "returned_before_loan"],
    ] as const;
    const marked = bookWith(
      library,
      "2.0",
      things.map(([subject, id]) => ({ subject, id, title: id, change: "changed", values: [] })),
    );
    const all = [...marked.facts, ...marked.decisions, ...marked.readings, ...marked.contradictions];
    expect(all.filter(({ triangle }) => triangle === "2.0").map(({ id }) => id)).toEqual([
      "reader.age",
      "lending",
      "fines-counted",
      "returned_before_loan",
    ]);
    expect(clausesOf(marked).filter(({ triangle }) => triangle !== undefined)).toEqual([]);
  });

  it("are counted from the last approved revision before the one that is shown", () => {
    const before = (number: string) => approvedBefore(revision(library, number), library.revisions)?.entry.revision;
    expect(["1.0", "2.0", "3.0"].map(before)).toEqual([undefined, "1.0", "2.0"]);
  });
});

describe("the summary of changes", () => {
  it("leads to each place, and says in words what stood there and what does now", () => {
    const { changes } = bookWith(library, "2.0", changesOfSecond);
    expect(changes.base).toBe("1.0");
    const [clause, duty] = changes.rows;
    expect(clause?.location).toEqual({ text: "2 Who may borrow", to: "clause-2" });
    expect(clause?.values).toEqual([
      { what: "Summary", before: "What counts.", after: "What counts: now" },
      {
        what: "“reader is child” holds when",
        before: "the reader's age is less than 14 years",
        after: "the reader's age is less than 12 years",
      },
      {
        what: "The reader owed is",
        before: expect.stringMatching(/^the first of these that applies: where the question of fines counted .* …$/),
        after: "the sum of amount euros over the open fines",
      },
    ]);
    expect(duty?.values).toEqual([
      {
        what: "Duty “return book”, by",
        before: "28 days after the day the loan was asked for",
        after: "42 days after the day the loan was asked for",
      },
    ]);
  });

  it("loses no value that differs, even where the words of a formula don't show it", () => {
    const values = [
      { path: "derives.reader.is_child", before: "{ a: 1 }", after: "{ a: 2 }", wording: false },
      { path: "interpretations.1", after: "fines-counted", wording: false },
    ];
    const { changes } = bookWith(library, "3.0", [
      { subject: "clause", id: "2", title: "Who may borrow", change: "changed", values },
    ]);
    expect(changes.rows[0]?.values).toEqual([
      { what: "Derives, reader, is child", before: "{ a: 1 }", after: "{ a: 2 }" },
      { what: "Reading 1", after: "fines-counted" },
    ]);
  });

  it("shows what was retired where it stood, and leads there", () => {
    const book = bookWith(library, "3.0", [
      { subject: "clause", id: "3", title: "Return", change: "retired", values: [] },
      { subject: "fact", id: "loan.gone", title: "a fact that is gone", change: "retired", values: [] },
    ]);
    expect(book.changes.rows.map(({ location, change }) => [location, change])).toEqual([
      [{ text: "3 Return", to: "clause-3" }, "Retired"],
      [{ text: "Fact: a fact that is gone" }, "Retired"],
    ]);
    const last = clausesOf(book).at(-1);
    expect([last?.id, last?.isRetired, last?.triangle, last?.revision]).toEqual(["3", true, "3.0", "3.0"]);
  });

  it("names the former number of a clause that has a new one", () => {
    const { changes } = bookWith(library, "2.0", [
      { subject: "clause", id: "2.1", formerId: "2.9", title: "Children", change: "renumbered", values: [] },
    ]);
    expect(changes.rows[0]?.change).toBe("Renumbered, formerly 2.9");
  });

  it("says that a revision is the first one, or that nothing changed", () => {
    const first = bookWith(library, "1.0").changes;
    expect([first.introduction, first.rows]).toEqual(["Revision 1.0 is the first revision.", []]);
    expect(bookWith(library, "2.0").changes.introduction).toBe(
      "Revision 2.0 changes nothing in what revision 1.0 says.",
    );
  });
});

describe("what the book says of itself", () => {
  test("an approved revision", () => {
    const { standing } = bookWith(library, "2.0");
    expect(standing.status).toBe("approved");
    expect(standing.digest).toBe(revision(library, "2.0").digest);
    expect(sayApproval(standing)).toBe("approved by The library board on 2022-05-30");
    expect(sayValidity(standing)).toBe("from 2022-07-01 up to, not including, 2023-07-01");
    expect(standing.isAltered).toBe(false);
  });

  test("a draft", () => {
    const { standing } = bookWith(library, "3.0");
    expect([standing.status, standing.supersedes]).toEqual(["draft", "2.0"]);
    expect([sayApproval(standing), sayValidity(standing)]).toEqual(["not approved", "from 2023-07-01 on"]);
  });
});
