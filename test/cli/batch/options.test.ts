import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DecidedText } from "../../../engine/cli/batch/decided-text.ts";
import { duration } from "../../../engine/cli/batch/meter.ts";
import { loadProcedure } from "../../../engine/index.ts";
import { completeCase, factIds } from "../../oracle/generate.ts";
import { command, file, library, temporaryDirectory, type World } from "../support/command.ts";
import { lentAs } from "../support/library.ts";

const directory = temporaryDirectory();
const rules = ["--rules", library];

function batch(stdin: NonNullable<World["stdin"]>, ...args: readonly string[]) {
  return command(["batch", ...rules, ...args], { stdin });
}

const lines = Array.from({ length: 300 }, (_, age) => {
  if (age % 50 === 7) return '{"facts": {"reader": {"aeg": 1}}}';
  const reader =
    age % 20 === 3 ? {} : { age: age % 90, fines: age % 2 === 0 ? [{ reason: "damage", amount: age }] : null };
  return JSON.stringify(lentAs({ case: `row ${age}`, facts: { loan: { applied_on: "2020-02-10" }, reader } }));
});
const text = lines.map((line) => `${line}\n`).join("");

describe("--only", () => {
  it("decisions gives the decisions of the whole result, without grounds, and clauses gives the clauses", async () => {
    const rowsOf = async (only: string) =>
      (await batch(text, "--only", only)).stdout
        .trimEnd()
        .split("\n")
        .map((row) => JSON.parse(row));
    const [all, decisions, clauses] = [await rowsOf("all"), await rowsOf("decisions"), await rowsOf("clauses")];
    for (const [
      at,
      { decisions: whole, clauses: statuses, obligations, derived, readings, ...heading },
    ] of all.entries()) {
      if (heading.error !== undefined) {
        expect([decisions[at], clauses[at]]).toEqual([heading, heading]);
        continue;
      }
      const settled = Object.entries<{ outcome: unknown; possible: unknown }>(whole).map(
        ([id, { outcome, possible }]) => [id, { outcome, possible }],
      );
      expect(decisions[at]).toEqual({ ...heading, decisions: Object.fromEntries(settled) });
      expect(clauses[at]).toEqual({ ...heading, clauses: statuses, readings });
    }
  });

  it("decisions are the very bytes of what the library decides", () => {
    const procedure = loadProcedure();
    const writer = new DecidedText();
    const name = fc.option(fc.string({ unit: "binary" }), { nil: undefined });
    fc.assert(
      fc.property(completeCase, fc.subarray([...factIds]), name, fc.boolean(), (kase, left, drawn, isPartial) => {
        const known = Object.entries(kase.facts).filter(([id]) => !isPartial || !left.some((other) => other === id));
        const input = { ...kase, ...(drawn === undefined ? {} : { case: drawn }), facts: Object.fromEntries(known) };
        const decided = procedure.decide(input);
        expect(writer.of(decided)).toBe(JSON.stringify(decided));
        // Whether it is settled which revision governs, or not.
        const parts = Object.keys(decided).filter((key) => key !== "case");
        expect(parts.join()).toBe("procedure,revision,digest,asOf,governedBy,decisions,warnings");
      }),
      { numRuns: 300 },
    );
  });
});

describe("gzip", () => {
  it("is read by name, from standard input by its first bytes, and in several parts", async () => {
    const plain = (await batch(text)).stdout;
    const packed = Buffer.concat([gzipSync(text.slice(0, 5000)), gzipSync(text.slice(5000))]);
    const path = file(directory, "cases.ndjson.gz", packed);
    expect((await command(["batch", path, ...rules])).stdout).toBe(plain);
    expect((await batch([packed.subarray(0, 1), packed.subarray(1, 90), packed.subarray(90)])).stdout).toBe(plain);
  });

  it("that is damaged or none is an error, after the rows that could be read", async () => {
    const packed = gzipSync(text);
    const cut = await batch(packed.subarray(0, packed.length - 20));
    expect([cut.code, cut.stdout.startsWith('{"procedure"')]).toEqual([2, true]);
    expect(cut.stderr).toContain("error[not-gzip]");
    const { code, stderr } = await command(["batch", file(directory, "plain.gz", text), ...rules]);
    expect([code, stderr.split(":")[0]]).toEqual([2, "error[not-gzip]"]);
  });

  it("is written by name, and of nothing too", async () => {
    const output = join(directory, "rows.ndjson.gz");
    const { code, stdout } = await batch(text, "--output", output);
    expect([code, stdout]).toEqual([1, ""]);
    expect(gunzipSync(readFileSync(output)).toString()).toBe((await batch(text)).stdout);
    await batch("", "--output", output, "--force");
    expect(gunzipSync(readFileSync(output)).toString()).toBe("");
  });
});

