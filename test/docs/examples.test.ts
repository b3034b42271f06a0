import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
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
    expect(found.length).toBe(page.split("```js").length - 1);
    expect(found.length).toBeGreaterThan(3);
  });

  it.each(found.map((example, at) => [at + 1, example] as const))("block %d prints what it says", (_at, example) => {
    const printed = execFileSync(process.execPath, ["--input-type=module", "-e", example.code], { encoding: "utf8" });
    expect(printed).toBe(example.prints);
  });
});
