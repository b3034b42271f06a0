import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "audit-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the audit with an `npm` that answers so, as the real one does where a registry gives that answer. */
function audit(answer: string, exit: number) {
  const npm = join(folder, "npm");
  writeFileSync(npm, `#!/bin/sh\ncat <<'END'\n${answer}\nEND\nexit ${exit}\n`);
  chmodSync(npm, 0o755);
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/audit.mjs"], { encoding: "utf8", env });
  expect(stdout).toBe("");
  return { status, said: stderr.trim() };
}

function report(severity: string): string {
  const vulnerabilities = { leaky: { name: "leaky", severity, range: "<1.2.3" } };
  return JSON.stringify({ vulnerabilities, metadata: { vulnerabilities: { total: 1 } } });
}

describe("the audit of the dependencies", () => {
  it("fails on a grave flaw, and names the package", () => {
    for (const severity of ["high", "critical"]) {
      const { status, said } = audit(report(severity), 1);
      expect(status).toBe(1);
      expect(said).toContain(`leaky <1.2.3: a flaw of ${severity} severity`);
    }
  });

  it("passes where there is none that is grave", () => {
    expect(audit(report("moderate"), 1)).toEqual({ status: 0, said: "audit: no grave flaw is known" });
    expect(audit('{"vulnerabilities":{},"metadata":{"vulnerabilities":{}}}', 0).status).toBe(0);
  });

  it("says so, and fails nothing, where the registry offers none", () => {
    for (const answer of ['{"message":"405 Method Not Allowed","error":{"summary":""}}', "", "not JSON", "null"]) {
      const { status, said } = audit(answer, 1);
      expect([answer, status]).toEqual([answer, 0]);
      expect(said).toContain("audit skipped: the registry offers no audit");
    }
  });
});
