import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadProcedure } from "../../engine/index.ts";
import { openProcedure } from "../../engine/procedure/open.ts";
import { Reporter } from "../../engine/procedure/reporter.ts";
import { type Revision, readRevisions, type Version, versionIn } from "../../engine/procedure/versions.ts";
import { parseDocument } from "../../engine/source/document.ts";
import { ledgerOf } from "../../engine/testing/ledger.ts";
import { base, type Change, problemsAfter, withCopy } from "./malformed.ts";

interface Entry {
  readonly revision?: string;
  readonly retired?: boolean;
  readonly says: number;
}

/** Revisions 1.0, 2.0, … */
function revisions(count: number): readonly Revision[] {
  return Array.from({ length: count }, (_, rank) => ({
    entry: { revision: `${rank + 1}.0`, effective: "2020-01-01", status: "draft", note: "A revision." },
    rank,
    effective: rank,
    until: undefined,
  }));
}

const document = parseDocument("a: 1", "nowhere.yaml");
function versions(entries: readonly Entry[]): readonly Version<Entry>[] {
  if (!("value" in document)) throw new Error("no document");
  return entries.map((entry) => ({ entry, spot: { document, container: entry, key: "says" } }));
}

/** What the versions say in each of three revisions. */
function said(entries: readonly Entry[]): readonly (number | undefined)[] {
  const all = revisions(3);
  return all.map((revision) => versionIn(versions(entries), revision, all)?.entry.says);
}

describe("the version that a revision has", () => {
  it.each<[string, Entry[], (number | undefined)[]]>([
    ["the one without a number in all of them", [{ says: 1 }], [1, 1, 1]],
    ["the first in all of them", [{ revision: "1.0", says: 1 }], [1, 1, 1]],
    ["none before its first", [{ revision: "2.0", says: 2 }], [undefined, 2, 2]],
    [
      "each from its own revision on",
      [{ says: 1 }, { revision: "2.0", says: 2 }, { revision: "3.0", says: 3 }],
      [1, 2, 3],
    ],
    [
      "the newest up to it",
      [
        { revision: "1.0", says: 1 },
        { revision: "3.0", says: 3 },
      ],
      [1, 1, 3],
    ],
    [
      "none once it is withdrawn",
      [
        { revision: "1.0", says: 1 },
        { revision: "2.0", says: 2, retired: true },
      ],
      [1, undefined, undefined],
    ],
    [
      "another one after it was withdrawn",
      [{ says: 1 }, { revision: "2.0", says: 2, retired: true }, { revision: "3.0", says: 3 }],
      [1, undefined, 3],
    ],
    ["none where there are none", [], [undefined, undefined, undefined]],
  ])("is %s", (_what, entries, expected) => {
    expect(said(entries)).toEqual(expected);
  });

  it("is the newest up to it, for any versions in order", () => {
    const some = fc
      .uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 10 })
      .map((ranks) => ranks.sort((a, b) => a - b));
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 9 }), fc.func(fc.boolean()), (ranks, at, isRetired) => {
        const all = revisions(10);
        const revision = all[at];
        if (revision === undefined) throw new Error("no such revision");
        const entries = ranks.map((rank) => ({ revision: `${rank + 1}.0`, retired: isRetired(rank), says: rank }));
        let expected: number | undefined;
        for (const { says, retired } of entries) if (says <= at) expected = retired ? undefined : says;
        expect(versionIn(versions(entries), revision, all)?.entry.says).toBe(expected);
      }),
    );
  });
});

