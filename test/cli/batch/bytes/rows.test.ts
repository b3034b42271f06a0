import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ByteRows } from "../../../../engine/cli/batch/bytes/byte-rows.ts";
import { RowBytes } from "../../../../engine/cli/batch/bytes/row-bytes.ts";
import { Scan } from "../../../../engine/cli/batch/bytes/scan.ts";
import { Rows } from "../../../../engine/cli/batch/rows.ts";
import type { Settings } from "../../../../engine/cli/batch/settings.ts";
import { loadProcedure } from "../../../../engine/index.ts";
import { completeCase, factIds, switchableReadings } from "../../../oracle/generate.ts";
import { library } from "../../support/command.ts";

const settings: Settings = {
  asOf: "2020-06-30",
  only: "decisions",
  input: "ndjson",
  format: "ndjson",
  delimiter: ",",
  columns: [],
  crossCheck: 0,
  thinsOut: false,
  summary: false,
  compress: false,
};
const procedures = { shipped: loadProcedure(), library: loadProcedure(library) };
type Name = keyof typeof procedures;

/** The rows for some bytes. Whoever counts outcomes makes every row thoroughly, and they must be the same. */
async function rowsFor(name: Name, bytes: Buffer, changes: Partial<Settings> = {}) {
  const rows = await Rows.of(procedures[name], { ...settings, ...changes });
  const chunk = { line: 1, lines: 1, size: bytes.length, digest: undefined, isFirst: true, ended: true };
  const { bytes: made, tally } = await rows.of({ ...chunk, bytes: new Uint8Array(bytes) });
  const { rows: count, failed, undated, errors } = tally;
  return { text: Buffer.from(made).toString(), count, failed, undated, errors };
}

async function expectSame(name: Name, bytes: Buffer): Promise<void> {
  expect(await rowsFor(name, bytes)).toEqual(await rowsFor(name, bytes, { summary: true }));
}

/** Whether the row for a line is made straight of its bytes. */
function isQuick(name: Name, line: string): boolean {
  const rows = new ByteRows(procedures[name], 18_000);
  return rows.write(new Scan(Buffer.from(line)), new RowBytes()) !== undefined;
}

const caseName = fc.oneof(fc.constant("a case"), fc.string({ unit: "binary" }));
const spaces = fc.constantFrom("", "", " ", "  ", "\t");

/** Facts with all dots in their keys, or nested by them. */
function nested(flat: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const groups: Record<string, Record<string, unknown>> = {};
  for (const [id, value] of Object.entries(flat)) {
    const [group = "", key = ""] = id.split(".");
    groups[group] = { ...groups[group], [key]: value };
  }
  return groups;
}

/** JSON with spaces where it may have some. */
function spaced(value: unknown, space: string): string {
  if (Array.isArray(value)) return `[${space}${value.map((each) => spaced(each, space)).join(`,${space}`)}${space}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}:${space}${spaced(each, space)}`);
  return `{${parts.join(`,${space}`)}${space}}`;
}

const readings = fc.dictionary(
  fc.constantFrom(...Object.keys(switchableReadings), "rounding", "__proto__"),
  fc.constantFrom(...Object.values(switchableReadings).flat(), "x"),
  { maxKeys: 4 },
);

/** Lines of the shipped procedure, most of them with nothing wrong. */
const shippedLine = fc
  .record({
    kase: completeCase,
    name: fc.option(caseName, { nil: undefined }),
    left: fc.subarray([...factIds]),
    isPartial: fc.boolean(),
    isNested: fc.boolean(),
    isShuffled: fc.boolean(),
    readings: fc.option(readings, { nil: undefined }),
    hasDate: fc.boolean(),
    more: fc.constantFrom({}, {}, { title: "A title" }, { revision: "1.0" }, { expect: {} }, { revision: "9" }),
    space: spaces,
    end: fc.constantFrom("", "", " ", "\r", " x"),
  })
  .map(({ kase, name, left, isPartial, isNested, isShuffled, hasDate, more, space, end, ...rest }) => {
    const ids = new Set<string>(left);
    const known = Object.entries(kase.facts).filter(([id]) => !isPartial || ids.has(id));
    const facts = Object.fromEntries(isShuffled ? known.reverse() : known);
    const input = {
      ...(name === undefined ? {} : { case: name }),
      ...(hasDate ? { asOf: kase.asOf } : {}),
      ...(rest.readings === undefined ? {} : { readings: rest.readings }),
      ...more,
      facts: isNested ? nested(facts) : facts,
    };
    return spaced(isShuffled ? Object.fromEntries(Object.entries(input).reverse()) : input, space) + end;
  });

