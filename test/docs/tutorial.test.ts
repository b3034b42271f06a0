import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

/** A block of the page, and the text before it since the last one. */
interface Block {
  readonly before: string;
  readonly language: string;
  readonly text: string;
  /** The line of the page on which it begins. */
  readonly line: number;
}

const page = readFileSync("docs/tutorial.md", "utf8");
const blocks = blocksOf(page);

function blocksOf(text: string): readonly Block[] {
  let end = 0;
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map((match) => {
    const [whole, language = "", body = ""] = match;
    const before = text.slice(end, match.index).replaceAll(/\s+/g, " ");
    end = match.index + whole.length;
    return { before, language, text: body, line: text.slice(0, match.index).split("\n").length };
  });
}

/** A copy of the repository as a fresh clone has it, without what the tutorial does not touch. */
const clone = mkdtempSync(join(tmpdir(), "tutorial-"));
afterAll(() => rmSync(clone, { recursive: true, force: true }));
for (const name of ["rules", "fixtures/cases", "schema", "dist", "package.json"]) {
  cpSync(name, join(clone, name), { recursive: true });
}
symlinkSync(resolve("node_modules"), join(clone, "node_modules"), "dir");
// What `npx` does in an installed clone, without asking whether it has to be installed anew.
const programs = join(clone, ".programs");
mkdirSync(programs);
writeFileSync(join(programs, "npx"), `#!/bin/sh\nshift\nexec "${process.execPath}" dist/cli/main.js "$@"\n`);
chmodSync(join(programs, "npx"), 0o755);

/** What a block of commands prints, both streams in order, and the exit code of the last one that ran. */
function runCommands(commands: string): { readonly printed: string; readonly code: number | null } {
  const env = { ...process.env, PATH: `${programs}${delimiter}${process.env.PATH ?? ""}`, NO_COLOR: "1", LC_ALL: "C" };
  const { stdout, status } = spawnSync("sh", ["-ec", `exec 2>&1\n${commands}`], { cwd: clone, env, encoding: "utf8" });
  return { printed: stdout, code: status };
}

/** A shown output as a pattern: `…` stands for anything, alone on its line for any number of lines. */
function shownAs(text: string): RegExp {
  const lines = text.trimEnd().split("\n");
  const patterns = lines.map((line) => {
    if (line === "…") return "(?:.*\n)*?";
    const parts = line.split("…").map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return `${parts.join(".*?")} *\n`;
  });
  return new RegExp(`^${patterns.join("")}\n*$`);
}

/** Does what the page says with a block of YAML: makes a file, or changes one. */
function edit({ before, text }: Block): void {
  const made = /Make `([^`]+)`:\s*$/.exec(before)?.[1];
  const changed = /(?:At the end of|In) `([^`]+)`, (?:.*, )?(?:add|write):\s*$/.exec(before)?.[1];
  const path = made ?? changed;
  if (path === undefined) throw new Error(`the page does not say where this goes: …${before.slice(-120)}`);
  const target = join(clone, path);
  expect([path, existsSync(target)]).toEqual([path, made === undefined]);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, made === undefined ? changedBy(before, text, readFileSync(target, "utf8")) : text);
}

/** A file with a block put where the words before the block say. */
function changedBy(before: string, text: string, old: string): string {
  if (/At the end of `[^`]+`, add:\s*$/.test(before)) return `${old}${text}`;
  const [, where, line] = /, (below|above|in place of) the line `([^`]+)`, (?:add|write):\s*$/.exec(before) ?? [];
  const lines = old.split("\n");
  const found = lines.flatMap((one, at) => (one.trim() === line ? [at] : []));
  const [at = -1] = found;
  expect([before.slice(-120), found.length]).toEqual([before.slice(-120), 1]);
  const start = where === "below" ? at + 1 : at;
  return lines.toSpliced(start, where === "in place of" ? 1 : 0, ...text.replace(/\n$/, "").split("\n")).join("\n");
}

describe("docs/tutorial.md, word for word in a copy of the repository", () => {
  it("begins with the installation, and has blocks of three kinds alone", () => {
    expect(blocks[0]).toMatchObject({ language: "sh", text: "npm ci\n" });
    expect([...new Set(blocks.map(({ language }) => language))].sort()).toEqual(["sh", "text", "yaml"]);
    expect(page.match(/^```/gm)).toHaveLength(2 * blocks.length);
  });

  const steps = blocks.slice(1).filter(({ language }) => language !== "text");
  it.each(steps.map((step) => [step.line, step] as const))("line %d", (_line, step) => {
    if (step.language === "yaml") {
      edit(step);
      return;
    }
    const { printed, code } = runCommands(step.text);
    const shown = blocks[blocks.indexOf(step) + 1];
    const output = shown?.language === "text" ? shown : undefined;
    const expected = Number(/with exit code (\d)/.exec(output?.before ?? "")?.[1] ?? 0);
    expect(code, printed).toBe(expected);
    if (output !== undefined) expect(printed).toMatch(shownAs(output.text));
  });

  it("shows an output for the commands before it, and for those alone", () => {
    for (const [at, { language, line }] of blocks.entries()) {
      if (language === "text") expect([line, blocks[at - 1]?.language]).toEqual([line, "sh"]);
    }
  });

  it("leaves everything clean, and the first revision as it was", () => {
    expect(runCommands("npx secor check").code).toBe(0);
    const { printed } = runCommands("npx secor revisions --format json");
    const [first] = JSON.parse(printed).revisions;
    expect(first.digest).toBe(first.recordedDigest);
  });
});

describe("the pattern of a shown output", () => {
  it.each([
    ["a\n…\nb\n", "a\nb\n", true],
    ["a\n…\nb\n", "a\nx\ny\nb\n", true],
    ["a\n…\nb\n", "a\nx\n", false],
    ["a … c\n", "a b c\n", true],
    ["a … c\n", "a\nc\n", false],
    ["a.c\n", "abc\n", false],
    ["a\n", "a\nb\n", false],
    ["a\n…\n", "a\nb\n", true],
  ])("%j and %j", (shown, printed, fits) => {
    expect(shownAs(shown).test(printed)).toBe(fits);
  });
});
