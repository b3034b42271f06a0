import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RecordFile } from "../../engine/language/record.ts";
import { canonicalJson } from "../../engine/procedure/digest.ts";
import { readRecord, recordLimits } from "../../engine/records/read.ts";
import { recordText, sealed } from "../../engine/records/record.ts";
import { codes, lent, library, recorded, recordIn, replayed } from "./world.ts";

const text = recorded(library, lent).toString();
const facts = '"facts":{';

/** The record with something more among its facts, the seal left as it is. */
function withFact(written: string): Buffer {
  return Buffer.from(text.replace(facts, () => `${facts}${written},`));
}

/** The record with other facts and a seal that holds. */
function resealed(other: Record<string, unknown>): Buffer {
  const { seal: _, ...record } = recordIn(library, lent);
  return Buffer.from(recordText(sealed({ ...record, input: { ...record.input, facts: other } })));
}

const nested = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`;

describe("files that are no record", () => {
  it.each<readonly [string, Buffer, string]>([
    ["nothing", Buffer.from(""), "not-json"],
    ["spaces", Buffer.from(" \n"), "not-json"],
    ["half a record", Buffer.from(text.slice(0, 500)), "not-json"],
    ["two records", Buffer.from(text + text), "not-json"],
    ["a list", Buffer.from("[1]"), "not-a-record"],
    ["null", Buffer.from("null"), "not-a-record"],
    ["a text", Buffer.from('"record"'), "not-a-record"],
    ["another file in JSON", Buffer.from('{"name":"x"}'), "not-a-record"],
    ["bytes that are no text", Buffer.from([0x7b, 0xff, 0x7d]), "not-text"],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]), "not-text"],
    ["UTF-16", Buffer.from(`\ufeff${text}`, "utf16le"), "not-text"],
    ["half a million brackets", Buffer.from("[".repeat(500_000)), "too-deep"],
    ["facts nested half a million deep", withFact(`"a":${nested(500_000)}`), "too-deep"],
    ["facts nested too deep in blocks", withFact(`"a":${'{"a":'.repeat(80)}1${"}".repeat(80)}`), "too-deep"],
    ["more than is read", Buffer.alloc(recordLimits.maxBytes + 1, 32), "file-too-large"],
    ["a record of another form", Buffer.from(text.replace('"record":1', '"record":2').replace(/,"seal":.*/, "}")), ""],
  ])("%s", async (_what, bytes, code) => {
    const { verdict, problems } = await replayed(library, bytes);
    expect(verdict).toBe("unreadable");
    if (code !== "") expect(problems.map((problem) => problem.code)).toEqual([code]);
    for (const { message, remedy } of problems) expect(`${message}${remedy}`).not.toMatch(/undefined|\n/);
  });
});

describe("records with content that programs stumble over", () => {
  it.each<readonly [string, Buffer]>([
    ["a prototype", withFact('"__proto__":{"x":1}')],
    ["a constructor", withFact('"constructor":{"prototype":{}}')],
    ["a number beyond all numbers", withFact('"a":1e999')],
    ["a number of many digits", withFact('"a":0.1000000000000000055511151231257827')],
    ["a key twice", withFact('"reader":{}')],
    ["half a character", withFact('"a":"\\ud800"')],
    ["a zero", withFact('"a":"\\u0000"')],
    ["a control of the terminal", withFact('"a\\u001b[31m":1')],
    ["half a megabyte of text", withFact(`"a":"${"x".repeat(500_000)}"`)],
    ["fifty thousand facts", withFact(Array.from({ length: 50_000 }, (_, at) => `"a${at}":1`).join())],
  ])("%s, the seal broken", async (_what, bytes) => {
    const found = await replayed(library, bytes);
    expect(found.verdict).toBe("differs");
    expect(codes(found)[0]).toBe("tampered");
  });

  it.each<readonly [string, Record<string, unknown>]>([
    ["a prototype", JSON.parse('{"__proto__":{"x":1}}')],
    ["half a character", { reader: "\ud800" }],
    ["a list where a block belongs", { reader: [] }],
    ["a number out of bounds", { reader: { age: 1e300 } }],
    ["a date out of the calendar", { loan: { applied_on: "2019-02-29" } }],
  ])("%s, sealed by whoever wrote it", async (_what, other) => {
    const found = await replayed(library, resealed(other));
    expect(found.verdict).toBe("differs");
    expect(codes(found)).toContain("refused");
  });

  it("are not taken for one another: a key that reaches into the program is content like any other", () => {
    expect(canonicalJson(JSON.parse('{"__proto__":{"x":1},"a":2}'))).toBe('{"__proto__":{"x":1},"a":2}');
    const read = readRecord(withFact('"__proto__":{"x":1}'), "the.json");
    expect(read).toMatchObject({ isSealed: false });
    expect(Reflect.get({}, "x")).toBeUndefined();
  });
});

/** What is put in the place of something in a record. */
const replacements = fc.constantFrom<unknown>(
  undefined,
  null,
  true,
  0,
  -1,
  1e300,
  "",
  "x",
  "9.9",
  "2020-02-30",
  "2020-02-11",
  "approved",
  [],
  [null],
  {},
  JSON.parse('{"__proto__":1}'),
);

/** Every place in a value: the keys that lead there. */
function places(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  const inside = Object.entries(value).flatMap(([key, part]) => places(part, [...path, key]));
  return path.length === 0 ? inside : [path, ...inside];
}

function replace(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((part, at) => (String(at) === key ? replace(part, rest, by) : part));
  return { ...Object(value), [key]: replace(Reflect.get(Object(value), key), rest, by) };
}

describe("a record with anything in it replaced, and sealed anew", () => {
  const { seal: _, ...record } = recordIn(library, lent);
  const all = places(record);

  it("is a difference or a problem wherever it is recomputed, and never a crash", async () => {
    const verdicts = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.noBias(fc.nat(all.length - 1)), replacements, async (at, by) => {
        const path = all[at] ?? [];
        const made = replace(record, path, by);
        // What is sealed here need not be a record: that is what is tried.
        const bytes = Buffer.from(recordText(sealed(made as RecordFile)));
        const { verdict, reasons, problems } = await replayed(library, bytes);
        verdicts.add(verdict);
        if (verdict === "differs") expect(reasons.length).toBeGreaterThan(0);
        if (verdict === "unreadable") expect(problems.length).toBeGreaterThan(0);
        const isSame = canonicalJson(made) === canonicalJson(record);
        const isRecomputed = !["input", "engine", "revisions"].includes(path[0] ?? "");
        if (isRecomputed && !isSame) expect([path, by, verdict]).not.toEqual([path, by, "identical"]);
      }),
      { numRuns: 1500 },
    );
    expect(verdicts).toEqual(new Set(["identical", "differs", "unreadable"]));
  });
});
