// Everything that must hold: format and lint, types, schemas in step with the types, and all tests.
// The last line counts what passed and what failed.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const counts = { passed: 0, failed: 0 };

function check(name, command, args) {
  const { status } = spawnSync(command, args, { stdio: "inherit", shell: false });
  counts[status === 0 ? "passed" : "failed"] += 1;
  console.log(`${status === 0 ? "ok" : "FAILED"}: ${name}`);
}

const bin = (name) => join("node_modules", ".bin", name);

check("build", process.execPath, ["scripts/build.mjs"]);
check("format and lint", bin("biome"), ["check", "."]);
check("types", bin("tsc"), ["--noEmit", "-p", "tsconfig.json"]);

const folder = mkdtempSync(join(tmpdir(), "tests-"));
const report = join(folder, "report.json");
const { status } = spawnSync(
  bin("vitest"),
  ["run", "--reporter=dot", "--reporter=json", `--outputFile.json=${report}`, ...process.argv.slice(2)],
  { stdio: "inherit" },
);
try {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
  // A test file that fails to load has no tests to count, and is a failure all the same.
  const unloaded = testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
  counts.passed += numPassedTests;
  counts.failed += numFailedTests + unloaded;
} catch {
  counts.failed += 1;
}
rmSync(folder, { recursive: true, force: true });
if (status !== 0 && counts.failed === 0) counts.failed += 1;

console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 ? 0 : 1);
