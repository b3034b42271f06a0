import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCase, factIds } from "../../oracle/generate.ts";
import { command, file, library, temporaryDirectory, type World } from "../support/command.ts";

const directory = temporaryDirectory();
const date = ["--as-of", "2020-03-01"];

/** Runs a batch of cases in CSV by the small procedure. */
function batch(stdin: NonNullable<World["stdin"]>, ...args: readonly string[]) {
  return command(["batch", "--rules", library, "--input", "csv", ...date, ...args], { stdin });
}

interface Row {
  readonly case?: string;
  readonly decisions?: Readonly<Record<string, { readonly outcome: string | null }>>;
  readonly error?: {
    readonly line: number;
    readonly column?: number;
    readonly case?: string;
    readonly problems: readonly { readonly code: string; readonly columnName?: string; readonly message: string }[];
  };
}

function rowsOf({ stdout }: { readonly stdout: string }): readonly Row[] {
  return stdout
    .split("\n")
    .slice(0, -1)
    .map((row) => JSON.parse(row) as Row);
}

function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A fact as a cell. */
function cellOf(value: unknown): string {
  if (value === undefined) return "";
  if (value === null) return "none";
  return typeof value === "string" ? value : JSON.stringify(value);
}

describe("cases in CSV", () => {
  it("are decided as the same cases in NDJSON, whatever their names and the delimiter", async () => {
    const name = fc.string({
      unit: fc.constantFrom("a", "é", '"', ",", ";", "\t", "\n", "\r\n", "=", "'", " "),
      maxLength: 8,
    });
    const cases = fc.array(fc.record({ kase: anyCase, name, left: fc.subarray([...factIds], { maxLength: 4 }) }), {
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(
        cases,
        fc.constantFrom([",", ","], [";", ";"], ["tab", "\t"], ["|", "|"]),
        fc.constantFrom("\n", "\r\n"),
        fc.constantFrom("", "\ufeff"),
        async (drawn, [option = "", delimiter = ""], lineBreak, mark) => {
          const all = drawn.map(({ kase, name: drawnName, left }) => {
            const facts = Object.fromEntries(
              Object.entries(kase.facts).filter(([id]) => !left.some((other) => other === id)),
            );
            return { ...kase, ...(drawnName === "" ? {} : { case: drawnName }), facts };
          });
          const readings = [...new Set(all.flatMap((each) => Object.keys(each.readings ?? {})))];
          const names = ["case", ...factIds, ...readings.map((id) => `reading:${id}`), "asOf"];
          const rows = all.map((each) => [
            each.case ?? "",
            ...factIds.map((id) => cellOf((each.facts as Record<string, unknown>)[id])),
            ...readings.map((id) => each.readings?.[id] ?? ""),
            each.asOf,
          ]);
          const text = [names, ...rows]
            .map((cells) => cells.map((cell) => quoted(cell, delimiter)).join(delimiter) + lineBreak)
            .join("");
          const csv = await command(["batch", "--input", "csv", "--delimiter", option, "--only", "decisions"], {
            stdin: mark + text,
          });
          const ndjson = await command(["batch", "--only", "decisions"], {
            stdin: all.map((each) => `${JSON.stringify(each)}\n`).join(""),
          });
          const shown = (row: Row) =>
            row.error === undefined
              ? row
              : { case: row.error.case, problems: row.error.problems.map(({ message }) => message) };
          expect(rowsOf(csv).map(shown)).toEqual(rowsOf(ndjson).map(shown));
          expect(csv.code).toBe(ndjson.code);
        },
      ),
      { numRuns: 15 },
    );
  });

  it("are told by the name of their file", async () => {
    const path = file(directory, "cases.csv", "case,loan.applied_on,reader.age,reader.fines\na,2020-02-10,30,[]\n");
    const { code, stdout } = await command(["batch", path, "--rules", library, ...date]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      case: "a",
      asOf: "2020-03-01",
      decisions: { lending: { outcome: "lend" } },
    });
  });

  it("have cells that are read by the type of the fact and never by their looks", async () => {
    const head = "case,loan.applied_on,reader.age,reader.fines\n";
    const said = async (cells: string) => {
      const [row] = rowsOf(await batch(`${head}${cells}\n`));
      return row?.error === undefined
        ? "decided"
        : row.error.problems.map(({ code, columnName }) => [code, columnName]);
    };
    expect(await said("007,2020-02-10,30,[]")).toBe("decided");
    expect(await said("none,2020-02-10,30,none")).toBe("decided");
    expect(await said("a,2020-02-10,,")).toBe("decided");
    expect(await said("a,2020-02-10,none,[]")).toEqual([["none-not-allowed", "reader.age"]]);
    expect(await said('a,2020-02-10,"3,5",[]')).toEqual([["wrong-type", "reader.age"]]);
    expect(await said("a,2020-02-10,0x1E,[]")).toEqual([["wrong-type", "reader.age"]]);
    expect(await said("a,2020-02-10, 30,[]")).toEqual([["wrong-type", "reader.age"]]);
    expect(await said("a,10/02/2020,30,[]")).toEqual([["not-a-date", "loan.applied_on"]]);
    expect(await said("a,2020-02-10,30,damage")).toEqual([["not-json", "reader.fines"]]);
    expect(await said('a,2020-02-10,30,"[{""reason"":""x"",""reason"":""y""}]"')).toEqual([
      ["duplicate-key", "reader.fines"],
    ]);
    expect(await said("a,2020-02-10,30.00000000000000001,[]")).toEqual([["number-out-of-range", "reader.age"]]);
  });

  it("are refused line by line, and those around are decided", async () => {
    const good = "a,2020-02-10,30,[]\n";
    const bad = ["b,2020-02-10\n", 'c,"2020-02-10"x,30,[]\n', 'd,2020"-02-10,30,[]\n'];
    const bytes = Buffer.concat([
      Buffer.from(
        `case,loan.applied_on,reader.age,reader.fines\n${good}\n,,,\n"multi\nline",2020-02-10,30,[]\n${bad.join(good)}`,
      ),
      Buffer.from([0x65, 0xff, 0x0a]),
      Buffer.from(`f${"f".repeat(1_100_000)},,,\n${good}"never closed`),
    ]);
    const outcome = await batch(bytes);
    const rows = rowsOf(outcome);
    expect(rows.map((row) => row.case ?? [row.error?.line, row.error?.problems[0]?.code])).toEqual([
      "a",
      "multi\nline",
      [7, "wrong-cell-count"],
      "a",
      [9, "not-csv"],
      "a",
      [11, "not-csv"],
      [12, "not-text"],
      [13, "line-too-long"],
      "a",
      [15, "not-csv"],
    ]);
    expect(outcome.code).toBe(1);
  });
});