const date = fc.constantFrom(
  ...["2020-01-01", "2020-02-10", "2021-01-01", "2022-06-30", "2022-07-01", "2023-06-30", "2023-07-01", "1800-01-01"],
);
const fine = fc.record(
  {
    reason: fc.constantFrom("late", "late", "damage", "damage", "fire"),
    amount: fc.oneof(fc.constantFrom(0, -0, 2.5, 0.1, 19.99, 1e9), fc.integer({ min: 0 }), fc.double()),
  },
  { requiredKeys: [] },
);

/** Lines of a procedure with several revisions. */
const libraryLine = fc
  .record(
    {
      case: caseName,
      asOf: date,
      facts: fc.record({
        loan: fc.record(
          { applied_on: fc.option(date), returned_on: fc.option(date) },
          { requiredKeys: ["applied_on"] },
        ),
        reader: fc.record(
          {
            age: fc.oneof(fc.integer({ min: -1, max: 151 }), fc.constantFrom(7, 11, 12, 7.5)),
            guardian_agrees: fc.oneof(fc.boolean(), fc.boolean(), fc.constant(null)),
            fines: fc.option(fc.array(fine, { maxLength: 3 })),
          },
          { requiredKeys: [] },
        ),
      }),
      readings: fc.constantFrom({}, {}, { "fines-counted": "late_only" }, { "fines-counted": "x" }),
    },
    { requiredKeys: ["facts"] },
  )
  .map((each) => JSON.stringify(each));

/** What JSON takes in silence, what it refuses, and what is no text. */
const slips = fc.constantFrom(
  ...['"', "\\", ",", ":", "{", "}", "[", "]", "\n", "\r", "\t", " ", "0", "1e2", "-0", "null", "true", "\u0001", "é"],
  ...['"case":"x",', '"facts":{},', '"asOf":"2020-02-30",', '"reader":{},', "12345678901234567890", ".5", "\\u0061"],
);

/** Bytes of some lines that are damaged in places. */
const damaged = (line: fc.Arbitrary<string>) =>
  fc
    .tuple(
      fc.array(fc.oneof({ weight: 8, arbitrary: line }, { weight: 1, arbitrary: fc.string() }), { maxLength: 4 }),
      fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(3), slips), { maxLength: 3 }),
      fc.constantFrom("", "", "\ufeff"),
      fc.constantFrom("\n", "\n", "\r\n", "\n\n", ""),
      fc.option(fc.tuple(fc.nat(), fc.constantFrom(0x80, 0xff, 0xc3)), { freq: 12, nil: undefined }),
    )
    .map(([lines, places, mark, end, raw]) => {
      let text = mark + lines.map((each) => each + end).join("");
      for (const [share, cut, slip] of places) {
        const at = Math.floor(share * text.length);
        text = text.slice(0, at) + slip + text.slice(at + cut);
      }
      const bytes = Buffer.from(text);
      if (raw !== undefined && bytes.length > 0) bytes[raw[0] % bytes.length] = raw[1];
      return bytes;
    });

