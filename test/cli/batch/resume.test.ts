import { spawn, spawnSync } from "node:child_process";
import { appendFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Readable, Writable } from "node:stream";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../../engine/calendar/day.ts";
import type { BatchOptions } from "../../../engine/cli/batch/options.ts";
import { runBatch } from "../../../engine/cli/batch/run.ts";
import { readPackage } from "../../../engine/cli/package.ts";
import { Shell } from "../../../engine/cli/shell.ts";
import { ProblemsError } from "../../../engine/source/problem.ts";
import { command, file, library, temporaryDirectory } from "../support/command.ts";
import { lentAs } from "../support/library.ts";

const directory = temporaryDirectory();

/** Enough lines for several chunks: plain ones, ones without a date, long ones, blank ones and wrong ones. */
const lines = Array.from({ length: 9000 }, (_, at) => {
  if (at % 97 === 5) return "";
  if (at % 89 === 6) return '{"facts": {"reader": {"aeg": 1}}}';
  if (at === 4000) return `"${"x".repeat(1_100_000)}"`;
  const facts = { loan: { applied_on: "2020-02-10" }, reader: { age: at % 40, fines: at % 3 === 0 ? null : [] } };
  return JSON.stringify(lentAs({ case: `row ${at} é`, facts, ...(at % 5 === 0 ? { asOf: undefined } : {}) }));
});
const ndjson = Buffer.from(lines.join("\n"));
const csv = Buffer.from(
  `case,loan.applied_on,reader.age,reader.fines\r\n${lines
    .map((_, at) => `"row\n${at}",${at % 7 === 0 ? "" : "2020-02-10"},${at % 50},"${at % 2 ? "[]" : "none"}"\r\n`)
    .join("")}`,
);

const plain: BatchOptions = { rules: library, only: "decisions", format: "ndjson", delimiter: ",", crossCheck: 4000 };
let runs = 0;

/** Runs a batch to a file; standard input breaks off after some bytes, where that is asked for. */
async function batchTo(output: string, bytes: Buffer, options: Partial<BatchOptions>, until = bytes.length, today = 1) {
  let stderr = "";
  const sink = (take: (text: string) => void) =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        take(chunk.toString());
        done();
      },
    });
  async function* input(): AsyncGenerator<Buffer> {
    for (let at = 0; at < until; at += 50_000) yield bytes.subarray(at, Math.min(until, at + 50_000));
    if (until < bytes.length) throw new Error("broken off");
  }
  const io = {
    stdin: Readable.from(input(), { objectMode: false }),
    stdout: sink(() => {}),
    stderr: sink((text) => {
      stderr += text;
    }),
    env: {},
    today: () => dayOf(2021, 3, today),
  };
  const all = { ...plain, ...options, output };
  const code = await runBatch("-", all, new Shell(io, readPackage()), 0).catch((error: unknown) => error);
  return { code, stderr };
}

const kinds: readonly (readonly [string, Buffer, Partial<BatchOptions>, string])[] = [
  ["NDJSON", ndjson, {}, ".ndjson"],
  ["packed", ndjson, { summary: true, only: "all" }, ".ndjson.gz"],
  ["CSV", csv, { input: "csv", format: "csv" }, ".csv"],
];

describe.each(kinds)("a run to a file, %s", (_name, bytes, options, extension) => {
  it("that is broken off anywhere is gone on with to the very bytes of one that was not", async () => {
    const whole = join(directory, `whole-${runs++}${extension}`);
    const { code, stderr } = await batchTo(whole, bytes, options);
    expect([0, 1]).toContain(code);
    const expected = readFileSync(whole);
    expect((extension.endsWith("gz") ? gunzipSync(expected) : expected).toString()).toContain("row");
    const breaks = fc.array(
      fc.record({ until: fc.integer({ min: 0, max: bytes.length - 1 }), torn: fc.nat(5000), junk: fc.boolean() }),
      { minLength: 1, maxLength: 3 },
    );
    await fc.assert(
      fc.asyncProperty(breaks, async (cuts) => {
        const output = join(directory, `run-${runs++}${extension}`);
        const partial = `${output}.partial`;
        // A run keeps the date on which it has begun.
        const day = () => (existsSync(partial) ? 20 : 1);
        for (const { until, torn, junk } of cuts) {
          const broken = await batchTo(output, bytes, { ...options, resume: true }, until, day());
          expect(String(broken.code)).toContain("broken off");
          expect(existsSync(output)).toBe(false);
          // Of CSV whose names of columns never came, nothing is left.
          if (!existsSync(partial)) continue;
          // A write that was under way has got anywhere.
          const { position } = JSON.parse(readFileSync(`${partial}.json`, "utf8"));
          if (junk) appendFileSync(partial, "x".repeat(torn));
          else truncateSync(partial, Math.max(position.output, readFileSync(partial).length - torn));
        }
        const end = await batchTo(output, bytes, { ...options, resume: true }, bytes.length, day());
        expect(end.code).toBe(code);
        expect(readFileSync(output).equals(expected)).toBe(true);
        expect(end.stderr.replace(/^note: goes on.*\n/, "")).toBe(stderr);
        expect(readdirSync(directory).filter((name) => name.includes("partial"))).toEqual([]);
      }),
      { numRuns: 6 },
    );
  });
});

