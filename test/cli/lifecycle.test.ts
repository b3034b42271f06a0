import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadProcedure } from "../../engine/index.ts";
import { openProcedure } from "../../engine/procedure/open.ts";
import { Copies, change, put } from "../support/sealed.ts";
import { command, type Outcome } from "./support/command.ts";

const copies = new Copies();
const shipped = "rules/secor";
const library = "fixtures/procedures/library";

const textOf = (directory: string, file = "procedure.yaml") => readFileSync(join(directory, file), "utf8");

/** Runs a command on some rules. */
function on(directory: string, ...args: readonly string[]): Promise<Outcome> {
  return command([...args, "--rules", directory]);
}

const revise = (directory: string, ...args: readonly string[]) => on(directory, "revise", ...args);
const seal = (directory: string, number: string, day = "2021-12-01", by = "The board") =>
  on(directory, "seal", number, "--approved-by", by, "--on", day);

/** Expects a command to be refused with a problem, and to leave every file as it was. */
async function refused(directory: string, run: () => Promise<Outcome>, code: string): Promise<string> {
  const before = snapshot(directory);
  const outcome = await run();
  expect([outcome.code, outcome.stdout]).toEqual([2, ""]);
  expect(outcome.stderr).toContain(`error[${code}]`);
  expect(snapshot(directory)).toEqual(before);
  return outcome.stderr;
}

function snapshot(directory: string): readonly (readonly [string, string])[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(directory, name)).isFile())
    .sort()
    .map((name) => [name, textOf(directory, name)]);
}

/** The shipped rules with a draft 1.1 that changes one clause. */
async function withDraft(): Promise<string> {
  const copy = copies.of(shipped);
  await revise(copy, "1.1", "--effective", "2022-01-01");
  return copy;
}

describe("revise", () => {
  it("adds a draft to the text of procedure.yaml, and touches nothing else", async () => {
    const copy = copies.of(shipped);
    const { code, stdout, stderr } = await revise(
      copy,
      "1.1",
      "--effective",
      "2022-01-01",
      "--note",
      "Twelve: people.",
    );
    expect([code, stderr]).toEqual([0, ""]);
    expect(textOf(copy)).toBe(
      `${textOf(shipped)}  - revision: "1.1"\n    effective: 2022-01-01\n    status: draft\n    note: "Twelve: people."\n`,
    );
    expect(stdout).toContain(
      `Revision 1.1 is a draft in ${join(copy, "procedure.yaml")}, to take effect on 2022-01-01.`,
    );
    expect(stdout).toContain("Revision 1.0 governs up to, not including, 2022-01-01.");
    for (const next of [
      '`revision: "1.1"`',
      "check --rules",
      "diff 1.0 1.1",
      "--revision 1.1",
      "seal 1.1 --approved-by",
    ]) {
      expect(stdout).toContain(next);
    }
    expect(snapshot(copy).filter(([name]) => name !== "procedure.yaml")).toEqual(
      snapshot(shipped).filter(([name]) => name !== "procedure.yaml"),
    );
    const [first, draft] = openProcedure(copy).revisions;
    expect([draft?.entry.status, draft?.clauses.size]).toEqual(["draft", first?.clauses.size]);
    expect((await on(copy, "check")).code).toBe(0);
  });

  it("has a note where none is given, and gives JSON", async () => {
    const { stdout } = await revise(copies.of(shipped), "1.1", "--effective", "2022-03-01", "--format", "json");
    expect(JSON.parse(stdout)).toMatchObject({
      revision: "1.1",
      effective: "2022-03-01",
      status: "draft",
      note: "A draft; what it changes is still open.",
      previous: "1.0",
    });
  });

  it("says what governs until then", async () => {
    const gap = await revise(copies.of(shipped), "1.1", "--effective", "2022-03-01");
    expect(gap.stdout).toContain("From 2022-01-01 up to, not including, 2022-03-01, no revision governs.");
    const endless = copies.of(library);
    change(endless, "procedure.yaml", "status: draft", "status: approved\n    approval: { by: x, on: 2023-06-01 }");
    const { stdout } = await revise(endless, "4.0", "--effective", "2024-01-01");
    expect(stdout).toContain("Revision 3.0 has no end. It goes on governing until revision 4.0 is sealed");
    const onDraft = await revise(copies.of(library), "4.0", "--effective", "2024-01-01");
    expect(onDraft.stdout).toContain("Revision 3.0 before it is a draft too, and has to be sealed first.");
  });

  it.each([
    ["a number that is taken", ["1.0", "--effective", "2022-01-01"], "duplicate-revision"],
    ["what is no number", ["next", "--effective", "2022-01-01"], "not-a-revision-number"],
    ["a date that is none", ["1.1", "--effective", "2022-02-30"], "not-a-date"],
    ["a date before the last revision", ["1.1", "--effective", "2019-01-01"], "revision-order"],
    ["a date on which the last revision still governs", ["1.1", "--effective", "2021-12-31"], "overlapping-revisions"],
    ["an empty note", ["1.1", "--effective", "2022-01-01", "--note", " "], "empty-note"],
    ["no date", ["1.1"], "usage"],
  ])("refuses %s", async (_what, args, code) => {
    const copy = copies.of(shipped);
    await refused(copy, () => revise(copy, ...args), code);
  });

  it("names everything that is wrong at once", async () => {
    const copy = copies.of(shipped);
    const stderr = await refused(copy, () => revise(copy, "x", "--effective", "soon", "--note", ""), "not-a-date");
    expect(stderr).toContain("3 errors");
  });

  it("refuses rules that don't load, and a note that would not be read back", async () => {
    const copy = copies.of(library);
    change(copy, "facts.yaml", "knownBy: library\n  - id: reader.age", "knownBy: libary\n  - id: reader.age");
    await refused(copy, () => revise(copy, "4.0", "--effective", "2024-01-01"), "unknown-party");
    const other = copies.of(shipped);
    const hostile = () => revise(other, "1.1", "--effective", "2022-01-01", "--note", "a\u200bb");
    await refused(other, hostile, "not-editable");
  });

  it("refuses revisions that are written in a way that it can't add to", async () => {
    const copy = copies.of(library);
    change(copy, "procedure.yaml", '  - revision: "3.0"', '  - &last\n    revision: "3.0"');
    await refused(copy, () => revise(copy, "4.0", "--effective", "2024-01-01"), "unused-anchor");
  });

  it("keeps the permissions of the file, and a link to it", async () => {
    const copy = copies.of(shipped);
    const elsewhere = join(copies.of(shipped), "procedure.yaml");
    rmSync(join(copy, "procedure.yaml"));
    symlinkSync(elsewhere, join(copy, "procedure.yaml"));
    chmodSync(elsewhere, 0o640);
    await revise(copy, "1.1", "--effective", "2022-01-01");
    expect(lstatSync(join(copy, "procedure.yaml")).isSymbolicLink()).toBe(true);
    expect(readFileSync(elsewhere, "utf8")).toContain('"1.1"');
    expect(statSync(elsewhere).mode & 0o777).toBe(0o640);
  });
});