describe("rows that are made straight of bytes", () => {
  it("are those that are made thoroughly, for lines with and without mistakes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(shippedLine, { maxLength: 4 }), (lines) =>
        expectSame("shipped", Buffer.from(lines.map((line) => `${line}\n`).join(""))),
      ),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(libraryLine, { maxLength: 4 }), (lines) =>
        expectSame("library", Buffer.from(lines.map((line) => `${line}\n`).join(""))),
      ),
      { numRuns: 500 },
    );
  });

  it("are those that are made thoroughly, for damaged bytes", async () => {
    await fc.assert(
      fc.asyncProperty(damaged(shippedLine), (bytes) => expectSame("shipped", bytes)),
      { numRuns: 400 },
    );
    await fc.assert(
      fc.asyncProperty(damaged(libraryLine), (bytes) => expectSame("library", bytes)),
      { numRuns: 1500 },
    );
  });

  it("are most of those for ordinary lines", () => {
    const lines = fc
      .sample(completeCase, 200)
      .flatMap(({ asOf, facts }, at) => [
        JSON.stringify({ case: `case ${at}`, asOf, facts }),
        spaced({ asOf, facts: nested(facts), readings: switchableReadings }, " "),
      ]);
    expect(lines.filter((line) => isQuick("shipped", `${line}\n`)).length).toBeGreaterThan(0.9 * lines.length);
    const inLibrary = fc.sample(libraryLine, 300).filter((line) => isQuick("library", `${line}\n`));
    expect(inLibrary.length).toBeGreaterThan(30);
  });

  it("are left to others for what may be wrong", () => {
    const facts = '"facts":{"loan":{"applied_on":"2020-02-10"},"reader":{"age":30,"fines":[]}}';
    const good = [
      `{${facts}}\n`,
      `{"case":"é","asOf":"2020-03-01",${facts}} \r\n`,
      `{ "readings" : {}, ${facts} }\n`.replace(" :", ":"),
      `{"facts":{"loan.applied_on":"2022-07-01","reader.fines":null}}\n`,
      `{"title":"x","readings":{"fines-counted":"late_only"},${facts}}\n`,
    ];
    for (const line of good) expect([line, isQuick("library", line)]).toEqual([line, true]);
    const others = [
      "\n",
      "{}\n",
      `{${facts}}`,
      `{${facts}}x\n`,
      `{${facts},${facts}}\n`,
      `{"case":"a","case":"b",${facts}}\n`,
      `{"case":"\\n",${facts}}\n`,
      `{"case":1,${facts}}\n`,
      `{"asOf":"2020-02-30",${facts}}\n`,
      `{"revision":"1.0",${facts}}\n`,
      `{"facts":{}}\n`,
      `{"facts":{"loan":{"applied_on":"2020-02-10"},"loan":{}}}\n`,
      `{"facts":{"loan":{"applied_on":"2020-02-10"},"loan.applied_on":"2020-02-10"}}\n`,
      `{"facts":{"loan":{"applied_on":"2020-02-10","applied_on":null}}}\n`,
      `{"facts":{"loan":{"applied_on":"2019-02-10"}}}\n`,
      `{"facts":{"loan":{"applied_on":"2020-02-10","returned_on":"2020-02-01"}}}\n`,
      `{"facts":{"loan":{"applied_on":"2020-02-10"},"reader":{"fines":[{"amount":1,"amount":2}]}}}\n`,
      `{"facts":{"loan":{"applied_on":"2020-02-10"},"reader":{"fines":[{"amount":1.0000001}]}}}\n`,
      `{"readings":{"fines-counted":"x"},${facts}}\n`,
      `{"readings":{"fines-counted":"late_only","fines-counted":"late_only"},${facts}}\n`,
    ];
    for (const line of others) expect([line, isQuick("library", line)]).toEqual([line, false]);
  });

  it("have the readings of their own line alone", async () => {
    const fined =
      '"facts":{"loan":{"applied_on":"2020-02-10"},"reader":{"age":30,"fines":[{"reason":"damage","amount":50}]}}';
    const lines = [`{${fined}}`, `{"readings":{"fines-counted":"late_only"},${fined}}`, `{${fined}}`];
    const { text } = await rowsFor("library", Buffer.from(lines.map((line) => `${line}\n`).join("")));
    const rows = text.trimEnd().split("\n");
    expect(rows.map((row) => JSON.parse(row).decisions.lending.outcome)).toEqual(["refuse", "lend", "refuse"]);
  });
});

describe("a row on which the two ways differ", () => {
  afterEach(() => vi.restoreAllMocks());

  it("is an error, where the second engine looks at it", async () => {
    vi.spyOn(ByteRows.prototype, "text").mockReturnValue("another row\n");
    const line = Buffer.from('{"case":"a","facts":{"loan":{"applied_on":"2020-02-10"}}}\n');
    const { text, failed } = await rowsFor("library", line, { crossCheck: 1 });
    expect([JSON.parse(text).error.problems[0].code, failed]).toEqual(["internal-error", 1]);
    vi.restoreAllMocks();
    expect((await rowsFor("library", line, { crossCheck: 1 })).failed).toBe(0);
  });
});
