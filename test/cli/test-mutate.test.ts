import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { command, file, library, temporaryDirectory } from "./support/command.ts";

const directory = temporaryDirectory();
const rules = ["--rules", library];

/** A case of the library's first revision. */
const lent = (name: string, age: number, agrees: boolean, status: string) => `case: ${name}
asOf: 2020-03-01
facts:
  loan: { applied_on: 2020-02-10, returned_on: null }
  reader: { age: ${age}, guardian_agrees: ${agrees}, fines: [] }
expect: { clauses: { "2.1": ${status} } }
`;

/** A directory with some cases in it. */
function cases(name: string, ...texts: readonly string[]): string {
  const path = join(directory, name);
  mkdirSync(path, { recursive: true });
  for (const [at, text] of texts.entries()) file(path, `${at}.yaml`, text);
  return path;
}

const one = cases("one", lent("a", 13, false, "unmet"));
const both = cases(
  "both",
  lent("a", 13, false, "unmet"),
  lent("b", 13, true, "met"),
  lent("c", 14, false, "not_applicable"),
);

describe("test --mutate", () => {
  it("shows each change that goes unnoticed, with the case to paste, and exits with 1", async () => {
    const { code, stdout, stderr } = await command(["test", one, ...rules, "--mutate", "--only", "2.1"]);
    expect([code, stderr]).toEqual([1, ""]);
    const [summary = "", , tried = ""] = stdout.split("\n");
    expect(summary).toBe("6 mutants: 5 killed, 0 equivalent (proved), 0 unknown, 1 survived");
    expect(tried).toBe("Each is revision 1.0 with one small change, tried on 1 case.");
    expect(stdout).toContain(`survived clause 2.1 at ${library}/clauses/all.yaml:46:22
  appliesWhen: { fact: reader.is_child, operator: equal, value: true } → (nothing)
  No case notices it. This one would:

    case: clause-2-1-part
    title: "Clause 2.1 with appliesWhen: { fact: reader.is_child, operator: equal, value: true }"
    asOf: 2020-06-13
    facts:
`);
    const [, block = ""] = /would:\n\n([\s\S]*)$/.exec(stdout) ?? [];
    const pasted = cases("pasted", lent("a", 13, false, "unmet"), block.replaceAll(/^ {4}/gm, ""));
    const again = await command(["test", pasted, ...rules, "--mutate", "--only", "2.1"]);
    expect([again.code, again.stdout.split("\n")[0]]).toEqual([
      0,
      "6 mutants: 6 killed, 0 equivalent (proved), 0 unknown, 0 survived",
    ]);
  });

  it("exits with 0 where every change is noticed", async () => {
    const { code, stdout } = await command(["test", both, ...rules, "--mutate", "--only", "2.1", "--format", "json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ revision: "1.0", cases: 3, mutants: 6, killed: 6, survived: 0 });
  });

  it("changes the revision named, a decision or a file alone, and heeds the filter", async () => {
    const told = async (...args: string[]) =>
      JSON.parse((await command(["test", both, ...rules, "--mutate", "--format", "json", ...args])).stdout);
    expect(await told("--only", "lending", "--revision", "2.0")).toMatchObject({
      revision: "2.0",
      cases: 0,
      killed: 0,
    });
    const decision = await told("--only", "lending");
    const byFile = await told("--only", "decisions.yaml");
    expect(byFile.changes.map(({ before }: { before: string }) => before)).toEqual(
      decision.changes.map(({ before }: { before: string }) => before),
    );
    expect(await told("--only", "2.1", "--filter", "0.yaml")).toMatchObject({ cases: 1, killed: 5, survived: 1 });
  });

  it("shows the cases that fail, and changes nothing before they pass", async () => {
    const failing = cases("failing", lent("a", 13, false, "met"));
    const { code, stdout } = await command(["test", failing, ...rules, "--mutate"]);
    expect([code, stdout]).toMatchObject([1, expect.stringMatching(/^failed a\n[\s\S]*0 passed, 1 failed\n$/)]);
  });

  it("shows how far it is on a terminal", async () => {
    const { stderr } = await command(["test", both, ...rules, "--mutate", "--only", "2.1"], { isTerminal: true });
    expect(stderr).toContain("change 1 of 6: clause 2.1");
  });

  it("refuses names that stand for nothing, and options without it", async () => {
    const wrong = await command(["test", both, ...rules, "--mutate", "--only", "lendin"]);
    expect([wrong.code, wrong.stdout]).toEqual([2, ""]);
    expect(wrong.stderr).toContain("nearest: `lending`");
    const revision = await command(["test", both, ...rules, "--mutate", "--revision", "9"]);
    expect([revision.code, revision.stdout]).toEqual([2, ""]);
    const idle = await command(["test", both, ...rules, "--only", "2.1"]);
    expect([idle.code, idle.stdout]).toEqual([2, ""]);
    expect(idle.stderr).toContain("`--only` says nothing without `--mutate`");
  });
});
