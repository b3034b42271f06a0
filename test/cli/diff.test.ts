import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { DiffReport } from "../../engine/diff/report.ts";
import { draft, Repository } from "../diff/repository.ts";
import { command, file, library, type Outcome, temporaryDirectory, type World } from "./support/command.ts";
import { lentAs } from "./support/library.ts";

const directory = temporaryDirectory();
const base = `${library}@1.0`;

/** The library where children are those under 15, which asks more of some and of nobody less. */
const stricter = `${draft(library, join(directory, "stricter"), {
  "clauses/all.yaml": [["operator: lessThan, value: 14 }", "operator: lessThan, value: 15 }"]],
})}@1.0`;

/** The same words in other files. */
const same = `${draft(library, join(directory, "same"), { "facts.yaml": [["facts:\n", "# Nothing new\nfacts:\n"]] })}@1.0`;

const diff = (args: readonly string[], world?: World): Promise<Outcome> => command(["diff", ...args], world);

async function reportOf(args: readonly string[], world?: World): Promise<DiffReport> {
  const { code, stdout, stderr } = await diff([...args, "--format", "json"], world);
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout) as DiffReport;
}

/** What is said of a comparison that can't be made. */
async function refused(args: readonly string[], world?: World): Promise<string> {
  const { code, stdout, stderr } = await diff(args, world);
  expect([code, stdout]).toEqual([2, ""]);
  return stderr;
}

