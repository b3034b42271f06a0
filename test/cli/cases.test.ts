import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { command, file, library, temporaryDirectory } from "./support/command.ts";
import { lent } from "./support/library.ts";

const directory = temporaryDirectory();
const rules = ["--rules", library];
const passing = `${lent}expect: { decisions: { lending: lend }, clauses: { "2.2": met } }\n`;
const failing = passing
  .replace("case: lent", "case: refused\ntitle: Refused for a fine")
  .replace("lending: lend", "lending: refuse");

/** A directory with these cases. */
function cases(name: string, contents: Readonly<Record<string, string>>): string {
  const path = join(directory, name);
  mkdirSync(path, { recursive: true });
  for (const [each, content] of Object.entries(contents)) file(path, each, content);
  return path;
}

describe("test", () => {
  it("counts what passes", async () => {
    const path = cases("good", { "a.yaml": passing, "b.yaml": passing, "c.yaml": lent });
    const { code, stdout, stderr } = await command(["test", path, ...rules]);
    expect([code, stdout, stderr]).toEqual([0, "2 passed, 0 failed\n", ""]);
  });

  it("shows what was expected and what came out, with its place", async () => {
    const path = cases("mixed", {
      "a.yaml": passing,
      "b.yaml": failing,
      "c.yaml": passing.replace('"2.2"', '"2-2"'),
      "d.yaml": "facts: [",
    });
    const { code, stdout } = await command(["test", path, ...rules]);
    expect(code).toBe(1);
    expect(stdout.replaceAll(path, "CASES")).toBe(`\
failed refused (Refused for a fine)
  decisions.lending at CASES/b.yaml:9:33
    expected  refuse
    actual    lend
    why       - The book may be lent.
              - it rests on 2.2
              - for refuse: The reader owed: more than 10 euros, was 0 euros

failed lent
error[unknown-clause]: there is no clause \`2-2\` in revision 1.0
 --> CASES/c.yaml:8:52
  |
8 | expect: { decisions: { lending: lend }, clauses: { "2-2": met } }
  |                                                    ^^^^^
  = expected: one of \`1\`, \`2\`, \`2.1\`, \`2.2\`, \`3\`
  = nearest: \`2.2\`
  = remedy: write "2.2"

failed CASES/d.yaml
error[yaml-syntax]: this \`[\` is never closed
 --> CASES/d.yaml:1:8
  |
1 | facts: [
  |        ^
  = remedy: write \`]\` after its last entry; what is inside must be indented further than the line it starts on

1 passed, 3 failed
`);
  });

  it("gives the same as JSON", async () => {
    const path = cases("json", { "b.yaml": failing });
    const { code, stdout } = await command(["test", path, ...rules, "--format", "json"]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      passed: 0,
      failed: 1,
      cases: [
        {
          file: join(path, "b.yaml"),
          case: "refused",
          title: "Refused for a fine",
          passed: false,
          differences: [
            {
              what: "decisions.lending",
              expected: "refuse",
              actual: "lend",
              why: ["The book may be lent.", "it rests on 2.2", expect.stringContaining("for refuse: ")],
              line: 9,
              column: 33,
            },
          ],
          problems: [],
        },
      ],
    });
  });

  it("runs only the cases with a text in their name, title or path", async () => {
    const path = cases("filtered", { "a.yaml": passing, "b.yaml": failing });
    expect((await command(["test", path, ...rules, "--filter", "for a fine"])).stdout).toMatch(
      /\n0 passed, 1 failed\n$/,
    );
    expect((await command(["test", path, ...rules, "--filter", "a.yaml"])).stdout).toBe("1 passed, 0 failed\n");
    const none = await command(["test", path, ...rules, "--filter", "nothing like it"]);
    expect([none.code, none.stdout]).toEqual([2, ""]);
    expect(none.stderr).toContain("error[no-cases]");
  });

  it("takes the cases that lie beside the rules, and says where they are missing", async () => {
    const own = join(directory, "own");
    cpSync(library, own, { recursive: true });
    const missing = await command(["test", "--rules", own]);
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain(`there is no file or directory ${join(own, "cases")}`);
    cases("own/cases", { "a.yaml": passing });
    expect((await command(["test", "--rules", own])).stdout).toBe("1 passed, 0 failed\n");
  });

  it("tells what the cases show of the rules, and fails by the minimum alone", async () => {
    const path = cases("covering", { "a.yaml": passing });
    const told = await command(["test", path, ...rules, "--coverage"]);
    expect(told.code).toBe(0);
    expect(told.stdout).toMatch(/^1 passed, 0 failed\n\nclauses +\d\/6\n[\s\S]*\n\d\d\.\d % of the rules covered: /);
    expect(told.stdout).toContain("clause 2.1 (Children), of revision 1.0\n");
    expect(told.stdout).toMatch(
      /never true: the reader's age is less than 14 years\n +fixtures\/\S+all\.yaml:\d+:\d+\n/,
    );
    expect(told.stdout).toMatch(/\na case that shows \[\d+\]/);
    const percent = Number(/([\d.]+) % of the rules/.exec(told.stdout)?.[1]);
    const enough = await command(["test", path, ...rules, "--min-coverage", String(percent)]);
    expect([enough.code, enough.stdout]).toEqual([0, expect.stringContaining(`(at least ${percent} % wanted)`)]);
    expect((await command(["test", path, ...rules, "--min-coverage", String(percent + 1)])).code).toBe(1);
    expect((await command(["test", "--min-coverage", "100"])).code).toBe(0);
  });

  it.each(["101", "-1", "many", ""])("refuses %s as a minimum", async (percent) => {
    const { code, stdout, stderr } = await command(["test", `--min-coverage=${percent}`]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("error[usage]");
  });

  it.each(["json", "junit", "html"])("gives %s with and without coverage, to a file or not", async (format) => {
    const path = cases("formats", { "a.yaml": passing, "b.yaml": failing, "d.yaml": "facts: [" });
    const output = join(directory, `report.${format}`);
    const printed = await command(["test", path, ...rules, "--format", format]);
    expect([printed.code, printed.stderr]).toEqual([1, ""]);
    const quiet = await command(["test", path, ...rules, "--format", format, "-o", output]);
    expect([quiet.code, quiet.stdout, readFileSync(output, "utf8")]).toEqual([1, "", printed.stdout]);
    expect(printed.stdout).not.toContain("of the rules");
    // The built-in cases leave nothing open, so that nothing has to be looked into.
    const covering = await command(["test", "--format", format, "--min-coverage", "100"]);
    expect([covering.code, covering.stderr]).toEqual([0, ""]);
    expect(covering.stdout).toContain(format === "json" ? '"percentage": 100' : "100 % of the rules");
  });

  it("has no use for a format that programs read, one report after the other", async () => {
    const { code, stderr } = await command(["test", "--watch", "--format", "junit"]);
    expect(code).toBe(2);
    expect(stderr).toContain("= remedy: add --output, or leave out --format");
  });

  it("passes all built-in cases", async () => {
    const { code, stdout } = await command(["test"]);
    expect(stdout).toMatch(/^[1-9]\d* passed, 0 failed\n$/);
    expect(code).toBe(0);
  });
});