describe("an interrupted run", () => {
  const code = (error: unknown) => (error instanceof ProblemsError ? error.problems[0]?.code : error);

  it("is neither lost nor gone on with unless asked, nor when something has changed", async () => {
    const output = join(directory, "left.ndjson");
    await batchTo(output, ndjson, {}, 700_000);
    const partial = readFileSync(`${output}.partial`);
    const journal = readFileSync(`${output}.partial.json`);
    expect(partial.length).toBeGreaterThan(100_000);
    expect(code((await batchTo(output, ndjson, {})).code)).toBe("interrupted-run");
    const changes: readonly Partial<BatchOptions>[] = [
      { only: "all" },
      { crossCheck: 1 },
      { asOf: "2020-01-01" },
      { summary: true },
    ];
    for (const change of changes) {
      const { code: failure } = await batchTo(output, ndjson, { ...change, resume: true });
      expect([change, code(failure)]).toEqual([change, "interrupted-run-changed"]);
    }
    const rules = await batchTo(output, ndjson, { resume: true, rules: "rules/secor" });
    expect(code(rules.code)).toBe("interrupted-run-changed");
    const other = Buffer.from(ndjson);
    other[10] = 33;
    expect(code((await batchTo(output, other, { resume: true })).code)).toBe("interrupted-run-changed");
    const shorter = ndjson.subarray(0, 1000);
    expect(code((await batchTo(output, shorter, { resume: true })).code)).toBe("interrupted-run-changed");
    expect(readFileSync(`${output}.partial`).equals(partial)).toBe(true);
    expect(readFileSync(`${output}.partial.json`).equals(journal)).toBe(true);
    truncateSync(`${output}.partial`, 10);
    expect(code((await batchTo(output, ndjson, { resume: true })).code)).toBe("interrupted-run-changed");
    expect((await batchTo(output, ndjson, { force: true })).code).toBe(1);
    expect(existsSync(`${output}.partial`)).toBe(false);
  });

  it("keeps the date that it began with", async () => {
    const output = join(directory, "dated.ndjson");
    await batchTo(output, ndjson, {}, 700_000, 1);
    const { stderr } = await batchTo(output, ndjson, { resume: true }, ndjson.length, 2);
    expect(stderr).toMatch(/^note: goes on after [\d,]+ rows, at line [\d,]+, as of 2021-03-01 as before\n/);
    expect(readFileSync(output, "utf8")).not.toContain('"asOf":"2021-03-02"');
  });

  it("begins where nothing is left of one, and says of one that has ended that nothing is left to do", async () => {
    const output = join(directory, "new.ndjson");
    expect((await batchTo(output, ndjson.subarray(0, 5000), { resume: true })).code).toBe(1);
    const rows = readFileSync(output);
    const again = await batchTo(output, ndjson, { resume: true });
    expect(again.code).toBe(0);
    expect(again.stderr).toMatch(
      /^note: nothing is left to do: .*new\.ndjson is there, whole; --force decides anew\n$/,
    );
    expect(readFileSync(output).equals(rows)).toBe(true);
    expect(code((await batchTo(output, ndjson, {})).code)).toBe("file-exists");
    expect(code((await batchTo(directory, ndjson, { resume: true })).code)).toBe("not-a-file");
    expect((await batchTo(output, Buffer.from(""), { force: true })).code).toBe(0);
    expect(readFileSync(output, "utf8")).toBe("");
  });

  it("is finished where only the new name was missing", async () => {
    const output = join(directory, "named.ndjson");
    await batchTo(output, ndjson, {}, 700_000);
    const journal = `${output}.partial.json`;
    const known = JSON.parse(readFileSync(journal, "utf8"));
    writeFileSync(journal, JSON.stringify({ ...known, position: { ...known.position, isAll: true } }));
    const rows = readFileSync(`${output}.partial`);
    expect((await batchTo(output, ndjson, { resume: true })).code).toBe(1);
    expect(readFileSync(output).equals(rows)).toBe(true);
    expect(existsSync(journal)).toBe(false);
  });

  it("can't be asked for without a file, and never writes over the cases", async () => {
    const path = file(directory, "same.ndjson", "");
    const said = async (...args: readonly string[]) =>
      (await command(["batch", path, "--rules", library, ...args])).stderr;
    expect(await said("--resume")).toContain("error[usage]: `--resume` stands without `--output`");
    expect(await said("--force", "--output", path)).toContain("error[same-file]");
    expect(await said("--output", path)).toContain("error[same-file]");
    expect(await said("--output", join(directory, "none", "x"))).toContain("error[directory-not-found]");
  });
});

describe("the program, killed", () => {
  const main = resolve("dist/cli/main.js");
  const many = file(directory, "many.ndjson", `${ndjson.toString()}\n`.repeat(3));

  it.each([
    ["rows.ndjson", "0"],
    ["rows.ndjson.gz", "2"],
  ])("goes on to the same bytes: %s on %s workers", async (name, workers) => {
    const args = ["batch", many, "--rules", library, "--as-of", "2020-03-01", "--workers", workers];
    const whole = join(directory, `whole-${name}`);
    expect(spawnSync(process.execPath, [main, ...args, "--output", whole]).status).toBe(1);
    const output = join(directory, name);
    const once = (limit: number) =>
      new Promise<number | null>((done) => {
        const child = spawn(process.execPath, [main, ...args, "--output", output, "--resume"], { stdio: "ignore" });
        const timer = setTimeout(() => child.kill("SIGKILL"), limit);
        child.on("exit", (status) => {
          clearTimeout(timer);
          done(status);
        });
      });
    let status: number | null = null;
    for (let limit = 500; status === null && !existsSync(output); limit = limit * 1.4 + Math.random() * 100) {
      status = await once(limit);
    }
    expect(readFileSync(output).equals(readFileSync(whole))).toBe(true);
  });
});
