import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { ProblemsError } from "../../engine/source/problem.ts";
import { command, file, library, temporaryDirectory } from "./support/command.ts";
import { lent, lentAs } from "./support/library.ts";

// A second engine that never comes to the same.
vi.mock("../../engine/interop/json-rules-engine/agreement.ts", () => ({
  assertAgreement: async () => {
    const remedy = "no decision is shown";
    throw new ProblemsError([{ code: "engines-disagree", severity: "error", message: "they disagree", remedy }]);
  },
}));

const directory = temporaryDirectory();
const rules = ["--rules", library];

describe("while the two engines disagree", () => {
  it.each(["text", "json", "markdown"])("evaluate shows no decision as %s", async (format) => {
    const path = file(directory, "lent.yaml", lent);
    const { code, stdout, stderr } = await command(["evaluate", path, ...rules, "--format", format, "--explain"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toBe("error[engines-disagree]: they disagree\n  = remedy: no decision is shown\n\n1 error\n");
  });

  it("ask shows no decision, and keeps the case", async () => {
    const path = join(directory, "asked.yaml");
    const args = ["ask", "--as-of", "2020-03-01", ...rules, "--out", path];
    const { code, stdout, stderr } = await command(args, { stdin: "2020-02-10\nnone\n30\n" });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("error[engines-disagree]");
    expect(existsSync(path)).toBe(true);
  });

  it("batch makes an error row of each case that was checked, and goes on", async () => {
    const stdin = [1, 2, 3, 4].map((row) => `${JSON.stringify(lentAs({ case: `row ${row}` }))}\n`).join("");
    const { code, stdout, stderr } = await command(["batch", ...rules, "--cross-check", "2"], { stdin });
    expect(code).toBe(1);
    const rows = stdout.trimEnd().split("\n");
    expect(rows.map((row) => /"code":"([\w-]+)"/.exec(row)?.[1] ?? "decided")).toEqual([
      "engines-disagree",
      "decided",
      "engines-disagree",
      "decided",
    ]);
    expect(JSON.parse(rows[2] ?? "")).toMatchObject({ error: { line: 3, case: "row 3" } });
    expect(stderr).toBe("4 rows: 2 decided, 2 failed; 0 checked on the second engine\n");
  });
});
