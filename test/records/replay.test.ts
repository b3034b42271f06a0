import { describe, expect, it } from "vitest";
import { loadRules, type Rules } from "../../engine/cli/rules.ts";
import type { RecordFile } from "../../engine/language/record.ts";
import { recordText, sealed } from "../../engine/records/record.ts";
import { Replayer } from "../../engine/records/replay.ts";
import { ProblemsError } from "../../engine/source/problem.ts";
import { Copies, change, seal } from "../support/sealed.ts";
import { codes, engine, fields, lent, library, recorded, recordIn, replayed } from "./world.ts";

const copies = new Copies();

/** The library with something in it replaced. */
function libraryWith(file: string, from: string, to: string): Rules {
  const copy = copies.of("fixtures/procedures/library");
  change(copy, file, from, to);
  return loadRules(copy);
}

/** The bytes of a record with a text replaced, the seal left as it is. */
function tampered(from: string, to: string): Buffer {
  const text = recorded(library, lent).toString();
  expect(text.split(from).length).toBeGreaterThan(1);
  return Buffer.from(text.replace(from, () => to));
}

/** The bytes of a record that was changed by someone who then made a seal for it. */
function forged(make: (record: RecordFile) => Partial<RecordFile>): Buffer {
  const record = recordIn(library, lent);
  const { seal: _, ...changed } = { ...record, ...make(record) };
  return Buffer.from(recordText(sealed(changed)));
}

describe("a record that was changed", () => {
  it("tells the field in the result that was changed, and what was sealed", async () => {
    const found = await replayed(library, tampered('"outcome":"lend"', '"outcome":"refuse"'));
    expect([found.verdict, codes(found)]).toEqual(["differs", ["tampered"]]);
    expect(found.differences).toEqual([
      { path: ["result", "decisions", "lending", "outcome"], recorded: "refuse", recomputed: "lend" },
    ]);
  });

  it.each([
    ['"engine":"1.2.3"', '"engine":"1.2.4"', "engine"],
    ['"input":{"asOf":"2020-03-01"', '"input":{"asOf":"2020-03-02"', "input.asOf"],
    ['"case":"lent"', '"case":"sent"', "input.case"],
    ['"status":"approved"', '"status":"draft"', "revisions"],
    [',"revision":"1.0","revisions"', ',"revision":"7.0","revisions"', "revision"],
    ['"procedure":"library_card"', '"procedure":"library_care"', "procedure"],
  ])("tells that %s became %s", async (from, to, field) => {
    const found = await replayed(library, tampered(from, to));
    expect(codes(found)).toEqual(["tampered"]);
    expect(fields(found).join()).toContain(field);
    expect(found.reasons[0]?.message).toContain("it was sealed with what its input comes to");
  });

  it("tells which digest was changed", async () => {
    const record = recordIn(library, lent);
    const zero = `sha256:${"0".repeat(64)}`;
    const clauses = { ...record.parts.clauses, 2.1: zero };
    for (const [changed, field] of [
      [{ ...record, digest: zero }, "digest"],
      [{ ...record, parts: { ...record.parts, clauses } }, "parts.clauses.2.1"],
    ] as const) {
      const found = await replayed(library, Buffer.from(recordText(changed)));
      expect([codes(found), fields(found)]).toEqual([["tampered"], [field]]);
    }
  });

  it("tells what changed facts come to, though not what they were", async () => {
    const found = await replayed(library, tampered('"applied_on":"2020-02-10"', '"applied_on":"2020-02-11"'));
    expect(codes(found)).toEqual(["tampered"]);
    expect(found.reasons[0]?.message).toContain("its input may be what was changed");
    expect(fields(found)).toContain("result.obligations.return_book.due");
  });

  it("tells why a changed case is refused", async () => {
    const found = await replayed(library, tampered('"reader":{"age":30', '"reader":{"ago":30'));
    expect(codes(found)).toEqual(["tampered", "refused"]);
    expect(found.reasons[1]?.message).toContain("reader.ago");
  });

  it("tells that the seal alone was changed", async () => {
    const { seal: own } = recordIn(library, lent);
    const other = own.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
    const found = await replayed(library, tampered(own, other));
    expect([codes(found), fields(found)]).toEqual([["tampered"], []]);
    expect(found.reasons[0]?.message).toContain("the seal alone was changed");
  });

  it.each([
    ["a space", '"asOf":', '"asOf": '],
    ["a key twice, of which JSON keeps the last", '"record":1', '"record":2,"record":1'],
    ["a number written otherwise", '"age":30', '"age":3e1'],
    ["a letter written otherwise", '"lent"', '"\\u006cent"'],
    ["another order of keys", '"record":1,"result"', '"result"'],
    ["no line break at the end", "}\n", "}"],
    ["Windows' line break", "}\n", "}\r\n"],
    ["a byte order mark", "{", "\ufeff{"],
  ])("is not taken for the one that was written, with %s", async (_what, from, to) => {
    const found = await replayed(library, tampered(from, to));
    expect(found.verdict).not.toBe("identical");
    if (found.verdict === "differs") expect(codes(found)).toEqual(["tampered"]);
  });

  it("says what keeps it from being a record any more", async () => {
    const found = await replayed(library, tampered('"revisions":', '"revisionz":'));
    expect([found.verdict, codes(found), found.record]).toEqual(["differs", ["tampered"], undefined]);
    expect(found.problems.map(({ nearest }) => nearest)).toContain("revisions");
  });

  it.each<readonly [string, (record: RecordFile) => Partial<RecordFile>]>([
    ["another revision", () => ({ revision: "2.0" })],
    ["another digest", ({ digest }) => ({ digest: digest.replace(/.$/, "0").replace(/.$/, "1") })],
    ["other parts", ({ parts }) => ({ parts: { ...parts, clauses: {} } })],
    ["other revisions", ({ revisions }) => ({ revisions: revisions.slice(1) })],
  ])("contradicts itself with %s, though its seal holds", async (_what, make) => {
    const found = await replayed(library, forged(make));
    expect([found.verdict, codes(found)]).toEqual(["differs", ["tampered"]]);
    expect(found.reasons[0]?.message).toContain("contradicts itself");
  });

  it("comes to something else where its result was changed and sealed anew", async () => {
    const found = await replayed(
      library,
      forged(({ result }) => ({ result: { ...result, decisions: {} } })),
    );
    expect([codes(found), fields(found)]).toEqual([
      ["unexplained"],
      expect.arrayContaining(["result.decisions.lending"]),
    ]);
  });
});

