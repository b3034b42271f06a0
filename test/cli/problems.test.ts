import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { command, file, library, type Outcome, temporaryDirectory } from "./support/command.ts";
import { lent } from "./support/library.ts";

const directory = temporaryDirectory();
const rules = ["--rules", library];

/** Evaluates a case and gives what is said about it, its path written as CASE. */
async function saidOf(content: string | Buffer, ...args: readonly string[]): Promise<string> {
  const path = file(directory, "case.yaml", content);
  const outcome = await command(["evaluate", path, ...rules, ...args]);
  return said(outcome).replaceAll(path, "CASE");
}

/** What is said of wrong input, which never gives a result. */
function said({ code, stdout, stderr }: Outcome): string {
  expect(stdout).toBe("");
  expect(code).toBe(2);
  return stderr;
}

describe("a case that is wrong", () => {
  it("a misspelled fact", async () => {
    expect(await saidOf("asOf: 2020-03-01\nfacts:\n  reader:\n    aeg: 30\n")).toBe(`\
error[unknown-fact]: there is no fact \`reader.aeg\`
 --> CASE:4:5
  |
4 |     aeg: 30
  |     ^^^
  = expected: the facts of \`reader\`: \`age\`, \`guardian_agrees\`, \`fines\`
  = nearest: \`reader.age\`
  = remedy: write \`age\`

1 error
`);
  });

  it("a value of the wrong type, and an impossible date: both at once", async () => {
    expect(
      await saidOf("asOf: 2020-03-01\nfacts:\n  loan: { applied_on: 2020-02-30 }\n  reader: { age: ten }\n"),
    ).toBe(`\
error[not-a-date]: \`loan.applied_on\`: \`2020-02-30\` is not a date: February 2020 has 29 days
 --> CASE:3:23
  |
3 |   loan: { applied_on: 2020-02-30 }
  |                       ^^^^^^^^^^
  = expected: a calendar date, YYYY-MM-DD
  = remedy: write a date that exists, as YYYY-MM-DD, or leave the fact out

error[wrong-type]: \`reader.age\`: the text "ten" is not a whole number of years
 --> CASE:4:18
  |
4 |   reader: { age: ten }
  |                  ^^^
  = expected: a whole number of years
  = remedy: write the number in digits alone, or leave the fact out if it is unknown

2 errors
`);
  });

  it("facts that contradict each other", async () => {
    const facts = "facts:\n  loan:\n    applied_on: 2020-02-10\n    returned_on: 2020-02-01\n";
    expect(await saidOf(`asOf: 2020-03-01\n${facts}`)).toBe(`\
error[contradiction]: \`loan.returned_on\` and \`loan.applied_on\` contradict each other: A book can't come back before it was lent.
 --> CASE:5:18
  |
5 |     returned_on: 2020-02-01
  |                  ^^^^^^^^^^
 --> CASE:4:17
  |
4 |     applied_on: 2020-02-10
  |                 ^^^^^^^^^^ \`loan.applied_on\` is given here
  = remedy: correct one of these facts, or leave out the one that is not known

1 error
`);
  });

  it("a misspelled key of the case itself", async () => {
    expect(await saidOf("asOf: 2020-03-01\nfact:\n  reader: {}\n")).toMatch(
      /^error\[(unknown-key|missing-key)\].*\n(.*\n)*.*CASE:2:1/,
    );
  });

  it("a date on which no revision governs names those that there are", async () => {
    expect(await saidOf("asOf: 2024-03-01\nfacts:\n  loan: { applied_on: 2024-02-10 }\n")).toBe(`\
error[no-governing-revision]: no approved revision is in force on 2024-02-10 (\`loan.applied_on\`)
 --> CASE:3:23
  |
3 |   loan: { applied_on: 2024-02-10 }
  |                       ^^^^^^^^^^
  = expected: a date within revision 1.0 (approved, from 2020-01-01 up to, not including, 2022-07-01); revision 2.0 (approved, from 2022-07-01 up to, not including, 2023-07-01)
  = remedy: check the date, or name the revision to decide by (revision 1.0 or 2.0 or 3.0)

1 error
`);
  });

  it("a file that is no text", async () => {
    expect(await saidOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]))).toBe(`\
error[not-text]: CASE is not a text file
  = remedy: give a YAML or JSON file, not a document, picture or archive

1 error
`);
  });

  it("a file that is not there, with the nearest that is", async () => {
    file(directory, "application.yaml", lent);
    const path = join(directory, "aplication.yaml");
    expect(said(await command(["evaluate", path, ...rules])).replaceAll(directory, "DIR")).toBe(`\
error[file-not-found]: there is no file DIR/aplication.yaml
  = nearest: \`DIR/application.yaml\`
  = remedy: check the name and the folder you are in

1 error
`);
  });

  it("a directory in place of a file", async () => {
    expect(said(await command(["evaluate", directory, ...rules]))).toContain("error[not-a-file]");
  });

  it("standard input that is broken is called that", async () => {
    const outcome = await command(["evaluate", "-", ...rules], { stdin: "facts: [" });
    expect(said(outcome)).toContain("--> standard input:1:8");
  });

  it("standard input that never ends is given up", async () => {
    function* endless(): Generator<string> {
      for (;;) yield "#".repeat(65_536);
    }
    expect(said(await command(["evaluate", "-", ...rules], { stdin: endlessly(endless(), 100) }))).toContain(
      "error[file-too-large]: standard input is larger than 2 MiB",
    );
  });

  it("names that reach into the program", async () => {
    expect(await saidOf("asOf: 2020-03-01\nfacts:\n  __proto__: { age: 1 }\n")).toContain("error[hostile-key]");
    expect(await saidOf('{"asOf": "2020-03-01", "facts": {"constructor": {"name": "x"}}}')).toContain(
      "error[hostile-key]",
    );
  });
});

