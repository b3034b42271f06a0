import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { command, file, temporaryDirectory } from "./support/command.ts";

const rules = ["--rules", "fixtures/procedures/library"];

describe("book", () => {
  it("prints the newest approved revision as Markdown", async () => {
    const { code, stdout, stderr } = await command(["book", ...rules]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^# .*Lending card of a town library\n/);
    expect(stdout).toContain("| Revision | 2.0 |");
  });

  it("marks what the revision changed in the one before it", async () => {
    const { stdout } = await command(["book", ...rules, "--revision", "2.0"]);
    const marked = [...stdout.matchAll(/^### .*<\/a>(.*) △ 2\.0$/gm)].map(([, title]) => title);
    expect(marked).toEqual(["2 Who may borrow", "3 Return"]);
    expect(stdout).toContain(
      "28 days after the day the loan was asked for → 42 days after the day the loan was asked for",
    );
  });

  it("says of the first revision that it is the first, and marks nothing", async () => {
    const { stdout } = await command(["book", ...rules, "--revision", "1.0"]);
    expect(stdout).toContain("Revision 1.0 is the first revision.");
    expect(stdout).toContain("First rules.");
    expect(stdout).not.toContain("△");
  });

  it("marks a draft as one, and what it retires", async () => {
    const { stdout } = await command(["book", ...rules, "--revision", "3.0"]);
    expect(stdout).toMatch(/^> \*\*DRAFT\*\*/);
    expect(stdout).toContain("| [3 Return](#clause-3) | Retired |");
  });

  it("writes a file whose ending says the form, and prints nothing", async () => {
    const directory = temporaryDirectory();
    const written = async (name: string, ...options: string[]) => {
      const { code, stdout } = await command(["book", ...rules, "-o", join(directory, name), ...options]);
      expect([name, code, stdout]).toEqual([name, 0, ""]);
      return readFileSync(join(directory, name), "utf8");
    };
    const page = (await command(["book", ...rules, "--format", "html"])).stdout;
    expect(page.startsWith("<!doctype html>")).toBe(true);
    expect(await written("a.html")).toBe(page);
    expect(await written("b.txt", "--format", "html")).toBe(page);
    expect(await written("c.md")).toBe((await command(["book", ...rules])).stdout);
    expect(readdirSync(directory).toSorted()).toEqual(["a.html", "b.txt", "c.md"]);
  });

  it("replaces a file only when told to", async () => {
    const path = file(temporaryDirectory(), "there.md", "mine");
    const refused = await command(["book", ...rules, "--output", path]);
    expect([refused.code, refused.stdout, readFileSync(path, "utf8")]).toEqual([2, "", "mine"]);
    expect(refused.stderr).toContain("file-exists");
    expect(refused.stderr).toContain("name another with --output, or replace it with --force");
    expect((await command(["book", ...rules, "--output", path, "--force"])).code).toBe(0);
    expect(readFileSync(path, "utf8")).toContain("Lending card");
  });

  it("takes `-` for standard output", async () => {
    const { code, stdout } = await command(["book", ...rules, "-o", "-"]);
    expect([code, stdout.startsWith("# ")]).toEqual([0, true]);
  });

  it("refuses a revision that there is not, before it writes anything", async () => {
    const directory = temporaryDirectory();
    const { code, stderr } = await command(["book", ...rules, "--revision", "2.1", "-o", join(directory, "a.md")]);
    expect([code, readdirSync(directory)]).toEqual([2, []]);
    expect(stderr).toContain("there is no revision `2.1`");
  });
});
