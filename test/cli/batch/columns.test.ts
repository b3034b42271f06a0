import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnOfSyntaxError, JsonColumns } from "../../../engine/cli/batch/json-columns.ts";
import { command, library } from "../support/command.ts";
import { lentAs } from "../support/library.ts";

interface Row {
  readonly error?: {
    readonly line: number;
    readonly column?: number;
    readonly problems: readonly { readonly code: string; readonly column?: number; readonly columnName?: string }[];
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
    ["an unknown reading", line.replace("{", '{"readings":{"fines-counted":"x"},'), '{"fines-counted"'],
    ["a key given twice", line.replace('"age":30', '"age":30,"age":31'), '"age":31'],
    ["too many digits", line.replace("30", "30.12345678901234567"), "30.123"],
    ["what is no JSON", line.replace(":30", ":x30"), "x30"],
  ])("is that of %s", async (_what, wrong, at) => {
    const [row] = await rowsOf(wrong);
    expect(row?.error?.line).toBe(1);
    expect(wrong.slice((row?.error?.column ?? 0) - 1).slice(0, at.length)).toBe(at);
    expect(row?.error?.problems[0]?.column).toBe(row?.error?.column);
  });

  it("has a name in CSV", async () => {
    const text =
      'case,reader.age,loan.applied_on,reader.fines\na,30,2020-02-10,"[{""reason"":""damage"",""amount"":""x""}]"\n';
    const [row] = await rowsOf(`${text}b,ten,2020-02-10,[]\n`, "--input", "csv", "--as-of", "2020-03-01");
    expect(row?.error).toMatchObject({ line: 2, column: 4, problems: [{ column: 4, columnName: "reader.fines" }] });
  });
});

describe("JSON gone through by hand", () => {
  it("is JSON wherever JSON.parse says so", () => {
    const damaged = fc
      .tuple(
        fc.json(),
        fc.nat(40),
        fc.constantFrom("", '"', "{", "}", "[", "]", ",", ":", "\\", "0", "-", "e", "\n", "\u0001", "t"),
      )
      .map(([json, at, sign]) => json.slice(0, at) + sign + json.slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(fc.json(), damaged, fc.string()), (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect([text, columnOfSyntaxError(text) === undefined]).toEqual([text, isJson]);
      }),
      { numRuns: 3000 },
    );
  });

  it("finds every key and value where it stands", () => {
    fc.assert(
      fc.property(fc.object({ maxDepth: 3 }), fc.nat(2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const parsed: unknown = JSON.parse(text);
        const columns = new JsonColumns(text, parsed);
        const visit = (container: unknown): void => {
          if (typeof container !== "object" || container === null) return;
          for (const [name, part] of Object.entries(container)) {
            const key = Array.isArray(container) ? Number(name) : name;
            const at = columns.of(container, key, "value") ?? 0;
            expect(
              text
                .slice(at - 1)
                .replaceAll(/\s/g, "")
                .startsWith(JSON.stringify(part).replaceAll(/\s/g, "")),
            ).toBe(true);
            const keyAt = columns.of(container, key, "key") ?? 0;
            if (typeof key === "string") expect(text.slice(keyAt - 1).startsWith(JSON.stringify(key))).toBe(true);
            visit(part);
          }
        };
        visit(parsed);
      }),
      { numRuns: 500 },
    );
  });
});