/** The first pieces of an endless input: enough to go over any limit. */
function endlessly(pieces: Iterable<string>, count: number): readonly string[] {
  const taken: string[] = [];
  for (const piece of pieces) if (taken.push(piece) === count) break;
  return taken;
}

describe("a command line that is wrong", () => {
  const evaluateLent = (...args: readonly string[]) => saidOf(lent, ...args);

  it("an unknown reading, and an unknown alternative", async () => {
    expect(await evaluateLent("--reading", "fine-counted=late_only")).toBe(`\
error[unknown-interpretation]: there is no interpretation \`fine-counted\` in revision 1.0
  = expected: \`fines-counted\`
  = nearest: \`fines-counted\`
  = remedy: write \`fines-counted\`

1 error
`);
    expect(await evaluateLent("--reading", "fines-counted=late")).toContain("error[unknown-alternative]");
    expect(await evaluateLent("--reading", "fines-counted")).toBe(`\
error[usage]: \`--reading fines-counted\` has no \`=\` between a name and a value
  = expected: an interpretation and its alternative, joined by \`=\`
  = remedy: write \`--reading name=value\`

1 error
`);
  });

  it("a reading or fact named like a part of the program", async () => {
    expect(await evaluateLent("--reading", "__proto__=x")).toContain("no interpretation `__proto__`");
    expect(await evaluateLent("--set", "__proto__=x")).toContain("no fact `__proto__`");
    expect(await evaluateLent("--set", "constructor=x")).toContain("no fact `constructor`");
  });

  it("an assignment of --set is shown like a line of a file", async () => {
    expect(await evaluateLent("--set", "loan.aplied_on=2020-01-01")).toBe(`\
error[unknown-fact]: there is no fact \`loan.aplied_on\`
 --> --set:1:1
  |
1 | loan.aplied_on=2020-01-01
  | ^^^^^^^^^^^^^^
  = expected: the id of a fact
  = nearest: \`loan.applied_on\`
  = remedy: write \`loan.applied_on\`

1 error
`);
    expect(await evaluateLent("--set", "reader.age=x")).toBe(`\
error[wrong-type]: \`reader.age\`: the text "x" is not a whole number of years
 --> --set:1:12
  |
1 | reader.age=x
  |            ^
  = expected: a whole number of years
  = remedy: write the number in digits alone, or leave the fact out if it is unknown

1 error
`);
  });

  it("a contradiction between --set and the case shows both", async () => {
    const said = await evaluateLent("--set", "loan.returned_on=2020-01-01");
    expect(said).toContain("--> --set:1:18");
    expect(said).toContain("--> CASE:4:23");
  });

  it("values of --set that don't fit their fact", async () => {
    expect(await evaluateLent("--set", "reader.age=none")).toContain(
      "error[none-not-allowed]: `reader.age` can't be none",
    );
    expect(await evaluateLent("--set", "reader.age=1e3")).toContain("error[wrong-type]");
    expect(await evaluateLent("--set", "reader.guardian_agrees=maybe")).toContain("error[wrong-type]");
    expect(await evaluateLent("--set", "reader.fines=[1")).toContain("error[not-json]: `reader.fines` is a list");
    expect(await evaluateLent("--set", 'reader.fines=[{"reason":"lte"}]')).toContain("= nearest: `late`");
    expect(await evaluateLent("--set", `reader.fines=${"[".repeat(50_000)}${"]".repeat(50_000)}`)).toContain(
      "error[wrong-type]: entry 1 of `reader.fines`",
    );
    expect(await evaluateLent("--set", "reader.age")).toContain("has no `=`");
  });

  it("an evaluation date that is none, and an unknown revision", async () => {
    expect(await evaluateLent("--as-of", "2020-13-01")).toContain("there is no month 13");
    expect(await evaluateLent("--revision", "9")).toContain("error[unknown-revision]: there is no revision 9");
  });

  it("an unknown command, option or choice, with the nearest", async () => {
    expect(said(await command(["evalute"]))).toMatch(
      /^error\[usage\]: unknown command `evalute`\n {2}= expected: one of `evaluate`, .*\n {2}= nearest: `evaluate`\n {2}= remedy: write `evaluate`\n\n1 error\n$/,
    );
    expect(said(await command(["evaluate", "x", "--fromat", "json"]))).toMatch(
      /^error\[usage\]: unknown option `--fromat`\n {2}= nearest: `--format`\n {2}= remedy: write `--format`\n\n1 error\n$/,
    );
    expect(said(await command(["revisions", "--format", "xml"]))).toContain("expected: one of `text`, `json`");
    expect(said(await command(["evaluate"]))).toContain("`<case>` is missing");
    expect(said(await command(["revisions", "more"]))).toContain("expected: 0 arguments, not 1");
    expect(said(await command(["help", "evalute"]))).toContain("nearest: `evaluate`");
    expect(said(await command(["batch", "--cross-check", "often"]))).toContain("expected: a whole number");
  });

  it("a directory of rules that is not there, or has no rules", async () => {
    mkdirSync(join(directory, "empty", "clauses"), { recursive: true });
    expect(said(await command(["revisions", "--rules", join(directory, "none")]))).toContain(
      "error[directory-not-found]",
    );
    expect(said(await command(["revisions", "--rules", join(directory, "empty")]))).toContain("error[no-clauses]");
  });
});

