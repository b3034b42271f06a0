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
    const [, block = ""] = /```sh\n([\s\S]*?)```/.exec(page) ?? [];
    const lines = block.trim().split("\n");
    expect(lines.length).toBe(3);
    for (const line of lines) {
      const args = line.split(" ").slice(1);
      const outcome = await command(args.map((arg) => (arg.startsWith("permit") ? join(directory, arg) : arg)));
      expect([line, outcome.code, outcome.stderr.includes("error")]).toEqual([line, 0, false]);
    }
    expect((await command(["test", "--rules", rules])).stdout).toContain("1 passed, 0 failed");
  });

  it("governs by itself once approved with the digest that `revisions` shows", async () => {
    const [, approved = ""] = /```yaml\n(revision: [\s\S]*?)```/.exec(page) ?? [];
    const { stdout } = await command(["revisions", "--rules", rules]);
    const [digest = ""] = /sha256:[0-9a-f]{64}/.exec(stdout) ?? [];
    const [procedure] = files;
    const [head = ""] = (procedure?.text ?? "").split("  - revision:");
    const entry = approved.trim().replace("sha256:DIGEST", digest).replaceAll("\n", "\n    ");
    write("permit/procedure.yaml", `${head}  - ${entry}\n`);

    expect((await command(["check", "--rules", rules])).code).toBe(0);
    const facts = { request: { made_on: "2025-03-03" }, vehicle: { length: 4 } };
    const result = loadProcedure(rules).evaluate({ asOf: "2025-03-03", facts });
    expect([result.digest, result.decisions.permit?.outcome, result.warnings]).toEqual([digest, "give", []]);
  });

  it("refuses an empty value in a case", async () => {
    write("empty.yaml", "asOf: 2025-03-03\nfacts:\n  request:\n    made_on:\n");
    const { code, stderr } = await command(["evaluate", join(directory, "empty.yaml"), "--rules", rules]);
    expect(code).toBe(2);
    expect(stderr).toContain("error[empty-value]");
  });
});