describe("diff", () => {
  it("compares two sides, in every format, and exits with 0 whatever it finds", async () => {
    const report = await reportOf([base, stricter]);
    expect([report.base.given, report.head.given]).toEqual([base, stricter]);
    expect(report.behaviour.decisions.map(({ id, effect }) => [id, effect])).toEqual([["lending", "tightens"]]);
    expect(report).not.toHaveProperty("impact");
    for (const format of ["text", "markdown", "html"]) {
      const { code, stdout, stderr } = await diff([base, stricter, "--format", format]);
      expect([format, code, stderr]).toEqual([format, 0, ""]);
      expect(stdout).toMatch(/May the reader borrow|lending/);
    }
  });

  it("takes revision numbers of the procedure in --rules", async () => {
    const { base: from, head: to } = await reportOf(["1.0", "2.0", "--rules", library]);
    expect([from.revision, to.revision]).toEqual(["1.0", "2.0"]);
    expect(await refused(["1.0", "20", "--rules", library])).toContain("nearest: `2.0`");
  });

  it("proves within the years that it is given", async () => {
    const { fromYear, toYear } = (await reportOf([base, stricter, "--years", "2019..2021"])).behaviour.scope;
    expect([fromYear, toYear]).toEqual([2019, 2021]);
    expect(await refused([base, stricter, "--years", "2021..2019"])).toContain("remedy: write --years 2019..2021");
    for (const years of ["2019", "2019-2021", "0..9", "0000..2000"]) {
      expect(await refused([base, stricter, "--years", years])).toContain(
        `\`--years ${years}\` is not a range of years`,
      );
    }
  });

  it("explains the sides in its help", async () => {
    const { stdout } = await diff(["--help"]);
    for (const part of ["GIT-REF:DIR", "DIR@1.0", "--fail-on", "--ignore"]) expect(stdout).toContain(part);
  });

  it("shows progress on a terminal alone, and takes it away", async () => {
    const quiet = await diff([base, stricter]);
    expect(quiet.stderr).toBe("");
    const { stderr } = await diff([base, stricter], { isTerminal: true });
    expect(stderr).toMatch(/^\r.\[K\w/);
    expect(stderr).toMatch(/\r.\[K$/);
  });
});

describe("a side of diff", () => {
  it("is read from git, and named by its commit", async () => {
    const repository = new Repository();
    draft(library, join(repository.directory, "rules"));
    repository.commit("First");
    draft(library, join(repository.directory, "rules"), { "facts.yaml": [["max: 150", "max: 120"]] });
    repository.commit("Second");
    const world = { env: { ...repository.env, GIT_DIR: join(repository.directory, ".git") } };
    const { code, stdout, stderr } = await diff(["HEAD~1:rules", "main:rules@3.0", "--format", "json"], world);
    expect(code).toBe(0);
    expect(stderr).toBe(
      "note: the revisions 1.0, 2.0 differ between the sides too, and are not compared here; " +
        "secor diff HEAD~1:rules@1.0 main:rules@1.0 compares the first of them\n",
    );
    const report = JSON.parse(stdout) as DiffReport;
    expect(report.structure.map(({ id, basePlace }) => [id, basePlace?.file])).toEqual([
      ["reader.age", "HEAD~1:rules/facts.yaml"],
    ]);
    expect(await refused(["HEAD~2:rules", "main:rules"], world)).toContain("error[unknown-ref]");
    draft(library, join(repository.directory, "rules"), { "facts.yaml": [["type: integer", "type: intger"]] });
    repository.commit("Third");
    const broken = await refused(["HEAD~1:rules", "HEAD:rules"], world);
    expect(broken).toContain("error[broken-side]: the head side, HEAD:rules, is not fit to be compared");
    expect(broken).toContain("--> HEAD:rules/facts.yaml:");
    expect(await refused([library, "HEAD:rules"], { env: { PATH: directory } })).toContain("error[git-not-found]");
  });

  it("that is broken is an error whatever the other is like, never a comparison without changes", async () => {
    const broken = draft(library, join(directory, "broken"), { "decisions.yaml": [["is: unmet", "is: unmte"]] });
    for (const sides of [
      [broken, broken],
      [broken, base],
      [base, broken],
    ]) {
      expect(await refused(sides)).toContain("error[broken-side]");
    }
    expect(await refused([base, "rules/secor"])).toContain("error[different-procedures]");
    expect(await refused([base, "nowhere"])).toContain("error[unknown-side]");
  });

  it("is said to hold more differences than are compared", async () => {
    const later = draft(library, join(directory, "later"), { "clauses/all.yaml": [["days: 42", "days: 30"]] });
    const { code, stderr } = await diff([base, `${later}@1.0`]);
    expect(code).toBe(0);
    expect(stderr).toBe(
      `note: revision 2.0 differs between the sides too, and is not compared here; secor diff ${library}@2.0 ${later}@2.0 compares it\n`,
    );
  });

  it("whose approved content was changed is compared with a warning", async () => {
    const digest = `sha256:${"0".repeat(64)}`;
    const sealed = draft(library, join(directory, "sealed"), {
      "procedure.yaml": [["note: First rules.", `note: First rules.\n    digest: ${digest}`]],
    });
    const { code, stderr } = await diff([`${sealed}@1.0`, base]);
    expect(code).toBe(0);
    expect(stderr).toContain("warning[approved-content-changed]");
    expect(stderr).toContain(`--> ${sealed}/procedure.yaml:`);
    expect(stderr).toContain("1 warning\n");
  });
});

describe("diff --output", () => {
  it("writes the report to a file, in place of what is there", async () => {
    const path = file(directory, "report.txt", "old\n");
    const { code, stdout, stderr } = await diff([base, stricter, "--output", path], { isTerminal: true });
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).not.toContain("error");
    expect(readFileSync(path, "utf8")).toBe((await diff([base, stricter])).stdout);
    expect(readdirSync(directory).filter((name) => name.includes(".tmp"))).toEqual([]);
  });

  it("leaves what is there where the comparison can't be made", async () => {
    const path = file(directory, "kept.txt", "old\n");
    expect(await refused([base, "nowhere", "-o", path])).toContain("error[unknown-side]");
    expect(readFileSync(path, "utf8")).toBe("old\n");
    expect(await refused([base, base, "-o", directory])).toContain("error[not-a-file]");
    expect(await refused([base, base, "-o", join(directory, "no", "report.txt")])).toContain(
      "error[directory-not-found]",
    );
  });
});

describe("diff --fail-on", () => {
  it("exits with 1 on such an effect, and with 0 once its lines are in the file of --ignore", async () => {
    const failed = await diff([base, stricter, "--fail-on", "tightens"]);
    expect(failed.code).toBe(1);
    expect(failed.stdout).toBe((await diff([base, stricter])).stdout);
    expect(failed.stderr).toContain("failed by --fail-on tightens: ");
    expect(failed.stderr).toContain("expires: 2021-05-30");
    const lines = failed.stderr.split("\n").filter((line) => line.startsWith("- "));
    const path = file(directory, "accepted.yaml", `${lines.join("\n")}\n`);
    const args = [base, stricter, "--fail-on", "tightens", "--ignore", path];
    expect(await refused(args)).toContain("error[missing-reason]");
    file(directory, "accepted.yaml", `${lines.join("\n").replaceAll(/<[^>]*>/g, "Meant so.")}\n`);
    const accepted = await diff(args);
    expect([accepted.code, accepted.stdout]).toEqual([0, failed.stdout]);
    expect(accepted.stderr.match(/^ignored until 2021-05-30: .*: Meant so\.$/gm)).toHaveLength(lines.length);
    const later = await diff([...args, "--as-of", "2021-05-31"]);
    expect(later.code).toBe(1);
    expect(later.stderr).toContain("warning[ignore-expired]");
    const unused = await diff([base, same, "--ignore", path]);
    expect(unused.code).toBe(0);
    expect(unused.stderr.match(/warning\[ignore-unused\]/g)).toHaveLength(lines.length);
  });

  it("passes where nothing of the kind is found", async () => {
    expect((await diff([stricter, base, "--fail-on", "tightens"])).code).toBe(0);
    expect((await diff([stricter, base, "--fail-on", "tightens,loosens"])).code).toBe(1);
    expect((await diff([stricter, base, "--fail-on", "tightens", "--fail-on", "any"])).code).toBe(1);
    const { code, stderr } = await diff([base, same, "--fail-on", "any"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(await refused([base, same, "--fail-on", "tigthens"])).toContain("nearest: `tightens`");
    expect(await refused([base, same, "--as-of", "2021-02-30"])).toContain("error[not-a-date]");
  });
});

describe("diff --cases", () => {
  const young = (age: number, changes: Readonly<Record<string, unknown>> = {}): string =>
    JSON.stringify(
      lentAs({ case: `aged ${age}`, facts: { reader: { age, guardian_agrees: false, fines: [] } }, ...changes }),
    );
  const lines = [13, 14, 14, 15].map((age) => young(age));

  it("tells what becomes of cases, a line each, from a file or standard input", async () => {
    const path = file(directory, "cases.ndjson", `\ufeff${lines.join("\n")}\n\n`);
    const { impact } = await reportOf([base, stricter, "--cases", path]);
    expect(impact).toEqual({
      cases: 4,
      refused: [],
      refusedCount: 0,
      transitions: [
        {
          decision: "lending",
          before: "lend",
          after: "ask_guardian",
          count: 2,
          direction: "worse",
          clauses: [{ clause: "2", count: 2 }],
          first: ["aged 14", "aged 14"],
        },
      ],
      unchanged: 2,
    });
    const read = await reportOf([base, stricter, "--cases", "-"], { stdin: lines.join("\n") });
    expect(read.impact).toEqual(impact);
  });

  it("takes a case file, or a directory of them", async () => {
    const cases = join(directory, "cases");
    mkdirSync(join(cases, "more"), { recursive: true });
    file(cases, "a.yaml", "asOf: 2020-03-01\nfacts: { reader: { age: 14, guardian_agrees: false, fines: [] } }\n");
    file(join(cases, "more"), "b.json", young(14));
    expect((await reportOf([base, stricter, "--cases", cases])).impact?.transitions[0]?.first).toEqual([
      join(cases, "a.yaml"),
      "aged 14",
    ]);
    expect((await reportOf([base, stricter, "--cases", join(cases, "a.yaml")])).impact?.cases).toBe(1);
    file(cases, "c.yaml", "asOf: 2020-03-01\nfact: {}\n");
    expect(await refused([base, stricter, "--cases", cases])).toContain(`${join(cases, "c.yaml")}:2:1`);
  });

  it("counts a case that a side refuses, and goes on", async () => {
    const { impact } = await reportOf([base, stricter, "--cases", "-"], { stdin: `${young(151)}\n${young(14)}\n` });
    expect(impact).toMatchObject({
      cases: 2,
      refusedCount: 1,
      refused: [{ case: "aged 151", side: "both", message: "`reader.age`: 151 is too large" }],
    });
  });

  it.each([
    ["a line that is no JSON", "nonsense", "standard input:2:1"],
    ["a key that no case has", '{"case": "x", "fatcs": {}}', "standard input:2:15"],
    ["a value of the wrong type", '{"case": "x", "facts": 7}', "standard input:2:24"],
    ["a mistake in JSON that YAML does not mind", '{"case": "x", "facts": {},}', "standard input:2:26"],
  ])("stops at %s, with its place", async (_what, line, place) => {
    const said = await refused([base, stricter, "--cases", "-"], { stdin: `${young(14)}\n${line}\n` });
    expect(said).toContain(`--> ${place}\n`);
    expect(said).toContain(line);
  });

  it("says which day it took for cases without one", async () => {
    const stdin = `${young(14, { asOf: undefined })}\n${young(15)}\n`;
    const { code, stderr } = await diff([base, stricter, "--cases", "-"], { stdin });
    expect([code, stderr]).toEqual([
      0,
      "note: 1 case without `asOf` evaluated as of today, 2021-03-01; --as-of sets another date\n",
    ]);
    await reportOf([base, stricter, "--cases", "-", "--as-of", "2020-05-01"], { stdin });
  });

  it("is an error where there are none", async () => {
    expect(await refused([base, stricter, "--cases", "-"], { stdin: "\n \n" })).toContain("error[no-cases]");
    expect(await refused([base, stricter, "--cases", join(directory, "none.ndjson")])).toContain(
      "error[file-not-found]",
    );
    expect(await refused([base, stricter, "--cases", join(directory, "none.yaml")])).toContain("error[file-not-found]");
    expect(await refused([base, stricter, "--cases", library.replace("library", "")])).toContain("error[");
  });
});
