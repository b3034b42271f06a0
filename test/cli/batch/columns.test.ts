import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineText } from "../../../engine/cli/line-text.ts";
import { command, library } from "../support/command.ts";
import { lentAs } from "../support/library.ts";

interface Row {
  readonly error?: {
    readonly line: number;
    readonly column?: number;
    readonly problems: readonly {
      readonly message?: string;
      readonly remedy?: string;
      readonly place?: { readonly column: number; readonly length: number };
    }[];
  };
}

async function rowsOf(stdin: string, ...args: readonly string[]): Promise<readonly Row[]> {
  const { stdout } = await command(["batch", "--rules", library, ...args], { stdin });
  return stdout
    .trimEnd()
    .split("\n")
    .map((row) => JSON.parse(row) as Row);
}

describe("the column of an error", () => {
  const line = JSON.stringify(lentAs({ facts: { loan: { applied_on: "2020-02-10" }, reader: { age: 30 } } }));

  it.each([
    ["an unknown fact", line.replace('"age"', '"aeg"'), '"aeg"'],
    ["a wrong type", line.replace("30", '"x"'), '"x"'],
    ["no date", line.replace("2020-02-10", "2020-02-30"), '"2020-02-30"'],
    ["an unknown key", line.replace('"case"', '"caes"'), '"caes"'],
    ["a wrong evaluation date", line.replace("2020-03-01", "soon"), '"soon"'],
    ["an unknown revision", line.replace("{", '{"revision":"9",'), '"9"'],
    ["an unknown reading", line.replace("{", '{"readings":{"fines-counted":"x"},'), '"x"}'],
    ["a key given twice", line.replace('"age":30', '"age":30,"age":31'), '"age":31'],
    ["too many digits", line.replace("30", "30.12345678901234567"), "30.123"],
    ["what is no JSON", line.replace(":30", ":x30"), "x30"],
  ])("is that of %s", async (_what, wrong, at) => {
    const [row] = await rowsOf(wrong);
    expect(row?.error?.line).toBe(1);
    expect(wrong.slice((row?.error?.column ?? 0) - 1).slice(0, at.length)).toBe(at);
    const place = row?.error?.problems[0]?.place;
    expect(place?.column).toBe(row?.error?.column);
    expect(Object.keys(place ?? {})).toEqual(["line", "column", "length"]);
  });

  it("has a name in CSV", async () => {
    const text =
      'case,reader.age,loan.applied_on,reader.fines\na,30,2020-02-10,"[{""reason"":""damage"",""amount"":""x""}]"\n';
    const [row] = await rowsOf(`${text}b,ten,2020-02-10,[]\n`, "--input", "csv", "--as-of", "2020-03-01");
    expect(row?.error).toMatchObject({
      line: 2,
      column: 4,
      columnName: "reader.fines",
      problems: [{ column: 4, columnName: "reader.fines" }],
    });
    expect(row?.error?.problems[0]).not.toHaveProperty("place");
  });
});

describe("a cell that should hold JSON", () => {
  it.each([
    ["damage", 1, "a list begins with `[`", "write the list in JSON, `none`"],
    ["  ", 3, "a list is missing here", "write the list in JSON, `none`"],
    ['[{"amount": 1}', 1, "this `[` is never closed", "write `]` after its last entry"],
    ['[{"amount": 1} {"amount": 2}]', 16, "a comma is missing here", "write a comma before it"],
    ['[{"amount": 1,}]', 14, "nothing follows this comma", "take the comma out"],
    ["[{'amount': 1}]", 3, "JSON takes double quotes alone", ""],
    ["[True]", 2, "`True` means nothing in JSON", ""],
    ["[] []", 4, "something follows the list", "take it out: a cell holds one list and nothing else"],
    ["[] {}", 4, "something follows the list", "take it out: a cell holds one list and nothing else"],
  ])("says in words of our own where %s departs from it", async (cell, character, message, remedy) => {
    const text = `loan.applied_on,reader.fines\n2020-02-10,"${cell.replaceAll('"', '""')}"\n`;
    const [row] = await rowsOf(text, "--input", "csv", "--as-of", "2020-03-01");
    expect(row?.error).toMatchObject({
      line: 2,
      column: 2,
      columnName: "reader.fines",
      problems: [{ code: "not-json" }],
    });
    const [problem] = row?.error?.problems ?? [];
    expect(problem?.message).toBe(`the cell is not JSON at character ${character}: ${message}`);
    expect(problem?.remedy?.startsWith(remedy)).toBe(true);
  });

  it("is told nothing that JSON.parse says", async () => {
    const cells = fc.sample(fc.string({ unit: "grapheme-ascii" }), 300).filter((cell) => !/^[ ]*$/.test(cell));
    const text = `loan.applied_on,reader.fines\n${cells.map((cell) => `2020-02-10,"[${cell.replaceAll('"', '""')}"\n`).join("")}`;
    const rows = await rowsOf(text, "--input", "csv", "--as-of", "2020-03-01");
    const messages = rows.flatMap(({ error }) => error?.problems.map(({ message }) => message) ?? []);
    expect(messages.length).toBeGreaterThan(200);
    for (const message of messages) expect(message).not.toMatch(/Unexpected|JSON input|at position/);
  });
});

describe("the text of a line", () => {
  it("knows where every key and value stands", () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ depthSize: "small" }, word, fc.integer(), fc.boolean(), tie("list"), tie("block")),
      list: fc.array(tie("tree"), { maxLength: 3 }),
      block: fc.dictionary(word, tie("tree"), { maxKeys: 4 }),
    }));
    fc.assert(
      fc.property(fc.dictionary(word, tree, { minKeys: 1, maxKeys: 4 }), fc.boolean(), (value, isSpaced) => {
        const text = isSpaced ? JSON.stringify(value, null, 1).replaceAll("\n", "") : JSON.stringify(value);
        const parsed: unknown = JSON.parse(text);
        if (typeof parsed !== "object" || parsed === null) throw new Error("a block is an object");
        const { locate } = new LineText(text, { file: "cases", number: 3 }, parsed);
        const at = (container: object, key: string | number, part: "key" | "value"): string => {
          const place = locate(container, key, part);
          expect(place?.line).toBe(3);
          return text.slice((place?.column ?? 0) - 1);
        };
        const visit = (container: unknown): void => {
          if (typeof container !== "object" || container === null) return;
          for (const [name, part] of Object.entries(container)) {
            const key = Array.isArray(container) ? Number(name) : name;
            const bare = at(container, key, "value").replaceAll(" ", "");
            expect(bare.startsWith(JSON.stringify(part))).toBe(true);
            if (typeof key === "string") expect(at(container, key, "key").startsWith(JSON.stringify(key))).toBe(true);
            visit(part);
          }
        };
        visit(parsed);
      }),
      { numRuns: 500 },
    );
  });
});