describe("the revisions of the library", () => {
  const { revisions: models } = openProcedure(base);
  const [first, second, third] = models;

  it("have their dates as days, the end not included", () => {
    expect(models.map(({ entry }) => entry.revision)).toEqual(["1.0", "2.0", "3.0"]);
    expect(first?.until).toBe(second?.effective);
    expect(second?.until).toBe(third?.effective);
    expect(third?.until).toBeUndefined();
  });

  it("share the clauses that do not change, and have their own versions of those that do", () => {
    expect(models.map((model) => model.clauses.get("2.2")?.revision)).toEqual(["1.0", "1.0", "1.0"]);
    expect(models.map((model) => model.clauses.get("2")?.revision)).toEqual(["1.0", "2.0", "2.0"]);
    expect(models.map((model) => model.clauses.get("2")?.effective)).toEqual([
      "2020-01-01",
      "2022-07-01",
      "2022-07-01",
    ]);
  });

  it("lose what a revision withdraws, with all that it brought", () => {
    expect(models.map((model) => model.clauses.has("3"))).toEqual([true, true, false]);
    expect(models.map((model) => model.obligations.has("return_book"))).toEqual([true, true, false]);
  });

  it("let an alternative be switched on only while a condition asks for it", () => {
    expect(models.map((model) => Object.fromEntries(model.switchable))).toEqual([
      { "fines-counted": ["late_only"] },
      {},
      {},
    ]);
  });
});

describe("the title of a clause", () => {
  const retitled: Change = {
    file: "clauses/all.yaml",
    find: "        summary: A book is back within 42 days.",
    replace: "        title: Six weeks\n        summary: A book is back within 42 days.",
  };

  it("is its version's where that has one, and the clause's own in every other", () => {
    const { revisions: models } = withCopy([retitled], openProcedure);
    expect(models.map((model) => model.clauses.get("3")?.title)).toEqual(["Return", "Six weeks", undefined]);
  });

  it("leaves the revisions before as they were, and is content of its own", () => {
    const digests = (changes: readonly Change[]) =>
      withCopy(changes, openProcedure).revisions.map(({ digest }) => digest);
    const [first, second] = digests([]);
    const [firstAfter, secondAfter] = digests([retitled]);
    expect(firstAfter).toBe(first);
    expect(secondAfter).not.toBe(second);
  });

  it("stands in the ledger as the revision has it", () => {
    const titles = withCopy([retitled], (directory) => {
      const { revisions: models, sources } = openProcedure(directory);
      return models.map((model) => ledgerOf(model, sources, []).entries.find(({ clause }) => clause === "3")?.title);
    });
    expect(titles).toEqual(["Return", "Six weeks", "Return"]);
  });
});

const anotherFact: Change = {
  file: "facts.yaml",
  find: "contradictions:",
  replace: [
    "  - id: reader.card_lost",
    '    revision: "2.0"',
    "    type: boolean",
    "    label: whether the card is lost",
    "    question: Is the card lost?",
    "    knownBy: reader",
    "  - id: reader.card_lost",
    '    revision: "3.0"',
    "    retired: true",
    "    type: boolean",
    "    label: whether the card is lost",
    "    question: Is the card lost?",
    "    knownBy: reader",
    "contradictions:",
  ].join("\n"),
};

const anotherDecision: Change = {
  file: "decisions.yaml",
  find: "decisions:",
  replace: [
    "decisions:",
    "  - id: renewal",
    "    title: May the loan be renewed?",
    "    versions:",
    '      - revision: "2.0"',
    "        outcomes: [{ outcome: renew, says: It may. }, { outcome: refuse, says: It may not. }]",
    "        rows:",
    "          - outcome: refuse",
    "            when: { decision: lending, is: [refuse, ask_guardian] }",
    "          - outcome: renew",
    '      - revision: "3.0"',
    "        retired: true",
    "        outcomes: [{ outcome: renew, says: It may. }]",
    "        rows: [{ outcome: renew }]",
  ].join("\n"),
};

const anotherVersionOfLending: Change = {
  file: "decisions.yaml",
  find: '            when: { clause: "2.1", is: unmet }\n          - outcome: lend\n',
  replace: [
    '            when: { clause: "2.1", is: unmet }',
    "          - outcome: lend",
    '      - revision: "2.0"',
    "        outcomes: [{ outcome: lend, says: The book may be lent. }]",
    "        rows: [{ outcome: lend }]",
    "",
  ].join("\n"),
};

