import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadProcedure } from "../../engine/index.ts";
import { command, library, temporaryDirectory } from "./support/command.ts";

const directory = temporaryDirectory();
const rules = ["--rules", library];
const [first, second] = loadProcedure(library).revisions;

/** A copy of the library's rules in which a text of one file is another. */
function changed(name: string, path: string, from: string, to: string): string {
  const copy = join(directory, name);
  cpSync(library, copy, { recursive: true });
  const file = join(copy, path);
  const before = readFileSync(file, "utf8");
  expect(before).toContain(from);
  writeFileSync(file, before.replace(from, to));
  return copy;
}

describe("clause", () => {
  it("shows the words, the formula, the readings, who asks and the versions", async () => {
    const { code, stdout, stderr } = await command(["clause", "2.2", ...rules]);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout).toBe(`\
2.2  Fines
requirement in section 1 (The whole of it), as revision 2.0 has it

Whoever owes more than 10 euros borrows nothing.

Formula
  Applies when
    there are open fines
  Requires
    the reader owed is at most 10 euros

Readings
  fines-counted: Do fines for damage count towards the limit?
    read: All open fines count.
    because: The rule speaks of fines without saying which.
    or late_only: Only fines for late returns count.

Asked about by
  decision lending

Versions
  1.0  approved, from 2020-01-01: Whoever owes more than 10 euros borrows nothing.
       unchanged in 2.0 and 3.0
`);
  });

  it("shows what a clause defines, and that an alternative can be switched on", async () => {
    const definition = (await command(["clause", "2", ...rules, "--revision", "1.0"])).stdout;
    expect(definition).toContain("as revision 1.0 has it");
    expect(definition).toContain("In results\n  derived value reader.is_child\n  derived value reader.owed\n");
    expect(definition).toContain("less than 14");
    expect(definition).toMatch(/Asked about by\n {2}clause 2\.1\n {2}clause 2\.2\n/);
    const fines = (await command(["clause", "2.2", ...rules, "--revision", "1.0"])).stdout;
    expect(fines).toContain("(--reading fines-counted=late_only)");
  });

  it("shows duties, and the revisions in which a clause is retired", async () => {
    const { stdout } = await command(["clause", "3", ...rules]);
    expect(stdout).toContain("  Duty of the reader\n    Bring the book back.\n");
    expect(stdout).toContain("In results\n  obligation return_book\n");
    expect(stdout).toMatch(/by 42 days after/);
    expect(stdout).toMatch(/3\.0 {2}draft, from 2023-07-01: retired\. /);
    expect(stdout).toContain("as revision 2.0 has it\nto be retired by revision 3.0 from 2023-07-01 on\n");
    const gone = await command(["clause", "3", ...rules, "--revision", "3.0"]);
    expect(gone.code).toBe(2);
    expect(gone.stderr).toContain("there is no clause `3` in revision 3.0");
  });

  it("says why nothing of a clause is encoded", async () => {
    expect((await command(["clause", "1", ...rules])).stdout).toContain(
      "Nothing of it is encoded: It states a purpose and no condition.",
    );
  });

  it("gives all of it as JSON", async () => {
    const { stdout } = await command(["clause", "3", ...rules, "--format", "json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      clause: "3",
      kind: "obligation",
      shownFor: "2.0",
      formula: [{ heading: "Duty of the reader" }],
      obligations: ["return_book"],
      versions: [{ revision: "1.0" }, { revision: "2.0" }, { revision: "3.0", retired: true }],
    });
  });

  it("suggests the nearest of an unknown number", async () => {
    const { code, stdout, stderr } = await command(["clause", "2-2", ...rules]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toBe(`\
error[unknown-clause]: there is no clause \`2-2\`
  = expected: one of \`1\`, \`2\`, \`2.1\`, \`2.2\`, \`3\`
  = nearest: \`2.2\`
  = remedy: write \`2.2\`

1 error
`);
  });
});

describe("revisions", () => {
  it("shows who governs when, and when nobody does", async () => {
    const { code, stdout } = await command(["revisions", ...rules]);
    expect(code).toBe(0);
    expect(stdout).toBe(`\
Lending card of a town library (library_card), published by An imaginary town, for tests and for trying things out
governed by \`loan.applied_on\`, else by the evaluation date

What governs when
  before 2020-01-01                            no revision
  2020-01-01 up to, not including, 2022-07-01  revision 1.0
  2022-07-01 up to, not including, 2023-07-01  revision 2.0
  2023-07-01 on                                no revision; 3.0 is a draft for 2023-07-01 on

1.0  2020-01-01 up to, not including, 2022-07-01, approved
  First rules.
  approved by The library board on 2019-12-10
  the first: 5 clauses, 1 decision, 5 facts, 1 contradiction, 1 interpretation
  ${first?.digest} (not recorded)

2.0  2022-07-01 up to, not including, 2023-07-01, approved
  Longer loans, and no lending from the age of twelve without a guardian's word.
  approved by The library board on 2022-05-30
  clauses: changed 2, 3
  ${second?.digest} (not recorded)

3.0  2023-07-01 on, draft
  Under discussion.
  clauses: retired 3
  ${loadProcedure(library).revisions[2]?.digest} (not recorded)
`);
  });

  it("gives the same as JSON", async () => {
    const { stdout } = await command(["revisions", ...rules, "--format", "json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      procedure: "library_card",
      governedBy: "loan.applied_on",
      revisions: [
        { revision: "1.0", until: "2022-07-01", digest: first?.digest, recordedDigest: null },
        { revision: "2.0", status: "approved", clauses: ["2", "3"], changes: { clauses: { changed: ["2", "3"] } } },
        { revision: "3.0", status: "draft", until: null, approval: null, changes: { clauses: { retired: ["3"] } } },
      ],
      periods: [
        { from: null, until: "2020-01-01", revision: null, drafts: [] },
        { from: "2020-01-01", until: "2022-07-01", revision: "1.0", drafts: [] },
        { from: "2022-07-01", until: "2023-07-01", revision: "2.0", drafts: [] },
        { from: "2023-07-01", until: null, revision: null, drafts: ["3.0"] },
      ],
    });
  });
});

