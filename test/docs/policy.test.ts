import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadProcedure } from "../../engine/index.ts";
import { command } from "../cli/support/command.ts";

const page = readFileSync("docs/for-policy-owners.md", "utf8");

/** The files of the example, each with its path on the page before it. */
const files = [...page.matchAll(/^`(permit\/[^`]+)`\n\n```yaml\n([\s\S]*?)```/gm)].map(([, path = "", text = ""]) => ({
  path,
  text,
}));
const directory = mkdtempSync(join(tmpdir(), "policy-"));
const rules = join(directory, "permit");
afterAll(() => rmSync(directory, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(directory, path)), { recursive: true });
  writeFileSync(join(directory, path), text);
}
for (const { path, text } of files) write(path, text);

/** The blocks of a language on the page, in order. */
function blocks(language: string): readonly string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)\n\`\`\``, "gm"))].map(([, text = ""]) => text);
}

/** Runs the commands of a block, which all have to succeed, and gives what the last one prints. */
async function runBlock(nth: number): Promise<string> {
  let printed = "";
  for (const line of (blocks("sh")[nth] ?? "").split("\n")) {
    const words = [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word).slice(1);
    const outcome = await command(words.map((word) => (word.startsWith("permit") ? join(directory, word) : word)));
    expect([line, outcome.code, outcome.stderr.includes("error")]).toEqual([line, 0, false]);
    printed = outcome.stdout;
  }
  return printed;
}

/** The block that begins with some words. */
const yamlBlock = (start: string): string => blocks("yaml").find((text) => text.startsWith(start)) ?? "";

describe("the new procedure in docs/for-policy-owners.md", () => {
  it("has five files", () => {
    expect(files.map(({ path }) => path)).toEqual([
      "permit/procedure.yaml",
      "permit/facts.yaml",
      "permit/clauses/1.yaml",
      "permit/decisions.yaml",
      "permit/cases/long.yaml",
    ]);
  });

  it("decides both ways", () => {
    const procedure = loadProcedure(rules);
    const outcomeFor = (length: number) => {
      const facts = { request: { made_on: "2025-03-03" }, vehicle: { length } };
      return procedure.evaluate({ asOf: "2025-03-03", revision: "1.0", facts }).decisions.permit?.outcome;
    };
    expect([outcomeFor(5), outcomeFor(5.2)]).toEqual(["give", "refuse"]);
  });

  it("passes the commands that the page names", async () => {
    expect(blocks("sh")[0]?.split("\n").length).toBe(3);
    await runBlock(0);
    expect((await command(["test", "--rules", rules])).stdout).toContain("1 passed, 0 failed");
  });

  it("refuses an empty value in a case", async () => {
    write("empty.yaml", "asOf: 2025-03-03\nfacts:\n  request:\n    made_on:\n");
    const { code, stderr } = await command(["evaluate", join(directory, "empty.yaml"), "--rules", rules]);
    expect(code).toBe(2);
    expect(stderr).toContain("error[empty-value]");
  });
});

describe("the way from a draft to an approved revision on the page", () => {
  const textOf = (path: string) => readFileSync(join(directory, path), "utf8");
  const lengthOf = (length: number, made_on: string) => ({ request: { made_on }, vehicle: { length } });
  const decide = (length: number, day: string) =>
    loadProcedure(rules).evaluate({ asOf: day, facts: lengthOf(length, day) });

  it("seals the first revision, whose entry then looks as it is shown", async () => {
    const before = textOf("permit/procedure.yaml");
    await runBlock(1);
    const [digest = ""] = /sha256:[0-9a-f]{64}/.exec(textOf("permit/procedure.yaml")) ?? [];
    const [head = ""] = before.split("  - revision:");
    const shown = yamlBlock('  - revision: "1.0"').replace("sha256:DIGEST", digest);
    expect(textOf("permit/procedure.yaml")).toBe(`${head}${shown}\n`);
    const result = decide(4, "2025-03-03");
    expect([result.digest, result.decisions.permit?.outcome, result.warnings]).toEqual([digest, "give", []]);
    expect(textOf("permit/seals/1.0.yaml")).toContain(digest);
  });

  it("starts a draft, shows it and seals it", async () => {
    await runBlock(2);
    write("permit/clauses/1.yaml", `${textOf("permit/clauses/1.yaml")}${yamlBlock('      - revision: "1.1"')}\n`);
    expect(await runBlock(3)).toContain("5.5 metres");
    expect(decide(5.2, "2026-01-01").revision).toBe("1.0");
    const timeline = await runBlock(4);
    const shown = blocks("text").find((text) => text.startsWith("What governs when")) ?? "";
    expect(shown).not.toBe("");
    expect(timeline).toContain(shown);
    expect(timeline).toContain("  clauses: changed 1\n");
  });

  it("leaves what was decided before", () => {
    const outcomes = ["2025-12-31", "2026-01-01"].map((day) => decide(5.2, day).decisions.permit?.outcome);
    expect(outcomes).toEqual(["refuse", "give"]);
  });

  it("ran every command that the page shows in a block", () => {
    expect(blocks("sh").length).toBe(5);
  });
});