describe("rules that were changed", () => {
  it("are named by their parts, with what comes out otherwise", async () => {
    const bytes = recorded(library, lent);
    const found = await replayed(libraryWith("clauses/all.yaml", "days: 28 }", "days: 21 }"), bytes);
    expect([found.verdict, codes(found)]).toEqual(["differs", ["rules-changed"]]);
    expect(found.reasons[0]?.parts).toEqual([expect.stringMatching(/^clause \S+ was changed$/)]);
    expect(fields(found)).toContain("result.obligations.return_book.due");
    expect(fields(found)).not.toContain("result.digest");
  });

  it("may be those of a revision that might have governed, and so has a say in what is open", async () => {
    const open = { asOf: "2020-03-01", facts: { reader: { age: 13, guardian_agrees: false, fines: [] } } };
    const bytes = recorded(library, open);
    expect(JSON.parse(bytes.toString()).result.decisions.lending.outcome).toBeNull();
    const found = await replayed(libraryWith("clauses/all.yaml", "value: 12 }", "value: 14 }"), bytes);
    expect([found.verdict, codes(found)]).toEqual(["differs", ["rules-changed"]]);
    expect(found.reasons[0]?.message).toContain("revision 2.0, which might have governed");
    expect(fields(found)).toContain("result.decisions.lending.outcome");
  });

  it("are a difference where they only say the same in other words", async () => {
    const worded = libraryWith(
      "clauses/all.yaml",
      "A book is back within 28 days.",
      "A book comes back within 28 days.",
    );
    const found = await replayed(worded, recorded(library, lent));
    expect([found.verdict, codes(found), fields(found)]).toEqual(["differs", ["rules-changed"], []]);
    expect(found.notes).toEqual(["apart from the digest, the result is the same"]);
  });

  it("may be of another procedure, or have no such revision", async () => {
    const bytes = recorded(library, lent);
    expect(codes(await replayed(loadRules("rules/secor"), bytes))).toEqual(["other-procedure"]);
    const shipped = loadRules("rules/secor");
    const draft = recorded(loadRules("fixtures/drafts/twelve-people"), {
      asOf: "2022-02-01",
      revision: "1.1",
      facts: {},
    });
    const found = await replayed(shipped, draft);
    expect([found.verdict, codes(found)]).toEqual(["differs", ["revision-missing"]]);
    expect(found.reasons[0]?.message).toContain("there is 1.0");
  });

  it("may have approved since what was a draft, and that is said", async () => {
    const copy = copies.of("fixtures/drafts/twelve-people");
    const bytes = recorded(loadRules(copy), { asOf: "2022-02-01", revision: "1.1", facts: {} });
    seal(copy, "1.1");
    const found = await replayed(loadRules(copy), bytes);
    expect([found.verdict, found.reasons]).toEqual(["identical", []]);
    expect(found.notes.join()).toContain("revision 1.1 was a draft then, and is approved now");
  });

  it("may let a later revision govern, and that is said", async () => {
    const copy = copies.of("fixtures/procedures/library");
    const facts = { ...lent.facts, loan: { applied_on: "2024-06-01", returned_on: null } };
    change(copy, "procedure.yaml", "    until: 2023-07-01\n", "");
    const before = loadRules(copy);
    const governed = recorded(before, { asOf: "2024-06-02", facts });
    const open = recorded(before, { asOf: "2024-06-02", facts: { reader: { age: 30, fines: [] } } });
    seal(copy, "3.0");
    const later = loadRules(copy);
    const found = await replayed(later, governed);
    expect([found.verdict, found.reasons]).toEqual(["identical", []]);
    expect(found.notes.join()).toContain("revision 3.0 decides this case");
    expect(await replayed(later, open)).toMatchObject({ verdict: "identical" });
    const now = JSON.parse(recorded(later, { asOf: "2024-06-02", facts: {} }).toString());
    expect(now.revisions).toHaveLength(JSON.parse(open.toString()).revisions.length + 1);
  });
});

