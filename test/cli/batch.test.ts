import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { maxLineBytes } from "../../engine/cli/batch-line.ts";
import { linesOf } from "../../engine/cli/lines.ts";
import { loadProcedure } from "../../engine/index.ts";
import { command, file, library, type Outcome, temporaryDirectory, type World } from "./support/command.ts";
import { lentAs } from "./support/library.ts";

const directory = temporaryDirectory();
const rules = ["--rules", library];
const procedure = loadProcedure(library);

/** Runs a batch on lines, or on the bytes of standard input. */
function batch(stdin: NonNullable<World["stdin"]>, ...args: readonly string[]): Promise<Outcome> {
  return command(["batch", ...rules, ...args], { stdin });
}

const line = (changes?: Readonly<Record<string, unknown>>): string => JSON.stringify(lentAs(changes));

type Row = Readonly<Record<string, unknown>> & {
  readonly case?: string;
  readonly error?: {
    readonly line: number;
    readonly case?: string;
    readonly problems: readonly { readonly code: string; readonly message: string; readonly nearest?: string }[];
  };
};

function rowsOf({ stdout }: Outcome): readonly Row[] {
  expect(stdout === "" || stdout.endsWith("\n")).toBe(true);
  return stdout
    .split("\n")
    .slice(0, -1)
    .map((text) => JSON.parse(text) as Row);
}

/** The code and nearest name of the first problem of the only row. */
async function problemOf(stdin: string | Buffer): Promise<readonly unknown[]> {
  const outcome = await batch(stdin);
  expect(outcome.code).toBe(1);
  const [row, ...others] = rowsOf(outcome);
  expect(others).toEqual([]);
  return [row?.error?.problems[0]?.code, row?.error?.problems[0]?.nearest];
}