describe("the columns of a file", () => {
  const said = async (text: string | Buffer, ...args: readonly string[]) => {
    const { code, stdout, stderr } = await batch(text, ...args);
    expect([code, stdout]).toEqual([2, ""]);
    return stderr;
  };

  it("are all known before anything is decided, or the nearest is named", async () => {
    expect(await said("case,reader.aeg\na,1\n")).toMatch(/^error\[unknown-column\].*\n --> standard input:1:6\n/);
    expect(await said("case,reader.aeg\na,1\n")).toContain("remedy: write `reader.age`");
    expect(await said("asof,reader.age\n")).toContain("write `asOf`");
    expect(await said("reading:fines-conted\n")).toContain("write `reading:fines-counted`");
    expect(await said("case,,reader.age\n")).toContain("column 2 has no name");
    expect(await said("case,reader.age,case\n")).toContain("error[column-twice]: there are two columns `case`");
    expect(await said("__proto__\n")).toContain("error[unknown-column]");
    expect(await said("")).toContain("error[no-columns]");
    expect(await said('"case\n')).toContain("error[not-csv]");
    expect(await said(Buffer.from([0xff, 0xfe, 0x63, 0]))).toContain("error[not-text]");
  });

  it("tell that the delimiter is another", async () => {
    expect(await said("case;reader.age\na;1\n")).toContain('add --delimiter ";"');
    expect(await said("case\treader.age\n")).toContain("add --delimiter tab");
    expect(await said("case,reader.age\n", "--delimiter", ";")).toContain('add --delimiter ","');
    expect(await said("case\n", "--delimiter", "ab")).toContain("error[usage]");
  });
});

describe("rows in CSV", () => {
  it("have a column for each decision and clause, and no cell that a spreadsheet would run", async () => {
    const text =
      'case,loan.applied_on,reader.age,reader.fines\n=1+1,2020-02-10,30,[]\n"a,b",2020-02-10,,\n-c,x,30,[]\n';
    const { stdout } = await batch(text, "--format", "csv", "--only", "decisions");
    const [head, ...rows] = stdout.split("\r\n");
    expect(head).toMatch(/^line,case,asOf,revision,decisions\.lending,.*error\.code,error\.column,error\.message$/);
    expect(rows[0]).toMatch(/^2,'=1\+1,2020-03-01,1\.0,lend,/);
    expect(rows[1]).toMatch(/^3,"a,b",2020-03-01,1\.0,undetermined,/);
    expect(rows[2]).toMatch(/^4,'-c,,,,.*not-a-date,loan\.applied_on,/);
    const all = (await batch(text, "--format", "csv")).stdout.split("\r\n")[0];
    expect(all).toContain("decisions.lending");
    expect(all).toMatch(/clauses\.\d/);
    expect((await batch(text, "--format", "csv", "--only", "clauses")).stdout).not.toContain("decisions.");
  });
});
