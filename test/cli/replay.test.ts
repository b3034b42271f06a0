import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { command, file, library, temporaryDirectory } from "./support/command.ts";
import { lent, lentAs } from "./support/library.ts";

const directory = temporaryDirectory();
const path = file(directory, "lent.yaml", lent);
const rules = ["--rules", library];
let count = 0;

/** A path at which there is no file yet. */
function free(): string {
  count++;
  return join(directory, `record-${count}.json`);
}

/** Decides the case and records it. */
async function recorded(...args: readonly string[]): Promise<string> {
  const to = free();
  expect((await command(["evaluate", path, ...rules, "--record", to, ...args])).code).toBe(0);
  return to;
}

const replay = (...args: readonly string[]) => command(["replay", ...args, ...rules]);

describe("evaluate --record", () => {
  it("writes one line with the facts, the result and by what it was decided, and says so beside the report", async () => {
    const to = free();
    const { code, stdout, stderr } = await command(["evaluate", path, ...rules, "--record", to]);
    expect(code).toBe(0);
    expect(stdout).toBe((await command(["evaluate", path, ...rules])).stdout);
    expect(stderr).toContain(`the record is in ${to}`);
    expect(stderr).toContain(`replay ${to} --rules ${library}`);
    const text = readFileSync(to, "utf8");
    expect(text).toMatch(/^\{.*\}\n$/);
    const { result, ...record } = JSON.parse(text);
    expect(record).toMatchObject({
      record: 1,
      procedure: "library_card",
      revision: "1.0",
      digest: result.digest,
      engine: JSON.parse(readFileSync("package.json", "utf8")).version,
      input: { case: "lent", asOf: "2020-03-01", facts: lentAs().facts },
    });
    const printed = await command(["evaluate", path, ...rules, "--format", "json"]);
    expect(result).toEqual(JSON.parse(printed.stdout));
  });

  it("records the case as it was decided, with what the command line set", async () => {
    const to = await recorded("--set", "reader.age=8", "--as-of", "2020-03-02", "--revision", "2.0");
    expect(JSON.parse(readFileSync(to, "utf8")).input).toMatchObject({
      asOf: "2020-03-02",
      revision: "2.0",
      facts: { "reader.age": 8 },
    });
    expect((await replay(to)).code).toBe(0);
  });

  it("replaces no file unless it is told to", async () => {
    const to = free();
    writeFileSync(to, "mine");
    const { code, stdout, stderr } = await command(["evaluate", path, ...rules, "--record", to]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("file-exists");
    expect(stderr).toContain("name another with --record, or replace it with --force");
    expect(readFileSync(to, "utf8")).toBe("mine");
    expect((await command(["evaluate", path, ...rules, "--record", to, "--force"])).code).toBe(0);
    expect((await replay(to)).code).toBe(0);
  });

  it("writes nothing where nothing is decided, and nothing is left behind", async () => {
    const to = free();
    const before = readdirSync(directory);
    const refused = await command(["evaluate", path, ...rules, "--record", to, "--set", "reader.age=-1"]);
    expect(refused.code).toBe(2);
    const nowhere = await command(["evaluate", path, ...rules, "--record", join(directory, "no", "where.json")]);
    expect(nowhere.stderr).toContain("directory-not-found");
    expect(existsSync(to)).toBe(false);
    expect(readdirSync(directory)).toEqual(before);
  });

  it("does not mix a record into the report, and takes no --force for nothing", async () => {
    expect((await command(["evaluate", path, ...rules, "--record", "-"])).stderr).toContain("standard output");
    expect((await command(["evaluate", path, ...rules, "--force"])).stderr).toContain("--record");
  });

  it("is written although nobody reads the report to its end", async () => {
    const to = free();
    await command(["evaluate", path, ...rules, "--record", to], { broken: "EPIPE" });
    expect((await replay(to)).code).toBe(0);
  });
});

describe("replay", () => {
  it("says of files and directories that they are identical", async () => {
    const one = await recorded();
    const folder = join(directory, "kept");
    mkdirSync(join(folder, "2020"), { recursive: true });
    writeFileSync(join(folder, "2020", "a.json"), readFileSync(one));
    writeFileSync(join(folder, "notes.txt"), "no record");
    const { code, stdout, stderr } = await replay(one, folder);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(
      `${one}: identical\n  the case lent, as of 2020-03-01, decided by revision 1.0 of library_card`,
    );
    expect(stdout).toMatch(/\n2 records: 2 identical, 0 different\n$/);
  });

  it("reads standard input", async () => {
    const { code, stdout } = await command(["replay", "-", ...rules], { stdin: readFileSync(await recorded()) });
    expect(code).toBe(0);
    expect(stdout).toContain("standard input: identical");
  });

  it("exits with 1 where a record differs, and shows what and why", async () => {
    const to = await recorded();
    writeFileSync(to, readFileSync(to, "utf8").replace('"outcome":"lend"', '"outcome":"refuse"'));
    const { code, stdout } = await replay(to);
    expect(code).toBe(1);
    expect(stdout).toContain(`${to}: DIFFERS`);
    expect(stdout).toContain("tampered: its seal is not that of its content");
    expect(stdout).toMatch(/result\.decisions\.lending\.outcome\n +recorded +"refuse"\n +recomputed +"lend"/);
    const { records, ...tally } = JSON.parse((await replay(to, "--format", "json")).stdout);
    expect(tally).toMatchObject({ identical: 0, differs: 1, unreadable: 0 });
    expect(records).toEqual([
      expect.objectContaining({
        file: to,
        verdict: "differs",
        reasons: [expect.objectContaining({ code: "tampered" })],
        differences: [{ path: ["result", "decisions", "lending", "outcome"], recorded: "refuse", recomputed: "lend" }],
      }),
    ]);
  });

  it("exits with 2 where one can't be read, whatever the others are", async () => {
    const good = await recorded();
    const bad = file(directory, "bad.json", "{");
    const { code, stdout } = await replay(good, bad);
    expect(code).toBe(2);
    expect(stdout).toContain(`${good}: identical`);
    expect(stdout).toContain(`${bad}: unreadable`);
    expect(stdout).toMatch(/\n2 records: 1 identical, 0 different, 1 unreadable\n$/);
    const { records } = JSON.parse((await replay(bad, "--format", "json")).stdout);
    expect(records[0].problems[0].place).toEqual({ line: 1, column: 1, length: 1 });
  });

  it("reads nothing of a file that no record can be as large as", async () => {
    const large = file(directory, "large.json", "{");
    truncateSync(large, 100 * 1024 * 1024);
    const { code, stdout } = await replay(large);
    expect(code).toBe(2);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("larger than 8 MiB, the most that is read");
    const piped = await command(["replay", "-", ...rules], { stdin: Array(9).fill(Buffer.alloc(1024 * 1024, 32)) });
    expect(piped.stdout).toContain("file-too-large");
  });

  it("says what is missing where there is nothing to recompute", async () => {
    const missing = await replay(join(directory, "nothing.json"));
    expect([missing.code, missing.stdout]).toEqual([2, ""]);
    expect(missing.stderr).toContain("file-not-found");
    const empty = join(directory, "empty");
    mkdirSync(empty);
    expect((await replay(empty)).stderr).toContain("no-records");
    expect((await command(["replay", ...rules])).code).toBe(2);
  });

  it("lets no record move the cursor", async () => {
    const to = await recorded();
    const text = readFileSync(to, "utf8").replace('"lent"', '"\\u001b[2J"').replace('"lend"', '"\\u009bl"');
    writeFileSync(to, text);
    const { stdout } = await replay(to);
    expect(stdout.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  });
});