describe("check", () => {
  it("counts what it found in order, and warns of approved revisions that nothing holds to their content", async () => {
    const { code, stdout, stderr } = await command(["check", ...rules]);
    expect([code, stderr]).toEqual([1, ""]);
    expect(stdout).toMatch(/^warning\[not-sealed\]: revision 1\.0 is approved and has no digest/);
    expect(stdout).toContain("\n2 warnings\n\nno errors in 5 files: 5 clauses, 5 facts, 1 decision, ");
    const { problems } = JSON.parse((await command(["check", ...rules, "--format", "json"])).stdout);
    expect(problems).toMatchObject([
      { code: "not-sealed", severity: "warning" },
      { code: "not-sealed", severity: "warning" },
    ]);
  });

  it("is brief where nothing is wrong", async () => {
    const { code, stdout } = await command(["check"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^no problems in 14 files: 51 clauses, .*, 1 revision; \d+ findings silenced with a reason\n$/,
    );
    const { problems, silenced } = JSON.parse((await command(["check", "--format", "json"])).stdout) as {
      problems: unknown;
      silenced: { problem: { code: string; subject?: string }; reason: string }[];
    };
    expect(problems).toEqual([]);
    const subjects = silenced.flatMap(({ problem: { code, subject } }) =>
      code === "clause-without-effect" ? [subject] : [],
    );
    expect(subjects).toEqual(["clause 2.2.3", "clause 2.8", "clause 3.0.assessor.5"]);
    expect(silenced.find(({ problem }) => problem.subject === "clause 2.2.3")?.reason).toMatch(
      /^Nothing follows.* its status\.$/,
    );
  });

  it("finds names that stand for nothing, at their places", async () => {
    const copy = changed(
      "misspelled",
      "clauses/all.yaml",
      "fact: reader.guardian_agrees",
      "fact: reader.guardian_agree",
    );
    const { code, stdout } = await command(["check", "--rules", copy]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^error\[unknown-fact.*\]: there is no .*`reader\.guardian_agree`\n/);
    expect(stdout).toContain("nearest: `reader.guardian_agrees`");
    expect(stdout).toContain(join(copy, "clauses", "all.yaml"));
    expect(stdout).toMatch(/\n1 error\n$/);
  });

  it("finds types that don't fit and the wrong form of a file", async () => {
    const typed = changed(
      "typed",
      "clauses/all.yaml",
      "operator: lessThan, value: 14",
      "operator: lessThan, value: 2020-01-01",
    );
    expect((await command(["check", "--rules", typed])).code).toBe(1);
    const formed = changed("formed", "facts.yaml", "knownBy: library", "knowBy: library");
    const { code, stdout } = await command(["check", "--rules", formed, "--format", "json"]);
    expect(code).toBe(1);
    const { problems } = JSON.parse(stdout) as { problems: { code: string; place: { line: number } }[] };
    expect(problems.map((problem) => problem.code)).toContain("unknown-key");
    expect(problems.every(({ place }) => place.line > 0)).toBe(true);
  });

  it("finds an approved revision whose content is not that of its digest, with a seal or without", async () => {
    const approval = "approval: { by: The library board, on: 2019-12-10 }";
    const recorded = (digest: string) => `${approval}\n    digest: "${digest}"`;
    const same = changed("unsealed", "procedure.yaml", approval, recorded(first?.digest ?? ""));
    expect((await command(["revisions", "--rules", same])).stdout).toContain(`${first?.digest}\n`);
    const unsealed = (await command(["check", "--rules", same])).stdout;
    expect(unsealed).toContain(`error[seal-missing]: there is no file ${join(same, "seals", "1.0.yaml")}`);
    expect(unsealed).not.toContain("approved-content-changed");
    const other = changed("broken", "procedure.yaml", approval, recorded(`sha256:${"0".repeat(64)}`));
    const { code, stdout } = await command(["check", "--rules", other]);
    expect(code).toBe(1);
    expect(stdout).toContain("error[approved-content-changed]: the content of revision 1.0 is not what was approved");
    expect(stdout).toContain(`its digest is ${first?.digest}`);
  });

  it("can't look for faults where there are no rules", async () => {
    const { code, stdout, stderr } = await command(["check", "--rules", join(directory, "nowhere")]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("error[directory-not-found]");
  });
});