describe("another version of the engine", () => {
  it("that comes to the same is a note", async () => {
    const found = await replayed(library, recorded(library, lent), "9.0.0");
    expect([found.verdict, found.reasons]).toEqual(["identical", []]);
    expect(found.notes).toEqual([`made by version ${engine} of the engine; version 9.0.0 comes to the same`]);
  });

  it("that comes to something else is the reason, with every field", async () => {
    const bytes = forged(({ result }) => ({ engine: "1.0.0", result: { ...result, derived: { "reader.owed": 7 } } }));
    const found = await replayed(library, bytes);
    expect(codes(found)).toEqual(["engine-changed"]);
    expect(found.differences).toContainEqual({
      path: ["result", "derived", "reader.owed"],
      recorded: 7,
      recomputed: 0,
    });
  });

  it("may put a warning into other words", async () => {
    const planned = { ...lent, facts: { ...lent.facts, loan: { applied_on: "2020-03-02", returned_on: null } } };
    const record = recordIn(library, planned, "1.0.0");
    const { warnings } = record.result as { readonly warnings: readonly object[] };
    expect(warnings.length).toBeGreaterThan(0);
    const { seal: _, ...rest } = record;
    const reworded = warnings.map((warning) => ({ ...warning, message: "In the words of then." }));
    const bytes = (result: Record<string, unknown>, by: string): Buffer =>
      Buffer.from(recordText(sealed({ ...rest, engine: by, result })));
    const result = { ...record.result, warnings: reworded };
    expect(await replayed(library, bytes(result, "1.0.0"))).toMatchObject({ verdict: "identical" });
    expect(codes(await replayed(library, bytes(result, engine)))).toEqual(["unexplained"]);
    const recoded = { ...result, warnings: reworded.map((warning) => ({ ...warning, code: "other" })) };
    expect(codes(await replayed(library, bytes(recoded, "1.0.0")))).toEqual(["engine-changed"]);
  });

  it("is not asked where the two engines disagree", async () => {
    const confirm = async (): Promise<void> => {
      throw new ProblemsError([{ code: "engines-disagree", severity: "error", message: "they differ", remedy: "-" }]);
    };
    const found = await new Replayer({ rules: library, engine, confirm }).replay("the.json", recorded(library, lent));
    expect([found.verdict, codes(found)]).toEqual(["differs", ["engines-disagree"]]);
  });
});
