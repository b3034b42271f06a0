// Asks the registry whether a dependency of the program has a known flaw, and fails on a grave one. A registry that
// can't be asked, or offers no audit, is no fault of this checkout: that is said, and nothing fails.
import { spawnSync } from "node:child_process";

const failing = ["high", "critical"];
const { stdout, error } = spawnSync("npm", ["audit", "--omit=dev", "--json"], { encoding: "utf8", timeout: 120_000 });
const report = reportIn(stdout ?? "");

if (report === undefined) {
  console.error(`audit skipped: the registry offers no audit, or can't be reached${error ? ` (${error.code})` : ""}`);
} else {
  const found = Object.values(report.vulnerabilities ?? {}).filter(({ severity }) => failing.includes(severity));
  for (const { name, severity, range } of found) console.error(`${name} ${range}: a flaw of ${severity} severity`);
  console.error(found.length === 0 ? "audit: no grave flaw is known" : "audit failed: `npm audit` says more");
  process.exitCode = found.length === 0 ? 0 : 1;
}

/** What `npm audit` found; nothing where it could not ask. */
function reportIn(text) {
  try {
    const report = JSON.parse(text);
    return report?.metadata?.vulnerabilities === undefined ? undefined : report;
  } catch {
    return undefined;
  }
}