describe("--summary", () => {
  it("counts outcomes, what they rest on, what is missing, and errors", async () => {
    const { stdout, stderr } = await batch(text, "--summary");
    const rows = stdout
      .trimEnd()
      .split("\n")
      .map((row) => JSON.parse(row));
    const outcomes = rows.filter(({ error }) => error === undefined).map(({ decisions }) => decisions.lending.outcome);
    for (const outcome of ["lend", "refuse", null]) {
      const times = outcomes.filter((each) => each === outcome).length;
      expect(stderr).toMatch(new RegExp(`^ +${times}  ${outcome ?? "undetermined"}$`, "m"));
    }
    const refusals = rows.flatMap(({ decisions }) =>
      decisions?.lending.outcome === "refuse" ? decisions.lending.because : [],
    );
    for (const clause of new Set(refusals)) {
      const times = refusals.filter((each) => each === clause).length;
      expect(stderr).toMatch(new RegExp(`^      +${times}  ${String(clause).replaceAll(".", "\\.")}$`, "m"));
    }
    expect(stderr).toMatch(/^errors\n +6 {2}unknown-fact$/m);
    expect((await batch(text, "--summary", "--only", "decisions")).stderr).toBe(stderr);
  });
});

describe("hostile lines", () => {
  it("go through whole: lone surrogates, controls, and names that are code", async () => {
    const names = ["\ud800", "\u0000", "\u2028", "__proto__", "</script>", "\u202e"];
    const { stdout } = await batch(names.map((name) => `${JSON.stringify(lentAs({ case: name }))}\n`).join(""));
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .map((row) => JSON.parse(row).case),
    ).toEqual(names);
  });
});

describe("progress", () => {
  it("is shown on a terminal alone", async () => {
    expect((await batch(text)).stderr).not.toContain("\r");
    const { stderr } = await command(["batch", ...rules], { stdin: text, isTerminal: true });
    expect(stderr).toContain("\r");
    expect(stderr.split("\r").at(-1)).toContain("300 rows: 294 decided, 6 failed");
  });

  it("says times in their two largest units", () => {
    expect([0.2, 59, 60, 3599, 3600, 90_061].map(duration)).toEqual([
      "1 s",
      "59 s",
      "1 min 0 s",
      "59 min 59 s",
      "1 h 0 min",
      "25 h 1 min",
    ]);
  });
});

describe("workers", () => {
  const main = resolve("dist/cli/main.js");
  const program = (input: string, ...args: readonly string[]) =>
    spawnSync(process.execPath, [main, "batch", ...args], { input, encoding: "utf8", maxBuffer: 1024 ** 3 });

  it("make the same rows in the same order, and count the same", () => {
    const many = text.repeat(20);
    for (const args of [["--summary"], ["--only", "decisions"], ["--only", "decisions", "--format", "csv"]]) {
      const alone = program(many, ...rules, "--workers", "0", ...args);
      expect(alone.stdout.length).toBeGreaterThan(100_000);
      for (const count of ["3"]) {
        const { status, stdout, stderr } = program(many, ...rules, "--workers", count, ...args);
        expect([count, status, stdout === alone.stdout, stderr]).toEqual([count, 1, true, alone.stderr]);
      }
    }
  });

  it("end with the program when nobody reads on", () => {
    const path = file(directory, "many.ndjson", text.repeat(100));
    const line = `"${process.execPath}" "${main}" batch ${path} ${rules.join(" ")} --workers 2 | head -n 1 | wc -l; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync("bash", ["-c", line], { encoding: "utf8" });
    expect([stdout.split(/\s+/).filter((part) => part !== ""), stderr]).toEqual([["1", "0"], ""]);
  });
});