describe("ledger", () => {
  const path = cases("ledger", { "a.yaml": passing });

  it("accounts for every clause", async () => {
    const { code, stdout, stderr } = await command(["ledger", "--cases", path, ...rules, "--revision", "1.0"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(`\
1    informative                Purpose: It states a purpose and no condition.
2    encoded, tested by 1 case  Who may borrow
2.1  encoded, UNTESTED          Children
2.2  encoded, tested by 1 case  Fines
3    encoded, tested by 1 case  Return

5 clauses of revision 1.0: 3 encoded and tested, 1 encoded and untested, 1 informative, 0 missing
100 % accounted for
`);
  });

  it("finds a number of the source that has no entry", async () => {
    const own = join(directory, "gap");
    cpSync(library, own, { recursive: true });
    const procedure = join(own, "procedure.yaml");
    const text = readFileSync(procedure, "utf8");
    writeFileSync(procedure, text.replace('["1", "2", "2.1", "2.2", "3"]', '["1", "2", "2.1", "2.2", "4"]'));
    const { code, stdout } = await command(["ledger", "--cases", path, "--rules", own]);
    expect(code).toBe(1);
    expect(stdout).toContain("4    MISSING\n");
    expect(stdout).toContain("Without a number in the source\n3  encoded, tested by 1 case  Return\n");
    expect(stdout).toMatch(/\n83 % accounted for\n$/);
  });

  it("gives the same as JSON", async () => {
    const { stdout } = await command(["ledger", "--cases", path, ...rules, "--format", "json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      revision: "2.0",
      clauses: 5,
      accounted: 5,
      percentage: 100,
      entries: [{ clause: "1", state: "informative" }, { clause: "2", tested: true, cases: 1 }, {}, {}, {}],
    });
  });

  it("accounts for all of the built-in procedure, every encoded clause tested", async () => {
    const { code, stdout } = await command(["ledger"]);
    expect(code).toBe(0);
    expect(stdout).toContain("100 % accounted for");
    expect(stdout).toContain(" 0 encoded and untested");
  });
});
