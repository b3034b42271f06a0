import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

/** The runnable blocks of a page, each with what the page says it prints. */
function examples(page: string): readonly { code: string; prints: string }[] {
  const blocks = [...page.matchAll(/```js\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g)];
  return blocks.map(([, code = "", prints = ""]) => ({ code, prints }));
}

describe("docs/for-developers.md", () => {
  const page = readFileSync("docs/for-developers.md", "utf8");
  const found = examples(page);

  it("shows what every block prints", () => {
    expect(found.length).toBe(page.split("```js\n").length - 1);
    expect(found.length).toBeGreaterThan(3);
  });

  it.each(found.map((example, at) => [at + 1, example] as const))("block %d prints what it says", (_at, example) => {
    const printed = execFileSync(process.execPath, ["--input-type=module", "-e", example.code], { encoding: "utf8" });
    expect(printed).toBe(example.prints);
  });

  it("has blocks that the compiler accepts in its strictest form, and fields that it does not", () => {
    const wrong = [
      'evaluate({ asof: "2019-12-20", facts: {} })',
      'evaluate({ asOf: "2019-12-20", facts: {} }).decision',
      'evaluate({ asOf: "2019-12-20", facts: {} }).decisions.eligibility.outcome',
    ].map((call) => `import { loadProcedure } from "secor";\nloadProcedure().${call};\n`);
    const right = [...found.map(({ code }) => code), wrongFact];
    const failed = filesWithErrors([...right, ...wrong]);
    expect(failed).toEqual(wrong.map((_, at) => right.length + at));
  });

  it("shows the rows of `batch`", () => {
    const [input = "", row = ""] = [...page.matchAll(/```json\n(.*)\n```/g)].map(([, line = ""]) => line);
    const misspelt = '{"case": "a-2", "asOf": "2019-12-20", "facts": {"employer": {"peak_headcont": 11}}}';
    const { stdout } = spawnSync(process.execPath, ["dist/cli/main.js", "batch"], {
      input: `${input}\n${misspelt}\n`,
      encoding: "utf8",
    });
    const [decided, refused] = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect([decided.case, decided.revision]).toEqual(["a-1", "1.0"]);
    const shown = JSON.parse(row);
    const [problem] = refused.error.problems;
    expect(Object.keys(problem)).toEqual(Object.keys(shown.error.problems[0]));
    const words = { message: "…", expected: "…", remedy: "…" };
    expect({ error: { ...refused.error, problems: [{ ...problem, ...words }] } }).toEqual(shown);
  });
});

/** A fact that there is not, which the compiler lets pass. */
const wrongFact = `import { loadProcedure } from "secor";
loadProcedure().evaluate({ asOf: "2019-12-20", facts: { employer: { peak_headcont: 9 } } });
`;

/** The numbers of the programs in which the compiler finds an error, in a project that has the package installed. */
function filesWithErrors(programs: readonly string[]): readonly number[] {
  const project = mkdtempSync(join(tmpdir(), "types-"));
  try {
    mkdirSync(join(project, "node_modules"));
    symlinkSync(resolve("."), join(project, "node_modules", "secor"), "dir");
    programs.forEach((program, at) => {
      writeFileSync(join(project, `block${at}.mts`), program);
    });
    const names = programs.map((_, at) => `block${at}.mts`);
    const options = ["--noEmit", "--strict", "--noUncheckedIndexedAccess", "--exactOptionalPropertyTypes"];
    const target = ["--module", "nodenext", "--target", "es2023", "--types", "node"];
    const roots = ["--typeRoots", resolve("node_modules/@types")];
    const tsc = resolve("node_modules/.bin/tsc");
    const { stdout } = spawnSync(tsc, [...options, ...target, ...roots, ...names], { cwd: project, encoding: "utf8" });
    const failed = [...stdout.matchAll(/^block(\d+)\.mts/gm)].map(([, at]) => Number(at));
    return [...new Set(failed)].sort((a, b) => a - b);
  } finally {
    rmSync(project, { recursive: true });
  }
}
