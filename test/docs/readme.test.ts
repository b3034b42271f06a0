import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const readme = readFileSync("README.md", "utf8");
const run = (...args: string[]) => execFileSync(process.execPath, ["dist/cli/main.js", ...args], { encoding: "utf8" });

describe("README.md", () => {
  it("shows what its first command prints", () => {
    const [, path = ""] = /npx secor evaluate (\S+)/.exec(readme) ?? [];
    const [, shown = ""] = /```text\n([\s\S]*?)```/.exec(readme) ?? [];
    expect(shown).toBe(run("evaluate", path));
  });

  it("has code that runs", () => {
    const [, code = ""] = /```js\n([\s\S]*?)```/.exec(readme) ?? [];
    const printed = execFileSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" });
    expect(printed).toContain("mecor_or_cor_next_year");
  });

  it("has a case that can be decided", () => {
    const [, kase = ""] = /```yaml\n([\s\S]*?)```/.exec(readme) ?? [];
    const options = { input: kase, encoding: "utf8" } as const;
    expect(execFileSync(process.execPath, ["dist/cli/main.js", "evaluate", "-"], options)).toMatch(/^Cannot tell yet/);
  });

  it("names every command, and no page that is not there", () => {
    const commands = [...run("--help").matchAll(/^ {2}([a-z]+) .*$/gm)].map(([, name]) => name ?? "");
    expect(commands).toContain("evaluate");
    for (const name of commands.filter((command) => command !== "help")) expect(readme).toContain(`secor ${name}`);
    for (const [, page = ""] of readme.matchAll(/\]\(([^)#]+)\)/g))
      expect([page, existsSync(page)]).toEqual([page, true]);
  });
});
