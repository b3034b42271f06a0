import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadProcedure } from "../../engine/index.ts";
import { findCases } from "../../engine/testing/find.ts";
import { type FixtureRun, readFixtures, runFixture } from "../../engine/testing/fixture.ts";

const procedure = loadProcedure("fixtures/procedures/library");
const directory = mkdtempSync(join(tmpdir(), "fixtures-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const facts = `asOf: 2020-03-01
facts:
  loan: { applied_on: 2020-02-10, returned_on: null }
  reader: { age: 30, fines: [] }
`;

/** Writes a fixture. */
function write(name: string, content: string): string {
  const path = join(directory, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** Runs one fixture that expects something of the case above. */
function expecting(expectation: string, before = facts): FixtureRun {
  const path = write("single.yaml", `${before}expect:\n${expectation}`);
  const [run] = readFixtures(findCases([path])).map((fixture) => runFixture(procedure, fixture));
  if (run === undefined) throw new Error("the fixture was left out");
  return run;
}

describe("a fixture passes", () => {
  it("where everything listed comes out, and nothing else is looked at", () => {
    const run = expecting(`  decisions: { lending: lend }
  clauses: { "2.1": not_applicable, "2.2": met }
  obligations: { return_book: { due: 2020-03-09, status: pending } }
  derived: { reader.owed: 0, reader.is_child: false }
`);
    expect(run).toMatchObject({ passed: true, differences: [], problems: [] });
    expect(expecting("  obligations: { return_book: { status: pending } }\n").passed).toBe(true);
    expect(expecting("  {}\n").passed).toBe(true);
  });

  it("where a decision is expected to be open", () => {
    const open = "asOf: 2020-03-01\nfacts: { loan: { applied_on: 2020-02-10 } }\n";
    expect(expecting("  decisions: { lending: null }\n", open).passed).toBe(true);
    expect(expecting("  decisions: { lending: null }\n").passed).toBe(false);
  });
});

describe("a fixture that expects a refusal", () => {
  const impossible = facts.replace("returned_on: null", "returned_on: 2020-02-09");

  it("passes where the case is refused for that contradiction", () => {
    const run = expecting("  refused: returned_before_loan\n", impossible);
    expect(run).toMatchObject({ passed: true, differences: [], problems: [], result: undefined });
  });

  it("fails where the case is decided, or nothing of that name refuses it", () => {
    const { passed, differences } = expecting("  refused: returned_before_loan\n");
    expect([passed, differences]).toMatchObject([
      false,
      [{ what: "refused", expected: "returned_before_loan", actual: "not refused", place: { line: 6, column: 12 } }],
    ]);
    for (const before of [facts, impossible]) {
      expect(expecting("  refused: returned_before_lone\n", before).problems).toMatchObject([
        { code: "unknown-contradiction", nearest: "returned_before_loan", place: { line: 6, column: 12 } },
      ]);
    }
  });

  it("fails where anything else is expected beside it", () => {
    const run = expecting("  refused: returned_before_loan\n  decisions: { lending: lend }\n", impossible);
    expect(run).toMatchObject({
      passed: false,
      problems: [{ code: "refused-and-more", place: { line: 7, column: 3 } }],
    });
  });

  it("fails where the case can't be read for another reason", () => {
    const run = expecting("  refused: returned_before_loan\n", facts.replace("age: 30", "age: 300"));
    expect(run).toMatchObject({ passed: false, problems: [{ code: "out-of-bounds" }] });
  });
});

describe("a fixture fails with the place of each difference", () => {
  const differences = (expectation: string, before?: string) =>
    expecting(expectation, before).differences.map(({ what, expected, actual, place }) => [
      what,
      expected,
      actual,
      `${place.line}:${place.column}`,
    ]);

  it("in a decision, and says why", () => {
    expect(differences("  decisions:\n    lending: refuse\n")).toEqual([
      ["decisions.lending", "refuse", "lend", "7:14"],
    ]);
    expect(
      differences(
        "  decisions: { lending: lend }\n",
        "asOf: 2020-03-01\nfacts: { loan: { applied_on: 2020-02-10 } }\n",
      ),
    ).toEqual([["decisions.lending", "lend", "undetermined", "4:25"]]);
  });

  it("in a clause", () => {
    expect(differences('  clauses: { "2.2": unmet }\n')).toEqual([["clauses.2.2", "unmet", "met", "6:21"]]);
  });

  it("in both parts of an obligation", () => {
    expect(differences("  obligations: { return_book: { due: null, status: overdue } }\n")).toEqual([
      ["obligations.return_book.due", "none", "2020-03-09", "6:38"],
      ["obligations.return_book.status", "overdue", "pending", "6:52"],
    ]);
  });

  it("in a derived value, where unknown and none differ", () => {
    const without = "asOf: 2020-03-01\nfacts: { loan: { applied_on: 2020-02-10 } }\n";
    expect(differences("  derived: { reader.owed: 1 }\n")).toEqual([["derived.reader.owed", "1", "0", "6:27"]]);
    expect(differences("  derived: { reader.owed: null }\n", without)).toEqual([
      ["derived.reader.owed", "none", "unknown", "4:27"],
    ]);
  });
});

describe("a difference says why", () => {
  const child = `asOf: 2020-04-01
facts:
  loan: { applied_on: 2020-02-10, returned_on: 2020-03-20 }
  reader: { age: 8, guardian_agrees: false, fines: [{ reason: late, amount: 4 }] }
`;
  const open = "asOf: 2020-03-01\nfacts: { loan: { applied_on: 2020-02-10 } }\n";
  const why = (expectation: string, before?: string) =>
    expecting(expectation, before).differences.map((one) => one.why);

  it("a decision came to its outcome: its sentence, the clause that is not met, and both sides of what failed", () => {
    expect(why("  decisions: { lending: lend }\n", child)).toEqual([
      ["A guardian has to agree first.", "Clause 2.1 (Children) is not met: The guardian's word: yes, was no"],
    ]);
  });

  it("and what it would take to come to the other, where nothing failed", () => {
    expect(why("  decisions: { lending: refuse }\n")).toEqual([
      ["The book may be lent.", "it rests on 2.2", "for refuse: The reader owed: more than 10 euros, was 0 euros"],
    ]);
  });

  it("it is open: what is possible and what is missing", () => {
    expect(why("  decisions: { lending: lend }\n", open)).toMatchInlineSnapshot(`
      [
        [
          "possible: refuse, ask_guardian, lend",
          "missing: the open fines (reader.fines)",
          "missing: the reader's age (reader.age)",
          "missing: the guardian's word (reader.guardian_agrees)",
        ],
      ]
    `);
  });

  it("a clause has its status", () => {
    expect(why('  clauses: { "2.1": met }\n', child)).toMatchInlineSnapshot(`
      [
        [
          "The guardian's word: yes, was no",
        ],
      ]
    `);
    expect(why('  clauses: { "2.1": met }\n')).toMatchInlineSnapshot(`
      [
        [
          "to apply: The reader's age: at most 13 years, was 30 years",
        ],
      ]
    `);
    expect(why('  clauses: { "2.2": unmet }\n', child)).toMatchInlineSnapshot(`
      [
        [
          "to be unmet: The reader owed: more than 10 euros, was 4 euros",
        ],
      ]
    `);
    expect(why('  clauses: { "2.1": not_applicable }\n', child)).toMatchInlineSnapshot(`
      [
        [
          "not to apply: The reader's age: at least 14 years, was 8 years",
        ],
      ]
    `);
    expect(why('  clauses: { "2.1": met }\n', open)).toMatchInlineSnapshot(`
      [
        [
          "missing: the reader's age (reader.age)",
          "missing: the guardian's word (reader.guardian_agrees)",
        ],
      ]
    `);
    expect(why('  clauses: { "1": met }\n')).toMatchInlineSnapshot(`
      [
        [
          "nothing of it is encoded: It states a purpose and no condition.",
        ],
      ]
    `);
    expect(why('  clauses: { "2": unmet }\n')).toMatchInlineSnapshot(`
      [
        [
          "it demands nothing, so it is met wherever it applies",
        ],
      ]
    `);
  });

  it("a duty has its status and its day", () => {
    expect(why("  obligations: { return_book: { status: pending } }\n", child)).toMatchInlineSnapshot(`
      [
        [
          "due 2020-03-09 (28 days after the day the loan was asked for)",
          "done on 2020-03-20 (the day the book came back)",
          "looked at as of 2020-04-01",
        ],
      ]
    `);
    expect(why("  obligations: { return_book: { status: fulfilled } }\n")).toEqual([
      [
        "due 2020-03-09 (28 days after the day the loan was asked for)",
        "not done (the day the book came back)",
        "looked at as of 2020-03-01",
      ],
    ]);
    expect(why("  obligations: { return_book: { status: pending } }\n", open)).toMatchInlineSnapshot(`
      [
        [
          "missing: the day the book came back (loan.returned_on)",
        ],
      ]
    `);
  });

  it("a value was worked out so", () => {
    expect(why("  derived: { reader.owed: 1 }\n", open)).toEqual([["missing: the open fines (reader.fines)"]]);
    expect(why("  derived: { reader.owed: 1, reader.is_child: false }\n", child)).toMatchInlineSnapshot(`
      [
        [
          "it is the sum of amount euros over the open fines",
        ],
        [
          "to be false: The reader's age: at least 14 years, was 8 years",
        ],
      ]
    `);
  });
});

describe("a fixture that can't be run fails with the problem", () => {
  const problems = (expectation: string, before?: string) =>
    expecting(expectation, before).problems.map(({ code, nearest, place }) => [code, nearest, place?.line]);

  it("of a name that stands for nothing, with the nearest", () => {
    expect(problems("  decisions: { lendin: lend }\n")).toEqual([["unknown-decision", "lending", 6]]);
    expect(problems("  decisions: { lending: lent }\n")).toEqual([["unknown-outcome", "lend", 6]]);
    expect(problems('  clauses: { "2-2": met }\n')).toEqual([["unknown-clause", "2.2", 6]]);
    expect(problems("  obligations: { return_bok: { due: null } }\n")).toEqual([
      ["unknown-obligation", "return_book", 6],
    ]);
    expect(problems("  derived: { reader.owes: 0 }\n")).toEqual([["unknown-derived-value", "reader.owed", 6]]);
    expect(expecting("  decisions: { lendin: lend }\n").passed).toBe(false);
  });

  it("of its facts", () => {
    expect(problems("  {}\n", "asOf: 2020-03-01\nfacts: { reader: { aeg: 3 } }\n")).toEqual([
      ["unknown-fact", "reader.age", 2],
    ]);
  });

  it("of a missing evaluation date: a fixture may not depend on the day it is run", () => {
    expect(problems("  {}\n", "facts: {}\n").map(([code]) => code)).toEqual(["missing-key"]);
  });

  it("of its form", () => {
    expect(problems('  clauses: { "2.2": fine }\n').map(([code]) => code)).toEqual(["unknown-word"]);
    expect(problems("  derived: [").map(([code]) => code)).toEqual(["yaml-syntax"]);
  });
});

describe("fixtures are found", () => {
  it("at any depth in the order of their names, without those that expect nothing or are hidden", () => {
    const root = join(directory, "tree");
    const content = `${facts}expect: {}\n`;
    for (const name of [
      "b/case-10.yaml",
      "b/case-9.yml",
      "a.json",
      ".hidden/x.yaml",
      "node_modules/y.yaml",
      "notes.txt",
    ]) {
      write(join("tree", name), content);
    }
    write("tree/plain.yaml", facts);
    const found = findCases([root]);
    expect(found.map(({ path }) => path)).toEqual(
      ["a.json", "b/case-9.yml", "b/case-10.yaml", "plain.yaml"].map((name) => join(root, name)),
    );
    const fixtures = readFixtures(found);
    expect(fixtures.map(({ file }) => file)).not.toContain(join(root, "plain.yaml"));
    expect(fixtures).toHaveLength(3);
  });

  it("by name, where expecting nothing or not being there is a problem", () => {
    const plain = write("plain.yaml", facts);
    const [fixture] = readFixtures(findCases([plain]));
    expect(fixture && runFixture(procedure, fixture)).toMatchObject({
      passed: false,
      problems: [{ code: "nothing-expected", place: { file: plain, line: 1 } }],
    });
    expect(() => findCases([join(directory, "nowhere")])).toThrow("there is no file or directory");
  });
});
