import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../engine/check/table.ts";
import { SOURCE_CODES } from "../../engine/source/problem.ts";
import { inspected } from "../check/found.ts";
import { malformed } from "../procedure/malformed.ts";
import { Copies, change } from "../support/sealed.ts";

const folder = "docs/checks";
const index = readFileSync(join(folder, "README.md"), "utf8");
const pageOf = (code: string): string => readFileSync(join(folder, `${code}.md`), "utf8");
const codes = rules.map(({ code }) => code);
/** The codes that the index lists without a page. */
const listed = [...index.matchAll(/^- `([a-z-]+)`: \S/gm)].map(([, code = ""]) => code);

/** The codes that reading and linking report, as the engine's text has them. */
function codesInEngine(): ReadonlySet<string> {
  const text = ["source", "procedure"]
    .flatMap((name) =>
      readdirSync(join("engine", name), { recursive: true, encoding: "utf8" }).map((file) => join(name, file)),
    )
    // What the commands that write rules report is no mistake in the rules.
    .filter((file) => file.endsWith(".ts") && !/(?:revise|seal)\.ts$/.test(file))
    .map((file) => readFileSync(join("engine", file), "utf8"))
    .join("\n");
  const literal = [
    ...text.matchAll(/(?<=\breport\(\s*|\badd\(\s*|\bcode: |\? |" : )"([a-z]+(?:-[a-z]+)+|cycle)"(?=[,\s:])/g),
  ].map(([, code = ""]) => code);
  const unknown = [...text.matchAll(/(?:unknownName|reportUnknown)\(\s*"([a-z]+)/g)].map(
    ([, what]) => `unknown-${what}`,
  );
  const duplicate = [...text.matchAll(/uniqueById\("([a-z]+)"/g)].map(([, what]) => `duplicate-${what}`);
  return new Set([...literal, ...unknown, ...duplicate]);
}

describe("the pages about checks", () => {
  it("are one for each check, and none besides", () => {
    const pages = readdirSync(folder).filter((name) => name !== "README.md");
    expect(pages.toSorted()).toEqual(codes.map((code) => `${code}.md`).toSorted());
    expect(new Set(codes).size).toBe(codes.length);
  });

  it.each(rules.map((rule) => [rule.code, rule] as const))(
    "say what %s finds, why it matters, and how to mend it",
    (code, { severity, finds }) => {
      const page = pageOf(code);
      expect(page.startsWith(`# \`${code}\`\n\n${severity === "error" ? "Error" : "Warning"}: ${finds}.\n`)).toBe(true);
      for (const heading of ["What it finds", "Why it matters", "How to mend it", "If it is right as it stands"]) {
        expect(page).toMatch(new RegExp(`^## ${heading}\n\n\\S`, "m"));
      }
    },
  );

  it("are in the index, with severity and what they find", () => {
    const rows = [...index.matchAll(/^\| \[`([a-z-]+)`\]\(([a-z-]+)\.md\) \| (error|warning) \| (.*) \|$/gm)];
    expect(rows.map(([, code, page, severity, finds]) => ({ code, page, severity, finds }))).toEqual(
      rules.map(({ code, severity, finds }) => ({ code, page: code, severity, finds })),
    );
  });

  it("link to what is there", () => {
    for (const page of [index, ...codes.map(pageOf)]) {
      for (const [, target = ""] of page.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g))
        expect(existsSync(join(folder, target))).toBe(true);
    }
  });
});

describe("the other codes in the index", () => {
  const known = new Set([...codes, ...listed]);

  it("are in order, and none is listed twice", () => {
    expect(listed).toEqual([...new Set(listed)].toSorted());
    expect(listed.filter((code) => codes.includes(code))).toEqual([]);
  });

  it("are all that reading and linking report", () => {
    const reported = new Set([...codesInEngine(), ...Object.keys(SOURCE_CODES)]);
    expect(reported.size).toBeGreaterThan(70);
    expect([...reported].filter((code) => !known.has(code))).toEqual([]);
    expect(listed.filter((code) => !reported.has(code))).toEqual([]);
  });

  it("are all that the malformed rules are refused with", () => {
    const expected = malformed().flatMap(({ expect: text }) =>
      [...text.matchAll(/^error\[(.*?)\]/gm)].map(([, code = ""]) => code),
    );
    expect(expected.length).toBeGreaterThan(100);
    expect(expected.filter((code) => !known.has(code))).toEqual([]);
  });
});

describe("the examples on the pages", () => {
  const copies = new Copies();
  const sealed = copies.sealedLibrary();
  const examples = codes.flatMap((code) => {
    const pattern = /In `([^`]+)`, wrong:\n\n```yaml\n([\s\S]*?)\n```\n\nright:\n\n```yaml\n([\s\S]*?)\n```/;
    const [, file, wrong, right] = pattern.exec(pageOf(code)) ?? [];
    return file === undefined || wrong === undefined || right === undefined ? [] : [{ code, file, wrong, right }];
  });

  it("are there", () => {
    expect(examples.length).toBeGreaterThan(20);
  });

  it.each(examples)("are found and mended: $code", async ({ code, file, wrong, right }) => {
    const isFound = async (directory: string): Promise<boolean> =>
      (await inspected(directory)).problems.some((problem) => problem.code === code);
    const directory = copies.of(sealed);
    expect(await isFound(directory)).toBe(false);
    const text = readFileSync(join(directory, file), "utf8");
    const [first = ""] = right.split("\n");
    const lines = text
      .split("\n")
      .filter((line) => line.trim() === first.trim() || line.trim() === `- ${first.trim()}`);
    const indented = (block: string): string => {
      const margin = " ".repeat((lines[0] ?? "").indexOf(first.trim()));
      return block.split("\n").join(`\n${margin}`);
    };
    change(directory, file, indented(right), indented(wrong));
    expect(await isFound(directory)).toBe(true);
  });
});