describe("a batch", () => {
  it("gives for every line the very result of evaluating it, in order", async () => {
    const lines = Array.from({ length: 40 }, (_, age) =>
      lentAs({ case: `row ${age}`, facts: { loan: { applied_on: "2020-02-10" }, reader: { age, fines: null } } }),
    );
    const outcome = await batch(lines.map((each) => `${JSON.stringify(each)}\n`).join(""));
    expect(outcome.code).toBe(0);
    expect(rowsOf(outcome)).toEqual(
      lines.map((each) => procedure.evaluate({ ...(each as { facts: object }), asOf: "2020-03-01" })),
    );
    expect(outcome.stderr).toBe("40 rows: 40 decided, 0 failed; 1 checked on the second engine\n");
  });

  it("goes on after a bad line, counts blank ones, and exits with 1", async () => {
    const outcome = await batch(`\n${line()}\r\n  \n{"case": "third"}\nnonsense\n${line({ case: "last" })}`);
    expect(outcome.code).toBe(1);
    const [first, second, third, last] = rowsOf(outcome);
    expect(first?.case).toBe("lent");
    expect(second).toEqual({
      error: {
        line: 4,
        column: 1,
        case: "third",
        problems: [
          {
            code: "missing-key",
            severity: "error",
            message: "the key `facts` is missing",
            place: { line: 4, column: 1, length: 17 },
            expected: "the keys `case`, `title`, `asOf`, `revision`, `readings`, `facts`, `expect`",
            remedy: "add `facts` with the facts of the case; with none of them known, write {}",
          },
        ],
      },
    });
    expect(third?.error).toMatchObject({ line: 5, problems: [{ code: "not-json" }] });
    expect(last?.case).toBe("last");
    expect(outcome.stderr).toBe("4 rows: 2 decided, 2 failed; 1 checked on the second engine\n");
  });

  it("reads a file as it reads standard input", async () => {
    const path = file(directory, "cases.ndjson", `${line()}\n`);
    expect((await command(["batch", path, ...rules])).stdout).toBe((await batch(`${line()}\n`)).stdout);
    expect((await command(["batch", "-", ...rules], { stdin: line() })).stdout).toBe((await batch(line())).stdout);
  });

  it("of nothing is nothing", async () => {
    const outcome = await batch("");
    expect([outcome.code, outcome.stdout, outcome.stderr]).toEqual([
      0,
      "",
      "0 rows: 0 decided, 0 failed; 0 checked on the second engine\n",
    ]);
  });

  it("can't be run on a file that is not there", async () => {
    const { code, stdout, stderr } = await command(["batch", join(directory, "case.ndjson"), ...rules]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("error[file-not-found]");
    expect((await command(["batch", directory, ...rules])).stderr).toContain("error[not-a-file]");
  });

  it("takes the date of the line, else that of the command line, else today and says so", async () => {
    const undated = line({ asOf: undefined });
    const dates = async (...args: readonly string[]) =>
      rowsOf(await batch(`${undated}\n${line()}\n`, ...args)).map(({ asOf }) => asOf);
    expect(await dates()).toEqual(["2021-03-01", "2020-03-01"]);
    expect(await dates("--as-of", "2020-12-31")).toEqual(["2020-12-31", "2020-03-01"]);
    expect((await batch(`${undated}\n${line()}\n`)).stderr).toContain(
      "note: 1 row without `asOf` evaluated as of today, 2021-03-01; --as-of sets another date\n",
    );
    expect((await batch(undated, "--as-of", "2020-12-31")).stderr).not.toContain("note:");
    expect(await batch(undated, "--as-of", "2020-12-32")).toMatchObject({ code: 2, stdout: "" });
  });

  it("takes the revision and the readings of the line", async () => {
    const fines = {
      loan: { applied_on: "2020-02-10" },
      reader: { age: 30, fines: [{ reason: "damage", amount: 50 }] },
    };
    const [plain, other, unknown] = rowsOf(
      await batch(
        `${line({ facts: fines })}\n${line({ facts: fines, readings: { "fines-counted": "late_only" } })}\n${line({ revision: "9" })}\n`,
      ),
    );
    expect(plain).toMatchObject({ decisions: { lending: { outcome: "refuse" } } });
    expect(other).toMatchObject({ decisions: { lending: { outcome: "lend" } }, readings: ["fines-counted=late_only"] });
    expect(unknown?.error?.problems[0]?.code).toBe("unknown-revision");
  });
});

describe("a line is refused", () => {
  it("for what is no JSON object", async () => {
    for (const text of ["{", "[]", "1", "null", '"x"', "{'facts': {}}", "facts: {}"]) {
      expect([text, (await problemOf(text))[0]]).toEqual([text, /^[[1n"]/.test(text) ? "wrong-type" : "not-json"]);
    }
  });

  it("for bytes that are no text in UTF-8", async () => {
    expect(await problemOf(Buffer.from([0x7b, 0xff, 0x7d]))).toEqual(["not-text", undefined]);
    expect(await problemOf(Buffer.from([0x89, 0x50, 0, 0]))).toEqual(["not-text", undefined]);
  });

  it("for an unknown key, with the nearest", async () => {
    expect(await problemOf('{"fact": {}}')).toEqual(["unknown-key", "facts"]);
    expect(await problemOf('{"asof": "2020-03-01", "facts": {}}')).toEqual(["unknown-key", "asOf"]);
  });

  it("for a value of the wrong type", async () => {
    const wrong = [
      { case: 1 },
      { asOf: 2020 },
      { revision: 1 },
      { readings: ["x"] },
      { readings: { x: 1 } },
      { facts: [] },
    ];
    for (const changes of wrong)
      expect([changes, await problemOf(line(changes))]).toEqual([changes, ["wrong-type", undefined]]);
  });

  it("for what evaluating the case would refuse", async () => {
    expect(await problemOf(line({ facts: { reader: { aeg: 1 } } }))).toEqual(["unknown-fact", "reader.age"]);
    expect(await problemOf(line({ facts: { reader: { age: "x" } } }))).toEqual(["wrong-type", undefined]);
    expect(await problemOf(line({ facts: { loan: { applied_on: "2020-02-30" } } }))).toEqual(["not-a-date", undefined]);
    expect(await problemOf(line({ asOf: "soon" }))).toEqual(["not-a-date", undefined]);
    const before = { loan: { applied_on: "2020-02-10", returned_on: "2020-02-01" } };
    expect(await problemOf(line({ facts: before }))).toEqual(["contradiction", undefined]);
    expect(await problemOf(line({ facts: { loan: { applied_on: "2024-02-10" } } }))).toEqual([
      "no-governing-revision",
      undefined,
    ]);
    expect(await problemOf(line({ readings: { "fines-counted": "x" } }))).toEqual(["unknown-alternative", undefined]);
  });

  it("for keys that reach into the program, which stays as it was", async () => {
    const hostile = [
      '{"__proto__": {"facts": {}}}',
      '{"facts": {"__proto__": {"age": 1}}}',
      '{"facts": {"reader": {"__proto__": 1}}}',
      '{"facts": {"constructor": {"prototype": {"polluted": 1}}}}',
      '{"facts": {"reader": {"fines": [{"__proto__": {"amount": 1}}]}}}',
      '{"facts": {}, "readings": {"__proto__": "x"}}',
      '{"facts": {}, "toString": 1}',
    ];
    const outcome = await batch(hostile.join("\n"));
    for (const row of rowsOf(outcome)) expect(row.error?.problems[0]?.code).toMatch(/^unknown-/);
    expect(rowsOf(outcome)).toHaveLength(hostile.length);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(outcome.stderr).toContain(`${hostile.length} failed`);
  });

  it("for its length, without holding it, and the next one is decided", async () => {
    const piece = "x".repeat(65_536);
    const pieces = Array.from({ length: 40 }, () => piece);
    const outcome = await batch([...pieces, "\n", line(), "\n"]);
    const [long, next] = rowsOf(outcome);
    expect(long?.error).toMatchObject({ line: 1, problems: [{ code: "line-too-long" }] });
    expect(next?.case).toBe("lent");
  });

  it("for nesting without end", async () => {
    const deep = "[".repeat(200_000) + "]".repeat(200_000);
    expect(await problemOf(`{"facts": {"reader": {"fines": ${deep}}}}`)).toEqual(["wrong-type", undefined]);
    const groups = `${'{"reader":'.repeat(20_000)}1${"}".repeat(20_000)}`;
    expect(await problemOf(`{"facts": ${groups}}`)).toEqual(["unknown-fact", "reader"]);
    expect(await problemOf(`{"asOf": ${deep}, "facts": {}}`)).toEqual(["wrong-type", undefined]);
  });
});

describe("lines", () => {
  async function linesIn(
    pieces: readonly (string | Uint8Array)[],
    maxBytes = 8,
  ): Promise<readonly (string | undefined)[]> {
    async function* stream(): AsyncGenerator<string | Uint8Array> {
      yield* pieces;
    }
    const lines: (string | undefined)[] = [];
    for await (const group of linesOf(stream(), maxBytes)) for (const each of group) lines.push(each?.toString());
    return lines;
  }

  it("are the same wherever the stream is cut", async () => {
    const text = "one\n\ntwo words\n€ é\nlast";
    const bytes = Buffer.from(text);
    const whole = ["one", "", undefined, "€ é", "last"];
    expect(await linesIn([text])).toEqual(whole);
    for (let cut = 0; cut <= bytes.length; cut++) {
      for (let other = cut; other <= bytes.length; other += 3) {
        const pieces = [bytes.subarray(0, cut), bytes.subarray(cut, other), new Uint8Array(bytes.subarray(other))];
        expect(await linesIn(pieces)).toEqual(whole);
      }
    }
  });

  it("may be as long as allowed and no longer", async () => {
    expect(await linesIn(["12345678\n123456789\n"])).toEqual(["12345678", undefined]);
    expect(await linesIn(["1234", "5678", "\n", "12345678", "9"])).toEqual(["12345678", undefined]);
    expect(maxLineBytes).toBeGreaterThanOrEqual(1024 * 1024);
  });
});

describe("the second engine", () => {
  it("looks at the first and every nth row, or at none", async () => {
    const seven = `${line()}\n`.repeat(7);
    const checked = async (n: string) => /(\d+) checked/.exec((await batch(seven, "--cross-check", n)).stderr)?.[1];
    expect(await checked("1")).toBe("7");
    expect(await checked("3")).toBe("3");
    expect(await checked("1000")).toBe("1");
    expect(await checked("0")).toBe("0");
  });
});