describe("seal", () => {
  it("approves a draft, records its digest and its parts, and leaves every other line", async () => {
    const copy = await withDraft();
    const before = textOf(copy);
    const { code, stdout, stderr } = await seal(copy, "1.1");
    expect([code, stderr]).toEqual([0, ""]);
    const [, sealed] = openProcedure(copy).revisions;
    expect(sealed?.entry).toMatchObject({
      status: "approved",
      approval: { by: "The board", on: "2021-12-01" },
      digest: sealed?.digest,
    });
    const after = textOf(copy);
    expect(after).toBe(
      `${before.replace("status: draft", "status: approved\n    approval:\n      by: The board\n      on: 2021-12-01")}    digest: ${sealed?.digest}\n`,
    );
    expect(stdout).toContain(
      `Revision 1.1 is approved by The board on 2021-12-01, in ${join(copy, "procedure.yaml")}.`,
    );
    expect(stdout).toContain(join(copy, "seals", "1.1.yaml"));
    expect(stdout).toContain(`\n${sealed?.digest}\n`);
    expect(readdirSync(join(copy, "seals"))).toEqual(["1.0.yaml", "1.1.yaml"]);
    expect((await on(copy, "check")).stdout).toMatch(
      /^no problems .* 2 revisions; \d+ findings silenced with a reason\n$/,
    );
  });

  it("leaves the revision before it, and what it decides, as they were", async () => {
    const copy = await withDraft();
    const [before] = openProcedure(copy).revisions;
    await seal(copy, "1.1");
    expect(openProcedure(copy).revisions[0]?.digest).toBe(before?.digest);
    const procedure = loadProcedure(copy);
    const on = (date: string) => procedure.evaluate({ asOf: date, facts: { audit: { submitted_on: date } } });
    expect([on("2021-12-31").revision, on("2022-01-01").revision]).toEqual(["1.0", "1.1"]);
    expect(on("2022-01-01").warnings).toEqual([]);
  });

  it("ends a revision that has no end, without changing what was approved", async () => {
    const copy = copies.of(library);
    change(copy, "procedure.yaml", "    until: 2023-07-01\n", "");
    await seal(copy, "1.0", "2019-12-10", "The library board");
    await seal(copy, "2.0", "2022-05-30", "The library board");
    const before = openProcedure(copy).revisions[1]?.digest;
    const { stdout } = await seal(copy, "3.0", "2023-06-01");
    expect(stdout).toContain("Revision 2.0 now ends where it begins: until 2023-07-01.");
    expect(textOf(copy)).toContain("    effective: 2022-07-01\n    until: 2023-07-01\n    status: approved\n");
    expect(openProcedure(copy).revisions[1]?.digest).toBe(before);
    const { stdout: found } = await on(copy, "check", "--format", "json");
    expect(JSON.parse(found)).toMatchObject({ problems: [] });
  });

  it("says where nothing governs in between, and where it reaches back", async () => {
    const gap = copies.of(shipped);
    await revise(gap, "1.1", "--effective", "2022-03-01");
    const { stdout } = await seal(gap, "1.1", "2022-04-01");
    expect(stdout).toContain("From 2022-01-01 up to, not including, 2022-03-01, no revision governs.");
    expect(stdout).toContain("It was approved after the day on which it takes effect");
  });

  it("gives JSON", async () => {
    const copy = await withDraft();
    const args = ["seal", "1.1", "--approved-by", "The board", "--on", "2021-12-01", "--format", "json"];
    expect(JSON.parse((await on(copy, ...args)).stdout)).toMatchObject({
      revision: "1.1",
      status: "approved",
      files: [join(copy, "seals", "1.1.yaml"), join(copy, "procedure.yaml")],
      parts: 131,
      ended: null,
    });
  });

  it("gives a revision that was approved by hand what it lacks, and keeps its approval", async () => {
    const copy = copies.of(library);
    const stderr = await refused(copy, () => seal(copy, "1.0"), "other-approval");
    expect(stderr).toContain('--approved-by "The library board" --on 2019-12-10');
    expect((await seal(copy, "1.0", "2019-12-10", "The library board")).code).toBe(0);
    const [first] = openProcedure(copy).revisions;
    expect(textOf(copy)).toBe(
      textOf(library).replace("note: First rules.", `note: First rules.\n    digest: ${first?.digest}`),
    );
  });

  it.each([
    ["a revision that there is not", "1.2", "2021-12-01", "x", "unknown-revision"],
    ["one that is approved", "1.0", "2021-12-01", "x", "already-approved"],
    ["a day that is none", "1.1", "2021-13-01", "x", "not-a-date"],
    ["no approver", "1.1", "2021-12-01", " ", "missing-approver"],
  ])("refuses %s", async (_what, number, day, by, code) => {
    const copy = await withDraft();
    await refused(copy, () => seal(copy, number, day, by), code);
  });

  it("suggests the nearest number, and asks for the approver", async () => {
    const copy = await withDraft();
    expect(await refused(copy, () => seal(copy, "1.11"), "unknown-revision")).toContain("nearest: `1.1`");
    expect(await refused(copy, () => on(copy, "seal", "1.1"), "usage")).toContain("--approved-by");
  });

  it("refuses a draft before which another one stands", async () => {
    const copy = copies.of(library);
    await revise(copy, "4.0", "--effective", "2024-01-01");
    await refused(copy, () => seal(copy, "4.0"), "draft-before-approved");
  });

  it("refuses while an approved revision is not as it was approved", async () => {
    const copy = await withDraft();
    change(copy, "facts.yaml", "min: 1\n", "min: 2\n");
    await refused(copy, () => seal(copy, "1.1"), "approved-content-changed");
  });

  it("seals anew a draft whose seal was left over", async () => {
    const copy = await withDraft();
    const draft = textOf(copy);
    await seal(copy, "1.1");
    put(copy, "procedure.yaml", draft);
    expect((await on(copy, "check")).stdout).toContain("error[seal-without-revision]");
    expect((await seal(copy, "1.1", "2021-12-02")).code).toBe(0);
    expect((await on(copy, "check")).code).toBe(0);
  });

  it("leaves everything as it was where it can't write", async () => {
    const copy = await withDraft();
    // A directory where the second file should go lets the system refuse after the first was made.
    mkdirSync(join(copy, `.procedure.yaml.${process.pid}.tmp`));
    await refused(copy, () => seal(copy, "1.1"), "file-not-written");
    expect(readdirSync(join(copy, "seals"))).toEqual(["1.0.yaml"]);
  });
});