describe("facts and decisions", () => {
  it("come and go with revisions", () => {
    const { revisions: models } = withCopy([anotherFact, anotherDecision], openProcedure);
    expect(models.map((model) => model.facts.has("reader.card_lost"))).toEqual([false, true, false]);
    expect(models.map((model) => model.decisions.has("renewal"))).toEqual([false, true, false]);
    expect(models.every((model) => model.facts.has("reader.age"))).toBe(true);
  });

  it("are asked for only while they are there", () => {
    const procedure = withCopy([anotherFact, anotherDecision], loadProcedure);
    const facts = { loan: { applied_on: "2022-08-01", returned_on: null }, reader: { card_lost: true } };
    const run = (revision: string) => procedure.evaluate({ asOf: "2022-08-02", revision, facts });
    expect(Object.keys(run("2.0").decisions)).toEqual(["renewal", "lending"]);
    expect(() => run("1.0")).toThrow("revision 1.0 has no fact `reader.card_lost`, which revision 2.0 has");
    expect(() => run("3.0")).toThrow("revision 3.0 has no fact `reader.card_lost`, which revision 2.0 has");
  });

  it("have the outcomes of their version", () => {
    const { revisions: models } = withCopy([anotherVersionOfLending], openProcedure);
    const outcomes = models.map((model) => [...(model.decisions.get("lending")?.outcomes.keys() ?? [])]);
    expect(outcomes).toEqual([["lend", "ask_guardian", "refuse"], ["lend"], ["lend"]]);
  });

  it("can't be asked for an outcome that their version no longer has", () => {
    const asks = {
      file: "clauses/all.yaml",
      find: "{ fact: reader.fines, operator: exists }",
      replace: "{ decision: lending, is: refuse }",
    };
    const circle = {
      file: "decisions.yaml",
      find: 'when: { clause: "2.2", is: unmet }',
      replace: 'when: { clause: "2.1", is: met }',
    };
    expect(problemsAfter([asks, circle])).toEqual([]);
    expect(problemsAfter([asks, circle, anotherVersionOfLending]).map(({ code }) => code)).toEqual(["unknown-outcome"]);
  });
});

describe("the order of revisions", () => {
  const read = (text: string): readonly string[] => {
    const source = parseDocument(text, "procedure.yaml");
    if (!("value" in source)) throw new Error("no document");
    const reporter = new Reporter(["procedure.yaml"]);
    readRevisions({ entry: source.value as Parameters<typeof readRevisions>[0]["entry"], document: source }, reporter);
    return reporter.problems.map(({ code }) => code);
  };
  const entry = (revision: string, effective: string, status: string, until?: string) =>
    `  - { revision: "${revision}", effective: ${effective}, status: ${status}, note: x${until ? `, until: ${until}` : ""}${status === "approved" ? ", approval: { by: x, on: 2019-01-01 }" : ""} }\n`;
  const file = (...entries: string[]) => `revisions:\n${entries.join("")}`;

  it("leaves room between two revisions, and lets one follow on the very day", () => {
    expect(
      read(file(entry("1", "2020-01-01", "approved", "2021-01-01"), entry("2", "2021-01-01", "approved"))),
    ).toEqual([]);
    expect(
      read(file(entry("1", "2020-01-01", "approved", "2021-01-01"), entry("2", "2022-01-01", "approved"))),
    ).toEqual([]);
  });

  it("has no day with two approved revisions", () => {
    expect(
      read(file(entry("1", "2020-01-01", "approved", "2021-01-02"), entry("2", "2021-01-01", "approved"))),
    ).toEqual(["overlapping-revisions"]);
    expect(read(file(entry("1", "2020-01-01", "approved"), entry("2", "2021-01-01", "approved")))).toEqual([
      "overlapping-revisions",
    ]);
  });

  it("lets a draft stand beside a revision without end, for it does not govern", () => {
    expect(read(file(entry("1", "2020-01-01", "approved"), entry("2", "2021-01-01", "draft")))).toEqual([]);
  });

  it("has each revision take effect later, and end after it took effect", () => {
    expect(read(file(entry("1", "2020-01-01", "draft"), entry("2", "2020-01-01", "draft")))).toEqual([
      "revision-order",
    ]);
    expect(read(file(entry("1", "2020-01-01", "draft", "2020-01-01")))).toEqual(["revision-dates"]);
    expect(read(file(entry("1", "2020-01-01", "draft", "2020-01-02")))).toEqual([]);
  });
});