describe("every command", () => {
  const names = ["evaluate", "ask", "batch", "clause", "revisions", "ledger", "test", "check"];

  it.each(names)("%s has help with an example, --rules and --format", async (name) => {
    const { code, stdout, stderr } = await command([name, "--help"]);
    expect(code).toBe(0);
    expect(stderr).toBe("");
    expect(stdout).toMatch(new RegExp(`Example:\n  \\w+ ${name}`));
    expect(stdout).toContain("--rules <dir>");
    expect(stdout).toContain("--format <format>");
    expect((await command(["help", name])).stdout).toBe(stdout);
  });

  it("is listed in the help of the program, which is shown on standard error without any", async () => {
    const { code, stdout } = await command(["--help"]);
    expect(code).toBe(0);
    for (const name of names) expect(stdout).toMatch(new RegExp(`^ {2}${name}\\b`, "m"));
    const bare = await command([]);
    expect(bare.code).toBe(2);
    expect(bare.stdout).toBe("");
    for (const name of names) expect(bare.stderr).toContain(name);
  });

  it("knows its version", async () => {
    const { code, stdout } = await command(["--version"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe("colour", () => {
  const wrong = ["clause", "9", ...rules];

  it("is used on a terminal alone, and not with NO_COLOR or on a dumb one", async () => {
    const start = String.fromCharCode(27);
    expect((await command(wrong)).stderr).not.toContain(start);
    expect((await command(wrong, { isTerminal: true })).stderr).toContain(`${start}[1;31merror[unknown-clause]`);
    expect((await command(wrong, { isTerminal: true, env: { NO_COLOR: "1" } })).stderr).not.toContain(start);
    expect((await command(wrong, { isTerminal: true, env: { TERM: "dumb" } })).stderr).not.toContain(start);
  });
});
